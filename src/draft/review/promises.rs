//! Promises in a review: numbers with their n, and each that was kept or not, by name. Reasons stay out: they are the manager's.

use crate::insight::Tally;
use crate::insight::promises::Standing;
use crate::ledger::Commitment;
use crate::model::ItemId;
use crate::model::calendar::{day_month, day_near};
use crate::note::Block;
use crate::transcript::inert;

use super::super::prose::{Paragraph, Prose, counted, listed, sentence};
use super::Desk;

impl Desk<'_> {
    /// Each side's promises, the manager's first (law 8): in numbers, then one by one, so that each number's parts have their receipts.
    pub(super) fn promises(&self, prose: &mut Prose<'_>) -> Vec<Block> {
        let mine = self.commitments(|commitment| commitment.by_manager);
        let theirs = self.commitments(|commitment| self.is_theirs(commitment));
        let mut blocks = self.side(prose, &sentence(self.manager), &mine);
        blocks.extend(self.side(prose, self.person.first_name(), &theirs));
        blocks
    }

    fn side(&self, prose: &mut Prose<'_>, name: &str, commitments: &[&Commitment]) -> Vec<Block> {
        let late = format!(
            "Past its date on {} and not heard of since",
            day_month(self.until)
        );
        let kinds: [(&str, &[Standing]); 5] = [
            (
                "Kept",
                &[Standing::Kept, Standing::KeptUndated, Standing::KeptLate],
            ),
            ("Said to be not done", &[Standing::Missed]),
            (&late, &[Standing::PastDue]),
            ("Still open", &[Standing::Open]),
            ("Dropped", &[Standing::Dropped]),
        ];
        let mut blocks = vec![self.counted(prose, name, commitments)];
        for (words, standings) in kinds {
            let opening = format!("{words}, of what {name} promised:");
            blocks.extend(self.listed(prose, &opening, commitments, standings));
        }
        blocks
    }

    /// `opening one; two; three.`, each with its receipts; none where nothing stands so.
    fn listed(
        &self,
        prose: &mut Prose<'_>,
        opening: &str,
        commitments: &[&Commitment],
        standings: &[Standing],
    ) -> Option<Block> {
        let named: Vec<String> = commitments
            .iter()
            .filter(|commitment| standings.contains(&Standing::of(commitment, self.until)))
            .map(|commitment| {
                let day = match Standing::of(commitment, self.until) {
                    Standing::KeptLate => ", after its date".to_owned(),
                    Standing::PastDue => commitment
                        .due
                        .map(|due| format!(", due {}", day_near(due, self.until)))
                        .unwrap_or_default(),
                    _ => String::new(),
                };
                format!(
                    "{}{day}{}",
                    inert::escape(&commitment.text),
                    prose.marks(receipts(commitment))
                )
            })
            .collect();
        if named.is_empty() {
            return None;
        }
        let mut text = Paragraph::default();
        prose.say(&mut text, &format!("{opening} {}.", named.join("; ")), []);
        Some(prose.block(opening, &text))
    }

    fn counted(&self, prose: &mut Prose<'_>, name: &str, commitments: &[&Commitment]) -> Block {
        let mut text = Paragraph::default();
        let key = format!("promises of {name}");
        if commitments.is_empty() {
            prose.say(
                &mut text,
                &format!("The record holds no promise of {name} in this period."),
                [],
            );
            return prose.block(&key, &text);
        }
        let tally = Tally::of(commitments.iter().copied(), self.until);
        let parts = [
            (tally.kept + tally.undated, "kept"),
            (tally.late, "kept late"),
            (tally.missed, "missed"),
            (tally.dropped, "dropped"),
            (tally.open, "open"),
            (tally.past_due, "open and past the date"),
        ];
        let parts: Vec<String> = parts
            .iter()
            .filter(|(n, _)| *n > 0)
            .map(|(n, word)| format!("{n} {word}"))
            .collect();
        let words = format!(
            "{name} made {}; on {} {}.",
            counted(commitments.len(), "promise", "promises"),
            day_month(self.until),
            match commitments.len() {
                1 => format!("it stood at {}", listed(&parts, ", ")),
                _ => format!("they stood at {}", listed(&parts, ", ")),
            }
        );
        prose.say(&mut text, &words, []);
        let (dated, kept) = tally.dated;
        let rate = match tally.rate(&self.record.config) {
            Some(rate) => format!(
                "Of the {dated} with a date that had passed, {kept} were kept in time (likely {:.0} to {:.0} %; a count, not a grade).",
                rate.low * 100.0,
                rate.high * 100.0
            ),
            None => format!(
                "{} had a date that had passed; a rate needs {}.",
                sentence(&counted(dated as usize, "promise", "promises")),
                self.record.config.measures.rate_minimum
            ),
        };
        prose.say(&mut text, &rate, []);
        prose.block(&key, &text)
    }

    fn is_theirs(&self, commitment: &Commitment) -> bool {
        let owner = commitment
            .owner
            .as_ref()
            .and_then(|owner| owner.person.as_ref());
        owner == Some(&self.person.slug)
    }

    /// Whether the person was in the room: what was said of them elsewhere has no place in their review.
    fn heard(&self, commitment: &Commitment) -> bool {
        self.is_theirs(commitment) && commitment.room.contains(&self.person.slug)
    }

    /// The promises between the two that were made in the period.
    fn commitments(&self, whose: impl Fn(&Commitment) -> bool) -> Vec<&Commitment> {
        let of_these_two = |commitment: &&Commitment| {
            self.period.contains(commitment.raised)
                && commitment.raised <= self.until
                && (commitment.person.as_ref() == Some(&self.person.slug) || self.heard(commitment))
                && whose(commitment)
        };
        self.ledger
            .commitments
            .iter()
            .filter(of_these_two)
            .collect()
    }
}

/// What proves how a commitment ended: where it was promised first, and where it was last spoken of.
fn receipts(commitment: &Commitment) -> Vec<&ItemId> {
    let mut ids = vec![&commitment.id];
    if let Some(last) = commitment
        .events
        .last()
        .filter(|event| event.item.id != commitment.id)
    {
        ids.push(&last.item.id);
    }
    ids
}
