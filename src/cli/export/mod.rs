//! `throughline export`: everything as JSON, for other programs.

mod document;
mod item;

use std::process::ExitCode;

use anyhow::Result;

use crate::pipeline::Reading;

use super::Desk;
use super::run::Run;

/// The contract: what the JSON looks like, as a JSON Schema.
const SCHEMA: &str = include_str!("schema.json");

/// Print everything that the vault's notes hold: people, promises with their history, meetings with their items and quotes, problems.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  throughline export --format json > team.json\n  throughline export --schema"
)]
pub(super) struct Export {
    /// The format
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// Print the JSON Schema of the format instead
    #[arg(long)]
    schema: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// One JSON document, described by --schema
    Json,
}

impl Export {
    pub(super) fn run(&self, desk: &Desk) -> Result<ExitCode> {
        if self.schema {
            desk.screen.print(SCHEMA)?;
            return Ok(ExitCode::SUCCESS);
        }
        let run = Run::new(desk, Reading::Nothing)?;
        let text = match self.format {
            Format::Json => document::json(&run.compiled, run.options.today)?,
        };
        desk.screen.print(&text)?;
        Ok(ExitCode::SUCCESS)
    }
}
