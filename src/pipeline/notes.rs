//! Which note belongs to which transcript, and what a note without one says of itself. It reads front matter and judges no items.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, Time};

use crate::model::{Config, People, Problem, Slug, Transcript, VaultPath};
use crate::note;
use crate::transcript;
use crate::vault::front_matter;
use crate::vault::{Snapshot, conflict_line, text};

use super::meetings::short_of;

/// How the name of a note ends that stands beside one that could not be merged.
const BESIDE: &str = ".new.md";

/// A transcript with its note, or a note alone.
#[derive(Debug)]
pub(super) struct Pair<'a> {
    /// Where the note is or will be.
    pub(super) note: VaultPath,
    /// The note as it stands.
    pub(super) kept: Option<Kept<'a>>,
    /// The transcript; none for a note that was typed by hand or lost its transcript.
    pub(super) transcript: Option<&'a Transcript>,
    /// Who met, when: of the transcript, else of the note.
    pub(super) head: Head,
    /// What is wrong with the note.
    pub(super) problems: Vec<Problem>,
}

/// A note that stands in the vault.
#[derive(Debug)]
pub(super) struct Kept<'a> {
    /// Its text.
    pub(super) text: &'a str,
    /// Whether it must not be written: its text is broken, and a write would make it worse.
    pub(super) locked: bool,
}

/// What is known of a meeting without reading its items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    /// When.
    pub(super) date: Date,
    /// At what time.
    pub(super) start: Option<Time>,
    /// The owner's title.
    pub(super) title: Option<String>,
    /// Whose 1:1.
    pub(super) person: Option<Slug>,
    /// Everybody but the manager.
    pub(super) people: Vec<Slug>,
    /// Who held it.
    pub(super) manager: Option<Slug>,
}

impl Pair<'_> {
    /// The order in which meetings run; as [`crate::model::Meeting::order`].
    pub(super) fn order(&self) -> (Date, Option<Time>, &VaultPath) {
        (self.head.date, self.head.start, &self.note)
    }

    /// Everybody but the manager.
    pub(super) fn people(&self) -> Vec<Slug> {
        self.head.people.clone()
    }
}

/// Pairs each transcript with its note, by path, else by the hash in a note whose transcript was moved; the other notes stand alone.
pub(super) fn pair<'a>(
    snapshot: &'a Snapshot,
    people: &People,
    transcripts: &'a BTreeMap<VaultPath, Arc<Transcript>>,
) -> (Vec<Pair<'a>>, Vec<Problem>) {
    let folders = &snapshot.config.folders;
    let mut notes: BTreeMap<&VaultPath, &[u8]> = snapshot.below(&folders.meetings).collect();
    let mut problems = Vec::new();
    let mut pairs = Vec::new();
    let usual = |transcript: &Transcript| {
        let rest = transcript
            .path
            .below(&folders.transcripts)
            .unwrap_or(transcript.path.as_str());
        VaultPath::within(&folders.meetings, rest)
    };
    let mut moved = Vec::new();
    for transcript in transcripts.values() {
        let note = usual(transcript);
        let Some((path, bytes)) = notes.remove_entry(&note) else {
            moved.push((note, transcript));
            continue;
        };
        match unmergeable(path, bytes, transcript, transcripts) {
            None => pairs.push(with_transcript(path.clone(), Some(bytes), transcript)),
            Some(problem) => {
                let beside = beside(path);
                let bytes = notes.remove(&beside);
                let mut pair = with_transcript(beside, bytes, transcript);
                pair.problems.push(problem);
                pairs.push(pair);
            }
        }
    }
    let by_hash: BTreeMap<String, &VaultPath> = notes
        .iter()
        .filter_map(|(path, bytes)| Some((transcript_hash(text(bytes).ok()?)?, *path)))
        .collect();
    for (note, transcript) in moved {
        let orphan = by_hash
            .get(&short_of(&transcript.hash))
            .and_then(|path| notes.remove_entry(*path));
        pairs.push(match orphan {
            Some((path, bytes)) => with_transcript(path.clone(), Some(bytes), transcript),
            None => with_transcript(note, None, transcript),
        });
    }
    for (path, bytes) in notes {
        if is_beside(path) {
            problems.push(Problem::guess(
                path,
                None,
                "this note was written beside another that could not be merged, and is not needed any more",
                "Take from it what you want, then delete it.",
            ));
            continue;
        }
        alone(snapshot, people, path, bytes, &mut pairs, &mut problems);
    }
    (pairs, problems)
}

