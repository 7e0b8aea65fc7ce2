//! What stands around the words that take something on: quoted, said under a condition, as a reason, by habit, while it is being
//! done. It knows no deed and no answer.

use super::lexicon::{Class, Cue, Hit};
use super::promise::{Form, Promise};
use super::said::{Said, Sentence};
use super::words;

const PERF: Class = Class::named("perf");
const ED: Class = Class::named("ed");
const FILLER: Class = Class::named("filler");

/// What is said by nobody, or only told of somebody, is never an item.
const VOID: i32 = -20;

/// What the rest of the sentence adds to a promise and takes away.
pub(super) fn circumstances(
    said: &Said<'_>,
    sentence: &Sentence,
    found: &Promise,
    later: bool,
) -> i32 {
    let start = found.cue.start;
    // "I will, I'll pick my moment": said twice, and an idiom the second time.
    let idiom = sentence
        .of(Cue::NoPromise)
        .any(|hit| hit.at.start == start || (start..found.deed.start).contains(&hit.at.start));
    if idiom || is_quoted(said, sentence, start) {
        return VOID;
    }
    let mut weight = 0;
    let day_behind = later || sentence.days.iter().any(|day| day.words.end > start);
    if day_behind {
        weight += 3;
    } else if !sentence.days.is_empty() {
        weight += 2;
    }
    if sentence.of(Cue::If).any(|hit| hit.at.start < start) {
        weight -= 3;
    }
    weight -= habit(said, sentence, found);
    if gives_a_reason(said, sentence, start) {
        weight -= 3;
    }
    if found.form == Form::Loose && is_relative(said, sentence, start) {
        weight -= 2;
    }
    if sentence.bounds.question && found.form != Form::Take && !is_tagged(said, sentence) {
        weight -= 4;
    }
    let span = start..found.deed.end.max(found.cue.end);
    let within = |hit: &Hit| hit.at.start < span.end && hit.at.end > span.start;
    // "Hang on" in the middle of a promise for Friday only halts it.
    let halts = |hit: &Hit| matches!(said.word(hit.at.start), "hang" | "hold" | "bear" | "one");
    let now = sentence.of(Cue::InCall).any(|hit| {
        if day_behind {
            within(hit) && !halts(hit)
        } else {
            hit.at.end > start
        }
    });
    if now || done_at_once(said, sentence) {
        weight -= 5;
    }
    if sentence
        .of(Cue::Defer)
        .chain(sentence.of(Cue::Park))
        .any(within)
    {
        weight -= 4;
    }
    weight
}

/// Whether words are told of somebody: "he said I'll ring", "she went, ooh, I'll ring", or stand between quotation marks.
pub(super) fn is_quoted(said: &Said<'_>, sentence: &Sentence, start: usize) -> bool {
    let own_word = matches!(
        said.word(start.wrapping_sub(1)),
        "so" | "and" | "but" | "then"
    );
    let told = sentence
        .of(Cue::Quoting)
        // "Whichever way it goes": a thing that goes says nothing.
        .filter(|hit| {
            !(said.word(hit.at.end - 1) == "goes"
                && matches!(
                    said.word(hit.at.end.wrapping_sub(2)),
                    "it" | "that" | "this" | "which" | "one" | "everything"
                ))
        })
        .any(|hit| {
            hit.at.end <= start && start - hit.at.end <= 8 && !(own_word && start - hit.at.end > 1)
        });
    // A tale goes over into speech behind a comma, mostly with a sound before it.
    let went = (sentence.bounds.words.start..start)
        .rev()
        .take(4)
        .any(|at| {
            matches!(said.word(at), "went" | "goes" | "like" | "thinking")
                && gap(said, at + 1).contains([',', ':', '"', '\u{201c}'])
                && at > sentence.bounds.words.start
                && (at + 1..start).all(|between| said.is(between, FILLER))
        });
    told || went || in_quotation_marks(said, start) || speech_goes_on(said, sentence, start)
}

/// "He's like, I'll be there, I'll bring the keys": a quotation goes on in the next clause that begins like the one before it.
fn speech_goes_on(said: &Said<'_>, sentence: &Sentence, start: usize) -> bool {
    let heads = &sentence.bounds.clauses;
    let place = heads.partition_point(|head| *head < start);
    let alike = |head: usize| said.word(head) == "i" && said.word(head + 1) == said.word(start + 1);
    heads.get(place) == Some(&start)
        && alike(start)
        && place > 0
        && alike(heads[place - 1])
        && is_quoted(said, sentence, heads[place - 1])
}

