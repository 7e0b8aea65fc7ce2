//! What a user can rely on, through the command line. One binary, one module a matter.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot set its scene has failed"
)]

mod architecture;
mod bad_input;
mod build;
mod commands;
mod dialogues;
mod example;
mod explain;
mod export;
mod golden;
mod harness;
mod import;
mod import_finds;
mod inbox;
mod lexicon;
mod obsidian;
mod owner;
mod places;
mod recordings;
mod recordings_hostile;
mod speakers;
mod writing;
mod written;
