//! Whether a turn says yes or no to the one before it. It does not know what was asked.

use std::cmp::Reverse;

use super::dialogue::{Answer, Speech};
use super::lexicon::Cue;
use super::said::{Said, Sentence};

impl Speech<'_> {
    /// Whether a sentence of a turn says yes.
    pub(super) fn agrees(&self, at: usize, sentence: &Sentence) -> bool {
        sentence.has(Cue::Yes) || approves(&self.turns[at], sentence).is_some()
    }

    /// How a turn answers.
    pub(super) fn answer(&self, at: usize) -> Answer {
        let said = &self.turns[at];
        for sentence in said.sentences.iter().take(3) {
            let first = |cue| {
                let of = sentence.of(cue);
                of.map(|hit| (hit.at.start, Reverse(hit.at.end))).min()
            };
            let yes = first(Cue::Yes).or_else(|| approves(said, sentence));
            match (yes, first(Cue::No)) {
                // "No, I will": the no takes back what was asked, not the deed.
                (Some(_), Some(_))
                    if said
                        .sentences
                        .iter()
                        .any(|sentence| sentence.has(Cue::Promise) || sentence.has(Cue::Take)) =>
                {
                    return Answer::Yes;
                }
                (Some(yes), Some(no)) => return if yes < no { Answer::Yes } else { Answer::No },
                // "Thanks, but it's not worth your time": thanks are no yes to what is not needed.
                (Some((at, _)), None)
                    if thanks(said, at)
                        && (sentence.has(Cue::DroppedIt) || alone(said, sentence)) =>
                {
                    return Answer::No;
                }
                (Some(_), None) if !sentence.bounds.question => return Answer::Yes,
                (None, Some(_)) => return Answer::No,
                _ => {}
            }
        }
        Answer::Open
    }
}

fn thanks(said: &Said<'_>, at: usize) -> bool {
    matches!(said.word(at), "thanks" | "thank" | "cheers" | "ta")
}

/// "Thanks, but I'd rather do this one by myself."
fn alone(said: &Said<'_>, sentence: &Sentence) -> bool {
    let mut words = sentence.bounds.words.clone();
    words.any(|at| match said.word(at) {
        "rather" => said.word(at.wrapping_sub(1)) == "'d",
        "myself" => true,
        "'m" => matches!(
            said.word(at + 1),
            "fine" | "grand" | "good" | "okay" | "alright" | "sorted"
        ),
        _ => false,
    })
}

/// "From Easter would be lovely", "the first is good": what was offered, called good. Where it begins and ends, the end backwards.
fn approves(said: &Said<'_>, sentence: &Sentence) -> Option<(usize, Reverse<usize>)> {
    let words = sentence.bounds.words.clone();
    let be = words.clone().find(|at| match said.word(*at) {
        "would" | "'d" | "'ll" => said.word(at + 1) == "be",
        "'s" | "is" | "works" | "suits" => !sentence.days.is_empty(),
        _ => false,
    })?;
    let good = (be..words.end).any(|at| {
        matches!(
            said.word(at),
            "lovely"
                | "grand"
                | "great"
                | "perfect"
                | "good"
                | "fine"
                | "ideal"
                | "brilliant"
                | "smashing"
                | "fantastic"
                | "wonderful"
                | "helpful"
                | "useful"
                | "thrilled"
                | "delighted"
                | "works"
                | "suits"
        )
    });
    (good && sentence.len() <= 8 && !sentence.has(Cue::If) && !sentence.bounds.question)
        .then_some((words.start, Reverse(words.end)))
}
