//! What one turn says: its words, sentences and cues, the days that are named in it. It knows no other turn.

use std::cell::OnceCell;
use std::ops::Range;

use jiff::civil::Date;

use super::super::dates::{self, Frame};
use super::super::token::{Token, tokens};
use super::dialogue::Role;
use super::lexicon::{Class, Cue, Hit, Lexicon, Scanner, Word};
use super::sentence::{Bounds, sentences};
use super::words::{self, Stem};
use crate::model::Turn;

const FILLER: Class = Class::named("filler");

/// A date and the words that say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) date: Date,
    pub(super) words: Range<usize>,
    /// Whether a day is named, not only a part of one.
    pub(super) exact: bool,
}

/// Some cues, one bit each: most questions about a sentence are answered by its not holding a cue at all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Cues(u128);

impl Cues {
    pub(super) const fn of(cues: &[Cue]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < cues.len() {
            bits |= 1 << cues[at] as u8;
            at += 1;
        }
        Self(bits)
    }

    /// Whether one of these is one of those.
    pub(super) const fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A sentence with what was found in it.
#[derive(Debug)]
pub(super) struct Sentence {
    pub(super) bounds: Bounds,
    pub(super) hits: Vec<Hit>,
    /// The cues of its hits.
    pub(super) cues: Cues,
    pub(super) days: Vec<Day>,
}

impl Sentence {
    /// The cues of one kind.
    pub(super) fn of(&self, cue: Cue) -> impl Iterator<Item = &Hit> {
        let hits: &[Hit] = if self.has(cue) { &self.hits } else { &[] };
        hits.iter().filter(move |hit| hit.cue == cue)
    }

    pub(super) fn has(&self, cue: Cue) -> bool {
        self.cues.meet(Cues::of(&[cue]))
    }

    pub(super) fn any(&self, cues: &[Cue]) -> bool {
        self.cues.meet(Cues::of(cues))
    }

    /// How many words it has.
    pub(super) fn len(&self) -> usize {
        self.bounds.words.len()
    }
}

/// A turn, read.
#[derive(Debug)]
pub(super) struct Said<'a> {
    pub(super) turn: &'a Turn,
    pub(super) role: Role,
    pub(super) tokens: Vec<Token<'a>>,
    pub(super) words: Vec<Word>,
    /// By word: its stem, where it carries matter.
    pub(super) stems: Vec<Option<Stem>>,
    pub(super) sentences: Vec<Sentence>,
    /// The cues of its sentences.
    pub(super) cues: Cues,
    /// Whether anything stands between quotation marks.
    pub(super) quotes: bool,
    /// Its noun phrases, once somebody asked for them.
    pub(super) phrases: OnceCell<Vec<words::Phrase>>,
    /// By word: whether it is somebody's or something's name.
    pub(super) names: Vec<bool>,
}

impl Said<'_> {
    #[inline]
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.word())
    }

    #[inline]
    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.words.get(at).is_some_and(|word| word.is(class))
    }

    /// The sentence that holds a word.
    pub(super) fn sentence_at(&self, word: usize) -> Option<&Sentence> {
        let place = self
            .sentences
            .partition_point(|sentence| sentence.bounds.words.end <= word);
        self.sentences.get(place)
    }

    /// Whether a sentence begins with the word.
    pub(super) fn is_head(&self, at: usize) -> bool {
        self.sentence_at(at)
            .is_some_and(|sentence| sentence.bounds.words.start == at)
    }

    /// Whether the word is a sentence by itself.
    pub(super) fn is_alone(&self, at: usize) -> bool {
        self.sentence_at(at)
            .is_some_and(|sentence| sentence.bounds.words == (at..at + 1))
    }

    /// Whether the word is written as a name in the middle of a sentence.
    pub(super) fn is_name(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        !self.is_head(at)
            && token.word() != "i"
            && self.turn.text[token.start..].starts_with(char::is_uppercase)
    }

    /// Whether the word is written with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            let first = self.turn.text.as_bytes()[token.start];
            first.is_ascii_uppercase()
                || !first.is_ascii()
                    && self.turn.text[token.start..].starts_with(char::is_uppercase)
        })
    }

    /// Whether no lexicon names the word: at the head of a sentence, such a word with a capital is most likely a name.
    pub(super) fn is_unknown(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.is_unknown())
    }

    pub(super) fn has(&self, cue: Cue) -> bool {
        self.cues.meet(Cues::of(&[cue]))
    }

    /// The text of some words.
    pub(super) fn text(&self, words: Range<usize>) -> &str {
        if words.is_empty() || words.end > self.tokens.len() {
            return "";
        }
        &self.turn.text[self.tokens[words.start].start..self.tokens[words.end - 1].end]
    }
}

/// The cues of one sentence. A clause begins behind the fillers at its head.
pub(super) fn cues(words: &[Word], bounds: &Bounds, scanner: &mut Scanner<'_>) -> Vec<Hit> {
    let heads = |at: usize| {
        let head = bounds.clause_of(at).start;
        (head..at).all(|before| words[before].is(FILLER))
    };
    scanner.scan(words, bounds.words.clone(), heads)
}

/// Reads a turn.
pub(super) fn read<'a>(
    turn: &'a Turn,
    role: Role,
    frame: Frame,
    lexicon: &Lexicon,
    scanner: &mut Scanner<'_>,
) -> Said<'a> {
    let tokens = tokens(turn.searched());
    let words = lexicon.read(&tokens);
    let stems: Vec<Option<Stem>> = tokens
        .iter()
        .zip(&words)
        .map(|(token, word)| lexicon.stem(token.word(), *word))
        .collect();
    let spoken = dates::find_in(turn.searched(), &tokens, frame, |at| words[at].in_date());
    let sentences: Vec<Sentence> = sentences(turn.searched(), &tokens)
        .into_iter()
        .map(|bounds| {
            let hits = cues(&words, &bounds, scanner);
            let days = spoken
                .iter()
                .filter(|day| bounds.bytes.contains(&day.range.start))
                .map(|day| Day {
                    date: day.date,
                    exact: day.exact,
                    words: tokens.partition_point(|token| token.start < day.range.start)
                        ..tokens.partition_point(|token| token.start < day.range.end),
                })
                .collect();
            let cues = hits
                .iter()
                .fold(Cues::default(), |all, hit| all.and(Cues::of(&[hit.cue])));
            Sentence {
                bounds,
                hits,
                cues,
                days,
            }
        })
        .collect();
    let cues = sentences
        .iter()
        .fold(Cues::default(), |all, sentence: &Sentence| {
            all.and(sentence.cues)
        });
    Said {
        turn,
        cues,
        quotes: turn.text.contains(['"', '\u{201c}', '\u{201d}']),
        phrases: OnceCell::new(),
        role,
        tokens,
        words,
        stems,
        sentences,
        names: Vec::new(),
    }
}
