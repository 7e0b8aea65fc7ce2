//! `throughline try FILE`: what one transcript or recorder's export holds, printed. Nothing is written and no vault is needed.

use std::io::{Read as _, stdin};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};

use crate::extract::{self, Job};
use crate::model::{Config, Context, Transcript, VaultPath};
use crate::note::{self, State, meeting};
use crate::pipeline::import::Incoming;
use crate::transcript::{self, Parsed};

use super::{Desk, clock};

/// Print what one transcript holds, or what any recorder exported. Nothing is written, and no vault is needed.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  throughline try meeting.md\n  throughline try ~/Downloads/GMT20260618-092844_Recording.transcript.vtt\n  pbpaste | throughline try -"
)]
pub(super) struct Try {
    /// The transcript or export, or - for standard input
    file: PathBuf,
}

impl Try {
    pub(super) fn run(&self, desk: &Desk) -> Result<ExitCode> {
        let shown = self.file.display();
        let bytes = if self.file == Path::new("-") {
            let mut bytes = Vec::new();
            stdin()
                .read_to_end(&mut bytes)
                .context("cannot read standard input")?;
            bytes
        } else {
            std::fs::read(&self.file).with_context(|| format!("cannot read `{shown}`"))?
        };
        let name = self
            .file
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let config = Config::default();
        let (mut parsed, is_export) = self.parse(desk, &name, &bytes)?;
        // A file that does not say its day is read as if it were spoken today: only here, where nothing is kept.
        if parsed.head.date.is_none() {
            parsed.head.date = Some(clock::today(desk.today, &config));
        }
        let (people, _) = transcript::people(Vec::new(), std::slice::from_ref(&parsed), &config);
        let (transcript, problems) = transcript::resolve(parsed, &people, &config);
        if is_export {
            for problem in problems {
                let hint = "In a vault `throughline import` settles this by its people and settings, or asks.";
                desk.screen.fault(&name, None, &problem.message, hint);
            }
        } else {
            desk.screen.problems(&problems);
        }
        let Some(transcript) =
            transcript.filter(|transcript: &Transcript| !transcript.turns.is_empty())
        else {
            bail!("`{shown}` holds no transcript that can be read");
        };
        let extraction = extract::extract(&Job {
            lexicon: extract::Lexicon::built_in(),
            transcript: &transcript,
            context: &Context::default(),
            people: &people,
            cadence_days: config.cadence.days(),
        });
        let (items, maybe) = extract::identify::identify(&transcript, extraction.found, None);
        let draft = meeting::draft(
            &transcript,
            &items,
            &maybe,
            String::new(),
            &people,
            &config.tasks,
        );
        let note = note::render(&draft);
        desk.screen.print(State::cut_off(&note))?;
        Ok(ExitCode::SUCCESS)
    }

    /// A transcript as it is, and anything else as the transcript that an import makes of it; which of both, comes with it.
    fn parse(&self, desk: &Desk, name: &str, bytes: &[u8]) -> Result<(Parsed, bool)> {
        let path = VaultPath::new(name);
        let parsed = transcript::parse(&path, bytes, "");
        let is_read = parsed.turns.iter().any(|turn| !turn.label.is_empty());
        match Incoming::read(name, &[], bytes) {
            // What people write by hand is read as it stands, so that the lines of problems are those of the file.
            Ok(incoming) if !(is_read && incoming.is_markdown()) => {
                let day = incoming.date().or(parsed.head.date);
                let day = day.unwrap_or_else(|| clock::today(desk.today, &Config::default()));
                for warning in incoming.warnings() {
                    let hint = "It was read all the same: look whether it reads well.";
                    desk.screen
                        .fault(name, warning.line, &warning.message, hint);
                }
                let text = incoming.alone(day);
                Ok((transcript::parse(&path, text.as_bytes(), ""), true))
            }
            Ok(_) => Ok((parsed, false)),
            Err(refusal) => {
                let line = refusal
                    .line
                    .map_or_else(String::new, |line| format!(":{line}"));
                let shown = self.file.display();
                bail!("{shown}{line}: {}\nhint: {}", refusal.message, refusal.hint)
            }
        }
    }
}
