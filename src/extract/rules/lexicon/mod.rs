//! The lexicons: what people say when they promise, ask, answer, praise or put off, as data, and one pass over the words that finds
//! every cue of every kind. English comes with the program; a vault may add rows of its own. It knows no dialogue.

mod class;
mod cue;
pub mod help;
mod phrase;
mod row;
mod scan;

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use super::super::spelling::Spelling;
use super::super::token::{Token, is_ending, tokens};
use super::stem::{Stem, stem};
pub(super) use class::{Class, Word};
pub(super) use cue::Cue;
use phrase::Phrase;
pub(super) use row::{Phrases, Row, read as read_rows};
use rustc_hash::FxHashMap;
use scan::{Index, States};

/// The lexicon that comes with the program, file by file.
const ENGLISH: [(&str, &str); 8] = [
    ("classes.yaml", include_str!("en/classes.yaml")),
    ("grammar.yaml", include_str!("en/grammar.yaml")),
    ("asking.yaml", include_str!("en/asking.yaml")),
    ("talk.yaml", include_str!("en/talk.yaml")),
    ("open.yaml", include_str!("en/open.yaml")),
    ("judging.yaml", include_str!("en/judging.yaml")),
    ("norm.yaml", include_str!("en/norm.yaml")),
    ("outcome.yaml", include_str!("en/outcome.yaml")),
];

/// A cue that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) cue: Cue,
    /// The words of the phrase, by their places in the turn.
    pub(super) at: Range<usize>,
    /// The number of the phrase.
    phrase: u16,
}

/// What a phrase is a sign of, and the row that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sign {
    pub(super) cue: Cue,
    /// The number of its row.
    pub(super) row: usize,
    /// What the row means, for whoever asks why something was found.
    pub(super) meaning: Arc<str>,
    /// The phrase as it stands in the file.
    pub(super) text: Box<str>,
}

/// All phrases, ready to be looked for.
#[derive(Debug)]
pub struct Lexicon {
    words: FxHashMap<Spelling, Word>,
    /// By the places of words in the vocabulary: their stems, where they carry matter.
    stems: Vec<Option<Stem>>,
    phrases: Vec<Phrase>,
    /// By the number of a phrase: what it is a sign of.
    signs: Vec<Sign>,
    index: Index,
    /// Automata that no thread is using now.
    idle: Mutex<Vec<States>>,
}

static BUILT_IN: LazyLock<Arc<Lexicon>> = LazyLock::new(|| Arc::new(Lexicon::compile(&english())));

/// The rows that come with the program: a test reads each file, so that none is malformed.
fn english() -> Vec<Row> {
    ENGLISH
        .iter()
        .flat_map(|(_, text)| row::read(text).0)
        .collect()
}

impl Lexicon {
    /// What comes with the program.
    pub fn built_in() -> &'static Arc<Self> {
        &BUILT_IN
    }

    /// What comes with the program and rows beside it; the number of the first of these.
    pub(super) fn with(added: &[Row]) -> (Self, usize) {
        let mut rows = english();
        let first = rows.len();
        rows.extend_from_slice(added);
        (Self::compile(&rows), first)
    }

    /// What a hit is a sign of.
    pub(super) fn sign(&self, hit: &Hit) -> &Sign {
        &self.signs[usize::from(hit.phrase)]
    }

    /// Makes rows ready. What is wrong with a phrase is told by the tests for the built-in rows and by the vault's reader for others.
    fn compile(rows: &[Row]) -> Self {
        let mut words: FxHashMap<Box<str>, Word> = FxHashMap::default();
        let mut learn = |word: &str| -> u16 {
            let next = u16::try_from(words.len()).unwrap_or(u16::MAX) + class::UNKNOWN;
            words
                .entry(word.into())
                .or_insert_with(|| Word {
                    id: next,
                    ..Word::unknown(word)
                })
                .id
        };
        let (mut phrases, mut signs) = (Vec::new(), Vec::new());
        for (number, row) in rows.iter().enumerate() {
            match row {
                Row::Phrases(row) => {
                    let meaning: Arc<str> = row.meaning.as_str().into();
                    for text in &row.texts {
                        if let Ok(phrase) = Phrase::parse(text, &mut learn) {
                            phrases.push(phrase);
                            signs.push(Sign {
                                cue: row.cue,
                                row: number,
                                meaning: Arc::clone(&meaning),
                                text: text.as_str().into(),
                            });
                        }
                    }
                }
                Row::Class { words, without, .. } => {
                    for word in words.iter().chain(without) {
                        learn(word);
                    }
                }
            }
        }
        for row in rows {
            let Row::Class {
                name,
                words: members,
                without,
                ..
            } = row
            else {
                continue;
            };
            let Some(class) = Class::find(name) else {
                continue;
            };
            for word in members {
                if let Some(word) = words.get_mut(word.as_str()) {
                    word.classes |= class.0;
                }
            }
            for word in without {
                if let Some(word) = words.get_mut(word.as_str()) {
                    word.classes &= !class.0;
                }
            }
        }
        let size = words.len() + usize::from(class::UNKNOWN);
        let mut stems = vec![None; size];
        #[expect(
            clippy::iter_over_hash_type,
            reason = "each word has a place of its own"
        )]
        for (text, word) in &words {
            stems[usize::from(word.id)] = has_matter(text, *word).then(|| stem(text));
        }
        Self {
            stems,
            index: Index::new(&phrases, size),
            words: words
                .iter()
                .map(|(text, word)| (Spelling::of(text), *word))
                .collect(),
            phrases,
            signs,
            idle: Mutex::default(),
        }
    }

    /// What is known of each word.
    pub(super) fn read(&self, tokens: &[Token<'_>]) -> Vec<Word> {
        let words = tokens.iter();
        words
            .map(|token| self.spelled(token.spelling, token.word()))
            .collect()
    }

    /// What is known of a word, in lower case.
    pub(super) fn word(&self, text: &str) -> Word {
        self.spelled(Spelling::of(text), text)
    }

    fn spelled(&self, spelling: Spelling, text: &str) -> Word {
        let known = self.words.get(&spelling).copied();
        known.unwrap_or_else(|| match text.strip_prefix("re-") {
            Some(rest) => self.word(rest),
            None => Word::unknown(text),
        })
    }

    /// The stem of a word that carries matter.
    pub(super) fn stem(&self, text: &str, word: Word) -> Option<Stem> {
        if word.is_unknown() {
            has_matter(text, word).then(|| stem(text))
        } else {
            self.stems[usize::from(word.id)]
        }
    }

    /// A reader for many sentences.
    pub(super) fn scanner(&self) -> Scanner<'_> {
        let idle = self
            .idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        Scanner {
            lexicon: self,
            states: idle.unwrap_or_else(|| States::new(self.stems.len())),
        }
    }
}

