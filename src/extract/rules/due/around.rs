//! Days said around a promise: beside it in its turn, in the question before it, in the talk behind it where the two agree on one.

use jiff::civil::Date;

use super::super::actions::Draft;
use super::super::dialogue::{Answer, Speech};
use super::super::lexicon::Cue;
use super::super::said::{Day, Said, Sentence};
use super::super::words::{self, Stem};
use super::anchor::{back_again, hangs_on_else, pointed};
use super::belongs::{elsewhere, fragment, needed, of_it, refuses};

/// How many turns on two people may still settle by when.
const LAST: usize = 7;

/// A day for a promise that names none itself.
pub(super) fn find(speech: &Speech<'_>, draft: &Draft) -> Option<Date> {
    let said = &speech.turns[draft.at];
    let place = draft.place.min(said.sentences.len().saturating_sub(1));
    if let Some(day) =
        back_again(speech, draft.at, place).or_else(|| pointed(speech, draft.at, place))
    {
        return Some(day);
    }
    if said
        .sentences
        .get(place)
        .is_some_and(|sentence| hangs_on_else(said, sentence))
    {
        return None;
    }
    beside(speech, draft, place)
        .or_else(|| settled(speech, draft, None))
        .or_else(|| wanted(speech, draft))
        .or_else(|| nearby(speech, draft, place))
}

/// A day said nearby that nothing else claims.
fn nearby(speech: &Speech<'_>, draft: &Draft, place: usize) -> Option<Date> {
    let own = speech.turns[draft.at].sentences.len();
    let behind = (place + 1..own.min(place + 3)).map(|place| (draft.at, place));
    let before = (place.saturating_sub(2)..place)
        .rev()
        .map(|place| (draft.at, place));
    let next = (0..2).map(|place| (draft.at + 1, place));
    behind
        .chain(before)
        .chain(next)
        .find_map(|(turn, place)| unclaimed(speech, draft, turn, place))
}

fn unclaimed(speech: &Speech<'_>, draft: &Draft, turn: usize, place: usize) -> Option<Date> {
    let said = speech.turns.get(turn)?;
    let sentence = said.sentences.get(place)?;
    let told = sentence.any(&[Cue::Done, Cue::NotDone, Cue::Quoting, Cue::Habit]);
    // "I've got him tomorrow, so I'll say about the lists. I'll raise it": the second only says the first again.
    let again = draft.rich <= 1 && turn == draft.at && place + 1 == draft.place;
    let other = sentence.any(&[Cue::Promise, Cue::Receipt, Cue::Ask])
        && words::matter(said, sentence.bounds.words.clone()).len() > 1
        && !again
        && !shares(said, sentence, draft);
    if told || other || refuses(said, sentence) {
        return None;
    }
    let fits = |day: &&Day| day.exact && !elsewhere(said, sentence, day);
    sentence.days.iter().find(fits).map(|day| day.date)
}

/// A day in the sentences around the promise and in the other turns that it rests on.
fn beside(speech: &Speech<'_>, draft: &Draft, place: usize) -> Option<Date> {
    let own = &speech.turns[draft.at];
    let behind = (place + 1..own.sentences.len()).take(3);
    let before = (0..place).rev().take(3);
    let here = behind
        .clone()
        .chain(before.clone())
        .find_map(|place| fragment(own, &own.sentences[place]))
        .or_else(|| {
            let alike = |place: &usize| shares(own, &own.sentences[*place], draft);
            behind
                .take(1)
                .chain(before.take(2).filter(alike))
                .find_map(|place| {
                    let sentence = &own.sentences[place];
                    of_it(own, sentence).or_else(|| {
                        let day = sentence
                            .days
                            .iter()
                            .find(|day| !elsewhere(own, sentence, day));
                        day.filter(|_| shares(own, sentence, draft) && sentence.has(Cue::Promise))
                    })
                })
        });
    if let Some(day) = here {
        return Some(day.date);
    }
    let others = draft.turns.iter().rev().filter(|turn| **turn != draft.at);
    let mut days = others.filter_map(|turn| {
        let said = &speech.turns[*turn];
        let last = said.sentences.iter().rev();
        last.clone()
            .find_map(|sentence| fragment(said, sentence))
            .or_else(|| last.take(3).find_map(|sentence| of_it(said, sentence)))
    });
    days.next().map(|day| day.date)
}

