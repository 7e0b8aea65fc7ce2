//! What an item of few words is about, quoted: the question that it answers, the sentence that announced the matter. A later meeting
//! knows the item again by these words.

use super::actions::Draft;
use super::dialogue::Speech;

/// How many turns back a matter may have been announced.
const REACH: usize = 8;
/// How many quotes an item has at most.
const MOST: usize = 4;

/// Adds the quote that tells what a thin item is about.
pub(super) fn add(speech: &Speech<'_>, draft: &mut Draft) {
    if draft.rich > 1 || draft.evidence.len() >= MOST {
        return;
    }
    let said = &speech.turns[draft.at];
    let Some(sentence) = said.sentences.get(draft.place) else {
        return;
    };
    let word = sentence.bounds.words.start;
    let Some((back, places)) = speech.topics.current(speech, draft.at, word) else {
        return;
    };
    let Some((turn, place)) = places.first().copied().filter(|_| back <= REACH) else {
        return;
    };
    let quote = speech.quote(turn, place..place + 1);
    let known = |piece: &crate::model::Evidence| {
        piece.turn == quote.turn
            && (piece.quote.contains(&quote.quote) || quote.quote.contains(&piece.quote))
    };
    if !draft.evidence.iter().any(known) {
        draft.evidence.push(quote);
    }
}
