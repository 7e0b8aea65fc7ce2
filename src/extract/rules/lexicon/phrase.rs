//! A small language for phrases. It knows no cue's meaning.
//!
//! A phrase is slots parted by spaces: `word`, `this|that`, `@class`, `#` (a number), `*` (any word), `..` (up to three words
//! in between). `?` behind a slot makes it optional; the first slot never is. A phrase that begins with `^` must begin its
//! clause, fillers before it not counted.

use super::class::{Class, Word};

/// How many words `..` may skip.
const GAP: usize = 3;

/// One place of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    words: Vec<u16>,
    classes: Class,
    any: bool,
    optional: bool,
}

impl Slot {
    fn any(optional: bool) -> Self {
        Self {
            words: Vec::new(),
            classes: Class::default(),
            any: true,
            optional,
        }
    }

    pub(super) fn takes(&self, word: Word) -> bool {
        self.any || word.is(self.classes) || self.words.contains(&word.id)
    }

    /// The words by which it is found, and the classes.
    pub(super) fn starts(&self) -> (&[u16], Class) {
        (&self.words, self.classes)
    }
}

/// A phrase, parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) anchored: bool,
    /// Whether the shortest reading is meant: `..` skips as little as it can, an optional word is taken where it stands.
    pub(super) shortest: bool,
    pub(super) slots: Vec<Slot>,
}

impl Phrase {
    /// Parses a phrase; `learn` gives each of its words a place in the vocabulary.
    pub(super) fn parse(text: &str, mut learn: impl FnMut(&str) -> u16) -> Result<Self, String> {
        let anchored = text.starts_with('^');
        let mut shortest = false;
        let mut slots: Vec<Slot> = Vec::new();
        for part in text.trim_start_matches('^').split_whitespace() {
            let optional = part.len() > 1 && part.ends_with('?');
            let part = part.trim_end_matches('?');
            match part {
                ".." => {
                    shortest = true;
                    slots.extend((0..GAP).map(|_| Slot::any(true)));
                }
                "*" => slots.push(Slot::any(optional)),
                _ => {
                    let (mut words, mut classes) = (Vec::new(), Class::default());
                    for choice in part.split('|').filter(|choice| !choice.is_empty()) {
                        let name = if choice == "#" {
                            Some("number")
                        } else {
                            choice.strip_prefix('@')
                        };
                        match name {
                            Some(name) => {
                                let class = Class::find(name)
                                    .ok_or_else(|| format!("there is no class @{name}"))?;
                                classes = classes.and(class);
                            }
                            None => words.push(learn(choice)),
                        }
                    }
                    slots.push(Slot {
                        words,
                        classes,
                        any: false,
                        optional,
                    });
                }
            }
        }
        match slots.first() {
            None => Err("it is empty".to_owned()),
            Some(first) if first.any || first.optional => {
                Err("its first word has to be a word or a class".to_owned())
            }
            Some(_) => Ok(Self {
                anchored,
                shortest,
                slots,
            }),
        }
    }

    /// The places that may come next, from one place on: optional slots may be passed over.
    pub(super) fn onward(&self, from: usize) -> impl Iterator<Item = usize> {
        let passed = self.slots[from..].iter().take_while(|slot| slot.optional);
        from..=from + passed.count()
    }
}
