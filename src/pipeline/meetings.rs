//! Extraction over a whole vault: each meeting's note as it will stand, and the meeting read back from it.
//! Meetings run in date order, each with what was open before it; groups of people who never meet run side by side.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use rayon::prelude::*;

use crate::extract::{self, Job, Lexicon};
use crate::ledger::Fold;
use crate::model::{
    Config, Context, ItemId, Meeting, People, Problem, Slug, Transcript, VaultPath,
};
use crate::note::meeting::{self, Contents, Proof};
use crate::note::{self, Draft, Names, State};
use crate::vault::{Snapshot, hash};

use super::groups;
use super::notes;
use super::{Options, Progress, Reading};

/// What became of one meeting.
#[derive(Debug)]
pub(super) struct Outcome {
    /// The meeting as everything downstream sees it.
    pub(super) meeting: Meeting,
    /// The note's text, when it is to be written.
    pub(super) note: Option<String>,
    /// Whether an engine read the transcript in this run.
    pub(super) extracted: bool,
    /// Whether the note had lost its merge state and got it again.
    restored: bool,
    /// Quotes that did not hold.
    pub(super) dropped: u32,
    /// What is wrong with the note.
    pub(super) problems: Vec<Problem>,
}

/// What a note is made of, as hashes: where they are those that its merge state names, there is nothing to read.
struct MadeOf {
    transcript: String,
    context: String,
    /// None where the owner named nobody behind a label.
    speakers: Option<String>,
    /// None where the vault adds no rows of its own.
    lexicon: Option<String>,
}

impl MadeOf {
    fn is_what_was(&self, before: Option<&Contents>) -> bool {
        let state = before.and_then(|contents| contents.state.as_ref());
        state.is_some_and(|state| {
            state.part("transcript") == Some(&self.transcript)
                && state.part("context") == Some(&self.context)
                && state.part("speakers") == self.speakers.as_deref()
                && state.part("lexicon") == self.lexicon.as_deref()
        })
    }
}

impl fmt::Display for MadeOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "transcript {} context {} ",
            self.transcript, self.context
        )?;
        if let Some(speakers) = &self.speakers {
            write!(f, "speakers {speakers} ")?;
        }
        if let Some(lexicon) = &self.lexicon {
            write!(f, "lexicon {lexicon} ")?;
        }
        write!(f, "engine {}", extract::ENGINE)
    }
}

/// What all meetings are read with.
#[derive(Clone, Copy)]
struct Desk<'a> {
    config: &'a Config,
    people: &'a People,
    lexicon: &'a Lexicon,
    /// The hash of the rows that the vault adds to the lexicon.
    added: Option<&'a str>,
    options: Options,
    /// The hash of whom the owner named behind labels, by transcript.
    speakers: &'a BTreeMap<VaultPath, String>,
    /// In which transcript the items were said that notes were written with: what tells a line that was moved between notes.
    /// Two meetings of one day in which the same words fell are both the home of one id.
    homes: &'a BTreeMap<ItemId, Vec<&'a Transcript>>,
}

/// Runs all meetings: those with a transcript, and those whose note was typed by hand. In [`Meeting::order`].
pub(super) fn run(
    snapshot: &Snapshot,
    people: &People,
    transcripts: &BTreeMap<VaultPath, Arc<Transcript>>,
    speakers: &BTreeMap<VaultPath, String>,
    options: Options,
    progress: &dyn Progress,
) -> (Vec<Outcome>, Vec<Problem>) {
    let (outcomes, problems) = once(snapshot, people, transcripts, speakers, options, progress);
    if !outcomes.iter().any(|outcome| outcome.restored) {
        return (outcomes, problems);
    }
    // A note that got its merge state again tells of lines that were moved out of it: the others are read once more with that known.
    let mut written = snapshot.clone();
    for outcome in &outcomes {
        if let Some(text) = &outcome.note {
            let bytes = Arc::from(text.as_bytes());
            written.files.insert(outcome.meeting.note.clone(), bytes);
        }
    }
    let options = Options {
        reading: Reading::Missing,
        ..options
    };
    let (again, _) = once(&written, people, transcripts, speakers, options, progress);
    let mut meetings: BTreeMap<VaultPath, Outcome> = again
        .into_iter()
        .map(|outcome| (outcome.meeting.note.clone(), outcome))
        .collect();
    let outcomes = outcomes
        .into_iter()
        .map(|first| match meetings.remove(&first.meeting.note) {
            Some(second) => Outcome {
                meeting: second.meeting,
                note: second.note.or(first.note),
                ..first
            },
            None => first,
        });
    (outcomes.collect(), problems)
}

