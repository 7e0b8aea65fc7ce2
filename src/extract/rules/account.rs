//! What a sentence tells of the other's conduct: what "you" did, left undone, said or keep doing. It judges nothing: whether a telling
//! praises or corrects is for those who ask.

use super::lexicon::Class;
use super::said::{Said, Sentence};
use super::stance;
use super::tense;

const SOFT: Class = Class::named("soft");
const PAST: Class = Class::named("past");
const PERF: Class = Class::named("perf");
const ED: Class = Class::named("ed");
const ING: Class = Class::named("ing");
const DO: Class = Class::named("do");
const NUMBER: Class = Class::named("number");

/// How "you" stands in a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Conduct {
    /// "You moved eleven people", "you were on your phone".
    Did,
    /// "You didn't ring", "you've never said".
    Undone,
    /// "You said Friday": what was announced.
    Said,
    /// "You go round the back".
    Habit,
    /// "When you change it on the day": what follows is what comes of it.
    Whenever,
    /// "You going in there", "how you did that": the deed as a thing.
    Named,
}

/// A clause about what the other does or did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Deed {
    pub(super) conduct: Conduct,
    /// Whether the clause has an object or more: "you came" tells less than "you came and found me".
    pub(super) full: bool,
}

/// The deeds of the other that a sentence tells, in the speaker's own voice.
pub(super) fn deeds(said: &Said<'_>, sentence: &Sentence) -> Vec<Deed> {
    if sentence.bounds.question {
        return Vec::new();
    }
    let you = sentence
        .bounds
        .words
        .clone()
        .filter(|at| said.word(*at) == "you");
    you.filter(|at| !stance::in_quotes(said, *at))
        .filter_map(|at| {
            let (conduct, verb) = conduct(said, sentence, at)?;
            let full = sentence.bounds.clause_of(at).end.saturating_sub(verb) >= 4;
            Some(Deed { conduct, full })
        })
        .collect()
}

/// What a "you" does, and where its verb stands.
fn conduct(said: &Said<'_>, sentence: &Sentence, you: usize) -> Option<(Conduct, usize)> {
    let before = if you > sentence.bounds.words.start {
        said.word(you - 1)
    } else {
        ""
    };
    if is_asked_or_supposed(before) {
        return None;
    }
    let verb = past_soft_words(said, you + 1, 3);
    if verb >= sentence.bounds.words.end {
        return None;
    }
    let after = past_soft_words(said, verb + 1, 2);
    let conduct = match said.word(verb) {
        "didn't" | "never" | "hadn't" | "haven't" | "wouldn't" => left_undone(said, after)?,
        "don't" => match said.word(after) {
            "have" | "need" | "want" | "know" | "mind" | "think" | "mean" => return None,
            _ => Conduct::Habit,
        },
        "'d" | "had" => match said.word(after) {
            "not" | "never" => Conduct::Undone,
            "better" | "to" | "have" | "be" | "like" | "rather" | "get" | "do" => return None,
            _ if is_participle(said, after) || is_thing(said, after) => told(said, after),
            _ => return None,
        },
        "'ve" | "have" => match said.word(after) {
            "not" | "never" => Conduct::Undone,
            "to" | "got" => return None,
            _ if is_participle(said, after) => told(said, after),
            _ => return None,
        },
        "were" | "was" | "weren't" => Conduct::Did,
        "'re"
            if matches!(
                said.word(verb + 1),
                "always" | "still" | "never" | "forever"
            ) =>
        {
            Conduct::Habit
        }
        "thought" | "needed" | "wanted" | "felt" => return None,
        _ if is_past(said, verb) => match (told(said, verb), before) {
            (Conduct::Did, "how" | "what" | "way" | "where") => Conduct::Named,
            (conduct, _) => conduct,
        },
        _ if said.is(verb, ING) => Conduct::Named,
        "do" | "tend" | "go" | "get" | "say" | "keep" | "come" => Conduct::Habit,
        _ if said.is(verb, DO) => Conduct::Habit,
        _ => return None,
    };
    let whenever = matches!(before, "when" | "whenever" | "time") && conduct == Conduct::Habit;
    Some((if whenever { Conduct::Whenever } else { conduct }, verb))
}

/// Whether the word before "you" makes the clause a question, a wish, a condition or somebody's object.
fn is_asked_or_supposed(before: &str) -> bool {
    matches!(
        before,
        "did"
            | "do"
            | "does"
            | "have"
            | "had"
            | "has"
            | "would"
            | "could"
            | "can"
            | "will"
            | "should"
            | "are"
            | "were"
            | "was"
            | "is"
            | "don't"
            | "didn't"
            | "haven't"
            | "hadn't"
            | "couldn't"
            | "can't"
            | "won't"
            | "'ll"
            | "'d"
            | "shall"
            | "may"
            | "might"
            | "d'you"
            | "if"
            | "unless"
            | "thank"
            | "hope"
            | "think"
            | "suppose"
            | "bet"
            | "reckon"
            | "assume"
            | "wish"
            | "whatever"
            | "than"
    )
}

/// The first place from one on where no word stands that only softens, at most so many words on.
fn past_soft_words(said: &Said<'_>, from: usize, most: usize) -> usize {
    let soft = |at: usize| {
        said.is(at, SOFT)
            || matches!(
                said.word(at),
                "both"
                    | "two"
                    | "guys"
                    | "all"
                    | "lot"
                    | "lads"
                    | "sort"
                    | "kind"
                    | "of"
                    | "already"
                    | "even"
            )
    };
    (from..from + most)
        .find(|at| !soft(*at))
        .unwrap_or(from + most)
}

/// "You didn't have to" and "you didn't know" leave nothing undone.
fn left_undone(said: &Said<'_>, verb: usize) -> Option<Conduct> {
    let spared = said.word(verb) == "have" && said.word(verb + 1) == "to";
    let inward = matches!(said.word(verb), "know" | "want" | "mean");
    (!spared && !inward).then_some(Conduct::Undone)
}

fn told(said: &Said<'_>, verb: usize) -> Conduct {
    match said.word(verb) {
        "said" | "told" | "promised" | "asked" | "mentioned" | "agreed" | "reckoned" | "meant" => {
            Conduct::Said
        }
        _ => Conduct::Did,
    }
}

fn is_past(said: &Said<'_>, at: usize) -> bool {
    said.is(at, PAST) || said.is(at, ED) || tense::base(said, at).is_some()
}

fn is_participle(said: &Said<'_>, at: usize) -> bool {
    said.is(at, PERF)
        || said.is(at, ED)
        || said.is(at, PAST)
        || matches!(said.word(at), "been" | "gone")
}

/// Whether a thing begins there: "you'd two lines in", "you had the whole room laughing".
fn is_thing(said: &Said<'_>, at: usize) -> bool {
    said.is(at, NUMBER)
        || matches!(
            said.word(at),
            "a" | "an"
                | "the"
                | "no"
                | "every"
                | "my"
                | "your"
                | "his"
                | "her"
                | "their"
                | "our"
                | "it"
                | "that"
                | "this"
                | "them"
                | "all"
                | "everything"
                | "nothing"
                | "more"
                | "some"
        )
}
