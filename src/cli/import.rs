//! `throughline import FILE…`: recorders' exports become transcripts of this vault. It reads, asks and reports; what becomes of an export
//! is the pipeline's to say.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use jiff::civil::{Date, Time};
use rayon::prelude::*;

use crate::model::VaultPath;
use crate::pipeline::import::{Importer, Incoming, Stop, Taken, Wishes};
use crate::pipeline::{File, Progress as _, Reading};
use crate::transcript::recording::Refusal;

use super::Desk;
use super::ask::Ask;
use super::progress::Bar;
use super::run::{Run, count};
use super::sources::{self, Source};
use super::write::{Dry, write};

/// Make transcripts of what a recorder exported: Zoom, Teams, Meet, Otter, Whisper and many more.
///
/// The files stay where they are and as they are. Whose 1:1 it was is found from the speakers and the names of the files, and when it was
/// from what the file says or its name; where neither tells, you are asked. The same file twice makes one transcript, and so does the
/// same meeting in two formats. In a folder whatever is no export is named and skipped.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  throughline import ~/Downloads/GMT20260618-092844_Recording.transcript.vtt\n  throughline import notes.docx --person sally --date 2026-06-18\n  throughline import ~/Zoom                        everything below a folder\n  pbpaste | throughline import - --person sally --date '2026-06-18 09:28'\n  throughline import meeting.srt --dry-run         show what would be written"
)]
pub(super) struct Import {
    /// Files, folders, or - for standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Whose 1:1 it was: a name, an alias, or somebody new
    #[arg(long, value_name = "NAME")]
    person: Option<String>,
    /// When it was, as 2026-06-18 or '2026-06-18 09:28'
    #[arg(long, value_name = "DATE", value_parser = when)]
    date: Option<When>,
    /// What the meeting is called
    #[arg(long)]
    title: Option<String>,
    /// Who held it, where that is not the manager of this vault
    #[arg(long, value_name = "NAME")]
    manager: Option<String>,
    /// Import it also where the same meeting is here in another format
    #[arg(long)]
    again: bool,
    #[command(flatten)]
    dry: Dry,
}

/// A day and perhaps a time, as the command line gives it.
type When = (Date, Option<Time>);

fn when(text: &str) -> Result<When, String> {
    crate::transcript::read_date(text)
        .ok_or_else(|| "write it as 2026-06-18, or as '2026-06-18 09:28'".to_owned())
}

/// An export with what is said about it.
struct Item {
    incoming: Incoming,
    wishes: Wishes,
    /// Why it cannot be taken.
    stop: Option<Stop>,
}

/// What became of each export.
#[derive(Default)]
struct Tally {
    new: Vec<VaultPath>,
    known: Vec<(String, VaultPath)>,
}

impl Import {
    pub(super) fn run(&self, desk: &Desk) -> Result<ExitCode> {
        let sources = sources::find(&self.files);
        if sources.is_empty() {
            bail!(
                "there is no file below `{}`\nhint: name the folder into which the recorder exports, or the file itself",
                self.files[0].display()
            );
        }
        if self.date.is_some() && sources.len() > 1 {
            bail!(
                "--date tells the day of one meeting, and these are {} files\nhint: import them one by one, or put the dates into their names",
                sources.len()
            );
        }
        let mut run = Run::writing(desk, Reading::Nothing, self.dry)?;
        let (mut items, mut failed) = self.read(desk, sources);
        let can_ask = Ask::new(desk);
        failed |= settle(desk, &run, &mut items, can_ask.as_ref());
        let tally = RefCell::new(Tally::default());
        let wrote = write(desk, &mut run, "import", self.dry, |run| {
            let (files, told) = plan(run, &items);
            *tally.borrow_mut() = told;
            Ok(files)
        })?;
        let tally = tally.into_inner();
        for (shown, path) in &tally.known {
            desk.screen.say(&format!(
                "`{shown}` is `{path}` already; nothing is written"
            ));
        }
        desk.screen.problems(&wrote.problems);
        if !self.dry.dry_run {
            let lost =
                |path: &VaultPath| wrote.problems.iter().any(|problem| problem.path == *path);
            let new: Vec<String> = tally
                .new
                .iter()
                .filter(|path| !lost(path))
                .map(ToString::to_string)
                .collect();
            desk.screen.print(&new.join("\n"))?;
            if !new.is_empty() {
                let made = count(new.len(), "transcript", "transcripts");
                desk.screen
                    .say(&format!("{made} written. Next: throughline build"));
            }
        }
        Ok(if failed || !wrote.problems.is_empty() {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        })
    }

