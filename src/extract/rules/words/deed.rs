//! A deed as a short imperative line: from its verb in base form to where its thought ends, pronouns turned to what they stand for.

use std::ops::Range;

use super::super::dialogue::Speech;
use super::super::lexicon::Class;
use super::super::promise::deed_end;
use super::super::said::{Said, Sentence};
use super::antecedent::{Meant, Wanted};
use super::grammar::{
    DETERMINER, NOISE, WEAK, is_determiner, is_object, is_particle, is_preposition, wants_object,
};
use super::line::{Names, kept, render};
use super::noun::{is_name, joined};
use super::undated::{trim_end, undated};
use super::verb::{base_form, past, perfect};
use super::{capital, carries};
use crate::model::Who;

const DO: Class = Class::named("do");
const ING: Class = Class::named("ing");
const SOFT: Class = Class::named("soft");
const NUMBER: Class = Class::named("number");

/// Some words of a turn that say what somebody will do.
#[derive(Debug, Clone)]
pub(super) struct Deed<'a> {
    pub(super) speech: &'a Speech<'a>,
    pub(super) at: usize,
    pub(super) sentence: &'a Sentence,
    /// From the verb on.
    pub(super) words: Range<usize>,
    /// Where the words that take it on begin: what stands before them may be the deed's object.
    pub(super) cue: usize,
    /// Where it ends at the latest, also when its speaker hesitates there.
    pub(super) until: usize,
    pub(super) owner: Who,
}

/// A deed's line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    /// Whether it says by itself what is meant.
    pub(super) clear: bool,
    /// Where else it is taken from.
    pub(super) from: Option<(usize, Range<usize>)>,
    /// Whether the whole of it was said there, and is only taken up here.
    pub(super) proposed: bool,
}

impl Line {
    /// A line of words from one place.
    pub(super) fn new(text: String, clear: bool) -> Self {
        Self {
            text,
            clear,
            from: None,
            proposed: false,
        }
    }

    /// A line that names what was said elsewhere.
    pub(super) fn naming(text: String, meant: &Meant) -> Self {
        Self {
            text,
            clear: true,
            from: Some((meant.turn, meant.words.clone())),
            proposed: false,
        }
    }
}

/// Whether a pronoun for a thing stands in a line as it was said.
fn places_of(said: &Said<'_>, rest: &[usize], replaced: &[(usize, String)]) -> bool {
    let named = rest.iter().take(2).any(|at| carries(said, *at));
    !named
        && rest.iter().take(2).any(|at| {
            matches!(said.word(*at), "it" | "that" | "this" | "those" | "these")
                && !replaced.iter().any(|(other, _)| other == at)
        })
}

