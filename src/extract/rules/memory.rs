//! What the open commitments are about, in stems, and what each stem is worth for telling one commitment from another.

use super::dialogue::Speech;
use super::words::{self, Stem};
use crate::model::OpenCommitment;

/// What an open commitment is about: stems with what each is worth for telling it from the others.
pub(super) struct Matter(Vec<(Stem, f64)>);

impl Matter {
    pub(super) fn shared(&self, stems: &[Stem]) -> f64 {
        // Both are sorted and short: one walk along both.
        let (mut sum, mut at) = (0.0, 0);
        for (stem, worth) in &self.0 {
            while stems.get(at).is_some_and(|other| **other < **stem) {
                at += 1;
            }
            match stems.get(at) {
                Some(other) if other == stem => sum += worth,
                Some(_) => {}
                None => break,
            }
        }
        sum
    }
}

/// What the open commitments are about, worked out once for a meeting.
pub(super) struct Memory(pub(super) Vec<Matter>);

impl Memory {
    pub(super) fn new(speech: &Speech<'_>) -> Self {
        Self(matters(speech, &speech.job.context.open))
    }
}

fn matters(speech: &Speech<'_>, open: &[OpenCommitment]) -> Vec<Matter> {
    let all: Vec<Vec<(Stem, f64)>> = open.iter().map(own_matter).collect();
    all.iter()
        .map(|own| {
            let worth = own
                .iter()
                .filter(|(stem, _)| !speech.is_in_the_room(stem))
                .map(|(stem, worth)| {
                    let others = all
                        .iter()
                        .filter(|other| other.iter().any(|(known, _)| known == stem))
                        .count();
                    #[expect(
                        clippy::cast_precision_loss,
                        reason = "a meeting has few open commitments"
                    )]
                    let rarity = 1.0 / (others.max(1) as f64).sqrt();
                    (stem.clone(), worth * rarity)
                });
            Matter(worth.collect())
        })
        .collect()
}

/// What a word of the talk around a commitment is worth.
const AROUND: f64 = 0.8;

/// The words of a commitment: what its own words say is worth more than the hint in its brackets.
fn own_matter(open: &OpenCommitment) -> Vec<(Stem, f64)> {
    let (text, hint) = open.text.split_once(" (").unwrap_or((&open.text, ""));
    let (quote, around) = open.quote.split_once('\n').unwrap_or((&open.quote, ""));
    let mut all = words::matter_of(&format!("{text} {quote}"));
    for (stem, worth) in words::matter_of(hint) {
        if !all.iter().any(|(known, _)| *known == stem) {
            all.push((stem, worth.max(0.8) * 0.85));
        }
    }
    // What was said around it tells less.
    for (stem, worth) in words::matter_of(around) {
        if !all.iter().any(|(known, _)| *known == stem) {
            all.push((stem, worth * AROUND));
        }
    }
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}
