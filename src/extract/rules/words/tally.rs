//! What a whole talk tells of its words, counted once: who is in it, how often a matter comes up, and whether a name is a man's, a
//! woman's or a place's. It knows of no promise.

use std::collections::{HashMap, HashSet};

use super::super::said::Said;
use super::Stem;
use super::grammar::is_role;
use super::noun::is_name;

/// How often a name is taken up by "he" and by "she", and whether something is said to be in it or at it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) male: usize,
    pub(super) female: usize,
    pub(super) is_place: bool,
}

/// The counts of one talk.
#[derive(Debug, Default)]
pub(in super::super) struct Tally {
    names: HashMap<String, Name>,
    stems: HashMap<Stem, usize>,
    /// The first names of those who are there or speak, in lower case.
    there: HashSet<String>,
}

impl Tally {
    /// `there` are the full names of those in the room.
    pub(in super::super) fn new<'n>(
        turns: &'n [Said<'n>],
        there: impl Iterator<Item = &'n str>,
    ) -> Self {
        let mut out = Self::default();
        let labels = turns.iter().map(|said| said.turn.label.as_str());
        for name in labels.chain(there) {
            let first = name.split(' ').next().unwrap_or_default();
            if !out.there.contains(first) {
                out.there.insert(first.to_lowercase());
            }
        }
        for (turn, said) in turns.iter().enumerate() {
            for stem in said.stems.iter().flatten() {
                *out.stems.entry(*stem).or_default() += 1;
            }
            for at in (0..said.tokens.len()).filter(|at| is_name(said, *at)) {
                let name = out.names.entry(said.word(at).to_owned()).or_default();
                name.is_place |= at > 0
                    && matches!(said.word(at - 1), "in" | "into" | "at")
                    && said.word(at + 1) != "'s";
                taken_up(name, said, turns.get(turn + 1), at);
            }
        }
        out
    }

    /// What is known of a name, in lower case.
    pub(super) fn name(&self, word: &str) -> Name {
        self.names.get(word).copied().unwrap_or_default()
    }

    /// How often the talk names a matter.
    pub(super) fn often(&self, stem: Stem) -> usize {
        self.stems.get(&stem).copied().unwrap_or_default()
    }

    /// Whether a word is the first name of somebody who is there.
    pub(super) fn is_there(&self, word: &str) -> bool {
        self.there.contains(word)
    }
}

/// Adds what is said of a name before and behind one of its places.
fn taken_up(name: &mut Name, said: &Said<'_>, next: Option<&Said<'_>>, at: usize) {
    // "The girl, Chiara" tells it at once.
    let told = (at.saturating_sub(2)..at)
        .map(|before| said.word(before))
        .find(|word| is_role(word));
    match told {
        Some(
            "girl" | "lady" | "woman" | "wife" | "sister" | "daughter" | "mum" | "mother" | "aunt",
        ) => name.female += 3,
        Some(
            "lad" | "man" | "boy" | "fella" | "bloke" | "guy" | "husband" | "brother" | "son"
            | "dad" | "father" | "uncle",
        ) => name.male += 3,
        _ => {}
    }
    let own = (at + 1..said.tokens.len().min(at + 14)).map(|place| (said, place));
    let next = next
        .filter(|_| said.tokens.len() < at + 18)
        .into_iter()
        .flat_map(|next| (0..next.tokens.len().min(12)).map(move |place| (next, place)));
    // The first pronoun behind the name, unless another name comes between.
    let first = own.chain(next).find(|(said, place)| {
        is_name(said, *place)
            || matches!(
                said.word(*place),
                "he" | "him" | "his" | "she" | "her" | "hers"
            )
    });
    match first.map(|(said, place)| said.word(place)) {
        Some("he" | "him" | "his") => name.male += 1,
        Some("she" | "her" | "hers") => name.female += 1,
        _ => {}
    }
}
