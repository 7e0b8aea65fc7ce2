//! Where the words fell by which a day was named. It reckons no day: it finds the words of one that was reckoned.

use std::ops::Range;

use jiff::civil::Date;

use super::dialogue::Speech;
use crate::model::Evidence;

/// How many turns around what an item rests on its day may have been named.
const NEAR: usize = 3;

/// The turn and the words in it by which a day was named: in the turns given, the first ones first, else in those around them.
pub(super) fn find(
    speech: &Speech<'_>,
    turns: &[usize],
    date: Date,
) -> Option<(usize, Range<usize>)> {
    let around = turns
        .iter()
        .flat_map(|turn| (1..=NEAR).flat_map(move |far| [Some(turn + far), turn.checked_sub(far)]));
    let all = turns.iter().copied().chain(around.flatten());
    all.filter(|turn| *turn < speech.turns.len())
        .find_map(|turn| {
            let sentences = speech.turns[turn].sentences.iter();
            let mut days = sentences.flat_map(|sentence| &sentence.days);
            let day = days.find(|day| day.date == date)?;
            Some((turn, day.words.clone()))
        })
}

/// The quote of the words that name a day, where none of the quotes holds them yet: a date is shown with what it was read off.
pub(super) fn receipt(speech: &Speech<'_>, quotes: &[Evidence], date: Date) -> Option<Evidence> {
    let turns: Vec<usize> = quotes
        .iter()
        .filter_map(|quote| speech.turn(quote.turn))
        .collect();
    let (turn, words) = find(speech, &turns, date)?;
    let said = speech.turns[turn].text(words.clone());
    let number = speech.turns[turn].turn.number;
    let shown = quotes
        .iter()
        .any(|quote| quote.turn == number && quote.quote.contains(said));
    (!shown).then(|| speech.quote(turn, words))
}
