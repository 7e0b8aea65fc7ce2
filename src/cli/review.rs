//! `throughline review PERSON`.

use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};

use crate::draft::review;
use crate::model::calendar::Period;
use crate::model::config::Mode;
use crate::pipeline::Reading;

use super::Desk;
use super::run::Run;
use super::write::Dry;

/// Write and print somebody's review draft, by outcomes and outputs, each sentence with its receipt.
///
/// A review whose front matter says `status: final` is never touched.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  throughline review sally\n  throughline review sally --period 2026-Q3\n  throughline review sally --period 2026-07-01..2026-12-31"
)]
pub(super) struct Review {
    /// A name, an alias or a slug
    person: String,
    /// 2026-H2, 2026-Q3, 2026 or 2026-07-01..2026-12-31 [default: the half-year of the last 1:1]
    #[arg(long, value_parser = period)]
    period: Option<Period>,
    #[command(flatten)]
    dry: Dry,
}

fn period(text: &str) -> Result<Period, String> {
    Period::parse(text)
        .ok_or_else(|| "a period is 2026-H2, 2026-Q3, 2026 or 2026-07-01..2026-12-31".to_owned())
}

impl Review {
    pub(super) fn run(&self, desk: &Desk) -> Result<ExitCode> {
        let mut run = Run::writing(desk, Reading::Nothing, self.dry)?;
        if run.snapshot.config.mode == Mode::NotesOnly {
            bail!("this vault makes no review drafts: throughline.yaml says `mode: notes-only`");
        }
        run.write_draft(desk, "review", self.dry, |run| {
            let person = run.person(&self.person)?;
            let record = &run.compiled.record;
            match &self.period {
                Some(period) => Ok(review::plan(record, person, period)),
                None => review::running(record, person).with_context(|| {
                    format!(
                        "there has been no 1:1 with {} yet, so no period is running\nhint: name one with --period 2026-H2",
                        person.name
                    )
                }),
            }
        })
    }
}
