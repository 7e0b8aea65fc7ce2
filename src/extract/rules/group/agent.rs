//! Who is meant where a meeting of several names somebody: a name, a role ("the accountant", "marketing"), "you", "you two",
//! "everybody". It does not know what they are to do.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::dialogue::{Said, Speech};
use super::super::lexicon::Class;
use super::super::words;
use crate::model::Who;

const STOP: Class = Class::named("stop");
const FILLER: Class = Class::named("filler");
const DO: Class = Class::named("do");

/// How somebody is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// By the name or the role of somebody whom the vault knows or who is there.
    Known,
    /// By a name that nobody in the vault bears.
    Stranger,
    /// "You".
    You,
    /// "You two", "everybody", "we each".
    Several,
    /// "We".
    We,
}

/// Somebody who may be given work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Agent {
    pub(super) kind: Kind,
    pub(super) who: Option<Who>,
    pub(super) words: Range<usize>,
    /// Whether the words may as well name a thing: "marketing", "the interface".
    pub(super) loose: bool,
}

/// The names and roles of those who are there.
#[derive(Debug)]
pub(super) struct Agents {
    /// Stems of the words of names and roles, and whose they are.
    stems: BTreeMap<words::Stem, Vec<usize>>,
    /// Stems of the words that say of each what they are: the last of a role.
    heads: Vec<words::Stem>,
    /// The first letters of their roles.
    initials: Vec<String>,
    there: Vec<Who>,
    /// Whether some are there whose names the vault does not know: then a name that nobody bears may be theirs.
    nameless: bool,
}

/// The most words of a role.
const LONGEST: usize = 5;

impl Agents {
    pub(super) fn new(speech: &Speech<'_>) -> Self {
        let room = speech.job.transcript.room();
        let mut all = Self {
            stems: BTreeMap::new(),
            heads: ["person", "people", "guy", "team", "department", "lead"]
                .map(words::stem)
                .to_vec(),
            initials: Vec::new(),
            there: Vec::new(),
            nameless: speech
                .turns
                .iter()
                .any(|said| said.turn.speaker.is_none() || words::is_post_of(&said.turn.label)),
        };
        for person in room.iter().filter_map(|slug| speech.job.people.get(slug)) {
            let number = all.there.len();
            all.there.push(Who {
                name: person.name.clone(),
                person: Some(person.slug.clone()),
            });
            let roles = person.role.iter().map(String::as_str);
            let names = std::iter::once(person.name.as_str());
            for title in names.chain(roles) {
                for stem in words::stems_of(title) {
                    let owners = all.stems.entry(stem).or_default();
                    if !owners.contains(&number) {
                        owners.push(number);
                    }
                }
                let words: Vec<String> = title.split(' ').map(str::to_lowercase).collect();
                if words.len() > 1 {
                    all.heads.extend(words.last().map(|word| words::stem(word)));
                    all.initials.push(
                        words
                            .iter()
                            .filter_map(|word| word.chars().next())
                            .collect(),
                    );
                }
            }
        }
        all
    }

    /// Who is named by the words that begin here, if anybody is.
    pub(super) fn at(
        &self,
        speech: &Speech<'_>,
        turn: usize,
        at: usize,
        end: usize,
    ) -> Option<Agent> {
        let said = &speech.turns[turn];
        pronoun(said, at, end)
            .or_else(|| self.person(speech, turn, at))
            .or_else(|| self.role(said, at, end))
            .or_else(|| self.stranger(said, at, end))
    }

    /// Somebody by a name that the vault has.
    fn person(&self, speech: &Speech<'_>, turn: usize, at: usize) -> Option<Agent> {
        let who = speech.named(turn, at)?;
        let said = &speech.turns[turn];
        // "Industrial" alone is half of a post, not a name.
        if words::is_post_of(&who.name) {
            return None;
        }
        let mut words = at..at + 1;
        while said.is_capital(words.end)
            && who
                .name
                .to_lowercase()
                .split(' ')
                .any(|part| part == said.word(words.end))
        {
            words.end += 1;
        }
        Some(Agent {
            kind: Kind::Known,
            who: Some(who),
            words,
            loose: false,
        })
    }

    /// Whose name or role a word is of. "Design" speaks of the designer.
    fn owners(&self, stem: &words::Stem) -> Option<&Vec<usize>> {
        self.stems.get(stem).or_else(|| {
            let alike = |known: &str| {
                stem.len() > 4 && known.starts_with(&**stem)
                    || known.len() > 4 && stem.starts_with(known)
            };
            self.stems
                .iter()
                .find(|(known, _)| alike(known))
                .map(|(_, owners)| owners)
        })
    }

