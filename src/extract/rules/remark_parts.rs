//! What a remark on the other's conduct names, of the three things that make it one to learn from: the situation, the behaviour, the
//! impact (Center for Creative Leadership). It reads the words that were quoted, because nothing else is on record, and does not judge
//! whether they are a remark at all.

use jiff::civil::Date;

use super::super::dates::{Frame, named_in};
use super::account::deeds;
use super::dialogue::Role;
use super::lexicon::{Cue, Hit, Lexicon};
use super::said::{self, Said, Sentence};
use crate::model::{RemarkParts, Turn};

/// What the quotes of a remark name.
pub fn remark_parts<'q>(lexicon: &Lexicon, quotes: impl Iterator<Item = &'q str>) -> RemarkParts {
    // No day is resolved here: whether one is named does not depend on when.
    let frame = Frame {
        today: Date::constant(2024, 1, 1),
        cadence_days: 7,
    };
    let mut scanner = lexicon.scanner();
    let mut parts = RemarkParts::default();
    for quote in quotes {
        let turn = Turn {
            number: 1,
            label: String::new(),
            speaker: None,
            text: quote.to_owned(),
            time: None,
            line: 1,
        };
        let said = said::read(&turn, Role::Other, frame, lexicon, &mut scanner);
        parts.situation |= !named_in(&said.tokens).is_empty();
        for sentence in &said.sentences {
            let here = in_sentence(&said, sentence);
            parts.situation |= here.situation;
            parts.behaviour |= here.behaviour;
            parts.impact |= here.impact;
        }
    }
    parts
}

/// What one sentence names.
pub(super) fn in_sentence(said: &Said<'_>, sentence: &Sentence) -> RemarkParts {
    // Thanks alone tell nothing of what came of it.
    let thanked = |hit: &Hit| {
        hit.at.clone().any(|at| {
            matches!(
                said.word(at),
                "thank" | "thanks" | "appreciate" | "grateful" | "mean" | "serious" | "saying"
            )
        })
    };
    RemarkParts {
        situation: sentence.has(Cue::Situation) || !sentence.days.is_empty(),
        behaviour: !deeds(said, sentence).is_empty() || sentence.has(Cue::YouDid),
        impact: sentence.any(&[Cue::Impact, Cue::Harm])
            || sentence.of(Cue::Thanked).any(|hit| !thanked(hit)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::remark_parts;

    #[test]
    fn a_remark_names_when_what_and_what_came_of_it() {
        let parts = |quote: &str| {
            let parts = remark_parts(Lexicon::built_in(), std::iter::once(quote));
            [parts.situation, parts.behaviour, parts.impact]
        };
        let cases = [
            ("You're a star", [false, false, false]),
            ("You moved every bench", [false, true, false]),
            (
                "On Tuesday's call you cut the client off",
                [true, true, false],
            ),
            (
                "When the parents came you stayed till nine, so we lost nobody",
                [true, true, true],
            ),
            ("Nobody told me", [false, false, true]),
            ("Thank you, I mean it", [false, false, false]),
            ("That report saved us a day", [false, false, true]),
        ];
        for (quote, wanted) in cases {
            assert_eq!(parts(quote), wanted, "{quote}");
        }
    }
}
