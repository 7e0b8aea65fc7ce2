//! A small language for phrases, so that lexicons are data and one pass over the words finds every cue of every kind.
//! It knows no cue's meaning.
//!
//! A phrase is slots parted by spaces: `word`, `this|that`, `@class`, `#` (a number), `*` (any word), `..` (up to three words
//! in between). `?` behind a slot makes it optional; the first slot never is. A phrase that begins with `^` must begin its
//! clause, fillers before it not counted.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use super::super::token::Token;
use super::cues::{CLASSES, Cue, PHRASES};

/// What the lexicons know of one word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// Its place in the vocabulary; 0 when no lexicon names it.
    id: u16,
    /// The classes it belongs to, one bit each.
    classes: u64,
}

impl Word {
    /// Whether no lexicon names it.
    pub(super) fn is_unknown(self) -> bool {
        self.id == 0
    }

    /// Whether the word is of a class.
    pub(super) fn is(self, class: Class) -> bool {
        self.classes & class.0 != 0
    }
}

/// One or more classes of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Class(u64);

impl Class {
    const ED: Self = Self(1 << 61);
    const ING: Self = Self(1 << 62);
    const NUMBER: Self = Self(1 << 63);

    const fn listed(place: usize) -> Self {
        Self(1 << place)
    }
}

/// A cue that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) cue: Cue,
    /// The words of the phrase, by their places in the turn.
    pub(super) at: Range<usize>,
}

/// FNV-1a: every word of a meeting is looked up once, and the keys are the program's own.
#[derive(Debug, Clone)]
struct Fnv(u64);

type Quick = BuildHasherDefault<Fnv>;

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[derive(Debug)]
enum Slot {
    /// Any of some words, or any word of some classes.
    One(Vec<u16>, Class),
    Any,
    Gap,
}

#[derive(Debug)]
struct Phrase {
    cue: Cue,
    anchored: bool,
    slots: Vec<(Slot, bool)>,
}

/// All phrases, ready to be looked for.
#[derive(Debug)]
pub(super) struct Lexicon {
    words: HashMap<&'static str, Word, Quick>,
    phrases: Vec<Phrase>,
    /// The phrases that can begin with a word of the vocabulary, those that [`Lexicon::by_pair`] holds left out.
    by_word: Vec<Vec<u16>>,
    /// The phrases that begin with two words of the vocabulary: hundreds begin with "I", few with "I'll".
    by_pair: HashMap<(u16, u16), Vec<u16>, Quick>,
    /// The phrases that begin with a word of a class.
    by_class: Vec<(Class, u16)>,
    /// All classes that a phrase begins with.
    starts: Class,
}

impl Lexicon {
    /// Compiles the tables of `cues`. They are part of the program: a test reads each phrase, so that none is malformed.
    pub(super) fn compiled() -> Self {
        let mut lexicon = Self {
            words: HashMap::default(),
            phrases: Vec::new(),
            by_word: vec![Vec::new()],
            by_pair: HashMap::default(),
            by_class: Vec::new(),
            starts: Class(0),
        };
        for (place, (_, words)) in CLASSES.iter().enumerate() {
            for word in words.split_whitespace() {
                lexicon.learn(word);
                if let Some(known) = lexicon.words.get_mut(word) {
                    known.classes |= Class::listed(place).0;
                }
            }
        }
        for (cue, phrases) in PHRASES {
            for phrase in phrases
                .split(';')
                .map(str::trim)
                .filter(|text| !text.is_empty())
            {
                lexicon.add(*cue, phrase);
            }
        }
        lexicon
    }

    fn learn(&mut self, word: &'static str) -> u16 {
        if let Some(known) = self.words.get(word) {
            return known.id;
        }
        let id = u16::try_from(self.by_word.len()).unwrap_or(u16::MAX);
        self.by_word.push(Vec::new());
        let classes = suffix_classes(word);
        self.words.insert(word, Word { id, classes });
        id
    }

    fn add(&mut self, cue: Cue, text: &'static str) {
        let anchored = text.starts_with('^');
        let mut slots = Vec::new();
        for part in text.trim_start_matches('^').split_whitespace() {
            let optional = part.len() > 1 && part.ends_with('?');
            let part = part.trim_end_matches('?');
            let slot = if part == ".." {
                Slot::Gap
            } else if part == "*" {
                Slot::Any
            } else {
                let (mut words, mut classes) = (Vec::new(), Class(0));
                for choice in part.split('|') {
                    match choice.strip_prefix('@') {
                        _ if choice == "#" => classes.0 |= Class::NUMBER.0,
                        Some(name) => classes.0 |= class_named(name).0,
                        None => words.push(self.learn(choice)),
                    }
                }
                Slot::One(words, classes)
            };
            slots.push((slot, optional));
        }
        let place = u16::try_from(self.phrases.len()).unwrap_or(u16::MAX);
        if let Some((Slot::One(ids, classes), _)) = slots.first() {
            let seconds = match slots.get(1) {
                Some((Slot::One(seconds, Class(0)), false)) => Some(seconds),
                _ => None,
            };
            for id in ids {
                match seconds {
                    Some(seconds) => {
                        for second in seconds {
                            self.by_pair.entry((*id, *second)).or_default().push(place);
                        }
                    }
                    None => self.by_word[usize::from(*id)].push(place),
                }
            }
            if classes.0 != 0 {
                self.by_class.push((*classes, place));
                self.starts.0 |= classes.0;
            }
        }
        self.phrases.push(Phrase {
            cue,
            anchored,
            slots,
        });
    }