impl Deed<'_> {
    /// The line; none when there is no verb to begin with.
    pub(super) fn line(&self) -> Option<Line> {
        self.line_with(None)
    }

    /// The line with a verb that is not said: "I'd want you in on it" is to be in on it.
    pub(super) fn line_with(&self, verb: Option<&str>) -> Option<Line> {
        let said = &self.speech.turns[self.at];
        let mut places = kept(said, self.whole(), true);
        while places.len() > 1 && (said.is(places[0], SOFT) || said.word(places[0]) == "to") {
            places.remove(0);
        }
        // "Be putting": the deed goes on.
        if places.len() > 1 && said.word(places[0]) == "be" && said.is(places[1], ING) {
            places.remove(0);
        }
        // "Have to push": what has to be done is the deed.
        if places.len() > 2
            && matches!(said.word(places[0]), "have" | "need")
            && said.word(places[1]) == "to"
            && said.is(places[2], DO)
        {
            places.drain(..2);
        }
        // "What I'd like to do is a plan", "what I'll do is ring him".
        let mut verb = verb.map(str::to_owned);
        let is = |index: usize| {
            places
                .get(index)
                .is_some_and(|at| matches!(said.word(*at), "is" | "'s"))
        };
        let led = if is(0) {
            1
        } else if is(1) && said.word(places[0]) == "do" {
            2
        } else {
            0
        };
        // "What I need from you is the figures": they are named as they are.
        let doing = places
            .first()
            .is_some_and(|at| said.word(at.wrapping_sub(1)) == "do");
        if led == 1 && !doing && !places.get(1).is_some_and(|at| said.is(*at, DO)) {
            places.remove(0);
            undated(said, &mut places);
            self.cut(&mut places);
            trim_end(said, &mut places);
            let names = Names::of(self.speech, self.at, Some(self.owner.clone()));
            let text = capital(&render(said, &places, &names, &[]));
            return Some(Line::new(text, true));
        }
        if led > 0 {
            places.drain(..led);
            if !places.first().is_some_and(|at| said.is(*at, DO)) {
                verb = Some("do".to_owned());
            }
        }
        undated(said, &mut places);
        self.cut(&mut places);
        trim_end(said, &mut places);
        let mut bases = Vec::new();
        let (verb, rest) = if let Some(verb) = verb {
            (verb, places.as_slice())
        } else {
            let first = places.first()?;
            let two = places.get(1).map_or("", |at| said.word(*at));
            match base_form(said.word(*first), two) {
                (verb, 2) => {
                    // "I'll have come down and told you": both are deeds.
                    for pair in places.windows(2).filter(|pair| said.word(pair[0]) == "and") {
                        bases.extend(perfect(said.word(pair[1])).map(|base| (pair[1], base)));
                    }
                    (verb, places.get(2..).unwrap_or_default())
                }
                (verb, _) => {
                    // "If you covered Wednesday" is to cover it.
                    let supposed = matches!(said.word(first.wrapping_sub(1)), "you" | "i");
                    let base = if supposed { past(&verb) } else { None };
                    (base.unwrap_or(verb), &places[1..])
                }
            }
        };
        if matches!(verb.as_str(), "be" | "i" | "you" | "it" | "that") && rest.is_empty() {
            return None;
        }
        Some(self.spoken(&verb, rest, bases))
    }

    /// The deed's words, hesitations bridged: "I'll check the, the alarms" goes on behind its comma.
    fn whole(&self) -> Range<usize> {
        let said = &self.speech.turns[self.at];
        let mut words = self.words.clone();
        for _ in 0..3 {
            let end = words.end;
            let stops = end > words.start && end < self.until;
            let halting = stops
                && (said.is(end - 1, NOISE)
                    || said.is(end, NOISE)
                    || said.word(end - 1) == said.word(end));
            if !halting {
                break;
            }
            words.end = deed_end(said, self.sentence, end)
                .max(end + 1)
                .min(self.until);
        }
        words
    }

    fn spoken(&self, verb: &str, rest: &[usize], bases: Vec<(usize, String)>) -> Line {
        let said = &self.speech.turns[self.at];
        let names = Names::of(self.speech, self.at, Some(self.owner.clone()));
        let rest = &self.sent_on(verb, rest)[..];
        let telling = rest.iter().any(|at| {
            carries(said, *at) && !said.is(*at, WEAK) || is_name(said, *at) || said.is(*at, NUMBER)
        });
        let (rest, behind) = self.toward(verb, rest, &names);
        let mut replaced = bases;
        let mut any = false;
        let mut from = None;
        for (index, at) in rest.iter().copied().enumerate().take(6) {
            let word = said.word(at);
            let part = index > 0 && said.word(rest[index - 1]) == "of";
            if !is_object(word) || part || verb == "be" || !self.stands_alone(rest, index) {
                continue;
            }
            any = true;
            // A thing is named once; the second "it" is the same.
            let thing = matches!(word, "it" | "that" | "this");
            let named = replaced.iter().any(|(at, _)| {
                let other = matches!(said.word(*at), "it" | "that" | "this");
                other == thing
            });
            if !named && let Some(found) = self.stands_for(word, verb, rest, index) {
                from = Some((found.turn, found.words));
                replaced.push((at, found.text));
            }
        }
        if any {
            // "Put it on the wall" names the wall and not what is put there.
            let open = places_of(said, rest, &replaced);
            // "Tell him" does not say what.
            let mute = !telling && matches!(verb, "tell" | "ask" | "warn" | "remind" | "mention");
            let clear = !mute && (from.is_some() || telling && !open);
            let line = Self::finish(
                verb,
                &format!("{}{behind}", render(said, rest, &names, &replaced)),
                clear,
            );
            return Line { from, ..line };
        }
        let line = format!("{}{behind}", render(said, rest, &names, &replaced));
        let opens = rest.first().is_none_or(|at| {
            let word = said.word(*at);
            is_preposition(word)
                || is_particle(word)
                || matches!(
                    word,
                    "and" | "again" | "nicely" | "properly" | "to" | "straight" | "first"
                )
        });
        if opens && (wants_object(verb) || self.fronted().is_some()) {
            if let Some(found) = self.fronted().or_else(|| self.object_before(verb, rest)) {
                let line = format!("{} {line}", found.text);
                let from = Some((found.turn, found.words));
                return Line {
                    from,
                    ..Self::finish(verb, &line, true)
                };
            }
            return Self::finish(verb, &line, telling);
        }
        if !telling
            && rest.len() <= 1
            && let Some(line) = self.pointed(verb)
        {
            return line;
        }
        Self::finish(verb, &line, telling)
    }

    /// "I'll send you on the list" is to send you the list.
    fn sent_on(&self, verb: &str, rest: &[usize]) -> Vec<usize> {
        let said = &self.speech.turns[self.at];
        let mut rest = rest.to_vec();
        if let [who, on, object, ..] = rest[..]
            && verb == "send"
            && said.word(who) == "you"
            && said.word(on) == "on"
            && said.is(object, DETERMINER)
        {
            rest.remove(1);
        }
        rest
    }

    /// "I'll do you a draft" is a draft for Dana; "send you it" is to send it to Dana: the words without who gets it, and who does.
    fn toward<'r>(&self, verb: &str, rest: &'r [usize], names: &Names) -> (&'r [usize], String) {
        let said = &self.speech.turns[self.at];
        let [who, object, ..] = rest else {
            return (rest, String::new());
        };
        if !matches!(said.word(*who), "you" | "me") || !joined(said, *object) {
            return (rest, String::new());
        }
        let word = said.word(*object);
        let doing = verb == "do" && is_determiner(word);
        let short = matches!(word, "it" | "them" | "that" | "those" | "this" | "these");
        let giving =
            short && self.stands_alone(rest, 1) && self.stands_for(word, verb, rest, 1).is_none();
        if !doing && !giving {
            return (rest, String::new());
        }
        let link = if doing { "for" } else { "to" };
        let name = render(said, &[*who], names, &[]);
        (&rest[1..], format!(" {link} {name}"))
    }

    /// "I'll look", "I'll ask": at what, whom.
    fn pointed(&self, verb: &str) -> Option<Line> {
        let (link, wanted) = match verb {
            "look" => ("at ", Wanted::Thing),
            "listen" | "speak" | "talk" => ("to ", Wanted::They),
            "ask" => ("", Wanted::They),
            _ => return None,
        };
        let found = self.named(wanted)?;
        Some(Line::naming(
            capital(&format!("{verb} {link}{}", found.text)),
            &found,
        ))
    }

    fn finish(verb: &str, rest: &str, clear: bool) -> Line {
        let text = if rest.is_empty() {
            verb.to_owned()
        } else {
            format!("{verb} {rest}")
        };
        let text = capital(&crate::model::text::squash(&text));
        // "Get near" lacks what it is near.
        let last = text.rsplit(' ').next().unwrap_or_default();
        let ends = text.split(' ').count() < 4
            && is_preposition(last)
            && !is_particle(last)
            && !matches!(last, "about" | "past" | "after" | "before");
        Line::new(text, clear && !ends)
    }
}
