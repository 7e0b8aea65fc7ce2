//! What was found gets its ids. An id is derived once, from what was said; after that the note that holds it decides (DESIGN section 3).
//! It knows nothing of engines.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Item, ItemId, Kind, Slug, Source, Transcript, text};
use crate::note::ids;
use crate::note::meeting::Contents;

use super::Found;

/// The share of a quote's words that must stand in the older quote for both to be one item.
const SAME_WORDS: f64 = 0.5;

/// A meeting's items with their ids, the sure ones and the others. `existing` is what the note holds that is there already:
/// what was found again keeps the id that stands there, also when the owner has deleted the line.
pub fn identify(
    transcript: &Transcript,
    found: Vec<Found>,
    existing: Option<&Contents>,
) -> (Vec<Item>, Vec<Item>) {
    let mut known = Known::of(existing);
    let person = transcript.person.as_ref().map_or("", Slug::as_str);
    let derived = derive_ids(transcript, person, &found);
    // A note may be older than the knowledge whose 1:1 it was: what it deleted then stays deleted.
    let unnamed = derive_ids(transcript, "", &found);
    let mut ids: Vec<Option<ItemId>> = derived
        .iter()
        .zip(&unnamed)
        .map(|(id, unnamed)| [id, unnamed].into_iter().find(|id| known.take(id)).cloned())
        .collect();
    for (found, id) in found.iter().zip(&mut ids).filter(|(_, id)| id.is_none()) {
        *id = known.take_alike(found);
    }
    let mut items = Vec::new();
    let mut maybe = Vec::new();
    for ((found, id), derived) in found.into_iter().zip(ids).zip(derived) {
        let item = Item {
            id: id.unwrap_or(derived),
            text: found.text,
            detail: found.detail,
            source: Source::Speech(found.evidence),
            said_in: None,
        };
        if found.sure {
            items.push(item);
        } else {
            maybe.push(item);
        }
    }
    (items, maybe)
}

/// Over kind, date, whose 1:1 it was, label and the words of the evidence's turn, with an ordinal among equals. The person is in it
/// because a manager says `Leave it with me.` to several people on one day.
fn derive_ids(transcript: &Transcript, person: &str, found: &[Found]) -> Vec<ItemId> {
    let mut ordinals: BTreeMap<(Kind, String, String), u32> = BTreeMap::new();
    let date = transcript.date.to_string();
    let derive = |found: &Found| {
        let kind = found.detail.kind();
        let primary = found.evidence.first();
        let turn = primary.and_then(|primary| transcript.turn(primary.turn));
        let speaker = text::fold(primary.map_or("", |primary| &primary.speaker));
        let words = text::fold(turn.map_or("", |turn| &turn.text));
        let ordinal = ordinals
            .entry((kind, speaker.clone(), words.clone()))
            .or_default();
        let id = ids::mint(&[
            kind.tag(),
            &date,
            person,
            &speaker,
            &words,
            &ordinal.to_string(),
        ]);
        *ordinal += 1;
        id
    };
    found.iter().map(derive).collect()
}

/// The ids that a note knows, with what each was taken from where its line still stands.
struct Known {
    free: BTreeSet<ItemId>,
    quotes: Vec<(ItemId, Kind, String, String)>,
}

impl Known {
    fn of(existing: Option<&Contents>) -> Self {
        let Some(contents) = existing else {
            return Self {
                free: BTreeSet::new(),
                quotes: Vec::new(),
            };
        };
        let standing = contents.items.iter().chain(&contents.maybe);
        let quotes = standing.clone().filter_map(|item| {
            let primary = item.source.evidence().first()?;
            let quote = text::fold(&primary.quote);
            Some((item.id.clone(), item.kind(), primary.speaker.clone(), quote))
        });
        let written = contents.state.iter().flat_map(|state| state.written.keys());
        Self {
            quotes: quotes.collect(),
            free: standing
                .map(|item| &item.id)
                .chain(written)
                .cloned()
                .collect(),
        }
    }

    fn take(&mut self, id: &ItemId) -> bool {
        self.free.remove(id)
    }

    /// The free item of the same kind and speaker whose quote shares most words with this one, and at least half.
    fn take_alike(&mut self, found: &Found) -> Option<ItemId> {
        let primary = found.evidence.first()?;
        let kind = found.detail.kind();
        let mut best: Option<(f64, &ItemId)> = None;
        for (id, other_kind, speaker, quote) in &self.quotes {
            if *other_kind != kind || *speaker != primary.speaker || !self.free.contains(id) {
                continue;
            }
            let share = text::overlap(&primary.quote, quote);
            if share >= SAME_WORDS && best.is_none_or(|(most, _)| share > most) {
                best = Some((share, id));
            }
        }
        let id = best?.1.clone();
        self.free.remove(&id);
        Some(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Detail, Evidence, Turn, VaultPath};
    use jiff::civil::date;

    fn transcript(turns: &[(&str, &str)]) -> Transcript {
        let turns = turns.iter().zip(1..).map(|((label, text), number)| Turn {
            number,
            label: (*label).into(),
            speaker: None,
            text: (*text).into(),
            time: None,
            line: number,
        });
        Transcript {
            path: VaultPath::new("transcripts/x.md"),
            date: date(2026, 11, 16),
            start: None,
            kind: "1-1".into(),
            title: None,
            person: None,
            people: Vec::new(),
            manager: None,
            duration_minutes: None,
            turns: turns.collect(),
            doubt: None,
            hash: String::new(),
        }
    }

    fn found(turn: u32, speaker: &str, quote: &str) -> Found {
        Found {
            detail: Detail::Deferred,
            text: quote.into(),
            evidence: vec![Evidence {
                turn,
                speaker: speaker.into(),
                quote: quote.into(),
                time: None,
            }],
            sure: true,
        }
    }

    fn ids(items: &[Item]) -> Vec<&str> {
        items.iter().map(|item| item.id.as_str()).collect()
    }

    #[test]
    fn equal_turns_get_different_ids_and_a_number_that_moves_changes_none() {
        let said = transcript(&[
            ("Sally", "Later then."),
            ("Dana", "Right."),
            ("Sally", "Later then."),
        ]);
        let two = vec![
            found(1, "Sally", "Later then."),
            found(3, "Sally", "Later then."),
        ];
        let (items, _) = identify(&said, two, None);
        assert_ne!(items[0].id, items[1].id);
        let shifted = transcript(&[("Dana", "Morning."), ("Sally", "Later then.")]);
        let (again, _) = identify(&shifted, vec![found(2, "Sally", "Later then.")], None);
        assert_eq!(again[0].id, items[0].id);
    }

    #[test]
    fn an_item_found_again_keeps_the_id_that_stands_in_the_note() {
        let before = transcript(&[("Sally", "We leave the training plan for next time.")]);
        let (items, _) = identify(
            &before,
            vec![found(1, "Sally", "leave the training plan for next time")],
            None,
        );
        let note = Contents {
            items: items.clone(),
            ..Contents::default()
        };
        let mended = transcript(&[(
            "Sally",
            "We leave the training plan for the next time, okay.",
        )]);
        let changed = vec![found(
            1,
            "Sally",
            "leave the training plan for the next time",
        )];
        let (again, _) = identify(&mended, changed.clone(), Some(&note));
        assert_eq!(ids(&again), ids(&items));
        let (fresh, _) = identify(&mended, changed, None);
        assert_ne!(ids(&fresh), ids(&items));
    }
}
