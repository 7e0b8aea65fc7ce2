//! The meeting note: a meeting's items as Markdown that the owner edits, and read back as the truth downstream.
//! It does not know which engine found the items.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use jiff::civil::Date;

use crate::model::config::Tasks;
use crate::model::{
    Evidence, Item, ItemId, Kind, People, Problem, Slug, Source, Transcript, VaultPath, calendar,
    text,
};

use crate::vault::front_matter::quoted;

use super::document::{Block, Draft, Section};
use super::line::{self, Parsed, Place};
use super::lines::{Document, Part, list_text, without_id};
use super::names::Names;
use super::state::{State, hash_block};
use super::{ids, links};

const MAYBE: &str = "> [!question]- Maybe";
const OWN_ROOM: &str = "## My notes";

/// The heading below which a kind's items stand.
pub fn heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Action => "## Action items",
        Kind::Unclear => "## Unclear accountability",
        Kind::Expectation => "## Clear expectations",
        Kind::FollowUp => "## Follow-up",
        Kind::Feedback => "## Feedback",
        Kind::Deferred => "## Put off",
    }
}

/// The note of a transcript as it would be written now.
pub fn draft(
    transcript: &Transcript,
    items: &[Item],
    maybe: &[Item],
    made_from: String,
    people: &People,
    tasks: &Tasks,
) -> Draft {
    let block = |item: &Item, place| Block {
        id: item.id.clone(),
        text: line::write(item, place, people, tasks),
    };
    let mut sections: Vec<Section> = Kind::ALL
        .into_iter()
        .map(|kind| Section {
            heading: heading(kind).to_owned(),
            always: false,
            blocks: items
                .iter()
                .filter(|item| item.kind() == kind)
                .map(|item| block(item, Place::Section(kind)))
                .collect(),
        })
        .collect();
    sections.push(Section {
        heading: MAYBE.to_owned(),
        always: false,
        blocks: maybe.iter().map(|item| block(item, Place::Maybe)).collect(),
    });
    sections.push(Section {
        heading: OWN_ROOM.to_owned(),
        always: true,
        blocks: Vec::new(),
    });
    Draft {
        head: head(transcript, people),
        sections,
        made_from,
    }
}

fn head(transcript: &Transcript, people: &People) -> String {
    let mut out = format!(
        "---\ntranscript: {}\n",
        quoted(&format!("[[{}]]", transcript.path.link()))
    );
    let person = transcript.person.as_ref().and_then(|slug| people.get(slug));
    let title = if let Some(person) = person {
        let _ = writeln!(out, "person: {}", quoted(&links::person_in_full(person)));
        person.name.clone()
    } else {
        if !transcript.people.is_empty() {
            out.push_str("people:\n");
        }
        for person in transcript.people.iter().filter_map(|slug| people.get(slug)) {
            let _ = writeln!(out, "  - {}", quoted(&links::person_in_full(person)));
        }
        transcript
            .title
            .clone()
            .unwrap_or_else(|| format!("Meeting ({})", transcript.kind))
    };
    let _ = write!(
        out,
        "date: {}\n---\n# {title}, {}\n",
        transcript.date,
        calendar::long(transcript.date)
    );
    out
}

/// A note as it was read: its items, and what was last written into it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contents {
    /// What counts.
    pub items: Vec<Item>,
    /// What does not count yet.
    pub maybe: Vec<Item>,
    /// The merge state; none when it is missing or cut short.
    pub state: Option<State>,
    /// Lines that could not be read, ids that stand twice.
    pub problems: Vec<Problem>,
}

/// How the quotes of an item are checked (law 3).
#[derive(Debug, Clone, Copy)]
pub enum Proof<'a> {
    /// Against this transcript.
    In {
        /// It.
        transcript: &'a Transcript,
        /// Whether it is another than the note's own: the owner moved the line here.
        moved: bool,
    },
    /// There is no transcript. A line that still is as we wrote it was checked then; any other is the owner's own.
    Gone,
    /// Not at all: only what the note says is asked for.
    Unasked,
}

