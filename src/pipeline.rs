//! The whole program on one screen: a snapshot of the vault goes in, files to write and a site come out. Nothing here touches the disk,
//! a clock or a network (law 10); [`write()`] is the one effect, kept apart at the end.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::draft::{Document, Planned, agenda, review};
use crate::ledger::{Fold, Record};
use crate::model::config::Mode;
use crate::model::problem::Weight;
use crate::model::{Meeting, People, Problem, VaultPath};
use crate::site::{self, Site};
use crate::transcript;
use crate::vault::{Snapshot, Vault, Written, person};

mod bag;
mod documents;
mod explain;
mod groups;
pub mod import;
pub mod inbox;
mod meetings;
mod met;
mod notes;
pub mod speakers;
#[cfg(test)]
mod tests;

pub use explain::{Explained, explain};
pub use meetings::cadence_days;

/// Which transcripts an engine reads in this run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// None: the notes count as they stand.
    Nothing,
    /// Those without a note, and those whose words or context changed since.
    Missing,
    /// All of them again.
    Everything,
}

/// What a run is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Which transcripts are read.
    pub reading: Reading,
    /// The day that site and terminal take for today.
    pub today: Date,
}

/// Told how far a long run is; it may show that or not.
pub trait Progress: Sync {
    /// A stage of so many steps begins.
    fn begin(&self, stage: &'static str, steps: usize);
    /// One step is done.
    fn step(&self);
    /// The stage is over.
    fn end(&self);
}

/// A run's result.
#[derive(Debug)]
pub struct Compiled {
    /// Everything that was read, and the fold of it.
    pub record: Arc<Record>,
    /// The agendas and review drafts as they will stand.
    pub documents: Vec<Document>,
    /// The files to write into the vault.
    pub files: BTreeMap<VaultPath, File>,
    /// What becomes of the files in the inbox.
    pub inbox: inbox::Plan,
    /// What is wrong in the vault, by path.
    pub problems: Vec<Problem>,
    /// The notes whose transcripts an engine read in this run.
    pub extracted: Vec<VaultPath>,
    /// How many findings were dropped because their quotes did not hold.
    pub dropped: u32,
    /// The theme's files that the owner replaced.
    overrides: BTreeMap<String, Arc<[u8]>>,
    today: Date,
}

/// A file that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// What stood there when the vault was read; none when there was no file.
    pub before: Option<Arc<[u8]>>,
    /// What will stand there.
    pub bytes: Vec<u8>,
}

/// From a snapshot to everything that follows from it.
pub fn compile(snapshot: &Snapshot, options: Options, progress: &dyn Progress) -> Compiled {
    let config = &snapshot.config;
    let mut problems = snapshot.problems.clone();

    // People and transcripts.
    let (known, found) = person::read_all(snapshot);
    problems.extend(found);
    let sources: Vec<_> = snapshot.below(&config.folders.transcripts).collect();
    let mut parsed: Vec<_> = sources
        .into_par_iter()
        .map(|(path, bytes)| transcript::parse(path, bytes, &config.folders.transcripts))
        .collect();
    let named = speakers::assign(snapshot, &mut parsed);
    let named_by = speakers::hashes(&parsed);
    let (people, found) = transcript::people(known, &parsed, config);
    problems.extend(found);
    problems.extend(speakers::problems(&named, &people));
    let mut transcripts = BTreeMap::new();
    for parsed in parsed {
        let (transcript, found) = transcript::resolve(parsed, &people, config);
        problems.extend(found);
        if let Some(transcript) = transcript {
            transcripts.insert(transcript.path.clone(), Arc::new(transcript));
        }
    }

    // Notes and meetings.
    let (outcomes, found) = meetings::run(
        snapshot,
        &people,
        &transcripts,
        &named_by,
        options,
        progress,
    );
    problems.extend(found);
    let mut texts = Vec::new();
    let (mut read, mut extracted, mut dropped) = (Vec::new(), Vec::new(), 0);
    for outcome in outcomes {
        dropped += outcome.dropped;
        problems.extend(outcome.problems);
        if outcome.extracted {
            extracted.push(outcome.meeting.note.clone());
        }
        if let Some(note) = outcome.note {
            texts.push((outcome.meeting.note.clone(), note));
        }
        read.push(outcome.meeting);
    }
    problems.extend(ids_in_two_notes(&read));

    // What waits in the inbox.
    let inbox = inbox::plan(snapshot, &people, transcripts.values().map(Arc::as_ref));
    problems.extend(inbox.problems.iter().cloned());

    // The ledger, and the drafts made from it.
    let ledger = Fold::all(&read);
    let record = Arc::new(Record::new(
        config.clone(),
        people,
        transcripts,
        read,
        ledger,
    ));
    let planned = drafts(&record);
    let (documents, found) = documents::merge(snapshot, &record.people, planned);
    problems.extend(found);
    texts.extend(
        documents
            .iter()
            .map(|document| (document.path.clone(), document.text.clone())),
    );

    problems.sort();
    problems.dedup();
    Compiled {
        record,
        documents,
        files: changes(snapshot, texts),
        problems,
        inbox,
        extracted,
        dropped,
        overrides: snapshot.theme(),
        today: options.today,
    }
}

