//! One sentence at a time: whether its speaker takes something on, and how firmly. It does not know what others answer.

use std::ops::Range;
use std::sync::LazyLock;

use super::cues::Cue;
use super::deed::{deed, deed_end};
use super::dialogue::{Said, Sentence};
use super::pattern::{Class, Hit, class_named};
use super::words;

static ED: LazyLock<Class> = LazyLock::new(|| class_named("ed"));

/// What kind of words take something on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// "I'll ring him."
    Deed,
    /// "You'll have it by Friday."
    Receipt,
    /// "Leave it with me": what is meant was said before.
    Take,
    /// "I can get him tomorrow", "I should call her": it wants a day or a yes.
    Loose,
}

/// Something taken on in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Promise {
    pub(super) form: Form,
    /// The words from the verb on.
    pub(super) deed: Range<usize>,
    /// The words of the cue.
    pub(super) cue: Range<usize>,
    /// How firm it is by itself: 4 and more stands alone.
    pub(super) weight: i32,
}

/// The promises of a sentence: the firmest, and others beside it that have a deed and a day of their own.
pub(super) fn promises(said: &Said<'_>, sentence: &Sentence) -> Vec<Promise> {
    let mut all: Vec<Promise> = Vec::new();
    for hit in &sentence.hits {
        let found = match hit.cue {
            Cue::Promise => deed(said, sentence, hit, 4),
            Cue::Able | Cue::Plan => deed(said, sentence, hit, 2).map(loose),
            Cue::Going => going(said, sentence, hit),
            Cue::Receipt => receipt(said, sentence, hit),
            Cue::Ready => ready(said, sentence, hit),
            Cue::Take => take(said, sentence, hit),
            _ => None,
        };
        let Some(mut found) = found else { continue };
        let around = circumstances(said, sentence, &found);
        found.weight += if found.form == Form::Take {
            around.min(0)
        } else {
            around
        };
        if found.weight > 0 {
            all.push(found);
        }
    }
    let mut best: Option<usize> = None;
    for (place, found) in all.iter().enumerate() {
        if best.is_none_or(|best| better(said, found, &all[best])) {
            best = Some(place);
        }
    }
    let Some(best) = best.map(|place| all.swap_remove(place)) else {
        return all;
    };
    let own_day = |promise: &Promise| {
        sentence
            .days
            .iter()
            .find(|day| promise.deed.contains(&day.words.start))
            .map(|day| day.date)
    };
    let apart = |promise: &Promise| {
        promise.deed.end <= best.cue.start || promise.cue.start >= best.deed.end
    };
    all.retain(|other| {
        other.form == Form::Deed
            && apart(other)
            && own_day(other).is_some()
            && own_day(&best).is_some()
            && own_day(other) != own_day(&best)
    });
    all.truncate(1);
    all.push(best);
    all.sort_by_key(|promise| promise.cue.start);
    all
}

fn better(said: &Said<'_>, found: &Promise, best: &Promise) -> bool {
    // Of "leave that with me, I'll sort the chairs" the second half says what is meant.
    let telling = |promise: &Promise| {
        (
            promise.form != Form::Take,
            words::weight(said, promise.deed.clone()),
        )
    };
    (found.weight, telling(found)) > (best.weight, telling(best))
}

fn loose(mut found: Promise) -> Promise {
    found.form = Form::Loose;
    found
}