/// Reads a note's items. `on` is the meeting's date. Lines without an id get the id that [`adopt`] would write.
/// `proof` tells how each item's quotes are checked. A quote that is not held is no receipt: without any the item is the owner's own
/// line.
pub fn read<'a>(
    path: &VaultPath,
    note: &str,
    on: Date,
    names: &Names<'_>,
    proof: impl Fn(&ItemId) -> Proof<'a>,
) -> Contents {
    let document = Document::cut(note);
    let mut contents = Contents {
        state: document.state.clone(),
        ..Contents::default()
    };
    let mut seen = BTreeSet::new();
    let mut ordinals = BTreeMap::new();
    let mut renamed = BTreeSet::new();
    for (heading, place, part) in items_of(&document) {
        let first = part.first_words();
        if let Some(strange) = strange_id(&first) {
            contents.problems.push(Problem::new(
                path,
                Some(part.line),
                format!("`{strange}` is no id that stands in this note's record"),
                "Take it off the line; the line has an id of its own beside it.",
            ));
        }
        if place == Place::Elsewhere && renamed.insert(heading.clone()) {
            contents.problems.push(Problem::guess(
                path,
                Some(part.line),
                "this line and those below it stand under a heading of yours; they count as before",
                "Nothing to do.",
            ));
        }
        let lines = part.lines();
        let Some(parsed) = line::read(&first, &lines[1..], place, on, names) else {
            if !first.trim().is_empty() {
                contents.problems.push(unreadable(path, part, place));
            }
            continue;
        };
        let id = part
            .id
            .clone()
            .unwrap_or_else(|| owners_id(place, on, names, &first, &mut ordinals));
        if !seen.insert(id.clone()) {
            contents.problems.push(Problem::new(
                path,
                Some(part.line),
                format!("the id ^{id} stands twice in this note; only the first line counts"),
                "Take the id off the second line: it will get its own at the next build.",
            ));
            continue;
        }
        let Parsed {
            text,
            detail,
            mut evidence,
        } = parsed;
        let proof = proof(&id);
        let before = evidence.len();
        keep_proved(&mut evidence, &proof, || {
            is_as_written(contents.state.as_ref(), &id, &heading, part)
        });
        if evidence.len() < before {
            contents.problems.push(Problem::new(
                path,
                Some(part.line),
                "a quote below this line cannot be found in its turn of the transcript",
                "Put the quote back as it was said, or delete it: the line then counts as your own.",
            ));
        }
        let source = if evidence.is_empty() {
            Source::Owner {
                path: path.clone(),
                line: part.line,
                quote: without_box(&first).to_owned(),
            }
        } else {
            Source::Speech(evidence)
        };
        let item = Item {
            id,
            text,
            detail,
            said_in: match proof {
                Proof::In {
                    transcript,
                    moved: true,
                } => Some(transcript.path.clone()),
                Proof::In { .. } | Proof::Gone | Proof::Unasked => None,
            },
            source,
        };
        if place == Place::Maybe {
            contents.maybe.push(item);
        } else {
            contents.items.push(item);
        }
    }
    contents
}

/// A line's words without its check box: what is quoted of the owner's own line.
fn without_box(line: &str) -> &str {
    let line = line.trim();
    let behind = line.strip_prefix('[').and_then(|rest| {
        rest.get(rest.chars().next()?.len_utf8()..)?
            .strip_prefix(']')
    });
    behind.map_or(line, str::trim_start)
}

/// Gives each of the owner's own lines in our sections its id, appended after one space. Nothing else changes.
pub fn adopt(note: &str, on: Date, names: &Names<'_>) -> String {
    let document = Document::cut(note);
    let mut ordinals = BTreeMap::new();
    let mut ids: BTreeMap<u32, ItemId> = BTreeMap::new();
    for (_, place, part) in items_of(&document).filter(|(_, _, part)| part.id.is_none()) {
        let first = part.first_words();
        if place != Place::Maybe && line::read(&first, &[], place, on, names).is_some() {
            ids.insert(
                part.line,
                owners_id(place, on, names, &first, &mut ordinals),
            );
        }
    }
    if ids.is_empty() {
        return note.to_owned();
    }
    let mut out = String::with_capacity(note.len() + ids.len() * 12);
    for (line, number) in note.split_inclusive('\n').zip(1_u32..) {
        let Some(id) = ids.get(&number) else {
            out.push_str(line);
            continue;
        };
        let bare = line.trim_end_matches(['\r', '\n']);
        let gap = if bare.ends_with([' ', '\t']) { "" } else { " " };
        let _ = write!(out, "{bare}{gap}^{id}{}", &line[bare.len()..]);
    }
    out
}

