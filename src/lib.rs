//! Throughline: a folder of 1:1 transcripts becomes notes, agendas, review drafts and a private site.
//!
//! # The house in one breath
//!
//! A *vault* is a folder of Markdown. [`vault`] reads it once into a *snapshot*: bytes by path. From there to the end nothing touches
//! the disk, a clock or a network: [`pipeline::compile`] is a pure function from a snapshot to files that should stand in the vault
//! and to a site. Writing them is one small step at the end ([`pipeline::write()`], [`vault::site_dir`]).
//!
//! ```text
//! inbox ──import──▶ transcripts
//!
//! vault ──scan──▶ Snapshot ──parse──▶ People, Transcripts
//!                                        │
//!                     extract, identify, merge with the note that stands there, read it back
//!                                        ▼
//!                                    Meetings ──fold──▶ Ledger ──▶ Insights ──▶ Drafts ──▶ Site
//! ```
//!
//! A recorder's export comes in before that: [`pipeline::import`] makes a transcript of it, by itself or out of the inbox
//! ([`pipeline::inbox`]). Its cues are joined and its form is settled there, once; from then on the transcript is the record, and nothing
//! changes a byte of it. Who is behind a recorder's `Speaker 1` is said in the note ([`pipeline::speakers`]).
//!
//! A meeting is what its *note* says, not what the engine found: the engine's findings are merged into the note, the note is read
//! back, and only then does anything else see them. So whatever the owner changed in the note is the truth downstream.
//!
//! # The rooms, in reading order
//!
//! A module may use those before it and never those after it; `tests/it/architecture.rs` reads the sources and keeps it so.
//!
//! - [`model`]: the words of the domain as plain data: people, turns, evidence, items, meetings, problems. No I/O, no Markdown.
//! - [`vault`]: the folder: scan, settings, front matter, writes that compare before they swap. YAML is read only here.
//! - [`transcript`]: bytes to turns, labels to people; a recorder's export to the form in which a transcript is kept.
//! - [`note`]: Markdown documents with ids: render, parse, merge. One mechanism for notes, agendas and reviews.
//! - [`extract`]: turns and context to items. Whatever engine finds one, `verify` checks its quotes (no claim without a receipt).
//! - [`ledger`]: the fold of all meetings in date order: every promise and expectation with its history.
//! - [`insight`]: measures with their n, one a file.
//! - [`draft`]: agendas and review drafts as documents.
//! - [`site`]: view models, Markdown to safe HTML, the theme. A map from file to recipe: pages are rendered when written.
//! - [`pipeline`]: the whole program on one screen.
//! - [`cli`]: one command a file; the only place that prints and the only one that reads the clock.
//!
//! # What holds everywhere
//!
//! - The record is read-only: no command changes a transcript or an existing file in `people/`.
//! - Nothing the owner wrote is lost: a merge keeps what they ticked, edited, moved, added or deleted.
//! - The same vault gives the same bytes. Files in the vault never depend on today; only the site and the terminal do.
//! - Findings about the owner's files are data ([`model::Problem`]) and never stop the rest. Failures of the machine are
//!   [`anyhow`] errors, printed once.
//! - An id is derived once and then kept by the note that holds it ([`extract::identify`]).

pub mod cli;
pub mod draft;
pub mod extract;
pub mod insight;
pub mod ledger;
pub mod model;
pub mod note;
pub mod pipeline;
pub mod site;
pub mod transcript;
pub mod vault;
