//! Classes of words, as bits. Which words belong to a class is data; the names are fixed here, because the code asks by them.

use super::super::super::dates;

/// What the lexicons know of one word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in super::super) struct Word {
    /// Its place in the vocabulary. The first [`UNKNOWN`] places are those of words that no lexicon names, by their classes.
    pub(super) id: u16,
    /// The classes it belongs to, one bit each.
    pub(super) classes: u64,
}

impl Word {
    /// A word that no lexicon names: its endings tell some classes.
    pub(super) fn unknown(word: &str) -> Self {
        let classes = by_ending(word);
        Self {
            // The three classes are the three highest bits.
            id: u16::try_from(classes >> 61).unwrap_or_default(),
            classes: classes | in_dates(dates::Part::of(word)),
        }
    }

    /// What it can be in a date.
    pub(in super::super) fn in_date(self) -> dates::Part {
        dates::Part {
            begins: self.classes & BEGINS != 0,
            light: self.classes & LIGHT != 0,
            core: self.classes & CORE != 0,
        }
    }

    /// Whether no lexicon names it.
    pub(in super::super) fn is_unknown(self) -> bool {
        self.id < UNKNOWN
    }

    /// Whether the word is of a class.
    pub(in super::super) fn is(self, class: Class) -> bool {
        self.classes & class.0 != 0
    }
}

// The listed classes have the bits below those that a word tells by itself.
const _: () = assert!(LISTED.len() < 58);

/// What a word can be in a date; no phrase asks for these bits.
const BEGINS: u64 = 1 << 60;
const LIGHT: u64 = 1 << 59;
const CORE: u64 = 1 << 58;

fn in_dates(part: dates::Part) -> u64 {
    let bit = |is: bool, bit: u64| if is { bit } else { 0 };
    bit(part.begins, BEGINS) | bit(part.light, LIGHT) | bit(part.core, CORE)
}

/// How many kinds of unknown words there are: each set of the classes that a word's letters tell.
pub(super) const UNKNOWN: u16 = 8;

/// One or more classes of words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in super::super) struct Class(pub(super) u64);

/// The classes whose words a lexicon lists, each at its bit.
pub(super) const LISTED: [&str; 44] = [
    "adv",
    "soft",
    "do",
    "send",
    "mind",
    "idle",
    "who",
    "stop",
    "common",
    "good",
    "verygood",
    "someone",
    "pos",
    "vpos",
    "sup",
    "posadv",
    "bad",
    "int",
    "times",
    "soonday",
    "talkverb",
    "past",
    "perf",
    "neg",
    "month",
    "filler",
    "determiner",
    "demonstrative",
    "object",
    "subject",
    "preposition",
    "particle",
    "noise",
    "padding",
    "dangles",
    "title",
    "calendar",
    "modifier",
    "weak",
    "role",
    "contact",
    "asking",
    "wants-object",
    "post",
];

/// The classes that a word's ending or first letter tells.
const ED: Class = Class(1 << 61);
const ING: Class = Class(1 << 62);
const NUMBER: Class = Class(1 << 63);

impl Class {
    /// The class of a name that the code knows to be there: anything else does not compile.
    pub(in super::super) const fn named(name: &str) -> Self {
        match Self::find(name) {
            Some(class) => class,
            None => panic!("no class has this name"),
        }
    }

    /// The class of a name.
    pub(in super::super) const fn find(name: &str) -> Option<Self> {
        if same(name, "ed") {
            return Some(ED);
        }
        if same(name, "ing") {
            return Some(ING);
        }
        if same(name, "number") {
            return Some(NUMBER);
        }
        let mut place = 0;
        while place < LISTED.len() {
            if same(name, LISTED[place]) {
                return Some(Self(1 << place));
            }
            place += 1;
        }
        None
    }

    /// These classes and others.
    pub(in super::super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// `==` of strings is no constant function yet.
const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// The classes that the letters of a word tell.
pub(super) fn by_ending(word: &str) -> u64 {
    let mut classes = 0;
    if word.len() > 3 && word.ends_with("ed") && !word.ends_with("eed") {
        classes |= ED.0;
    }
    if word.len() > 4 && word.ends_with("ing") {
        classes |= ING.0;
    }
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        classes |= NUMBER.0;
    }
    classes
}