/// Whether an item's lines are those that were last written.
fn is_as_written(state: Option<&State>, id: &ItemId, heading: &str, part: &Part) -> bool {
    let written = state.and_then(|state| state.written.get(id)?.as_deref());
    written.is_some_and(|hash| hash == hash_block(heading, part.lines()))
}

/// The list items that stand in our sections, and those with an id of ours wherever the owner moved them.
fn items_of(document: &Document) -> impl Iterator<Item = (String, Place, &Part)> {
    document
        .blocks()
        .filter(|(_, part)| part.list)
        .filter_map(|(heading, part)| {
            let elsewhere = || part.id.is_some().then_some(Place::Elsewhere);
            let place = place_of(&heading).or_else(elsewhere)?;
            Some((heading, place, part))
        })
}

/// Leaves of a line's receipts those that hold, where there is a transcript to ask, each where the transcript has it now; without
/// one, those of a line that stands as it was written.
fn keep_proved(evidence: &mut Vec<Evidence>, proof: &Proof<'_>, as_written: impl Fn() -> bool) {
    match proof {
        Proof::In { transcript, .. } => evidence.retain_mut(|evidence| {
            transcript.holds(evidence)
                || transcript
                    .found_again(evidence)
                    .map(|found| *evidence = found)
                    .is_some()
        }),
        Proof::Gone if !as_written() => evidence.clear(),
        Proof::Gone | Proof::Unasked => {}
    }
}

/// An id of ours that a hand has changed, as it stands at the end of a line's words.
fn strange_id(first: &str) -> Option<&str> {
    let last = first.split_whitespace().next_back()?;
    last.starts_with("^tl").then_some(last)
}

fn place_of(heading: &str) -> Option<Place> {
    if heading.starts_with('>') {
        return text::fold(heading)
            .ends_with("maybe")
            .then_some(Place::Maybe);
    }
    let words = text::fold(heading);
    Kind::ALL
        .into_iter()
        .find(|kind| text::fold(self::heading(*kind)) == words)
        .map(Place::Section)
}

/// The id of a line that the owner's hand wrote: of its kind, the meeting's date, who was there, and its words.
fn owners_id(
    place: Place,
    on: Date,
    names: &Names<'_>,
    first: &str,
    ordinals: &mut BTreeMap<String, u32>,
) -> ItemId {
    let kind = match place {
        Place::Section(kind) => kind.tag(),
        Place::Maybe => "maybe",
        Place::Elsewhere => "elsewhere",
    };
    let words = text::fold(without_id(list_text(first).unwrap_or(first)));
    let ordinal = ordinals.entry(format!("{kind} {words}")).or_default();
    let room: Vec<&str> = names.room.iter().map(Slug::as_str).collect();
    let id = ids::mint(&[
        kind,
        &on.to_string(),
        "owner",
        &room.join(" "),
        &words,
        &ordinal.to_string(),
    ]);
    *ordinal += 1;
    id
}

fn unreadable(path: &VaultPath, part: &Part, place: Place) -> Problem {
    let (message, hint) = match place {
        Place::Section(Kind::FollowUp) => (
            "this follow-up does not say what became of the promise",
            "Begin the line with Done, Missed, Progress, Dropped, New date 📅 2026-12-04 or Taken over by NAME, then a colon.",
        ),
        Place::Section(Kind::Feedback) => (
            "this feedback does not say who said it to whom",
            "Begin the line as in “Dana to Sally, corrective: …” or “Dana to Sally, praise: …”.",
        ),
        _ => (
            "this line has no words",
            "Write what it is about, or delete the line.",
        ),
    };
    Problem::new(path, Some(part.line), message, hint)
}