impl Compiled {
    /// How many of the problems `check` counts.
    pub fn serious(&self) -> usize {
        self.problems
            .iter()
            .filter(|problem| problem.weight == Weight::Problem)
            .count()
    }

    /// The site: recipes, not bytes.
    pub fn site(&self) -> Site {
        Site::new(site::Input {
            record: Arc::clone(&self.record),
            documents: self.documents.clone(),
            problems: self.problems.clone(),
            overrides: self.overrides.clone(),
            today: self.today,
        })
    }
}

/// The drafts that are kept up to date: everybody's next agenda, and the review of the running half-year.
fn drafts(record: &Record) -> Vec<Planned> {
    let agendas = record
        .met()
        .filter_map(|person| agenda::plan(record, person));
    match record.config.mode {
        Mode::Full => agendas
            .chain(
                record
                    .met()
                    .filter_map(|person| review::running(record, person)),
            )
            .collect(),
        Mode::NotesOnly => agendas.collect(),
    }
}

/// Some drafts merged with what stands in the vault, among the other agendas and reviews.
pub fn documents(
    snapshot: &Snapshot,
    people: &People,
    planned: Vec<Planned>,
) -> (Vec<Document>, Vec<Problem>) {
    documents::merge(snapshot, people, planned)
}

/// The files that a run wants as `texts`, each with what stands there in the snapshot; those that stand there already are left out.
pub fn changes(
    snapshot: &Snapshot,
    texts: impl IntoIterator<Item = (VaultPath, String)>,
) -> BTreeMap<VaultPath, File> {
    let change = |(path, text): (VaultPath, String)| {
        let before = snapshot.files.get(&path).cloned();
        let bytes = text.into_bytes();
        let differs = before.as_deref() != Some(&bytes) && !snapshot.untouchable.contains(&path);
        differs.then_some((path, File { before, bytes }))
    };
    texts.into_iter().filter_map(change).collect()
}

/// What became of the writes.
#[derive(Debug, Default)]
pub struct Wrote {
    /// How many files.
    pub written: usize,
    /// Those that somebody changed since the vault was read: they were left alone.
    pub changed: Vec<VaultPath>,
    /// Those that could not be written.
    pub problems: Vec<Problem>,
}

/// Writes files into the vault. One that cannot be written does not stop the rest.
pub fn write(vault: &Vault, files: &BTreeMap<VaultPath, File>) -> Wrote {
    let mut wrote = Wrote::default();
    for (path, file) in files {
        match vault.write(path, file.before.as_deref(), &file.bytes) {
            Ok(Written::Same) => {}
            Ok(Written::New) => wrote.written += 1,
            Ok(Written::ChangedMeanwhile) => wrote.changed.push(path.clone()),
            Err(error) => wrote.problems.push(Problem::new(
                path,
                None,
                format!("{error:#}"),
                "Check that the folder can be written to and that the disk is not full, then run the command again.",
            )),
        }
    }
    wrote
}

/// An id names one item in the whole vault: the copy of a transcript, or of a note, would count everything twice.
fn ids_in_two_notes(meetings: &[Meeting]) -> Vec<Problem> {
    let mut first_in = BTreeMap::new();
    let mut copies = BTreeMap::new();
    for meeting in meetings {
        for item in &meeting.items {
            let first: &mut &Meeting = first_in.entry(&item.id).or_insert(meeting);
            if first.note != meeting.note {
                copies
                    .entry((&meeting.note, &first.note))
                    .or_insert(&item.id);
            }
        }
    }
    let problem = |((copy, original), id): ((&VaultPath, &VaultPath), _)| {
        Problem::new(
            copy,
            None,
            format!("the item ^{id} stands in `{original}` too; it counts there, and not here"),
            "If this meeting is a copy of the other, delete one of the two.",
        )
    };
    copies.into_iter().map(problem).collect()
}
