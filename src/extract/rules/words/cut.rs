//! Where a deed's line ends: at the next thought, and at the latest after a dozen words.

use super::super::lexicon::Class;
use super::carries;
use super::deed::Deed;
use super::grammar::{
    ASKING, DANGLES, DETERMINER, is_asking, is_noise, is_padding, is_particle, is_preposition,
    is_subject,
};
use super::noun::{is_name, joined, phrase_at};

const DO: Class = Class::named("do");

/// The most words of a deed's line.
const LONGEST: usize = 12;

impl Deed<'_> {
    /// Ends the line where a new thought begins.
    pub(super) fn cut(&self, places: &mut Vec<usize>) {
        let said = &self.speech.turns[self.at];
        let mut end = places.len();
        for index in 1..places.len() {
            if self.parts(places, index) {
                end = index;
                break;
            }
        }
        places.truncate(end);
        if places.len() > LONGEST {
            let back = (5..=LONGEST).rev().find(|index| {
                let word = said.word(places[*index]);
                is_preposition(word)
                    && word != "of"
                    && (!is_particle(word) || said.is(places[*index] + 1, DETERMINER))
                    || matches!(
                        word,
                        "and" | "or" | "so" | "if" | "but" | "to" | "that" | "when"
                    )
            });
            places.truncate(back.unwrap_or(LONGEST));
        }
    }

    /// Ends words that are no deed's, an object or a place, where a new thought begins.
    pub(super) fn cut_after(&self, places: &mut Vec<usize>) {
        self.cut(places);
    }

    /// Whether a new thought begins at this word of the line.
    #[expect(clippy::too_many_lines, reason = "most of them list words")]
    pub(super) fn parts(&self, places: &[usize], index: usize) -> bool {
        let said = &self.speech.turns[self.at];
        let at = places[index];
        let word = said.word(at);
        let before = said.word(places[index - 1]);
        let next = places.get(index + 1).map_or("", |next| said.word(*next));
        let after = places.get(index + 2).map_or("", |next| said.word(*next));
        let gap = &said.turn.text[said.tokens[at - 1].end..said.tokens[at].start];
        let mark = gap.contains([',', ';', ':', '\u{2014}', '\u{2013}'])
            || gap.contains(" - ")
            || gap.contains("..")
            || gap.contains('(');
        // Where a hesitation was left out its commas go with it.
        let bridged = (places[index - 1] + 1..at).all(|skipped| {
            let word = said.word(skipped);
            is_noise(word) || is_padding(word) || word == said.word(at)
        });
        let mark = mark && (places[index - 1] + 1 == at || !bridged);
        if mark && at > self.words.start + 1 {
            let deed = matches!(word, "and" | "or")
                && (said.is(places.get(index + 1).copied().unwrap_or(at), DO)
                    || next == "then" && !is_subject(after));
            let short = places.len() < LONGEST;
            let all = matches!(word, "and" | "or")
                && phrase_at(said, at + 1, self.words.end).is_some_and(|phrase| phrase.marked)
                && self.is_list(places, index);
            let listed = self.is_list(places, index);
            let told = matches!(said.word(places[0]), "tell" | "remind" | "warn")
                && index > 1
                && index < 5
                && !matches!(
                    word,
                    "and" | "so" | "but" | "i" | "because" | "if" | "when" | "or" | "he" | "she"
                );
            if !(deed && short || all || listed || told) {
                return true;
            }
        }
        let subject = |word: &str| is_subject(word);
        match word {
            "because" | "cos" | "cause" | "which" | "unless" | "although" | "though" | "except"
            | "but" | "whereas" | "whatever" | "otherwise" => index >= 2 || word != "though",
            "and" | "or" => {
                let then = if matches!(next, "then" | "also" | "just" | "so") {
                    after
                } else {
                    next
                };
                // "And me and Ann'll ring round."
                let others = (next == "me" || is_name(said, at + 1))
                    && (at + 2..at + 6).any(|at| matches!(said.word(at), "'ll" | "will"));
                others
                    || subject(then) && then != "what"
                    || matches!(then, "let" | "that" | "if" | "the" | "my") && self.has_verb(at)
            }
            "so" => index >= 2 && next != "far" || index == 1 && subject(next),
            "if" | "when" | "whether" | "how" | "what" | "where" | "who" | "why" => {
                let asked =
                    (said.is(places[0], ASKING) || is_asking(before)) && !matches!(word, "when");
                let asked = asked || word == "when" && index <= 2 && said.is(places[0], ASKING);
                !asked && (word != "who" && word != "what" && word != "where" || mark)
            }
            "before" | "after" | "once" | "while" | "till" | "until" | "as" => {
                let named = is_name(said, at + 1) || said.is(at + 1, DETERMINER);
                subject(next)
                    || next == "soon"
                    || word == "while" && named
                    || matches!(next, "the" | "they") && self.has_verb(at)
            }
            "instead" | "rather" => matches!(next, "of" | "than") && index >= 4,
            "i" | "you" | "he" | "she" | "we" | "they" => {
                // "The list I gave you" goes on; "send it I promise" does not.
                let verbal = matches!(
                    next,
                    "'ll"
                        | "'ve"
                        | "'m"
                        | "'re"
                        | "'d"
                        | "know"
                        | "think"
                        | "will"
                        | "can"
                        | "could"
                        | "have"
                        | "had"
                        | "need"
                        | "want"
                        | "promise"
                        | "swear"
                        | "said"
                        | "told"
                        | "mean"
                        | "suppose"
                        | "guess"
                        | "reckon"
                        | "don't"
                        | "did"
                        | "didn't"
                        | "was"
                        | "is"
                        | "are"
                        | "am"
                        | "just"
                        | "do"
                        | "does"
                        | "got"
                        | "get"
                        | "like"
                        | "asked"
                        | "should"
                );
                let relative = index < 2
                    || !verbal
                    || carries(said, places[index - 1])
                    || matches!(
                        before,
                        "what"
                            | "if"
                            | "whether"
                            | "that"
                            | "thing"
                            | "one"
                            | "how"
                            | "where"
                            | "who"
                            | "sure"
                            | "time"
                    );
                !relative
            }
            "time" | "minute" | "second" | "moment" => before == "the" && subject(next),
            "for" => matches!((next, after), ("heaven" | "god", _) | ("a", "change")),
            "it" => {
                matches!(next, "'s" | "'ll" | "is" | "was")
                    && index >= 2
                    && !is_asking(before)
                    && before != "that"
                    && before != "if"
                    && before != "what"
                    && before != "how"
            }
            _ => false,
        }
    }

    /// Whether a finite verb follows in the clause: a new subject stands here.
    pub(super) fn has_verb(&self, at: usize) -> bool {
        let said = &self.speech.turns[self.at];
        let end = self.words.end.min(at + 7);
        (at + 2..end).any(|place| {
            matches!(
                said.word(place),
                "is" | "are"
                    | "was"
                    | "were"
                    | "'s"
                    | "'ll"
                    | "'ve"
                    | "has"
                    | "have"
                    | "will"
                    | "can"
                    | "comes"
                    | "goes"
                    | "gets"
                    | "come"
                    | "go"
            )
        })
    }

    /// Whether the comma before a word is one of a list: what follows is a phrase and an "and" with another one, or the last of it.
    pub(super) fn is_list(&self, places: &[usize], index: usize) -> bool {
        let said = &self.speech.turns[self.at];
        let at = places[index];
        let start = if matches!(said.word(at), "and" | "or") {
            at + 1
        } else {
            at
        };
        let Some(phrase) = phrase_at(said, start, self.words.end) else {
            return false;
        };
        let behind = phrase.words.end;
        let ends = behind >= self.words.end
            || !joined(said, behind)
            || matches!(said.word(behind), "and" | "or");
        let before = index.checked_sub(1).is_some_and(|before| {
            let word = said.word(places[before]);
            carries(said, places[before]) && !is_preposition(word)
        });
        let more = (at..self.words.end.min(at + 8)).any(|place| {
            matches!(said.word(place), "and" | "or")
                && phrase_at(said, place + 1, self.words.end).is_some()
        });
        ends && before
            && more
            && index > 1
            && phrase.full > 0
            && !said.is(at + 1, DANGLES)
            && phrase.marked
    }
}