/// Why a note cannot take in what its transcript holds: it is no text, or it is the note of another meeting.
fn unmergeable(
    note: &VaultPath,
    bytes: &[u8],
    transcript: &Transcript,
    transcripts: &BTreeMap<VaultPath, Arc<Transcript>>,
) -> Option<Problem> {
    let written = format!(
        "what this meeting holds is written into `{}` until then",
        beside(note)
    );
    let text = match text(bytes) {
        Ok(text) => text,
        Err(line) => {
            let message = format!("this note is not UTF-8 text and is left alone; {written}");
            return Some(Problem::new(
                note,
                Some(line),
                message,
                "Save it again as UTF-8.",
            ));
        }
    };
    let front_matter = front_matter::split(text).front_matter;
    let field = front_matter.get("transcript")?;
    let link = note::links::parse(&field.value.as_text()?)?;
    let belongs_elsewhere = link.path != transcript.path && transcripts.contains_key(&link.path);
    belongs_elsewhere.then(|| {
        Problem::new(
            note,
            Some(field.line),
            format!("this note belongs to `{}`, not to the transcript of this name, and is left alone; {written}", link.path),
            "Give it back its name, or mend its `transcript:` link.",
        )
    })
}

/// Where a note is written that cannot be merged with what stands in its place.
fn beside(note: &VaultPath) -> VaultPath {
    VaultPath::new(&format!("{}{BESIDE}", note.link()))
}

fn is_beside(note: &VaultPath) -> bool {
    note.as_str().ends_with(BESIDE)
}

/// The problem of a note whose merge state is gone: nothing is read as deleted until it has one again.
pub(super) fn state_missing(note: &VaultPath, kept: &Kept<'_>, mended: bool) -> Option<Problem> {
    if kept.locked {
        return None;
    }
    if kept.text.trim().is_empty() {
        let message = "this note was empty and had lost what was known of it";
        let hint = "It is written anew from its transcript. Take lines of your own from the history of git or of your sync.";
        return Some(Problem::new(note, None, message, hint));
    }
    if !kept.text.contains(" ^tl") {
        let strange = !kept.text.trim_start_matches('\u{feff}').starts_with("---");
        let message =
            "this is no note of the meeting of this name: it has neither front matter nor items";
        let hint = "Nothing of it was changed; what the transcript holds stands below it. If another file got its name, give that one back its own.";
        return strange.then(|| Problem::new(note, Some(1), message, hint));
    }
    let hint = if mended {
        "Nothing to do: everything was kept, and this build writes the comment again. Lines deleted before may have come back."
    } else {
        "Run `throughline build`: everything is kept, and the comment is written again."
    };
    let message =
        "the comment `%% throughline 1 … %%` at the end of this note is missing or cut short";
    Some(Problem::new(note, None, message, hint))
}

fn with_transcript<'a>(
    note: VaultPath,
    bytes: Option<&'a [u8]>,
    transcript: &'a Transcript,
) -> Pair<'a> {
    let mut problems = Vec::new();
    let kept = bytes.map(|bytes| keep(&note, bytes, &mut problems));
    let other_date = kept
        .as_ref()
        .and_then(|kept| other_date(kept.text, transcript.date));
    problems.extend(other_date.map(|(line, date)| {
        let message = format!("this note says {date}, and its transcript {}", transcript.date);
        let hint = "Correct the date, and the title below it, by hand: what stands above the items is yours.";
        Problem::new(&note, Some(line), message, hint)
    }));
    Pair {
        note,
        kept,
        transcript: Some(transcript),
        head: Head {
            date: transcript.date,
            start: transcript.start,
            title: transcript.title.clone(),
            person: transcript.person.clone(),
            people: transcript.people.clone(),
            manager: transcript.manager.clone(),
        },
        problems,
    }
}

/// The line and the date of a note's front matter, where it is another day than that of its transcript.
fn other_date(note: &str, date: Date) -> Option<(u32, Date)> {
    let head = note
        .lines()
        .zip(1_u32..)
        .skip(1)
        .take_while(|(line, _)| line.trim_end() != "---");
    let mut dates = head.filter_map(|(line, number)| {
        Some((number, line.strip_prefix("date:")?.trim().parse().ok()?))
    });
    dates.next().filter(|(_, written)| *written != date)
}

