//! Words of a turn as a line: hesitations and repetitions left out, "you" and "me" turned to names.

use std::ops::Range;

use super::super::dialogue::Speech;
use super::super::lexicon::Class;
use super::super::said::Said;
use super::grammar::{
    DETERMINER, PREPOSITION, ROLE, WEAK, is_noise, is_object, is_padding, is_post_of,
};
use super::noun::joined;
use super::word::can_be_noun;
use crate::model::Who;

const DO: Class = Class::named("do");

/// The name that a line calls somebody by: a post is named whole.
pub(super) fn first_name(who: &Who) -> String {
    if is_post_of(&who.name) {
        return format!("the {}", who.name);
    }
    who.name.split(' ').next().unwrap_or(&who.name).to_owned()
}

/// The words that stay of some words: no hesitations, nothing said twice in a row; `order` leaves out small adverbs too.
pub(super) fn kept(said: &Said<'_>, words: Range<usize>, order: bool) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::with_capacity(words.len());
    let mut at = words.start;
    while at < words.end {
        let word = said.word(at);
        if is_noise(word)
            || breaks_off(said, at)
            || is_mark(said, at)
            || order && is_padding(word) && at > words.start
        {
            at += 1;
            continue;
        }
        if order && word == "then" && at > words.start && said.word(at - 1) != "and" {
            at += 1;
            continue;
        }
        // "I'll, I'll send", "the, the list", "on the, on the drive".
        let twice = (1..=3).find(|n| {
            at + 2 * n <= words.end
                && (0..*n).all(|step| said.word(at + step) == said.word(at + n + step))
        });
        if let Some(n) = twice
            && !(n == 1 && matches!(word, "had" | "that" | "very" | "really" | "bye"))
            && !(n == 1 && is_object(word) && said.is(at.wrapping_sub(1), PREPOSITION))
        {
            at += n;
            continue;
        }
        if let Some(end) = aside(said, at, words.clone()) {
            at = end;
            continue;
        }
        // "A sks- um a form": begun again behind what broke off.
        if out
            .last()
            .is_some_and(|last| *last + 1 < at && said.word(*last) == word)
        {
            at += 1;
            continue;
        }
        out.push(at);
        at += 1;
    }
    out
}

/// Whether a word is a transcriber's mark in square brackets: crosstalk, inaudible.
fn is_mark(said: &Said<'_>, at: usize) -> bool {
    let token = &said.tokens[at];
    let before = &said.turn.text[..token.start];
    before
        .rfind('[')
        .is_some_and(|open| before.rfind(']').is_none_or(|close| close < open))
        && said.turn.text[token.end..].contains(']')
}

/// Whether a word is broken off: "the user interf- interface".
pub(in super::super) fn breaks_off(said: &Said<'_>, at: usize) -> bool {
    said.tokens.get(at).is_some_and(|token| {
        said.turn.text[token.end..]
            .strip_prefix('-')
            .is_some_and(|behind| {
                behind.starts_with(|c: char| c.is_whitespace() || matches!(c, ',' | '.'))
            })
    })
}

/// Where an aside ends that begins here: "you know", "I mean", "sort of".
fn aside(said: &Said<'_>, at: usize, words: Range<usize>) -> Option<usize> {
    let two = (said.word(at), said.word(at + 1));
    let end = at + 2;
    if end > words.end {
        return None;
    }
    let open = at == words.start || !joined(said, at);
    let closed = end == words.end || !joined(said, end);
    let loose = matches!(
        two,
        ("you", "know") | ("i", "mean" | "think" | "suppose" | "guess" | "reckon")
    );
    // "On, you know, the list" without its commas.
    let known = two == ("you", "know")
        && at > words.start
        && said.is(at - 1, PREPOSITION)
        && said.is(end, DETERMINER);
    if known || loose && open && closed {
        return Some(end);
    }
    let before = at.checked_sub(1).map_or("", |before| said.word(before));
    let kind = matches!(two, ("sort" | "kind", "of"))
        && !matches!(
            before,
            "a" | "the" | "that" | "this" | "some" | "what" | "any" | "same" | "of" | "one"
        );
    if kind {
        return Some(end);
    }
    let like =
        said.word(at) == "like" && at > words.start && !joined(said, at) && !joined(said, at + 1);
    like.then_some(at + 1)
}

/// How the people in a line are named.
#[derive(Debug, Clone)]
pub(super) struct Names {
    pub(super) speaker: Who,
    pub(super) listener: Option<Who>,
    /// Whose to-do it is: their own things are "the".
    pub(super) owner: Option<Who>,
}

impl Names {
    pub(super) fn of(speech: &Speech<'_>, at: usize, owner: Option<Who>) -> Self {
        let speaker = speech.who(at);
        // With several at the table "you" is who is given the work, whoever answers.
        let given = owner
            .clone()
            .filter(|owner| speech.is_group() && *owner != speaker);
        Self {
            listener: given.or_else(|| speech.listener(at)),
            speaker,
            owner,
        }
    }

    fn own(&self, who: &Who) -> bool {
        self.owner.as_ref() == Some(who)
    }
}