/// Reads sentences, one after the other; what it learns on the way makes the next ones quicker.
#[derive(Debug)]
pub(super) struct Scanner<'a> {
    lexicon: &'a Lexicon,
    states: States,
}

impl Drop for Scanner<'_> {
    fn drop(&mut self) {
        let states = std::mem::take(&mut self.states);
        self.lexicon
            .idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(states);
    }
}

impl Scanner<'_> {
    /// Every cue in these words, in order. `heads` tells whether a clause begins at a place.
    pub(super) fn scan(
        &mut self,
        words: &[Word],
        within: Range<usize>,
        heads: impl Fn(usize) -> bool,
    ) -> Vec<Hit> {
        if self.states.is_full() {
            self.states = States::new(self.lexicon.stems.len());
        }
        let mut out: Vec<Hit> = Vec::new();
        let Lexicon {
            phrases,
            signs,
            index,
            ..
        } = self.lexicon;
        for at in within.clone() {
            let from = out.len();
            self.states
                .follow(phrases, index, &words[at..within.end], |number, len| {
                    let phrase = u16::try_from(number).unwrap_or(u16::MAX);
                    let end = at + len;
                    if let Some(known) = out[from..].iter_mut().find(|hit| hit.phrase == phrase) {
                        if !phrases[number].shortest {
                            known.at.end = end;
                        }
                    } else {
                        out.push(Hit {
                            cue: signs[number].cue,
                            at: at..end,
                            phrase,
                        });
                    }
                });
            if out.len() > from {
                let mut head = None;
                let mut place = from;
                while place < out.len() {
                    let anchored = phrases[usize::from(out[place].phrase)].anchored;
                    if anchored && !*head.get_or_insert_with(|| heads(at)) {
                        out.remove(place);
                    } else {
                        place += 1;
                    }
                }
                out[from..].sort_by_key(|hit| hit.phrase);
            }
        }
        out
    }
}

const STOP: Class = Class::named("stop");
const FILLER: Class = Class::named("filler");
const NUMBER: Class = Class::named("number");

/// Whether a word carries matter: no stop word, no number, two letters at least.
fn has_matter(text: &str, word: Word) -> bool {
    text.len() > 1
        && !text.starts_with('\'')
        && !word.is(STOP)
        && !word.is(FILLER)
        && !word.is(NUMBER)
        && text.chars().any(char::is_alphabetic)
        && !matches!(
            text,
            "first" | "second" | "third" | "fourth" | "fifth" | "tenth" | "twentieth" | "half"
        )
}

/// Says what is wrong with a phrase: that it cannot be read, or that a word of it is never heard as one.
pub(super) fn check_phrase(text: &str) -> Result<(), String> {
    let mut broken = None;
    Phrase::parse(text, |word| {
        let heard: Vec<Token<'_>> = tokens(word);
        let whole = heard.len() == 1 && heard[0].word() == word || is_ending(word);
        if !whole && broken.is_none() {
            let parts: Vec<&str> = heard.iter().map(Token::word).collect();
            broken = Some(format!("`{word}` is heard as `{}`", parts.join(" ")));
        }
        0
    })?;
    broken.map_or(Ok(()), Err)
}
