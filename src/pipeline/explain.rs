//! Why an item stands in a note: its meeting is read once more, with what was open before it. Nothing is kept.

use crate::extract::{self, Job, Trace};
use crate::ledger::{Fold, Record};
use crate::model::{Item, ItemId, Meeting, Transcript};
use crate::vault::Snapshot;

use super::meetings::cadence_days;

/// Where an item stands, and why.
#[derive(Debug)]
pub struct Explained<'a> {
    /// The meeting whose note holds it.
    pub meeting: &'a Meeting,
    /// The item as the note has it.
    pub item: &'a Item,
    /// Whether the note has it among what may be meant.
    pub maybe: bool,
    /// What the engine heard; none where it does not find the item, or another engine or a hand wrote it.
    pub trace: Option<Trace>,
}

/// Why an item is there; none where no note holds it.
pub fn explain<'a>(snapshot: &Snapshot, record: &'a Record, id: &ItemId) -> Option<Explained<'a>> {
    let (place, item, maybe) = record
        .meetings
        .iter()
        .enumerate()
        .find_map(|(at, meeting)| {
            let mut sure = meeting.items.iter().map(|item| (item, false));
            let mut all = sure
                .by_ref()
                .chain(meeting.maybe.iter().map(|item| (item, true)));
            let (item, maybe) = all.find(|(item, _)| item.id == *id)?;
            Some((at, item, maybe))
        })?;
    let meeting = &record.meetings[place];
    let path = item.said_in.as_ref().or(meeting.transcript.as_ref());
    let transcript = path.and_then(|path| record.transcripts.get(path));
    Some(Explained {
        meeting,
        item,
        maybe,
        trace: transcript.and_then(|transcript| trace(snapshot, record, place, transcript, item)),
    })
}

fn trace(
    snapshot: &Snapshot,
    record: &Record,
    place: usize,
    transcript: &Transcript,
    item: &Item,
) -> Option<Trace> {
    let mut fold = Fold::default();
    for earlier in &record.meetings[..place] {
        fold.add(earlier);
    }
    let context = fold.context(
        transcript.date,
        &transcript.people,
        transcript.manager.as_ref(),
    );
    let (lexicon, _) = extract::lexicon(snapshot.below("lexicon"));
    let traced = extract::explain(&Job {
        transcript,
        context: &context,
        people: &record.people,
        lexicon: &lexicon,
        cadence_days: cadence_days(transcript.person.as_ref(), &record.people, &record.config),
    });
    // The owner may have changed the line's words; what it was heard in tells which one it is.
    let own = item.source.evidence().first()?;
    let same = |found: &extract::Found| {
        found.detail.kind() == item.kind()
            && found.evidence.first().is_some_and(|primary| {
                primary.turn == own.turn
                    && (primary.quote.contains(&own.quote) || own.quote.contains(&primary.quote))
            })
    };
    traced
        .into_iter()
        .find(|(found, _)| same(found))
        .map(|(_, trace)| trace)
}
