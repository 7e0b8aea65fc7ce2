//! How much a sentence praises the one it is said to: a good word, and the signs that the other earned it.

use super::dialogue::Speech;
use super::lexicon::{Class, Cue, Hit};
use super::said::{Said, Sentence};
use super::stance::{self, Subject, own, says};

const VERY_GOOD: Class = Class::named("vpos");
const INTENSE: Class = Class::named("int");

/// How much a sentence praises the one it is said to.
pub(super) fn praise(speech: &Speech<'_>, at: usize, sentence: &Sentence) -> i32 {
    let said = &speech.turns[at];
    // "So thank you. Properly.", once the deed is told.
    let thanks = || {
        let mut words = sentence.bounds.words.clone();
        words.any(|at| matches!(said.word(at), "thank" | "thanks" | "grateful"))
    };
    let good = sentence.any(&[Cue::Praise, Cue::Good]);
    if !good && !thanks() || !stance::plain(said, sentence) {
        return 0;
    }
    let meant = |hit: &&Hit| is_meant(said, sentence, hit);
    let you = stance::of_you(said, sentence);
    let called = stance::calls(speech, at, sentence);
    let underlined = said.has(Cue::Meant)
        && said
            .sentences
            .iter()
            .any(|other| says(said, other, Cue::Meant));
    let did = said.has(Cue::YouDid)
        && said
            .sentences
            .iter()
            .any(|other| !other.bounds.question && says(said, other, Cue::YouDid));
    let deed = stance::deed_before(speech, at);
    let shown = shown_own_work(speech, at);
    if let Some(hit) = own(said, sentence, Cue::Praise).find(meant) {
        // "That's made my day" may be said of the weather.
        let to_me = sentence
            .bounds
            .words
            .clone()
            .any(|word| matches!(said.word(word), "me" | "us"));
        let earned = to_me || you || called || underlined || deed || did || shown;
        // "The clearest anybody's given me": above all that the speaker knows.
        let above_all = to_me
            && matches!(
                said.word(hit.at.end - 1),
                "anybody" | "anyone" | "ever" | "yet"
            );
        let bare = sentence.len() <= 3
            && !said
                .sentences
                .iter()
                .any(|other| stance::of_you(said, other));
        let vague =
            sentence.len() <= 5 && said.word(sentence.bounds.words.start) == "you" && !called;
        return 2
            + i32::from(earned)
            + i32::from(you)
            + i32::from(underlined || called || above_all || shown)
            - i32::from(bare)
            - i32::from(vague) * 2;
    }
    if did && said.tokens.len() > 12 && thanks() {
        return 3;
    }
    let news = |hit: &&Hit| {
        said.word(hit.at.start) == "so"
            && sentence.bounds.clause_of(hit.at.start).start == hit.at.start
    };
    let Some(hit) = own(said, sentence, Cue::Good).find(|hit| meant(hit) && !news(hit)) else {
        return 0;
    };
    let loud = hit
        .at
        .clone()
        .any(|word| said.is(word, VERY_GOOD) || said.is(word, INTENSE));
    let was = |word: usize| matches!(said.word(word), "was" | "were");
    let tale = asked(speech, at).is_some() && !shown && !you && hit.at.clone().any(was);
    let though = conceded(said, sentence, hit);
    let signs = i32::from(you)
        + i32::from(called) * 2
        + i32::from(underlined)
        + i32::from(deed)
        + i32::from(did && !you)
        + i32::from(shown) * 2
        + i32::from(stance::replied(speech, at, Cue::Thanks))
        + i32::from(though) * 2;
    // "You're very good", "that's nice of you": manners.
    let vague = (sentence.len() <= 6 && said.word(sentence.bounds.words.end - 1) == "you"
        || sentence.len() <= 4 && you)
        && !called;
    let subject = stance::first_subject(said, sentence.bounds.words.clone());
    let own_tale = subject == Subject::I
        && !shown
        && !matches!(said.word(hit.at.start), "i" | "that" | "your")
        || subject == Subject::Third
        || subject == Subject::We;
    1 + i32::from(loud) + signs.min(2)
        - i32::from(tale)
        - i32::from(vague)
        - i32::from(own_tale) * 2
}

/// Whether a good word is the speaker's own, said of the other and not denied or supposed.
fn is_meant(said: &Said<'_>, sentence: &Sentence, hit: &Hit) -> bool {
    let head = said.word(hit.at.start);
    let who = stance::subject(said, sentence, hit.at.start);
    let self_made = who == Subject::I && !matches!(head, "i" | "you" | "that" | "it" | "this");
    let before = said.word(hit.at.start.wrapping_sub(1));
    !stance::denied(said, hit.at.start)
        && !stance::supposed(said, hit.at.clone())
        && !self_made
        && !matches!(before, "he" | "she" | "they" | "who")
}

/// The sentence that the turn before ends with, when it asks something.
fn asked<'s>(speech: &'s Speech<'_>, at: usize) -> Option<(&'s Said<'s>, &'s Sentence)> {
    let before = &speech.turns[speech.asked_before(at)?];
    let last = before.sentences.last()?;
    last.bounds.question.then_some((before, last))
}

/// Whether the turn before asks for a judgement of its speaker's own work. Somebody who was asked how it was praises nobody; somebody
/// who was asked whether they saw it does.
pub(super) fn shown_own_work(speech: &Speech<'_>, at: usize) -> bool {
    let Some((before, asked)) = asked(speech, at) else {
        return false;
    };
    let words = || asked.bounds.words.clone().map(|at| before.word(at));
    words().any(|word| word == "you")
        && words().any(|word| {
            matches!(
                word,
                "see"
                    | "seen"
                    | "read"
                    | "get"
                    | "got"
                    | "look"
                    | "looked"
                    | "my"
                    | "mine"
                    | "try"
                    | "tried"
            )
        })
}

/// Whether a good word is given as a concession: "it was a good letter, though".
fn conceded(said: &Said<'_>, sentence: &Sentence, hit: &Hit) -> bool {
    let mut words = sentence.bounds.words.clone();
    words.any(|word| said.word(word) == "though")
        && hit
            .at
            .clone()
            .any(|word| matches!(said.word(word), "a" | "an"))
}
