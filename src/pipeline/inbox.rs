//! The inbox: what lies there becomes transcripts. A plan is pure and says what becomes of each file; [`take_in`] is the effect, and
//! every command that takes in calls it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::{People, Problem, Transcript, VaultPath};
use crate::transcript::recording::Refusal;
use crate::vault::inbox::Waiting;
use crate::vault::{Lock, Snapshot, Vault};

use super::import::{Importer, Incoming, Taken, Wishes};
use super::{File, write};

/// What becomes of the files in the inbox.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// Those that become transcripts: what is written where, and what was read with a doubt.
    pub new: Vec<New>,
    /// Those that are transcripts already, and which.
    pub known: Vec<(Waiting, VaultPath)>,
    /// Why the others stay.
    pub problems: Vec<Problem>,
}

/// A file that becomes a transcript.
#[derive(Debug, Clone)]
pub struct New {
    /// The file.
    pub waiting: Waiting,
    /// The transcript.
    pub path: VaultPath,
    /// What will stand there.
    pub text: String,
    /// What the owner should know about the reading.
    pub doubts: Vec<Problem>,
}

impl Plan {
    /// Whether there is nothing to take in and nothing to put away.
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.known.is_empty()
    }

    /// The transcripts to be written.
    pub fn files(&self) -> BTreeMap<VaultPath, File> {
        let file = |new: &New| {
            let bytes = new.text.clone().into_bytes();
            (
                new.path.clone(),
                File {
                    before: None,
                    bytes,
                },
            )
        };
        self.new.iter().map(file).collect()
    }
}

/// Reads what waits and says what becomes of it.
pub(super) fn plan<'t>(
    snapshot: &Snapshot,
    people: &People,
    transcripts: impl IntoIterator<Item = &'t Transcript>,
) -> Plan {
    let mut plan = Plan::default();
    if snapshot.inbox.is_empty() {
        return plan;
    }
    let read: Vec<Result<Incoming, Refusal>> = snapshot
        .inbox
        .par_iter()
        .map(|waiting| {
            let path = &waiting.path;
            let inside = path.below(&snapshot.config.folders.inbox);
            let folders: Vec<&str> = inside.unwrap_or_default().rsplit('/').skip(1).collect();
            Incoming::read(path.as_str(), &folders, &waiting.bytes)
        })
        .collect();
    let mut importer = Importer::new(snapshot, people, transcripts);
    for (waiting, incoming) in snapshot.inbox.iter().zip(read) {
        let taken = incoming.and_then(|incoming| {
            let taken = importer.take(&incoming, &Wishes::default());
            let taken = taken.map_err(|stop| stop.refusal(&incoming.shown))?;
            Ok((incoming, taken))
        });
        match taken {
            Ok((incoming, Taken::New { path, text })) => plan.new.push(New {
                doubts: doubts(&waiting.path, &incoming),
                waiting: waiting.clone(),
                path,
                text,
            }),
            Ok((_, Taken::Known(path))) => plan.known.push((waiting.clone(), path)),
            Err(Refusal {
                line,
                message,
                hint,
            }) => {
                let message = format!("not taken in: {message}");
                plan.problems
                    .push(Problem::new(&waiting.path, line, message, hint));
            }
        }
    }
    plan
}

fn doubts(path: &VaultPath, incoming: &Incoming) -> Vec<Problem> {
    let hint = "Nothing to do, if the transcript reads well.";
    let doubt = |warning: &crate::transcript::recording::Warning| {
        Problem::guess(path, warning.line, &warning.message, hint)
    };
    incoming.warnings().iter().map(doubt).collect()
}

/// What came of taking in.
#[derive(Debug, Default)]
pub struct TookIn {
    /// The new transcripts, each with the file that it was made of.
    pub new: Vec<(VaultPath, VaultPath)>,
    /// The files that were put away: from where, and where to.
    pub moved: Vec<(VaultPath, VaultPath)>,
    /// What the owner should know, and what could not be done.
    pub problems: Vec<Problem>,
}

/// Writes the transcripts of a plan and puts their files away. A file that somebody is still writing waits for the next time.
pub fn take_in(vault: &Vault, lock: &Lock, inbox: &str, mut plan: Plan) -> TookIn {
    let mut done = TookIn::default();
    plan.new.retain(|new| {
        let rests = vault.rests(&new.waiting);
        if !rests {
            let message = "this file is still being written";
            let hint = "It is taken in by the first build after it is whole.";
            done.problems
                .push(Problem::guess(&new.waiting.path, None, message, hint));
        }
        rests
    });
    let wrote = write(vault, &plan.files());
    let failed = |path: &VaultPath| {
        wrote.changed.contains(path) || wrote.problems.iter().any(|problem| problem.path == *path)
    };
    let mut put_away: Vec<Waiting> = plan.known.into_iter().map(|(waiting, _)| waiting).collect();
    for new in plan.new {
        if failed(&new.path) {
            continue;
        }
        done.problems.extend(new.doubts);
        done.new.push((new.waiting.path.clone(), new.path));
        put_away.push(new.waiting);
    }
    done.problems.extend(wrote.problems);
    for waiting in put_away {
        match vault.put_away(lock, inbox, &waiting) {
            Ok(place) => done.moved.push((waiting.path, place)),
            Err(error) => done.problems.push(Problem::new(
                &waiting.path,
                None,
                format!("this file is a transcript now, and stays here: {error:#}"),
                "Check the permissions of the inbox, or move the file away yourself. It is not taken in twice.",
            )),
        }
    }
    done
}