fn keep<'a>(note: &VaultPath, bytes: &'a [u8], problems: &mut Vec<Problem>) -> Kept<'a> {
    let text = match text(bytes) {
        Ok(text) => text,
        Err(line) => {
            problems.push(Problem::new(
                note,
                Some(line),
                "this note is not UTF-8 text; it is neither read nor written",
                "Save it again as UTF-8.",
            ));
            return Kept {
                text: "",
                locked: true,
            };
        }
    };
    let conflict = conflict_line(text);
    if conflict.is_some() {
        problems.push(Problem::new(
            note,
            conflict,
            "git left conflict markers here; the note is read as it stands and not written",
            "Keep what is right of the two versions, take out the lines that begin with <<<<<<<, ======= and >>>>>>>, and build again.",
        ));
    }
    Kept {
        text,
        locked: conflict.is_some(),
    }
}

/// The problem of a note that was made from a transcript of which nothing can be read now.
fn without_transcript(snapshot: &Snapshot, note: &VaultPath) -> Problem {
    let folders = &snapshot.config.folders;
    let rest = note.below(&folders.meetings).unwrap_or(note.as_str());
    let transcript = VaultPath::within(&folders.transcripts, rest);
    let there = snapshot.files.contains_key(&transcript)
        || snapshot.untouchable.contains(&transcript)
        || snapshot
            .problems
            .iter()
            .any(|problem| problem.path == transcript);
    if there {
        let message = format!(
            "`{transcript}` cannot be read at present, so the quotes of this note cannot be checked"
        );
        let hint = "Nothing of the note is lost: mend the transcript.";
        return Problem::new(note, None, message, hint);
    }
    Problem::new(
        note,
        None,
        "the transcript of this note is not in the vault; its quotes cannot be checked",
        "Put the transcript back, or delete the note too.",
    )
}

/// A note without a transcript: typed by hand, or left behind by one that is gone.
fn alone<'a>(
    snapshot: &'a Snapshot,
    people: &People,
    path: &VaultPath,
    bytes: &'a [u8],
    pairs: &mut Vec<Pair<'a>>,
    problems: &mut Vec<Problem>,
) {
    let mut own = Vec::new();
    let kept = keep(path, bytes, &mut own);
    let split = front_matter::split(kept.text);
    if let Some(fault) = &split.fault {
        own.push(Problem::new(
            path,
            Some(fault.line),
            &fault.message,
            &fault.hint,
        ));
    }
    let written = transcript::head(path, &split, &mut own);
    if transcript_hash(kept.text).is_some() {
        own.push(without_transcript(snapshot, path));
    }
    let strangers = written.person.iter().chain(&written.attendees);
    own.extend(
        strangers
            .filter(|name| people.resolve(name).is_none())
            .map(|name| stranger(&snapshot.config.folders.people, path, name)),
    );
    if let Some(head) = head(&snapshot.config, people, &written) {
        pairs.push(Pair {
            note: path.clone(),
            kept: Some(kept),
            transcript: None,
            head,
            problems: own,
        });
        return;
    }
    problems.append(&mut own);
    problems.push(Problem::new(
        path,
        None,
        "this note does not say when the meeting was",
        "Write `date: 2026-11-16` into its front matter.",
    ));
}

/// The problem of a name in a note without a transcript that nobody in the vault bears.
fn stranger(folder: &str, note: &VaultPath, name: &str) -> Problem {
    Problem::new(
        note,
        None,
        format!("nobody in this vault is called `{name}`, so what stands here is nobody's record"),
        format!("Make a file for them in `{folder}/`, or correct the name."),
    )
}

/// Who met, when, as the note itself says it.
fn head(config: &Config, people: &People, written: &transcript::Head) -> Option<Head> {
    let find = |name: &String| people.resolve(name).map(|person| person.slug.clone());
    let person = written.person.as_ref().and_then(find);
    let of_person = || {
        let person = people.get(person.as_ref()?)?;
        find(person.manager.as_ref()?)
    };
    let manager = written
        .manager
        .as_ref()
        .and_then(find)
        .or_else(of_person)
        .or_else(|| find(config.manager.as_ref()?));
    let mut all: Vec<Slug> = written.attendees.iter().filter_map(find).collect();
    all.extend(person.clone());
    all.retain(|slug| Some(slug) != manager.as_ref());
    all.sort_unstable();
    all.dedup();
    Some(Head {
        date: written.date?,
        start: written.start,
        title: written.title.clone(),
        person,
        people: all,
        manager,
    })
}

/// The hash of the transcript that a note was made from.
fn transcript_hash(note: &str) -> Option<String> {
    let state = note::State::of(note)?;
    state.part("transcript").map(str::to_owned)
}