fn once(
    snapshot: &Snapshot,
    people: &People,
    transcripts: &BTreeMap<VaultPath, Arc<Transcript>>,
    speakers: &BTreeMap<VaultPath, String>,
    options: Options,
    progress: &dyn Progress,
) -> (Vec<Outcome>, Vec<Problem>) {
    let (pairs, mut problems) = notes::pair(snapshot, people, transcripts);
    let (lexicon, found) = extract::lexicon(snapshot.below("lexicon"));
    problems.extend(found);
    let added = added_rows(snapshot);
    let desk = Desk {
        config: &snapshot.config,
        people,
        lexicon: &lexicon,
        added: added.as_deref(),
        options,
        speakers,
        homes: &homes(&pairs),
    };
    progress.begin("Reading meetings", pairs.len());
    let groups = groups::of(pairs, notes::Pair::people);
    let mut outcomes: Vec<Outcome> = groups
        .into_par_iter()
        .flat_map_iter(|group| desk.group(group, progress))
        .collect();
    progress.end();
    outcomes.sort_by(|one, other| one.meeting.order().cmp(&other.meeting.order()));
    (outcomes, problems)
}

/// The hash of the files of `lexicon/`; none where there are none.
fn added_rows(snapshot: &Snapshot) -> Option<String> {
    let all: Vec<u8> = snapshot
        .below("lexicon")
        .flat_map(|(path, bytes)| [path.as_str().as_bytes(), b"\0", bytes, b"\0"].concat())
        .collect();
    (!all.is_empty()).then(|| hash(&all))
}

impl Desk<'_> {
    /// The meetings of people who meet one another, in their order.
    fn group(self, mut pairs: Vec<notes::Pair<'_>>, progress: &dyn Progress) -> Vec<Outcome> {
        pairs.sort_by(|one, other| one.order().cmp(&other.order()));
        let mut fold = Fold::default();
        let mut outcomes = Vec::with_capacity(pairs.len());
        for pair in &pairs {
            let outcome = match pair.transcript {
                Some(transcript) => self.transcript(pair, transcript, &fold),
                None => self.by_hand(pair),
            };
            fold.add(&outcome.meeting);
            outcomes.push(outcome);
            progress.step();
        }
        outcomes
    }

    fn transcript(self, pair: &notes::Pair<'_>, transcript: &Transcript, fold: &Fold) -> Outcome {
        let room = transcript.room();
        let labels = labels(transcript);
        let names = Names {
            people: self.people,
            room: &room,
            manager: transcript.manager.as_ref(),
            labels: &labels,
        };
        let context = fold.context(
            transcript.date,
            &transcript.people,
            transcript.manager.as_ref(),
        );
        let made_of = MadeOf {
            transcript: short_of(&transcript.hash),
            context: short_of(&hash(context.canonical().as_bytes())),
            speakers: self.speakers.get(&transcript.path).cloned(),
            lexicon: self.added.map(short_of),
        };
        let standing = pair.kept.as_ref();
        let before = standing.map(|kept| {
            meeting::read(&pair.note, kept.text, transcript.date, &names, |_| {
                Proof::Unasked
            })
        });
        let locked = standing.is_some_and(|kept| kept.locked);
        let wanted = !locked
            && match self.options.reading {
                Reading::Nothing => false,
                Reading::Missing => !made_of.is_what_was(before.as_ref()),
                Reading::Everything => true,
            };
        // The owner's own lines get their ids whether or not the transcript is read again.
        let own = standing.map(|kept| match self.options.reading {
            Reading::Missing | Reading::Everything if !locked => {
                meeting::adopt(kept.text, transcript.date, &names)
            }
            _ => kept.text.to_owned(),
        });
        let (text, dropped) = if wanted {
            let (draft, dropped) = self.read(transcript, &context, &made_of, before.as_ref());
            // A note that sync has emptied is no note of the owner's.
            let text = own
                .filter(|own| !own.trim().is_empty())
                .map_or_else(|| note::render(&draft), |own| note::merge(&own, &draft));
            (text, dropped)
        } else {
            (own.unwrap_or_default(), 0)
        };
        let mut contents = meeting::read(&pair.note, &text, transcript.date, &names, |id| {
            self.proof(id, Some(transcript))
        });
        let mut problems = pair.problems.clone();
        problems.append(&mut contents.problems);
        let lost = matches!(&before, Some(before) if before.state.is_none());
        if let Some(kept) = standing.filter(|_| lost) {
            problems.extend(notes::state_missing(&pair.note, kept, wanted));
        }
        let differs = standing.map_or(!text.is_empty(), |kept| kept.text != text);
        Outcome {
            meeting: meeting_of(pair, contents),
            note: differs.then_some(text),
            extracted: wanted,
            restored: lost && wanted,
            dropped,
            problems,
        }
    }

    /// What an engine finds in a transcript, as the note that it would write, and how many findings did not hold.
    fn read(
        self,
        transcript: &Transcript,
        context: &Context,
        made_of: &MadeOf,
        before: Option<&Contents>,
    ) -> (Draft, u32) {
        let extraction = extract::extract(&Job {
            lexicon: self.lexicon,
            transcript,
            context,
            people: self.people,
            cadence_days: cadence_days(transcript.person.as_ref(), self.people, self.config),
        });
        let (items, maybe) = extract::identify::identify(transcript, extraction.found, before);
        let tasks = &self.config.tasks;
        let draft = meeting::draft(
            transcript,
            &items,
            &maybe,
            made_of.to_string(),
            self.people,
            tasks,
        );
        (draft, extraction.dropped)
    }

    fn by_hand(self, pair: &notes::Pair<'_>) -> Outcome {
        let text = pair.kept.as_ref().map_or("", |kept| kept.text);
        let head = &pair.head;
        let room: Vec<Slug> = head.manager.iter().chain(&head.people).cloned().collect();
        let names = Names {
            people: self.people,
            room: &room,
            manager: head.manager.as_ref(),
            labels: &[],
        };
        let locked = pair.kept.as_ref().is_some_and(|kept| kept.locked)
            || self.options.reading == Reading::Nothing;
        let adopted = if locked {
            text.to_owned()
        } else {
            meeting::adopt(text, head.date, &names)
        };
        let mut contents = meeting::read(&pair.note, &adopted, head.date, &names, |id| {
            self.proof(id, None)
        });
        let mut problems = pair.problems.clone();
        problems.append(&mut contents.problems);
        Outcome {
            meeting: meeting_of(pair, contents),
            note: (adopted != text).then_some(adopted),
            extracted: false,
            restored: false,
            dropped: 0,
            problems,
        }
    }

    /// Where an item was said: in the note's own transcript, unless another note was written with it.
    fn proof<'t>(&'t self, id: &ItemId, own: Option<&'t Transcript>) -> Proof<'t> {
        let homes = self.homes.get(id).map_or(&[][..], Vec::as_slice);
        match own {
            Some(own) if homes.is_empty() || homes.iter().any(|home| home.path == own.path) => {
                Proof::In {
                    transcript: own,
                    moved: false,
                }
            }
            _ => homes.first().map_or(Proof::Gone, |home| Proof::In {
                transcript: home,
                moved: true,
            }),
        }
    }
}

