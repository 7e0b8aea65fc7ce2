//! Phrases of dates, ready to be looked for: `by|before the? end of play`. It knows no dates.

use super::super::spelling::Spelling;

/// Some phrases of which any may be said; each has a word that must not be left out.
#[derive(Debug)]
pub(super) struct Phrases {
    /// The bits of all words with which one of them may begin: most words are none of them.
    first: u64,
    all: Box<[Box<[Slot]>]>,
}

/// A place in a phrase: one of some words, or none where the place may stay empty.
#[derive(Debug)]
struct Slot {
    words: Box<[Spelling]>,
    optional: bool,
}

/// Phrases that are made ready when they are first asked for.
macro_rules! phrases {
    ($($text:literal),+ $(,)?) => {{
        static PHRASES: ::std::sync::LazyLock<$crate::extract::dates::phrases::Phrases> =
            ::std::sync::LazyLock::new(|| $crate::extract::dates::phrases::Phrases::new(&[$($text),+]));
        &*PHRASES
    }};
}
pub(super) use phrases;

impl Phrases {
    pub(super) fn new(texts: &[&str]) -> Self {
        let all: Box<[Box<[Slot]>]> = texts
            .iter()
            .map(|text| text.split(' ').map(Slot::read).collect())
            .collect();
        let mut first = 0;
        for phrase in &all {
            let head = phrase.iter().take_while(|slot| slot.optional).count();
            let slots = phrase.iter().take(head + 1);
            let words = slots.flat_map(|slot| &slot.words);
            first |= words.fold(0, |bits, word| bits | word.bit());
        }
        Self { first, all }
    }

    /// Where the longest of these phrases that begins at a word ends. `word` gives the word at a place.
    pub(super) fn end(&self, at: usize, word: impl Fn(usize) -> Spelling) -> Option<usize> {
        if self.first & word(at).bit() == 0 {
            return None;
        }
        let ends = self.all.iter().filter_map(|phrase| {
            phrase.iter().try_fold(at, |place, slot| {
                if slot.words.contains(&word(place)) {
                    Some(place + 1)
                } else {
                    slot.optional.then_some(place)
                }
            })
        });
        ends.max()
    }
}

impl Slot {
    fn read(text: &str) -> Self {
        let (words, optional) = match text.strip_suffix('?') {
            Some(words) => (words, true),
            None => (text, false),
        };
        Self {
            words: words.split('|').map(Spelling::of).collect(),
            optional,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::spelling::Spelling;
    use super::Phrases;

    fn end(texts: &[&str], said: &str) -> Option<usize> {
        let words: Vec<Spelling> = said.split(' ').map(Spelling::of).collect();
        Phrases::new(texts).end(0, |at| words.get(at).copied().unwrap_or_default())
    }

    #[test]
    fn the_longest_phrase_ends_last() {
        assert_eq!(end(&["by|before the? end", "by"], "by the end of"), Some(3));
        assert_eq!(end(&["by|before the? end", "by"], "before end"), Some(2));
        assert_eq!(end(&["by|before the? end", "by"], "by noon"), Some(1));
        assert_eq!(end(&["by|before the? end", "by"], "at noon"), None);
        assert_eq!(end(&["the? day after"], "day after"), Some(2));
        assert_eq!(end(&["day after"], "day"), None);
    }
}
