//! Which capitals are names. A capital in the middle of a sentence is one; at its head only when the talk has the word as a name
//! elsewhere, or when it stands as names stand and nobody says it in small letters.

use rustc_hash::FxHashMap;

use super::super::super::spelling::Spelling;
use super::super::lexicon::Class;
use super::super::said::Said;
use super::grammar::TITLE;

const ED: Class = Class::named("ed");
const ING: Class = Class::named("ing");
const NUMBER: Class = Class::named("number");
/// Words that are never names.
const NO_NAME: Class = Class::named("calendar")
    .and(Class::named("determiner"))
    .and(Class::named("subject"))
    .and(Class::named("object"))
    .and(Class::named("preposition"));

/// How a word that is written with a capital somewhere is written elsewhere.
#[derive(Debug, Clone, Copy, Default)]
struct Written {
    /// In the middle of a sentence, where a capital makes it a name.
    named: bool,
    /// In small letters.
    small: bool,
    /// How often at the head of a sentence.
    heads: u32,
}

/// Marks the names of all turns.
pub(in super::super) fn mark(turns: &mut [Said<'_>]) {
    let mut written: FxHashMap<Spelling, Written> = FxHashMap::default();
    for said in turns.iter() {
        for at in (0..said.tokens.len()).filter(|at| said.is_capital(*at)) {
            let known = written.entry(said.tokens[at].spelling).or_default();
            if at_head(said, at) {
                known.heads += 1;
            } else if may_be(said, at) {
                known.named = true;
            }
        }
    }
    for said in turns.iter() {
        for at in (0..said.tokens.len()).filter(|at| !said.is_capital(*at)) {
            if let Some(known) = written.get_mut(&said.tokens[at].spelling) {
                known.small = true;
            }
        }
    }
    let name = |said: &Said<'_>, at: usize| {
        said.is_capital(at)
            && may_be(said, at)
            && (!at_head(said, at)
                || written.get(&said.tokens[at].spelling).is_some_and(|known| {
                    !known.small && (known.named || known.heads > 1 && stands_as_name(said, at))
                }))
    };
    let marks: Vec<Vec<bool>> = turns
        .iter()
        .map(|said| (0..said.tokens.len()).map(|at| name(said, at)).collect())
        .collect();
    for (said, names) in turns.iter_mut().zip(marks) {
        said.names = names;
    }
}

fn may_be(said: &Said<'_>, at: usize) -> bool {
    let word = said.word(at);
    !said.is(at, NO_NAME) && word.chars().nth(1).is_some() && word != "i" && !word.contains('\'')
}

/// Whether a capital here says nothing: at the head of a sentence or of quoted speech.
fn at_head(said: &Said<'_>, at: usize) -> bool {
    let head = said.is_head(at);
    let before = at
        .checked_sub(1)
        .map_or(0, |before| said.tokens[before].end);
    head || said.turn.text[before..said.tokens[at].start]
        .contains(['"', '\u{201c}', '\u{2018}', ']', ':', '\u{2026}'])
}

/// "Callum's in", "Pargeter rang", "Donna." stand as names do.
fn stands_as_name(said: &Said<'_>, at: usize) -> bool {
    let word = said.word(at);
    let plain = said.is_unknown(at)
        && !said.is(at, ED)
        && !said.is(at, ING)
        && !said.is(at, NUMBER)
        && !word.ends_with("ly")
        && !word.starts_with("when")
        && !word.starts_with("what")
        && !word.starts_with("oh")
        && !word.starts_with("oo");
    if !plain {
        return false;
    }
    let next = said.word(at + 1);
    let alone = said.is_alone(at);
    if said.is(at.wrapping_sub(1), TITLE) {
        return true;
    }
    alone && !word.ends_with('s')
        || !alone
            && matches!(
                next,
                "'s" | "'ll"
                    | "is"
                    | "was"
                    | "has"
                    | "had"
                    | "said"
                    | "says"
                    | "will"
                    | "rang"
                    | "wants"
                    | "and"
                    | "did"
                    | "can"
                    | "could"
                    | "went"
                    | "told"
                    | "asked"
                    | "doesn't"
                    | "isn't"
                    | "wasn't"
                    | "hasn't"
                    | "needs"
                    | "goes"
                    | "got"
            )
}
