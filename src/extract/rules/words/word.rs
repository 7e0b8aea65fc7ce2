//! Whether a single word can be a noun where it stands, by its ending, its class and its neighbours.

use super::super::lexicon::Class;
use super::super::said::Said;
use super::grammar::{DETERMINER, OBJECT, PREPOSITION, SUBJECT, WEAK};
use super::noun::joined;

const STOP: Class = Class::named("stop");
const FILLER: Class = Class::named("filler");
const DO: Class = Class::named("do");
const ED: Class = Class::named("ed");
const ING: Class = Class::named("ing");
const PAST: Class = Class::named("past");
const MIND: Class = Class::named("mind");
const SOFT: Class = Class::named("soft");

/// What goes on behind a verb and is no noun.
const NO_NOUN: Class = STOP.and(FILLER).and(SOFT).and(PREPOSITION);
/// What a verb takes.
const TAKEN: Class = DETERMINER.and(OBJECT).and(SUBJECT);

/// Whether a word can be a noun behind so many words of the phrase.
#[expect(clippy::too_many_lines, reason = "most of them list words")]
pub(super) fn can_be_noun(said: &Said<'_>, at: usize, end: usize, behind: usize) -> bool {
    let word = said.word(at);
    // "I had the email open": an adjective behind its noun.
    if behind > 0
        && matches!(
            word,
            "open"
                | "full"
                | "free"
                | "shut"
                | "closed"
                | "high"
                | "low"
                | "alive"
                | "empty"
                | "busy"
                | "quiet"
                | "sick"
                | "safe"
                | "quick"
                | "slow"
                | "better"
                | "worse"
                | "different"
                | "clear"
                | "wide"
                | "live"
        )
    {
        return false;
    }
    if word.starts_with('\'') || word.contains("n't") || !word.chars().all(char::is_alphanumeric) {
        return false;
    }
    let follows = |at: usize| at + 1 < end && joined(said, at + 1);
    let next = if follows(at) { said.word(at + 1) } else { "" };
    let onward = !next.is_empty() && !said.is(at + 1, NO_NOUN);
    let takes = !next.is_empty() && (said.is(at + 1, TAKEN) || next == "to");
    if said.is(at, PREPOSITION) && !(word == "round" && behind == 0) {
        return false;
    }
    if said.is(at, STOP) || said.is(at, FILLER) {
        return said.is(at, WEAK)
            && !said.is(at, PREPOSITION)
            && !matches!(
                word,
                "go" | "look"
                    | "think"
                    | "sort"
                    | "kind"
                    | "please"
                    | "start"
                    | "sorry"
                    | "thanks"
                    | "while"
            )
            || word == "list";
    }
    if said.is(at, SOFT)
        || is_adverb(word)
        || matches!(
            word,
            "else"
                | "ago"
                | "early"
                | "late"
                | "alone"
                | "away"
                | "forward"
                | "ahead"
                | "instead"
                | "tomorrow"
                | "yesterday"
                | "today"
                | "ready"
                | "wrong"
                | "myself"
                | "everywhere"
                | "anywhere"
                | "nowhere"
                | "whether"
                | "enough"
                | "yeah"
                | "straight"
                | "quite"
                | "either"
                | "neither"
                | "unless"
                | "cos"
                | "whose"
                | "without"
                | "properly"
                | "per"
        )
    {
        return false;
    }
    if said.is(at, ED) {
        return behind == 0 && onward;
    }
    if said.is(at, PAST) {
        return behind == 0 && !takes;
    }
    if said.is(at, ING) {
        return if behind == 0 {
            onward || !takes
        } else {
            next.is_empty() || matches!(next, "is" | "was" | "'s")
        };
    }
    if said.is(at, MIND) && behind > 0 {
        return false;
    }
    // "The report lands on", "he runs the": a verb in the third person takes something.
    if behind > 0 && takes {
        let base = word.strip_suffix('s').unwrap_or(word);
        return base == word && !said.is(at, DO);
    }
    word.chars().count() > 1
}

/// Whether a word says how, by its ending.
pub(super) fn is_adverb(word: &str) -> bool {
    word.len() > 4
        && word.ends_with("ly")
        && !matches!(
            word,
            "family"
                | "supply"
                | "reply"
                | "assembly"
                | "weekly"
                | "monthly"
                | "daily"
                | "quarterly"
                | "early"
                | "anomaly"
                | "jelly"
        )
}

pub(super) fn is_plural(word: &str) -> bool {
    matches!(word, "people" | "men" | "women" | "children")
        || word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !word.ends_with("us")
            && !word.ends_with("is")
}
