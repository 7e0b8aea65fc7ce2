//! The words of a meeting, to tell whether two files hold the same one. It knows no meetings and no files.

use std::collections::BTreeMap;

use crate::model::text;

/// The words of a meeting, each with how often it falls.
pub(super) struct Bag {
    counts: BTreeMap<String, usize>,
    total: usize,
}

impl Bag {
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut bag = Self {
            counts: BTreeMap::new(),
            total: 0,
        };
        for said in texts {
            for word in text::fold(said).split(' ').filter(|word| !word.is_empty()) {
                *bag.counts.entry(word.to_owned()).or_default() += 1;
                bag.total += 1;
            }
        }
        bag
    }

    /// How many of a hundred words of the longer one fall in the other too.
    pub(super) fn agrees(&self, other: &Self) -> usize {
        let both = self.counts.iter().map(|(word, count)| {
            let there = other.counts.get(word).copied().unwrap_or_default();
            there.min(*count)
        });
        let both: usize = both.sum();
        (both * 100)
            .checked_div(self.total.max(other.total))
            .unwrap_or_default()
    }
}
