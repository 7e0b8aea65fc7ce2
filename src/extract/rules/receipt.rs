//! Promises that name no deed of the speaker's: what somebody will have, what will be done, and words that only take something on.

use super::lexicon::{Class, Cue, Hit};
use super::promise::{Form, Promise, deed_end};
use super::said::{Said, Sentence};
use super::words;

const ED: Class = Class::named("ed");
const ING: Class = Class::named("ing");

pub(super) fn going(said: &Said<'_>, sentence: &Sentence, hit: &Hit) -> Option<Promise> {
    let ing = hit.at.end - 1;
    let word = said.word(ing);
    let end = deed_end(said, sentence, ing);
    let day = sentence
        .days
        .iter()
        .any(|day| day.words.start >= hit.at.start || day.words.end == hit.at.start);
    let now = !said.is(ing, ING) && !matches!(word, "start" | "begin");
    if now && (is_past_too(word) || !stands_as_plan(said, sentence, hit)) {
        return None;
    }
    let idle = is_no_deed(word);
    // What people do with their own at the weekend is nobody's business.
    if sentence.of(Cue::Private).any(|hit| hit.at.start > ing) {
        return None;
    }
    let having = word == "having" && matches!(said.word(ing + 1), "him" | "her" | "them" | "a");
    (day && (!idle || having)).then(|| Promise {
        form: Form::Deed,
        deed: ing..end,
        cue: hit.at.clone(),
        weight: 1,
    })
}

/// Verbs whose past looks the same: "I put it up Friday" may be over.
fn is_past_too(word: &str) -> bool {
    matches!(
        word,
        "put" | "read" | "set" | "cut" | "let" | "hit" | "shut" | "split" | "spread" | "cost"
    )
}

/// "Tomorrow I speak with the warehouse": a verb with an object, in a clause of its own.
fn stands_as_plan(said: &Said<'_>, sentence: &Sentence, hit: &Hit) -> bool {
    let verb = hit.at.end - 1;
    let object = if matches!(said.word(verb + 1), "with" | "to" | "out" | "up") {
        verb + 1
    } else {
        verb
    };
    let end = sentence.bounds.words.end;
    let to = usize::from(matches!(
        said.word(object + 1),
        "you" | "him" | "her" | "them"
    ));
    let full = words::takes_object(said, object + to, end)
        || words::takes_object(said, object, end)
        || said.is_name(object + 1);
    let before = said.word(hit.at.start.wrapping_sub(1));
    let head = hit.at.start == sentence.bounds.clause_of(hit.at.start).start
        || matches!(before, "and" | "then" | "so" | "but")
        || sentence
            .days
            .iter()
            .any(|day| day.words.end == hit.at.start);
    full && head && !sentence.any(&[Cue::If, Cue::Habit, Cue::Universal])
}

/// Whether a word in -ing says what is going on rather than what is done.
pub(super) fn is_no_deed(word: &str) -> bool {
    matches!(
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
            | "watching"
    )
}

pub(super) fn receipt(said: &Said<'_>, sentence: &Sentence, hit: &Hit) -> Option<Promise> {
    let end = deed_end(said, sentence, hit.at.end - 1);
    let idiom = matches!(said.word(hit.at.end), "to" | "all" | "wrong" | "now")
        && matches!(said.word(hit.at.end - 1), "it" | "the");
    // What somebody else will have is a promise only with a day: "she'll have it Monday", "this Thursday they'll all have it".
    let day = !sentence.days.is_empty();
    let third = matches!(said.word(hit.at.start), "he" | "she" | "they")
        && said.word(hit.at.start + 2) != "be";
    let would = matches!(said.word(hit.at.start + 1), "'d" | "would");
    let made = said.word(hit.at.start + 2) == "be" && said.is(hit.at.end - 1, ED);
    if (third || would || made) && !day {
        return None;
    }
    // "You'll have seen it", "you'll see what I mean".
    let seen = hit.at.end < sentence.bounds.words.end
        && said.is(hit.at.end, ED)
        && !sentence
            .days
            .iter()
            .any(|day| day.words.start >= hit.at.start);
    let sees = matches!(said.word(hit.at.start + 2), "see" | "hear");
    if idiom || seen {
        return None;
    }
    let weight = if sees {
        -1
    } else if made {
        1
    } else {
        2
    };
    Some(Promise {
        form: Form::Receipt,
        deed: hit.at.end - 1..end,
        cue: hit.at.clone(),
        weight,
    })
}

pub(super) fn ready(said: &Said<'_>, sentence: &Sentence, hit: &Hit) -> Option<Promise> {
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

pub(super) fn take(said: &Said<'_>, sentence: &Sentence, hit: &Hit) -> Option<Promise> {
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
