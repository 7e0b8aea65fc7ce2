//! Where the words fell by which a day was named. It reckons no day: it finds the words of one that was reckoned.

use std::ops::Range;

use jiff::civil::Date;

use super::dialogue::Speech;
use super::quote;
use crate::model::Evidence;

/// How many turns around what an item rests on its day may have been named.
const NEAR: usize = 3;

/// The turn and the words in it by which a day was named: within the quotes, else in their turns, else in those around them. Words
/// that name the day come before those that name only a part of it, as "in the morning" does.
pub(super) fn find(
    speech: &Speech<'_>,
    quotes: &[Evidence],
    date: Date,
) -> Option<(usize, Range<usize>)> {
    let turns: Vec<(usize, Range<usize>)> = quotes
        .iter()
        .filter_map(|quote| {
            let turn = speech.turn(quote.turn)?;
            Some((turn, quote::held(&speech.turns[turn], &quote.quote)))
        })
        .collect();
    let whole = |turn: usize| (turn, 0..speech.turns[turn].tokens.len());
    let around = turns
        .iter()
        .flat_map(|(turn, _)| {
            (1..=NEAR).flat_map(move |far| [Some(turn + far), turn.checked_sub(far)])
        })
        .flatten()
        .filter(|turn| *turn < speech.turns.len());
    let places = [
        turns.clone(),
        turns.iter().map(|(turn, _)| whole(*turn)).collect(),
        around.map(whole).collect(),
    ];
    places.into_iter().find_map(|places| {
        [true, false].into_iter().find_map(|exact| {
            places.iter().find_map(|(turn, within)| {
                let sentences = speech.turns[*turn].sentences.iter();
                let mut days = sentences.flat_map(|sentence| &sentence.days);
                let day = days.find(|day| {
                    day.date == date && day.exact == exact && within.contains(&day.words.start)
                })?;
                Some((*turn, day.words.clone()))
            })
        })
    })
}

/// The quote of the words that name a day, where none of the quotes holds them yet: a date is shown with what it was read off.
pub(super) fn receipt(speech: &Speech<'_>, quotes: &[Evidence], date: Date) -> Option<Evidence> {
    let (turn, words) = find(speech, quotes, date)?;
    let said = speech.turns[turn].text(words.clone());
    let number = speech.turns[turn].turn.number;
    let shown = quotes
        .iter()
        .any(|quote| quote.turn == number && quote.quote.contains(said));
    (!shown).then(|| speech.quote(turn, words))
}