/// Whether a promise names its thing only by pointing at it: "I'll drop it on his chair".
fn points_at_it(speech: &Speech<'_>, draft: &Draft) -> bool {
    let said = &speech.turns[draft.at];
    said.sentences.get(draft.place).is_some_and(|sentence| {
        let mut words = sentence.bounds.words.clone().skip(2);
        words.any(|at| matches!(said.word(at), "it" | "that" | "them" | "those"))
    })
}

/// Whether a sentence speaks of what an item is about.
fn shares(said: &Said<'_>, sentence: &Sentence, draft: &Draft) -> bool {
    let known = |stem: &Stem| draft.matter.contains(stem) || draft.hint.contains(stem);
    words::matter(said, sentence.bounds.words.clone())
        .iter()
        .any(known)
}

/// A day by which the other wants it, in the turn before: "I need it before the board on the sixteenth." "You'll have it."
fn wanted(speech: &Speech<'_>, draft: &Draft) -> Option<Date> {
    let first = draft.turns.iter().min().copied().unwrap_or(draft.at);
    let before = speech.asked_before(first)?;
    let said = &speech.turns[before];
    said.sentences.iter().rev().take(2).find_map(|sentence| {
        let clause = |day: &Day| sentence.bounds.clause_of(day.words.start);
        let day = sentence.days.iter().rev().find(|day| {
            day.exact
                && (needed(said, clause(day)) || sentence.bounds.question)
                && !elsewhere(said, sentence, day)
        })?;
        let about_it = draft.idle || draft.rich == 0 || shares(said, sentence, draft);
        (about_it || points_at_it(speech, draft)).then_some(day.date)
    })
}

/// The day that the talk behind a promise ends with: "Friday's too late. Could you do Wednesday?" "Wednesday, okay."
pub(super) fn settled(
    speech: &Speech<'_>,
    draft: &Draft,
    start: Option<(usize, Date)>,
) -> Option<Date> {
    let last = draft.turns.iter().max().copied().unwrap_or(draft.at);
    let first = draft.turns.iter().min().copied().unwrap_or(draft.at);
    let from = start.map_or(first, |(turn, _)| turn);
    let mut day = start.map(|(_, day)| day);
    let mut open = day.is_none();
    // Where somebody asked when, and what was put forward as a question.
    let mut asked: Option<usize> = None;
    let mut put: Option<Option<Date>> = None;
    let mut away = false;
    for turn in from + 1..speech.turns.len().min(last + LAST) {
        let said = &speech.turns[turn];
        if let Some(before) = put.take()
            && speech.answer(turn) == Answer::No
        {
            day = before;
            open = true;
        }
        let owner = speech.same(turn, draft.at);
        let opens = said.sentences.first().is_some_and(|first| {
            !asks_when(said, first)
                && !shares(said, first, draft)
                && fragment(said, first).is_none()
        });
        away |= turn > last && turned(speech, turn) && opens;
        for sentence in said.sentences.iter().take(3) {
            let ours = shares(said, sentence, draft);
            let other = !ours
                && words::matter(said, sentence.bounds.words.clone()).len()
                    > usize::from(asks_what_is_possible(said, sentence));
            if asks_when(said, sentence) && (!away && turn <= last + 3 && !other || ours) {
                asked = Some(turn);
            } else if other && turn > last && starts_another(said, sentence) {
                away = true;
            }
            let answers = asked.is_some_and(|asked| turn <= asked + 1);
            if sentence.days.is_empty() || away && !answers || !answers && turn > last + 2 && !open
            {
                continue;
            }
            if refuses(said, sentence) {
                open = true;
                continue;
            }
            let own = || owner.then(|| of_it(said, sentence)).flatten();
            let named = fragment(said, sentence).or_else(own).or_else(|| {
                answers
                    .then(|| {
                        sentence
                            .days
                            .iter()
                            .rev()
                            .find(|day| !elsewhere(said, sentence, day))
                    })
                    .flatten()
            });
            let near = turn <= last + 2 || answers || open && start.is_some();
            let Some(named) = named.filter(|_| near) else {
                continue;
            };
            if sentence.bounds.question && put.is_none() {
                put = Some(day);
            }
            // "Tomorrow, then": the owner's own last word on it.
            let agreed = owner
                && turn > from + 1
                && !sentence.bounds.question
                && named.exact
                && sentence.len() <= named.words.len() + 2
                && turn <= last + 2;
            if day.is_none() || open || agreed || changes(said, sentence) {
                day = Some(named.date);
                // "The board's on the sixteenth" only says what it hangs on.
                open = fragment(said, sentence).is_none();
            }
        }
    }
    day
}