/// A line of words in their order, with some of them replaced.
pub(super) fn render(
    said: &Said<'_>,
    places: &[usize],
    names: &Names,
    replaced: &[(usize, String)],
) -> String {
    let mut out = String::new();
    let mut skip = 0;
    let places = &swapped(said, places, replaced)[..];
    for (index, place) in places.iter().enumerate() {
        if skip > 0 {
            skip -= 1;
            continue;
        }
        let token = &said.tokens[*place];
        let next = places.get(index + 1).copied();
        let next_word = next
            .filter(|next| *next == place + 1)
            .map_or("", |next| said.word(next));
        let shown: String = if let Some((_, text)) = replaced.iter().find(|(at, _)| at == place) {
            text.clone()
        } else {
            let who = |who: &Who| (first_name(who), names.own(who));
            let speaker = who(&names.speaker);
            let listener = names.listener.as_ref().map(who);
            let kin = next.is_some_and(|next| said.is(next, ROLE));
            let whole = || said.turn.text[token.start..token.end].to_owned();
            match (token.word(), listener) {
                ("all" | "each", _) if next_word == "of" && said.word(place + 2) == "you" => {
                    skip = 2;
                    "everyone".to_owned()
                }
                ("you", _) if matches!(next_word, "guys" | "all" | "lot" | "both") => {
                    skip = 1;
                    "everyone".to_owned()
                }
                ("i", _) => subject(&speaker.0, next_word, &mut skip),
                ("you", Some((name, _))) if dative(said, places, index) => format!("to {name}"),
                ("you", Some((name, _))) => subject(&name, next_word, &mut skip),
                ("your", Some((_, true))) if !kin => "the".to_owned(),
                ("your", Some((name, _))) => format!("{name}\u{2019}s"),
                ("yours" | "mine", Some((name, _))) if token.word() == "yours" => {
                    format!("{name}\u{2019}s")
                }
                // "In me bag": a dialect's "my".
                ("me", _) if owns(said, *place, next) && speaker.1 => "the".to_owned(),
                ("me", _) if owns(said, *place, next) => format!("{}\u{2019}s", speaker.0),
                ("me", _) if dative(said, places, index) => format!("to {}", speaker.0),
                ("me", _) => speaker.0,
                // "In my sleep", "off my own back": what nobody can do without is no thing of theirs.
                ("my", _)
                    if speaker.1
                        && (matches!(next_word, "own" | "sleep" | "best" | "breath")
                            || next.is_some_and(|next| said.is(next, WEAK))) =>
                {
                    "their".to_owned()
                }
                ("my", _) if speaker.1 && !kin => "the".to_owned(),
                ("my", _) => format!("{}\u{2019}s", speaker.0),
                _ => whole(),
            }
        };
        if shown.is_empty() {
            continue;
        }
        if let Some(before) = index.checked_sub(1).map(|before| places[before]) {
            if before + 1 == *place {
                let gap = &said.turn.text[said.tokens[before].end..token.start];
                match gap {
                    "" | "-" => out.push_str(gap),
                    _ if gap.contains([',', ';', '\u{2014}', '\u{2013}'])
                        || gap.contains(" - ") =>
                    {
                        out.push_str(", ");
                    }
                    _ => out.push(' '),
                }
            } else {
                out.push(' ');
            }
        }
        out.push_str(&shown);
    }
    out.trim().to_owned()
}

/// Whether "me" is said for "my": it stands behind a preposition and right before a noun.
fn owns(said: &Said<'_>, at: usize, next: Option<usize>) -> bool {
    next == Some(at + 1)
        && joined(said, at + 1)
        && said.is(at.wrapping_sub(1), PREPOSITION)
        && !said.is(at + 1, PREPOSITION)
        && !said.is(at + 1, DETERMINER)
        && can_be_noun(said, at + 1, said.tokens.len(), 0)
}

/// "Send you it" as "send it you", which is shown as "send it to Tom".
fn swapped(said: &Said<'_>, places: &[usize], replaced: &[(usize, String)]) -> Vec<usize> {
    let mut out = places.to_vec();
    for index in 1..out.len().saturating_sub(1) {
        let (verb, who, what) = (out[index - 1], out[index], out[index + 1]);
        if said.is(verb, DO)
            && matches!(said.word(who), "you" | "me")
            && matches!(said.word(what), "it" | "them" | "those")
            && what == who + 1
            && joined(said, what)
            && !replaced.iter().any(|(at, _)| *at == what)
        {
            out.swap(index, index + 1);
        }
    }
    out
}

/// "Bring it me" is to bring it to me; "send you it" too, once turned round.
fn dative(said: &Said<'_>, places: &[usize], index: usize) -> bool {
    index > 0 && {
        let (before, here) = (places[index - 1], places[index]);
        matches!(said.word(before), "it" | "them" | "those")
            && (before + 1 == here && joined(said, here) || here + 1 == before)
    }
}

/// A subject by name, its verb with it: "I'm" is "Dana is".
fn subject(name: &str, next: &str, skip: &mut usize) -> String {
    let verb = match next {
        "'m" | "'re" | "am" | "are" => "is",
        "'ve" | "have" => "has",
        "'ll" => "will",
        "'d" => "would",
        "don't" => "doesn\u{2019}t",
        "haven't" => "hasn\u{2019}t",
        "need" => "needs",
        "want" => "wants",
        _ => return name.to_owned(),
    };
    *skip = 1;
    format!("{name} {verb}")
}
