//! The posts and roles of those who are there, and the words that mean somebody by them: "the accountant", "marketing", "the PM".

use super::super::dialogue::Speech;
use super::super::lexicon::Class;
use super::super::said::Said;
use super::super::words::{self, breaks_off, joined};
use super::agent::{Agent, Kind};
use crate::model::Who;

const STOP: Class = Class::named("stop");
const FILLER: Class = Class::named("filler");

/// The most words of a role.
const LONGEST: usize = 5;
/// How many letters two words must share to be of one role: "design" and "designer".
const ALIKE: usize = 5;

/// A word of somebody's role.
#[derive(Debug)]
struct Part {
    word: String,
    /// Whose it is, by their places.
    owners: Vec<usize>,
    /// Whether it says by itself what somebody is: "designer", not "industrial".
    head: bool,
}

/// What those who are there are, by their labels and by their files.
#[derive(Debug, Default)]
pub(super) struct Roles {
    parts: Vec<Part>,
    /// The first letters of each role, and whose it is.
    initials: Vec<(String, usize)>,
    there: Vec<Who>,
}

impl Roles {
    pub(super) fn of(speech: &Speech<'_>) -> Self {
        let mut all = Self::default();
        let room = speech.job.transcript.room();
        for person in room.iter().filter_map(|slug| speech.job.people.get(slug)) {
            let number = all.there.len();
            all.there.push(Who {
                name: person.name.clone(),
                person: Some(person.slug.clone()),
            });
            let post = Some(person.name.as_str()).filter(|name| words::is_post_of(name));
            for title in post.into_iter().chain(person.role.as_deref()) {
                all.learn(title, number);
            }
        }
        all
    }

    fn learn(&mut self, title: &str, number: usize) {
        let words: Vec<String> = title
            .split(|c: char| !c.is_alphanumeric())
            // "Head of production": the small words are nobody's.
            .filter(|word| word.len() > 3 || word.len() > 1 && word.chars().all(char::is_uppercase))
            .map(str::to_lowercase)
            .collect();
        for (place, word) in words.iter().enumerate() {
            let head = place + 1 == words.len();
            match self.parts.iter_mut().find(|part| part.word == *word) {
                Some(part) => {
                    part.owners.push(number);
                    part.owners.dedup();
                    part.head |= head;
                }
                None => self.parts.push(Part {
                    word: word.clone(),
                    owners: vec![number],
                    head,
                }),
            }
        }
        if words.len() > 1 {
            let initials = words.iter().filter_map(|word| word.chars().next());
            self.initials.push((initials.collect(), number));
        }
    }

    fn part(&self, word: &str) -> Option<&Part> {
        let alike = |part: &&Part| {
            word.len() >= ALIKE && part.word.starts_with(word)
                || part.word.len() >= ALIKE && word.starts_with(part.word.as_str())
        };
        let exact = self.parts.iter().find(|part| part.word == word);
        exact.or_else(|| self.parts.iter().find(alike))
    }

    /// Who is meant by a role that begins here.
    pub(super) fn at(&self, said: &Said<'_>, at: usize, end: usize) -> Option<Agent> {
        if self.parts.is_empty() {
            return None;
        }
        let marked = matches!(said.word(at), "the" | "our" | "my");
        let from = at + usize::from(marked);
        if let Some(agent) = self.short(said, at, from) {
            return Some(agent);
        }
        // Nearly all words are nobody's.
        if (from..from + 2).all(|place| self.part(said.word(place)).is_none()) {
            return None;
        }
        let mut worth = vec![0_usize; self.there.len()];
        let (mut last, mut head) = (None, false);
        for place in from..end.min(from + LONGEST) {
            let word = said.word(place);
            if place > from && !joined(said, place) {
                break;
            }
            if breaks_off(said, place) {
                continue;
            }
            if let Some(part) = self.part(word) {
                for owner in &part.owners {
                    worth[*owner] += if part.owners.len() == 1 { 2 } else { 1 };
                }
                last = Some(place);
                head = part.head && word.starts_with(part.word.as_str());
            } else if last.is_some() && is_somebody(word) {
                last = Some(place);
                head = true;
            } else if place > from || said.is(place, STOP) || said.is(place, FILLER) {
                // One word more may lead a role: "the senior planner".
                break;
            }
        }
        let last = last?;
        let most = worth.iter().max().copied().unwrap_or_default();
        let plural = head && said.word(last).ends_with('s');
        if most < 2 && !(head && last > from) && !plural {
            return None;
        }
        // "The interface design": the word goes on to name a thing.
        let next = last + 1;
        if next < end && joined(said, next) && !follows(said, next) {
            return None;
        }
        let mut best = (0..worth.len()).filter(|one| worth[*one] == most && most > 0);
        let who = match (best.next(), best.next()) {
            (Some(one), None) if !plural => self.there[one].clone(),
            _ => as_said(said.text(if plural { at } else { from }..next)),
        };
        Some(Agent {
            kind: if plural { Kind::Several } else { Kind::Known },
            who: Some(who),
            words: at..next,
            loose: !head,
        })
    }

    /// "The PM": the first letters of a role. Where two share them they are named as they are called.
    fn short(&self, said: &Said<'_>, at: usize, from: usize) -> Option<Agent> {
        let text = said.text(from..from + 1);
        if text.len() < 2 || text.len() > 4 || !text.chars().all(char::is_uppercase) {
            return None;
        }
        let letters = text.to_lowercase();
        let mut exact = self.initials.iter().filter(|(known, _)| *known == letters);
        let who = match (exact.next(), exact.next()) {
            (Some((_, one)), None) => self.there[*one].clone(),
            (Some(_), Some(_)) => as_said(text),
            // A letter more: the senior among the planners.
            (None, _) => self
                .initials
                .iter()
                .any(|(known, _)| letters.ends_with(known.as_str()))
                .then(|| as_said(text))?,
        };
        Some(Agent {
            kind: Kind::Known,
            who: Some(who),
            words: at..from + 1,
            loose: false,
        })
    }
}

/// Words for people that may stand behind a role: "the marketing person", "the sales team".
fn is_somebody(word: &str) -> bool {
    matches!(
        word,
        "person"
            | "people"
            | "guy"
            | "guys"
            | "team"
            | "department"
            | "lead"
            | "expert"
            | "manager"
            | "executive"
            | "officer"
    )
}

/// Somebody by the words that were used.
fn as_said(text: &str) -> Who {
    let mut chars = text.chars();
    Who {
        name: chars
            .next()
            .map(|first| first.to_uppercase().chain(chars).collect())
            .unwrap_or_default(),
        person: None,
    }
}

/// Whether a word goes on from a subject: an auxiliary, "you", a hesitation.
fn follows(said: &Said<'_>, at: usize) -> bool {
    matches!(
        said.word(at),
        "will"
            | "'ll"
            | "is"
            | "'s"
            | "are"
            | "'re"
            | "gonna"
            | "going"
            | "has"
            | "have"
            | "gets"
            | "get"
            | "needs"
            | "need"
            | "should"
            | "must"
            | "can"
            | "could"
            | "to"
            | "you"
            | "you're"
            | "um"
            | "uh"
            | "er"
            | "and"
            | "who"
            | "which"
            | "that"
            | "had"
            | "wants"
            | "want"
            | "they"
            | "the"
            | "i"
            | "'ve"
            | "it"
    )
}