    /// What is known of each word.
    pub(super) fn read(&self, tokens: &[Token]) -> Vec<Word> {
        tokens
            .iter()
            .map(|token| {
                self.words
                    .get(token.word.as_str())
                    .copied()
                    .unwrap_or_else(|| Word {
                        id: 0,
                        classes: suffix_classes(&token.word),
                    })
            })
            .collect()
    }

    /// Every cue in these words, in order. `heads` tells whether a clause begins at a place.
    pub(super) fn scan(
        &self,
        words: &[Word],
        within: Range<usize>,
        heads: impl Fn(usize) -> bool,
    ) -> Vec<Hit> {
        let mut out = Vec::new();
        let words = &words[..within.end];
        for at in within {
            let word = words[at];
            let next = words.get(at + 1).map_or(0, |next| next.id);
            let pairs = if word.id == 0 || next == 0 {
                None
            } else {
                self.by_pair.get(&(word.id, next))
            };
            let classes: &[(Class, u16)] = if word.is(self.starts) {
                &self.by_class
            } else {
                &[]
            };
            let listed = self.by_word[usize::from(word.id)]
                .iter()
                .chain(pairs.into_iter().flatten());
            let of_class = classes
                .iter()
                .filter(|(class, _)| word.is(*class))
                .map(|(_, place)| place);
            let mut head = None;
            for place in listed.chain(of_class) {
                let phrase = &self.phrases[usize::from(*place)];
                if phrase.anchored && !*head.get_or_insert_with(|| heads(at)) {
                    continue;
                }
                if let Some(end) = follow(&phrase.slots, words, at) {
                    out.push(Hit {
                        cue: phrase.cue,
                        at: at..end,
                    });
                }
            }
        }
        out
    }
}

fn follow(slots: &[(Slot, bool)], words: &[Word], at: usize) -> Option<usize> {
    let Some(((slot, optional), rest)) = slots.split_first() else {
        return Some(at);
    };
    if let Slot::Gap = slot {
        return (0..=3).find_map(|skip| {
            (at + skip <= words.len())
                .then(|| follow(rest, words, at + skip))
                .flatten()
        });
    }
    let here = words.get(at).is_some_and(|word| match slot {
        Slot::One(ids, classes) => word.is(*classes) || word.id != 0 && ids.contains(&word.id),
        Slot::Any | Slot::Gap => true,
    });
    if here && let Some(end) = follow(rest, words, at + 1) {
        return Some(end);
    }
    if *optional {
        follow(rest, words, at)
    } else {
        None
    }
}

/// The class of this name; one of no words when there is none, which a test refuses.
pub(super) fn class_named(name: &str) -> Class {
    match name {
        "ed" => Class::ED,
        "ing" => Class::ING,
        "number" => Class::NUMBER,
        _ => CLASSES
            .iter()
            .position(|(known, _)| *known == name)
            .map_or(Class(0), Class::listed),
    }
}

fn suffix_classes(word: &str) -> u64 {
    let mut classes = 0;
    if word.len() > 3 && word.ends_with("ed") && !word.ends_with("eed") {
        classes |= Class::ED.0;
    }
    if word.len() > 4
        && word.ends_with("ing")
        && !matches!(
            word,
            "thing"
                | "morning"
                | "evening"
                | "nothing"
                | "something"
                | "anything"
                | "everything"
                | "during"
                | "bring"
                | "being"
        )
    {
        classes |= Class::ING.0;
    }
    if word.starts_with(|c: char| c.is_ascii_digit()) || is_number_word(word) {
        classes |= Class::NUMBER.0;
    }
    classes
}

fn is_number_word(word: &str) -> bool {
    matches!(
        word,
        "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "nine"
            | "ten"
            | "eleven"
            | "twelve"
            | "thirteen"
            | "fourteen"
            | "fifteen"
            | "sixteen"
            | "seventeen"
            | "eighteen"
            | "nineteen"
            | "twenty"
            | "thirty"
            | "forty"
            | "fifty"
            | "sixty"
            | "seventy"
            | "eighty"
            | "ninety"
            | "hundred"
            | "thousand"
            | "zero"
            | "million"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_is_well_formed() {
        assert!(CLASSES.len() < 61);
        let lexicon = Lexicon::compiled();
        for phrase in &lexicon.phrases {
            assert!(!phrase.slots.is_empty(), "{phrase:?}");
            assert!(!phrase.slots[0].1, "{phrase:?}");
            assert!(matches!(phrase.slots[0].0, Slot::One(..)), "{phrase:?}");
        }
        // Each class that a phrase names is there.
        for (_, phrases) in PHRASES {
            for name in phrases
                .split([' ', '|', ';'])
                .filter_map(|part| part.strip_prefix('@'))
            {
                assert!(class_named(name.trim_end_matches('?')).0 != 0, "@{name}");
            }
        }
    }
}
