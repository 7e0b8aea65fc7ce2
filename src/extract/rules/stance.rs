//! Who is spoken of where: the subject before a word, what stands between quotation marks, who is called by name, what a turn
//! tells of the other's deeds. The kinds that judge (feedback, expectations, what is left open) ask the same questions here; what the
//! answers are worth is theirs.

use std::ops::Range;

use super::dialogue::Speech;
use super::lexicon::Cue;
use super::lexicon::Hit;
use super::said::{Said, Sentence};

/// Who or what a clause is about, as far as its pronouns tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    I,
    You,
    We,
    /// It, that, this, these: a thing or what was just spoken of.
    Thing,
    /// Somebody who is not in the room.
    Third,
    /// No pronoun tells.
    Open,
}

/// The subject that stands last before a word, or at it, in the word's clause.
pub(super) fn subject(said: &Said<'_>, sentence: &Sentence, word: usize) -> Subject {
    let clause = sentence.bounds.clause_of(word);
    (clause.start..=word)
        .rev()
        .map(|at| pronoun(said, at))
        .find(|subject| *subject != Subject::Open)
        .unwrap_or(Subject::Open)
}

/// The first subject of a sentence, looked for in its first words.
pub(super) fn first_subject(said: &Said<'_>, words: Range<usize>) -> Subject {
    words
        .take(4)
        .map(|at| pronoun(said, at))
        .find(|subject| *subject != Subject::Open)
        .unwrap_or(Subject::Open)
}

fn pronoun(said: &Said<'_>, at: usize) -> Subject {
    match said.word(at) {
        "i" => Subject::I,
        "you" => Subject::You,
        "we" => Subject::We,
        "he" | "she" | "they" => Subject::Third,
        "it" | "that" | "this" | "these" | "those" | "which" => Subject::Thing,
        _ => Subject::Open,
    }
}

/// Whether a word stands between quotation marks: those are somebody's words, read out or imagined.
pub(super) fn in_quotes(said: &Said<'_>, word: usize) -> bool {
    let Some(token) = said.tokens.get(word).filter(|_| said.quotes) else {
        return false;
    };
    let mut inside = false;
    for c in said.turn.text[..token.start].chars() {
        match c {
            '"' => inside = !inside,
            '\u{201c}' => inside = true,
            '\u{201d}' => inside = false,
            _ => {}
        }
    }
    inside
}

/// The cues of one kind that speakers say in their own voice.
pub(super) fn own<'s>(
    said: &'s Said<'_>,
    sentence: &'s Sentence,
    cue: Cue,
) -> impl Iterator<Item = &'s Hit> {
    sentence
        .of(cue)
        .filter(move |hit| !in_quotes(said, hit.at.start))
}

/// Whether the speaker says one of some cues in their own voice.
pub(super) fn says(said: &Said<'_>, sentence: &Sentence, cue: Cue) -> bool {
    own(said, sentence, cue).next().is_some()
}

/// Whether the one who listens is called by name in a sentence.
pub(super) fn calls(speech: &Speech<'_>, at: usize, sentence: &Sentence) -> bool {
    let said = &speech.turns[at];
    let mine = |word: &str| {
        let speaker = speech.who(at).name.to_lowercase();
        speaker.split(' ').any(|part| part == word)
    };
    sentence.bounds.words.clone().any(|word| {
        said.is_capital(word)
            && said.word(word) != "i"
            && speech.is_in_the_room(said.word(word))
            && !mine(said.word(word))
    })
}

/// Whether a denial stands in the few words before a place.
pub(super) fn denied(said: &Said<'_>, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|before| {
        matches!(
            said.word(before),
            "not"
                | "nobody"
                | "isn't"
                | "wasn't"
                | "never"
                | "don't"
                | "doesn't"
                | "didn't"
                | "aren't"
                | "weren't"
                | "can't"
                | "won't"
                | "nothing"
                | "hardly"
        )
    })
}

/// Whether the words around a place only suppose it: "it would be lovely", "if it was good".
pub(super) fn supposed(said: &Said<'_>, words: Range<usize>) -> bool {
    (words.start.saturating_sub(4)..words.end).any(|at| {
        matches!(
            said.word(at),
            "would"
                | "'d"
                | "if"
                | "could"
                | "might"
                | "should"
                | "'ll"
                | "will"
                | "wouldn't"
                | "hope"
                | "hoping"
                | "unless"
        )
    })
}

/// Whether a turn of the other, just before, tells what they did.
pub(super) fn deed_before(speech: &Speech<'_>, at: usize) -> bool {
    speech.asked_before(at).is_some_and(|before| {
        let said = &speech.turns[before];
        said.sentences.iter().any(|sentence| {
            own(said, sentence, Cue::Done)
                .any(|hit| matches!(said.word(hit.at.start), "i" | "we" | "got" | "that" | "it"))
        })
    })
}

/// Whether a sentence wraps what it says: "it's only that", "I suppose", not a bare "but".
pub(super) fn softened(said: &Said<'_>, sentence: &Sentence) -> bool {
    own(said, sentence, Cue::Wrap).any(|hit| hit.at.len() > 1)
}

/// Whether a sentence can be feedback at all: it is no question and tells nothing of others' words.
pub(super) fn plain(said: &Said<'_>, sentence: &Sentence) -> bool {
    let head = sentence.bounds.words.start;
    let others = sentence.of(Cue::Quoting).any(|hit| {
        hit.at.start < head + 4
            && hit
                .at
                .clone()
                .any(|at| matches!(said.word(at), "he" | "she" | "they"))
    });
    // "What I'd asked him was, can you …": the "you" is somebody else.
    let told = sentence.bounds.words.clone().any(|at| {
        matches!(said.word(at), "asked" | "told" | "tell" | "said")
            && matches!(said.word(at + 1), "him" | "her" | "them" | "to")
            && (at.saturating_sub(3)..at).any(|before| said.word(before) == "i")
    });
    !sentence.bounds.question && sentence.len() >= 3 && !others && !told && !in_quotes(said, head)
}

/// Whether "you" or "your" stands in some words, as the one who is spoken of; "thank you" and "you know" speak of nobody.
pub(super) fn of_you(said: &Said<'_>, sentence: &Sentence) -> bool {
    sentence.bounds.words.clone().any(|at| {
        let idle = said.word(at.wrapping_sub(1)) == "thank"
            || matches!(said.word(at + 1), "know" | "see" | "mean");
        matches!(said.word(at), "you" | "your" | "yours" | "yourself") && !idle
    })
}

/// Whether the answer begins with one of some cues.
pub(super) fn replied(speech: &Speech<'_>, at: usize, cue: Cue) -> bool {
    speech.answer_to(at).is_some_and(|next| {
        speech.turns[next]
            .sentences
            .iter()
            .take(2)
            .any(|sentence| sentence.has(cue))
    })
}
