//! `throughline agenda PERSON`.

use std::process::ExitCode;

use anyhow::{Context as _, Result};

use crate::draft::agenda;
use crate::pipeline::Reading;

use super::Desk;
use super::run::Run;
use super::write::Dry;

/// Write and print the agenda of somebody's next 1:1.
///
/// The day is the last 1:1's and the cadence, or `next:` in the person's file. What you wrote into the agenda stays.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  throughline agenda sally")]
pub(super) struct Agenda {
    /// A name, an alias or a slug
    person: String,
    #[command(flatten)]
    dry: Dry,
}

impl Agenda {
    pub(super) fn run(&self, desk: &Desk) -> Result<ExitCode> {
        let mut run = Run::writing(desk, Reading::Nothing, self.dry)?;
        run.write_draft(desk, "agenda", self.dry, |run| {
            let person = run.person(&self.person)?;
            agenda::plan(&run.compiled.record, person).with_context(|| {
                format!(
                    "there has been no 1:1 with {} yet\nhint: put a transcript into {}/ and run `throughline build`",
                    person.name, run.snapshot.config.folders.transcripts
                )
            })
        })
    }
}