/// How many days lie between two meetings, by whose 1:1s they are.
pub fn cadence_days(person: Option<&Slug>, people: &People, config: &Config) -> i32 {
    let person = person.and_then(|slug| people.get(slug));
    person
        .and_then(|person| person.cadence)
        .unwrap_or(config.cadence)
        .days()
}

/// The meeting as its note says it.
fn meeting_of(pair: &notes::Pair<'_>, contents: Contents) -> Meeting {
    let head = pair.head.clone();
    Meeting {
        note: pair.note.clone(),
        transcript: pair.transcript.map(|transcript| transcript.path.clone()),
        date: head.date,
        start: head.start,
        title: head.title,
        person: head.person,
        people: head.people,
        manager: head.manager,
        engine: engine(&contents),
        turns: pair.transcript.map_or(0, |transcript| {
            u32::try_from(transcript.turns.len()).unwrap_or(u32::MAX)
        }),
        items: contents.items,
        maybe: contents.maybe,
    }
}

/// The transcripts of the notes whose merge state says that they were written with an item.
fn homes<'a>(pairs: &[notes::Pair<'a>]) -> BTreeMap<ItemId, Vec<&'a Transcript>> {
    let mut homes: BTreeMap<ItemId, Vec<&Transcript>> = BTreeMap::new();
    for pair in pairs {
        let (Some(transcript), Some(kept)) = (pair.transcript, &pair.kept) else {
            continue;
        };
        let state = State::of(kept.text).unwrap_or_default();
        for (id, _) in state.written.into_iter().filter(|(_, hash)| hash.is_some()) {
            homes.entry(id).or_default().push(transcript);
        }
    }
    homes
}

fn labels(transcript: &Transcript) -> Vec<String> {
    let mut labels: Vec<String> = transcript
        .turns
        .iter()
        .map(|turn| turn.label.clone())
        .collect();
    labels.sort_unstable();
    labels.dedup();
    labels.retain(|label| !label.is_empty());
    labels
}

fn engine(contents: &Contents) -> Option<String> {
    let state = contents.state.as_ref()?;
    let (_, engine) = state.made_from.split_once("engine ")?;
    Some(engine.to_owned())
}

/// Sixteen digits of a hash: what the merge state keeps.
pub(super) fn short_of(hash: &str) -> String {
    hash.chars().take(16).collect()
}