/// What the rest of the sentence adds and takes away.
fn circumstances(said: &Said<'_>, sentence: &Sentence, found: &Promise) -> i32 {
    let mut weight = 0;
    let start = found.cue.start;
    let own_word = matches!(
        said.word(start.wrapping_sub(1)),
        "so" | "and" | "but" | "then"
    );
    let quoted = sentence.of(Cue::Quoting).any(|hit| {
        hit.at.end <= start && start - hit.at.end <= 8 && !(own_word && start - hit.at.end > 1)
    });
    if quoted {
        return -20;
    }
    if sentence.of(Cue::NoPromise).any(|hit| hit.at.start == start) {
        return -20;
    }
    let day_behind = sentence.days.iter().any(|day| day.words.end > start);
    if day_behind {
        weight += 3;
    } else if !sentence.days.is_empty() {
        weight += 2;
    }
    if sentence.of(Cue::If).any(|hit| hit.at.start < start) {
        weight -= 3;
    }
    if sentence.has(Cue::Habit) {
        weight -= 3;
    }
    if sentence.bounds.question && found.form != Form::Take {
        weight -= 4;
    }
    if sentence.of(Cue::InCall).any(|hit| hit.at.end > start) {
        weight -= 5;
    }
    if sentence.any(&[Cue::Defer, Cue::Park]) {
        weight -= 4;
    }
    weight
}

fn going(said: &Said<'_>, sentence: &Sentence, hit: &Hit) -> Option<Promise> {
    let ing = hit.at.end - 1;
    let word = said.word(ing);
    let end = deed_end(said, sentence, ing);
    let day = sentence
        .days
        .iter()
        .any(|day| day.words.start >= hit.at.start);
    let idle = matches!(
        word,
        "going"
            | "thinking"
            | "looking"
            | "hoping"
            | "trying"
            | "wondering"
            | "saying"
            | "telling"
            | "asking"
            | "feeling"
            | "coming"
            | "working"
            | "getting"
            | "waiting"
            | "sitting"
            | "leaving"
            | "flying"
            | "staying"
            | "having"
            | "assuming"
            | "guessing"
            | "aiming"
            | "planning"
            | "being"
            | "expecting"
            | "dreading"
    );
    let having = word == "having" && matches!(said.word(ing + 1), "him" | "her" | "them" | "a");
    (day && (!idle || having)).then(|| Promise {
        form: Form::Deed,
        deed: ing..end,
        cue: hit.at.clone(),
        weight: 1,
    })
}

fn receipt(said: &Said<'_>, sentence: &Sentence, hit: &Hit) -> Option<Promise> {
    let end = deed_end(said, sentence, hit.at.end - 1);
    let idiom = matches!(said.word(hit.at.end), "to" | "all" | "wrong" | "now")
        && matches!(said.word(hit.at.end - 1), "it" | "the");
    // "You'll have seen it", "you'll see what I mean".
    let seen = said.is(hit.at.end, *ED)
        && !sentence
            .days
            .iter()
            .any(|day| day.words.start >= hit.at.start);
    let sees = matches!(said.word(hit.at.start + 2), "see" | "hear");
    if idiom || seen {
        return None;
    }
    let weight = if sees { -1 } else { 2 };
    Some(Promise {
        form: Form::Receipt,
        deed: hit.at.end - 1..end,
        cue: hit.at.clone(),
        weight,
    })
}

fn ready(said: &Said<'_>, sentence: &Sentence, hit: &Hit) -> Option<Promise> {
    let day = sentence
        .days
        .iter()
        .any(|day| day.words.start >= hit.at.start);
    let subject = said.word(hit.at.start.wrapping_sub(1));
    let third = matches!(
        subject,
        "he" | "she" | "they" | "you" | "we" | "i" | "nobody" | "somebody"
    ) || said.is_name(hit.at.start.wrapping_sub(1));
    if !day || third {
        return None;
    }
    let clause = sentence.bounds.clause_of(hit.at.start);
    Some(Promise {
        form: Form::Receipt,
        deed: clause.start..clause.end.max(hit.at.end),
        cue: hit.at.clone(),
        weight: 1,
    })
}

fn take(said: &Said<'_>, sentence: &Sentence, hit: &Hit) -> Option<Promise> {
    let clause = sentence.bounds.clause_of(hit.at.start);
    // "I can" and "I will" take on by themselves, not as the head of "I can see that".
    let head_only = hit.at.len() == 2 && said.word(hit.at.start) == "i" && hit.at.end < clause.end;
    (!head_only).then(|| Promise {
        form: Form::Take,
        deed: hit.at.start..clause.end.max(hit.at.end),
        cue: hit.at.clone(),
        weight: 3,
    })
}