    /// Reads the files side by side. What cannot be read is told; whether that is a failure comes with it.
    fn read(&self, desk: &Desk, sources: Vec<Source>) -> (Vec<Item>, bool) {
        let bar = Bar::new(&desk.screen);
        bar.begin("Reading exports", sources.len());
        let read: Vec<(Source, Result<Incoming, Refusal>)> = sources
            .into_par_iter()
            .map(|source| {
                let incoming = source.read();
                bar.step();
                (source, incoming)
            })
            .collect();
        bar.end();
        let mut failed = false;
        let mut items = Vec::new();
        let in_folders = read.iter().all(|(source, _)| !source.named);
        for (source, incoming) in read {
            match incoming {
                Ok(incoming) if source.named || incoming.is_export() => {
                    items.push(self.item(desk, incoming));
                }
                Ok(incoming) => desk.screen.fault(
                    &incoming.shown,
                    None,
                    "skipped: no line of it says when or by whom it was said",
                    "If it is a transcript, import it by its name.",
                ),
                Err(refusal) => {
                    let skipped = if source.named { "" } else { "skipped: " };
                    let message = format!("{skipped}{}", refusal.message);
                    desk.screen
                        .fault(&source.shown, refusal.line, &message, &refusal.hint);
                    failed |= source.named;
                }
            }
        }
        failed |= in_folders && items.is_empty();
        (items, failed)
    }

    fn item(&self, desk: &Desk, incoming: Incoming) -> Item {
        for warning in incoming.warnings() {
            let hint = "It was read all the same: look whether the transcript reads well.";
            desk.screen
                .fault(&incoming.shown, warning.line, &warning.message, hint);
        }
        Item {
            incoming,
            wishes: Wishes {
                person: self.person.clone(),
                date: self.date,
                title: self.title.clone(),
                manager: self.manager.clone(),
                again: self.again,
            },
            stop: None,
        }
    }
}

/// Asks for what cannot be found, where somebody is there to answer; tells it otherwise. Whether something stays open comes back.
fn settle(desk: &Desk, run: &Run, items: &mut [Item], ask: Option<&Ask<'_>>) -> bool {
    let mut importer = importer(run);
    let mut open = false;
    for Item {
        incoming,
        wishes,
        stop,
    } in items
    {
        while let Err(found) = importer.take(incoming, wishes) {
            if ask.is_some_and(|ask| ask.about(&incoming.shown, &found, wishes)) {
                continue;
            }
            let refusal = found.refusal(sources::argument(&incoming.shown));
            desk.screen
                .fault(&incoming.shown, None, &refusal.message, &refusal.hint);
            // The meeting is in the vault, which is what was wanted.
            open |= !matches!(found, Stop::Same(..));
            *stop = Some(found);
            break;
        }
    }
    open
}

fn importer(run: &Run) -> Importer<'_> {
    let record = &run.compiled.record;
    let transcripts = record.transcripts.values().map(AsRef::as_ref);
    Importer::new(&run.snapshot, &record.people, transcripts)
}

/// The files to write, and what becomes of each export, in the vault as it stands now.
fn plan(run: &Run, items: &[Item]) -> (BTreeMap<VaultPath, File>, Tally) {
    let mut importer = importer(run);
    let mut files = BTreeMap::new();
    let mut tally = Tally::default();
    for item in items.iter().filter(|item| item.stop.is_none()) {
        match importer.take(&item.incoming, &item.wishes) {
            Ok(Taken::New { path, text }) => {
                let bytes = text.into_bytes();
                files.insert(
                    path.clone(),
                    File {
                        before: None,
                        bytes,
                    },
                );
                tally.new.push(path);
            }
            // The same meeting in another form is here only if another process wrote it meanwhile.
            Ok(Taken::Known(path)) | Err(Stop::Same(path, _)) => {
                tally.known.push((item.incoming.shown.clone(), path));
            }
            Err(_) => {}
        }
    }
    (files, tally)
}
