//! Verbs in the past: whether a word tells that something was done, and of which verb it is a form. No trade's own verbs stand here.

use super::lexicon::Class;
use super::said::Said;
use super::words;
use std::collections::HashMap;
use std::sync::LazyLock;

const ED: Class = Class::named("ed");

static BASES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| FORMS.iter().copied().collect());

/// Past and participle forms that no ending gives away, with their bases.
const FORMS: &[(&str, &str)] = &[
    ("did", "do"),
    ("done", "do"),
    ("went", "go"),
    ("gone", "go"),
    ("got", "get"),
    ("gotten", "get"),
    ("sent", "send"),
    ("rang", "ring"),
    ("rung", "ring"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("wrote", "write"),
    ("written", "write"),
    ("made", "make"),
    ("took", "take"),
    ("taken", "take"),
    ("gave", "give"),
    ("given", "give"),
    ("had", "have"),
    ("put", "put"),
    ("told", "tell"),
    ("came", "come"),
    ("found", "find"),
    ("met", "meet"),
    ("saw", "see"),
    ("seen", "see"),
    ("ran", "run"),
    ("set", "set"),
    ("sat", "sit"),
    ("paid", "pay"),
    ("brought", "bring"),
    ("built", "build"),
    ("drew", "draw"),
    ("drawn", "draw"),
    ("drove", "drive"),
    ("held", "hold"),
    ("kept", "keep"),
    ("left", "leave"),
    ("read", "read"),
    ("said", "say"),
    ("sold", "sell"),
    ("stood", "stand"),
    ("taught", "teach"),
    ("won", "win"),
    ("began", "begin"),
    ("begun", "begin"),
    ("bought", "buy"),
    ("cut", "cut"),
    ("dealt", "deal"),
    ("let", "let"),
    ("lost", "lose"),
    ("rebuilt", "rebuild"),
    ("redid", "redo"),
    ("redone", "redo"),
    ("shot", "shoot"),
    ("shown", "show"),
    ("showed", "show"),
    ("swapped", "swap"),
    ("hung", "hang"),
    ("chose", "choose"),
    ("chosen", "choose"),
    ("caught", "catch"),
    ("led", "lead"),
    ("laid", "lay"),
    ("lent", "lend"),
    ("spent", "spend"),
    ("thought", "think"),
    ("heard", "hear"),
    ("typed", "type"),
];

/// Verbs of handing something to somebody: whoever was to send it may have put it on a desk.
const HAND: &[&str] = &[
    "send",
    "give",
    "get",
    "bring",
    "show",
    "share",
    "email",
    "drop",
    "hand",
    "put",
    "leave",
    "forward",
    "pass",
    "deliver",
    "post",
    "have",
    "submit",
    "copy",
    "circulate",
    "text",
];
/// Verbs of speaking to somebody.
const SPEAK: &[&str] = &[
    "ring", "call", "phone", "speak", "talk", "ask", "tell", "say", "email", "text", "message",
    "raise", "chase", "contact", "see", "catch", "meet", "square", "have",
];
/// Verbs of working through something.
const GO_THROUGH: &[&str] = &["read", "review", "look", "check", "go", "see"];
/// Verbs of making something.
const MAKE: &[&str] = &[
    "write", "draft", "do", "make", "finish", "complete", "prepare", "prep", "redo", "type",
    "draw", "work", "add", "list", "pull", "build", "update", "sort", "fix",
];

/// The base of a past form that no ending gives away.
pub(super) fn base_of(word: &str) -> Option<&'static str> {
    BASES.get(word).copied()
}

/// The base of a verb in a past form; none of a word that is no past form.
pub(super) fn base<'a>(said: &'a Said<'_>, at: usize) -> Option<&'a str> {
    let word = said.word(at);
    if let Some(base) = BASES.get(word) {
        return Some(base);
    }
    (said.is(at, ED)).then_some(word)
}

/// The base of a verb that was found in the past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Base {
    word: String,
    stem: Option<words::Stem>,
}

impl Base {
    pub(super) fn of(word: &str) -> Self {
        Self {
            word: word.to_owned(),
            stem: (word.len() > 2).then(|| words::stem(word)),
        }
    }
}

/// What an item's first word promises.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Verb {
    word: String,
    stem: Option<words::Stem>,
}

impl Verb {
    /// The verb at the head of an item's text.
    pub(super) fn of(text: &str) -> Self {
        let word = text
            .split([' ', ','])
            .next()
            .unwrap_or_default()
            .to_lowercase();
        let stem = (word.len() > 2).then(|| words::stem(&word));
        Self { word, stem }
    }

    /// How well a past form tells of it: 2 the same verb, 1 one that does the same office, 0 neither.
    pub(super) fn told_by(&self, base: &Base) -> u8 {
        let (base, base_stem) = (base.word.as_str(), base.stem);
        if self.word.is_empty() {
            return 0;
        }
        let same_stem = base.len() > 3 && self.stem.is_some() && self.stem == base_stem;
        if base == self.word || same_stem {
            return if matches!(base, "do" | "get" | "have" | "go" | "make" | "take") {
                1
            } else {
                2
            };
        }
        let kin = |family: &[&str]| {
            family.contains(&self.word.as_str())
                && (family.contains(&base)
                    || base
                        .strip_suffix("ed")
                        .is_some_and(|root| family.contains(&root)))
        };
        u8::from([HAND, SPEAK, GO_THROUGH, MAKE].into_iter().any(kin))
    }
}
