//! The commands, one file each. Only here is anything printed, and only here is the clock read.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{ColorChoice, CommandFactory as _, Parser, Subcommand};
use jiff::civil::Date;

use crate::vault::Vault;

mod actions;
mod agenda;
mod ask;
mod build;
mod check;
mod clock;
mod completions;
mod explain;
mod export;
mod extract;
mod import;
mod init;
mod lexicon;
mod progress;
mod review;
mod run;
mod screen;
mod settle;
mod sources;
mod speakers;
mod status;
mod r#try;
mod undo;
mod write;

use screen::Screen;

/// Keeps every promise made in a 1:1 in view: transcripts in, notes, agendas, review drafts and a private site out.
#[derive(Debug, Parser)]
#[command(
    name = "throughline",
    version,
    max_term_width = 100,
    after_help = "Examples:\n  throughline try meeting.md                 what a transcript holds, nothing written\n  throughline init my-team --example         a vault with samples\n  throughline --vault my-team build          notes, agendas, reviews and the site\n\nNothing leaves this machine. Exit codes: 0 fine, 1 a problem or a failure, 2 wrong usage."
)]
struct Arguments {
    /// The vault's folder [default: the nearest one upward with throughline.yaml or transcripts/]
    #[arg(long, global = true, value_name = "DIR")]
    vault: Option<PathBuf>,
    /// Take this day for today, as 2026-11-20
    #[arg(long, global = true, value_name = "DATE")]
    today: Option<Date>,
    /// Say nothing but results and problems
    #[arg(long, short, global = true)]
    quiet: bool,
    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a vault
    Init(init::Init),
    /// Make transcripts of what a recorder exported
    Import(import::Import),
    /// Read new transcripts and write their notes
    Extract(extract::Extract),
    /// Do everything: notes, agendas, review drafts and the site
    Build(build::Build),
    /// Say how the vault stands
    Status(status::Status),
    /// List promises, both sides
    Actions(actions::Actions),
    /// Write and print the agenda of somebody's next 1:1
    Agenda(agenda::Agenda),
    /// Write and print somebody's review draft
    Review(review::Review),
    /// Tick, in older notes, the promises that later meetings showed done
    Settle(settle::Settle),
    /// List who speaks in a meeting, or say who it is
    Speakers(speakers::Speakers),
    /// Say why an item was found
    Explain(explain::Explain),
    /// Bring back what the last command replaced
    Undo(undo::Undo),
    /// List what is wrong in the vault, and what was guessed
    Check(check::Check),
    /// Print everything as JSON
    Export(export::Export),
    /// Print how lexicon rows are written, or those of the program
    Lexicon(lexicon::Lexicon),
    /// Print the completions of a shell
    Completions(completions::Completions),
    /// Print what one transcript holds; nothing is written
    Try(r#try::Try),
}

/// What every command is given.
struct Desk {
    vault: Option<PathBuf>,
    today: Option<Date>,
    screen: Screen,
}

impl Desk {
    /// The vault that was named, else the one we stand in.
    fn vault(&self) -> Result<Vault> {
        match &self.vault {
            Some(folder) => Vault::named(folder),
            None => Vault::find(&std::env::current_dir()?),
        }
    }
}

/// Runs the program on the process's arguments.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    let screen = Screen::new(arguments.color, arguments.quiet);
    let desk = Desk {
        vault: arguments.vault,
        today: arguments.today,
        screen,
    };
    let done = match arguments.command {
        Command::Init(command) => command.run(&desk),
        Command::Import(command) => command.run(&desk),
        Command::Extract(command) => command.run(&desk),
        Command::Build(command) => command.run(&desk),
        Command::Status(_) => status::Status::run(&desk),
        Command::Actions(command) => command.run(&desk),
        Command::Agenda(command) => command.run(&desk),
        Command::Review(command) => command.run(&desk),
        Command::Settle(command) => command.run(&desk),
        Command::Speakers(command) => command.run(&desk),
        Command::Explain(command) => command.run(&desk),
        Command::Undo(command) => command.run(&desk),
        Command::Check(_) => check::Check::run(&desk),
        Command::Export(command) => command.run(&desk),
        Command::Lexicon(command) => command.run(&desk),
        Command::Completions(command) => command.run(&desk, Arguments::command()),
        Command::Try(command) => command.run(&desk),
    };
    match done {
        Ok(code) => code,
        Err(error) if screen::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            desk.screen.error(&error);
            ExitCode::FAILURE
        }
    }
}

/// Wrong usage ends with 2, `--help` and `--version` with 0.
fn usage(error: &clap::Error) -> ExitCode {
    // There is nobody left to tell when the terminal itself is gone.
    let _ = error.print();
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}
