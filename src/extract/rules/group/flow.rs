//! How spoken words run on: over hesitations, small adverbs and words that break off. It knows no meaning.

use super::super::lexicon::Class;
use super::super::said::Said;

const SOFT: Class = Class::named("soft");

/// Whether a word breaks off: "the User Interf- Interface".
pub(super) fn cut_off(said: &Said<'_>, at: usize) -> bool {
    let Some(token) = said.tokens.get(at) else {
        return false;
    };
    let rest = &said.turn.text[token.end..];
    rest.starts_with('-') && rest[1..].starts_with([' ', ',', '.'])
}

/// Whether nothing but space and hesitation parts a word from the one before.
pub(super) fn runs_on(said: &Said<'_>, at: usize) -> bool {
    let (Some(before), Some(here)) = (
        at.checked_sub(1).and_then(|before| said.tokens.get(before)),
        said.tokens.get(at),
    ) else {
        return false;
    };
    let gap = &said.turn.text[before.end..here.start];
    gap.chars().all(|c| c.is_whitespace() || c == '-')
}

/// The next word from a place on that says something.
pub(super) fn onward(said: &Said<'_>, at: usize, end: usize) -> usize {
    let mut at = at;
    while at < end
        && (matches!(
            said.word(at),
            "um" | "uh"
                | "er"
                | "erm"
                | "hmm"
                | "mm"
                | "all"
                | "each"
                | "both"
                | "also"
                | "just"
                | "then"
                | "now"
                | "maybe"
                | "hopefully"
                | "probably"
                | "so"
                | "well"
                | "still"
                | "together"
        ) || said.is(at, SOFT)
            || cut_off(said, at))
    {
        at += 1;
    }
    at
}
