//! Where spoken words go on: over hesitations, small adverbs and words that break off. It knows no meaning.

use super::super::lexicon::Class;
use super::super::said::Said;
use super::super::words::breaks_off;

const SOFT: Class = Class::named("soft");

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
            || breaks_off(said, at))
    {
        at += 1;
    }
    at
}
