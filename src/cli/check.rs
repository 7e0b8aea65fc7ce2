//! `throughline check`: what is wrong in the vault, and what was guessed. Exits 1 on problems.

use std::process::ExitCode;

use anyhow::Result;

use crate::model::Problem;
use crate::pipeline::Reading;

use super::Desk;
use super::run::{Run, count, verdict};
use super::screen;

/// List what is wrong in the vault, with path, line and cure, and what was guessed. Exits 1 when something is wrong.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  throughline check && git commit -am 'notes of the week'")]
pub(super) struct Check {}

impl Check {
    pub(super) fn run(desk: &Desk) -> Result<ExitCode> {
        let run = Run::new(desk, Reading::Nothing)?;
        let site = run.compiled.site();
        let mut problems: Vec<Problem> = site.problems().to_vec();
        problems.sort();
        problems.dedup();
        for problem in &problems {
            desk.screen.print(&screen::lines(problem))?;
        }
        let wrong = run.compiled.serious();
        let guesses = problems.len() - wrong.min(problems.len());
        desk.screen.say(&match (problems.is_empty(), wrong) {
            (true, _) => "Every file was read.".to_owned(),
            (false, 0) => count(guesses, "guess", "guesses"),
            (false, wrong) => format!(
                "{}, {}",
                count(wrong, "problem", "problems"),
                count(guesses, "guess", "guesses")
            ),
        });
        Ok(verdict(&problems))
    }
}