    /// Somebody by what they are.
    fn role(&self, said: &Said<'_>, at: usize, end: usize) -> Option<Agent> {
        let mut worth = vec![0_usize; self.there.len()];
        let mut from = at;
        if matches!(said.word(from), "the" | "our" | "my") {
            from += 1;
        }
        let mut last = None;
        let mut head = false;
        let mut skipped = 0;
        let mut place = from;
        while place < end && place - from < LONGEST {
            let word = said.word(place);
            if place > from && !runs_on(said, place) {
                break;
            }
            if cut_off(said, place) {
                place += 1;
                continue;
            }
            let stem = words::stem(word);
            if let Some(owners) = self.owners(&stem) {
                for owner in owners {
                    worth[*owner] += if owners.len() == 1 { 2 } else { 1 };
                }
                last = Some(place);
                head = self.heads.contains(&stem);
            } else if self.heads.contains(&stem) && last.is_some() {
                last = Some(place);
                head = true;
            } else if last.is_none()
                && skipped == 0
                && !said.is(place, STOP)
                && !said.is(place, FILLER)
            {
                skipped += 1;
            } else {
                break;
            }
            place += 1;
        }
        let acronym = said.text(from..from + 1);
        let short =
            acronym.len() > 1 && acronym.len() < 5 && acronym.chars().all(char::is_uppercase);
        if last.is_none()
            && short
            && self.initials.iter().any(|initials| {
                acronym.to_lowercase().ends_with(initials.as_str())
                    || acronym.to_lowercase().starts_with("ui")
            })
        {
            return Some(Agent {
                kind: Kind::Known,
                who: Some(Who {
                    name: acronym.to_owned(),
                    person: None,
                }),
                words: at..from + 1,
                loose: false,
            });
        }
        let last = last?;
        let most = *worth.iter().max()?;
        let plural = said.word(last).ends_with('s') && head;
        if most < 2 && !(head && last > from) && !plural {
            return None;
        }
        // "The interface design": the word goes on to name a thing.
        let next = last + 1;
        if next < end && runs_on(said, next) && !follows(said, next) {
            return None;
        }
        if !head
            && !said.is_capital(last)
            && from == at
            && !follows(said, next)
            && runs_on(said, next)
        {
            return None;
        }
        let mut best = worth
            .iter()
            .enumerate()
            .filter(|(_, worth)| **worth == most && most > 0);
        let who = match (best.next(), best.next()) {
            (Some((one, _)), None) if !plural => self.there[one].clone(),
            _ => Who {
                name: capital(said.text(if plural { at } else { from }..last + 1)),
                person: None,
            },
        };
        Some(Agent {
            kind: if plural { Kind::Several } else { Kind::Known },
            who: Some(who),
            words: at..last + 1,
            loose: !head,
        })
    }

    /// A name that nobody in the vault bears. Where everybody's name is known it is somebody who is not there, unless it is called.
    fn stranger(&self, said: &Said<'_>, at: usize, end: usize) -> Option<Agent> {
        if !is_name(said, at) || !self.nameless && said.word(at + 1) != "you" {
            return None;
        }
        let mut words = at..at + 1;
        while words.end < end && runs_on(said, words.end) && is_name(said, words.end) {
            words.end += 1;
        }
        let who = Who {
            name: said.text(words.clone()).to_owned(),
            person: None,
        };
        Some(Agent {
            kind: if self.nameless {
                Kind::Stranger
            } else {
                Kind::You
            },
            who: self.nameless.then_some(who),
            words,
            loose: false,
        })
    }
}

fn is_name(said: &Said<'_>, at: usize) -> bool {
    let text = said.text(at..at + 1);
    said.is_capital(at)
        && said.is_unknown(at)
        && said.names.get(at).copied().unwrap_or_default()
        && !said.is(at, DO)
        && text.len() > 2
        && text.chars().all(char::is_alphabetic)
        && text.chars().skip(1).all(char::is_lowercase)
        && !text.ends_with("ing")
        && !cut_off(said, at)
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

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

/// "You", "you two", "everybody", "we each", "we".
fn pronoun(said: &Said<'_>, at: usize, end: usize) -> Option<Agent> {
    let word = |ahead: usize| {
        if at + ahead < end {
            said.word(at + ahead)
        } else {
            ""
        }
    };
    let agent = |kind, len| {
        Some(Agent {
            kind,
            who: None,
            words: at..at + len,
            loose: false,
        })
    };
    match (word(0), word(1), word(2)) {
        ("you", "know" | "see" | "mean", _) => None,
        ("you", "guys" | "two" | "three" | "both" | "all" | "each", _) => agent(Kind::Several, 2),
        ("you", _, _) => agent(Kind::You, 1),
        ("both" | "each" | "all" | "two" | "three", "of", "you" | "us") => agent(Kind::Several, 3),
        ("everyone" | "everybody", _, _) => agent(Kind::Several, 1),
        ("we", "each" | "both", _) => agent(Kind::Several, 2),
        ("individually", "we" | "you", _) => agent(Kind::Several, 2),
        ("we", "all", _) => agent(Kind::Several, 2),
        ("we", _, _) => agent(Kind::We, 1),
        _ => None,
    }
}
