//! `throughline lexicon`: how the rows of a lexicon are written, and those that come with the program.

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::extract::lexicon_help;

use super::Desk;

/// Print how the rows of a vault's lexicon/ folder are written, or those that come with the program.
///
/// The lexicon is what the offline engine knows of how people speak. Rows in lexicon/*.yaml of a vault add to it.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  throughline lexicon                 how a row is written\n  throughline lexicon promise         the rows of one cue or class\n  throughline lexicon --names          their names"
)]
pub(super) struct Lexicon {
    /// Print the rows of this cue or class
    cue: Option<String>,
    /// Print the names of all cues and classes
    #[arg(long, conflicts_with = "cue")]
    names: bool,
}

impl Lexicon {
    pub(super) fn run(&self, desk: &Desk) -> Result<ExitCode> {
        let text = match &self.cue {
            _ if self.names => lexicon_help::names().join("\n") + "\n",
            None => lexicon_help::HOW.to_owned(),
            Some(cue) => {
                let rows = lexicon_help::rows(cue);
                if rows.is_empty() {
                    bail!(
                        "there is no cue or class `{cue}`\nhint: `throughline lexicon --names` prints their names"
                    );
                }
                rows.join("\n\n") + "\n"
            }
        };
        desk.screen.print(&text)?;
        Ok(ExitCode::SUCCESS)
    }
}