/// Whether a sentence of other matter turns to it: it asks after it, or promises it.
fn starts_another(said: &Said<'_>, sentence: &Sentence) -> bool {
    let first = sentence.bounds.words.start;
    let led = said.word(first) == "and" && matches!(said.word(first + 1), "the" | "your" | "my");
    led || sentence.bounds.question
        && (fragment(said, sentence).is_none() || sentence.has(Cue::Ask))
        || sentence.has(Cue::Promise)
            && words::matter(said, sentence.bounds.words.clone()).len() > 1
}

/// Whether a sentence puts another day in the place of one that was named: "could you do Thursday?", "Thursday instead". One that asks
/// for a thing of its own ("can you make me a plan by Friday?") names that thing's day.
fn changes(said: &Said<'_>, sentence: &Sentence) -> bool {
    let mut words = sentence.bounds.words.clone();
    let bare = words::matter(said, words.clone()).is_empty();
    corrects(said, sentence)
        || bare
            && words.any(|at| {
                matches!(
                    (said.word(at), said.word(at + 1)),
                    ("can" | "could", "i" | "you" | "we") | ("how", "about") | ("let", "'s")
                )
            })
}

/// Whether speakers take back a day of their own: "make it Thursday", "Friday week, I mean".
pub(super) fn corrects(said: &Said<'_>, sentence: &Sentence) -> bool {
    let words = sentence.bounds.words.clone();
    words.clone().any(|at| {
        let (word, next) = (said.word(at), said.word(at + 1));
        matches!(
            word,
            "instead"
                | "rather"
                | "sooner"
                | "earlier"
                | "sorry"
                | "actually"
                | "better"
                | "outside"
                | "latest"
        ) || matches!(
            (word, next),
            ("make", "it" | "that") | ("i", "mean") | ("tell", "a")
        ) || at < words.start + 2 && matches!(word, "no" | "wait" | "or")
    })
}

/// Whether a sentence asks for a day.
pub(in super::super) fn asks_when(said: &Said<'_>, sentence: &Sentence) -> bool {
    let words = sentence.bounds.words.clone();
    sentence.bounds.question
        && words.clone().any(|at| {
            let (word, next) = (said.word(at), said.word(at + 1));
            let opens = at < words.start + 4 || at + 3 > words.end;
            word == "when" && opens && !matches!(next, "is" | "was" | "did" | "were")
                || word == "when" && matches!(next, "is" | "'s") && words.len() <= 8
                || matches!(word, "what" | "which") && matches!(next, "day" | "date" | "time")
                || matches!(word, "long" | "soon" | "quick" | "quickly")
                    && said.word(at.wrapping_sub(1)) == "how"
        })
        || asks_what_is_possible(said, sentence)
}

/// "What's realistic?"
fn asks_what_is_possible(said: &Said<'_>, sentence: &Sentence) -> bool {
    let words = sentence.bounds.words.clone();
    sentence.bounds.question
        && words.len() <= 7
        && words.clone().any(|at| {
            matches!(
                said.word(at),
                "realistic" | "sensible" | "doable" | "reasonable" | "possible" | "feasible"
            )
        })
}

/// Whether a turn opens a new matter.
pub(in super::super) fn turned(speech: &Speech<'_>, at: usize) -> bool {
    let said = &speech.turns[at];
    said.word(0) == "and" && said.tokens.len() > 6
        || said
            .sentences
            .first()
            .is_some_and(|sentence| sentence.has(Cue::Turning))
}