/// Whether a quotation was opened before a word and not closed.
fn in_quotation_marks(said: &Said<'_>, at: usize) -> bool {
    let Some(token) = said.tokens.get(at) else {
        return false;
    };
    let before = &said.turn.text[..token.start];
    let straight = before.matches('"').count() % 2 == 1;
    let curly = before.rfind('\u{201c}') > before.rfind('\u{201d}');
    straight || curly
}

/// What stands between a word and the one before it.
fn gap<'a>(said: &'a Said<'_>, at: usize) -> &'a str {
    match (
        at.checked_sub(1).and_then(|at| said.tokens.get(at)),
        said.tokens.get(at),
    ) {
        (Some(before), Some(here)) => &said.turn.text[before.end..here.start],
        _ => "",
    }
}

/// "I usually send it and then I'll ring them": what is done again and again, unless this time is told apart from it.
fn habit(said: &Said<'_>, sentence: &Sentence, found: &Promise) -> i32 {
    let start = found.cue.start;
    // "I'll usually ring them."
    let deed = start..found.deed.start;
    let parted = |from: usize| (from..start).any(|at| matches!(said.word(at), "but" | "so"));
    let weighs = |hit: &Hit| {
        let before = hit.at.end <= start && !parted(hit.at.end);
        if before || deed.contains(&hit.at.start) {
            6
        } else {
            3
        }
    };
    sentence.of(Cue::Habit).map(weighs).max().unwrap_or(0)
}

/// "Because I'll only forget": a reason for something else.
fn gives_a_reason(said: &Said<'_>, sentence: &Sentence, start: usize) -> bool {
    let from = sentence.bounds.words.start.max(start.saturating_sub(5));
    let Some(because) = (from..start)
        .rev()
        .find(|at| matches!(said.word(*at), "because" | "cos" | "'cause" | "cause"))
    else {
        return false;
    };
    !(because + 1..start).any(|at| matches!(said.word(at), "so" | "then" | "but"))
}

/// Whether the words are the tail of a noun: "a thing I can print". "The handle I can do" says its object first, and who says
/// "I've another lot I can ring" may well do so.
fn is_relative(said: &Said<'_>, sentence: &Sentence, start: usize) -> bool {
    let clause = sentence.bounds.clause_of(start).start..start;
    let noun = start > 0
        && gap(said, start).trim().is_empty()
        && (said.stems[start - 1].is_some() && !said.is(start - 1, FILLER)
            || matches!(
                said.word(start - 1),
                "thing" | "something" | "anything" | "one" | "way"
            ));
    let had = clause
        .clone()
        .any(|at| matches!(said.word(at), "'ve" | "have" | "there" | "got"));
    noun && !had && !words::names_only(said, clause)
}

/// Whether the question mark only asks for a nod: "I'll send it Friday, okay?", "send it over, would you?"
pub(super) fn is_tagged(said: &Said<'_>, sentence: &Sentence) -> bool {
    let end = sentence.bounds.words.end;
    let one = matches!(
        said.word(end - 1),
        "okay" | "ok" | "yeah" | "yes" | "right" | "alright" | "no" | "please"
    );
    let two = matches!(said.word(end - 1), "you" | "it" | "that")
        && end > 1
        && matches!(
            said.word(end - 2),
            "would" | "will" | "could" | "can" | "won't" | "wouldn't" | "couldn't" | "isn't" | "is"
        );
    let tag = if two { end.saturating_sub(2) } else { end - 1 };
    sentence.len() > 3
        && (one || two)
        && gap(said, tag).contains([',', '.', '\u{2014}', '\u{2013}'])
}

/// "I'll tell him now. Sent.": what the speaker says is done a breath later was done in the talk.
fn done_at_once(said: &Said<'_>, sentence: &Sentence) -> bool {
    said.sentences
        .iter()
        .filter(|other| other.bounds.words.start >= sentence.bounds.words.end)
        .take(3)
        .any(|other| {
            let first = other.bounds.words.start;
            let last = other.bounds.words.end - 1;
            if said.word(first) == "there" && matches!(said.word(last), "go" | "are") {
                return other.len() <= 3;
            }
            let it = matches!(said.word(first), "that" | "it" | "there")
                && matches!(said.word(first + 1), "'s" | "we");
            other.len() <= 3
                && other.days.is_empty()
                && !other.bounds.question
                && (said.is(last, PERF) || said.is(last, ED) || said.word(last) == "there")
                && (other.len() == 1 || it)
        })
}
