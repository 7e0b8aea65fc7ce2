//! Finding every phrase at once: an automaton over words whose states are made when they are first needed. It knows phrases only
//! by number.

use rustc_hash::FxHashMap;

use super::class::{Class, Word};
use super::phrase::Phrase;

/// A place in a phrase, as one number.
type Place = u32;

fn place(phrase: usize, slot: usize) -> Place {
    u32::try_from(phrase << 8 | slot).unwrap_or(Place::MAX)
}

fn parts(place: Place) -> (usize, usize) {
    ((place >> 8) as usize, (place & 0xff) as usize)
}

/// Where a phrase may begin.
#[derive(Debug, Default)]
pub(super) struct Index {
    by_word: Vec<Vec<u16>>,
    by_class: Vec<(Class, u16)>,
}

impl Index {
    pub(super) fn new(phrases: &[Phrase], words: usize) -> Self {
        let mut out = Self {
            by_word: vec![Vec::new(); words],
            by_class: Vec::new(),
        };
        for (number, phrase) in phrases.iter().enumerate() {
            let number = u16::try_from(number).unwrap_or(u16::MAX);
            let (words, classes) = phrase.slots[0].starts();
            for word in words {
                out.by_word[usize::from(*word)].push(number);
            }
            if !classes.is_empty() {
                out.by_class.push((classes, number));
            }
        }
        out
    }

    fn beginning(&self, word: Word) -> impl Iterator<Item = usize> {
        let of_class = self
            .by_class
            .iter()
            .filter(move |(class, _)| word.is(*class))
            .map(|(_, number)| number);
        let of_word = self.by_word[usize::from(word.id)].iter();
        of_word.chain(of_class).map(|number| usize::from(*number))
    }
}

/// What has been read of some phrases.
#[derive(Debug, Default, Clone)]
struct State {
    places: Vec<Place>,
    /// The phrases that end here.
    ended: Vec<u16>,
}

/// The states met so far. Throwing them away changes nothing but the time.
#[derive(Debug, Default)]
pub(super) struct States {
    made: Vec<State>,
    by_places: FxHashMap<Vec<Place>, u32>,
    steps: FxHashMap<u64, u32>,
    /// The steps taken of late, each at a place that its key tells: most of talk is the same few steps.
    recent: Vec<(u64, u32)>,
    first: Vec<u32>,
}

/// The state in which nothing has been read, and the one from which nothing follows.
const NONE: u32 = 0;
const UNMADE: u32 = u32::MAX;
/// The bit of the states in which a phrase ends.
const ENDS: u32 = 1 << 31;

/// How many recent steps are at hand, as a power of two.
const RECENT: u32 = 12;

/// How many states are kept: many times what a year of talk needs.
const MOST: usize = 200_000;

impl States {
    pub(super) fn new(words: usize) -> Self {
        Self {
            made: vec![State::default()],
            by_places: [(Vec::new(), NONE)].into_iter().collect(),
            steps: FxHashMap::default(),
            recent: vec![(0, NONE); 1 << RECENT],
            first: vec![UNMADE; words],
        }
    }

    /// Whether so many were made that it is better to begin anew.
    pub(super) fn is_full(&self) -> bool {
        self.steps.len() > MOST
    }

    /// Calls `found` with a phrase and the word behind its end, for each phrase that begins with the first of some words; with the
    /// same phrase again where a longer reading of it ends later.
    pub(super) fn follow(
        &mut self,
        phrases: &[Phrase],
        index: &Index,
        words: &[Word],
        mut found: impl FnMut(usize, usize),
    ) {
        let Some(first) = words.first() else { return };
        let mut state = self.first[usize::from(first.id)];
        if state == UNMADE {
            state = self.begin(phrases, index, *first);
        }
        let mut read = 1;
        while state != NONE {
            if state & ENDS != 0 {
                for phrase in &self.made[(state & !ENDS) as usize].ended {
                    found(usize::from(*phrase), read);
                }
            }
            let Some(word) = words.get(read) else { break };
            state = self.step(phrases, state, *word);
            read += 1;
        }
    }

    fn begin(&mut self, phrases: &[Phrase], index: &Index, word: Word) -> u32 {
        let mut places = Vec::new();
        for number in index.beginning(word) {
            places.extend(phrases[number].onward(1).map(|slot| place(number, slot)));
        }
        let state = self.state(phrases, places);
        self.first[usize::from(word.id)] = state;
        state
    }

    fn step(&mut self, phrases: &[Phrase], state: u32, word: Word) -> u32 {
        // No step leads on from the first state, so that no key is 0.
        let key = u64::from(state) << 16 | u64::from(word.id);
        let place = (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - RECENT)) as usize;
        let (known, next) = self.recent[place];
        if known == key {
            return next;
        }
        let next = self.step_from(phrases, state, word, key);
        self.recent[place] = (key, next);
        next
    }

    fn step_from(&mut self, phrases: &[Phrase], state: u32, word: Word, key: u64) -> u32 {
        if let Some(next) = self.steps.get(&key) {
            return *next;
        }
        let mut places = Vec::new();
        for at in &self.made[(state & !ENDS) as usize].places {
            let (number, slot) = parts(*at);
            let phrase = &phrases[number];
            if phrase.slots.get(slot).is_some_and(|slot| slot.takes(word)) {
                places.extend(phrase.onward(slot + 1).map(|slot| place(number, slot)));
            }
        }
        let next = self.state(phrases, places);
        self.steps.insert(key, next);
        next
    }

    fn state(&mut self, phrases: &[Phrase], mut places: Vec<Place>) -> u32 {
        places.sort_unstable();
        places.dedup();
        if let Some(known) = self.by_places.get(&places) {
            return *known;
        }
        let (over, open): (Vec<Place>, Vec<Place>) = places.iter().partition(|at| {
            let (number, slot) = parts(**at);
            slot == phrases[number].slots.len()
        });
        let ends = if over.is_empty() { 0 } else { ENDS };
        let number = u32::try_from(self.made.len()).unwrap_or(UNMADE) | ends;
        self.made.push(State {
            places: open,
            ended: over
                .into_iter()
                .filter_map(|at| u16::try_from(parts(at).0).ok())
                .collect(),
        });
        self.by_places.insert(places, number);
        number
    }
}
