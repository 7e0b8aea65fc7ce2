//! The marks of a remark on the other, counted sentence by sentence: what phrases of judging stand in it, what it tells of the other's
//! conduct, of whom it speaks. It weighs nothing.

use super::account::{Conduct, deeds};
use super::dialogue::Speech;
use super::lexicon::Cue;
use super::said::{Said, Sentence};
use super::stance;

/// Something that may be counted in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Praise,
    Good,
    /// The good that came of it.
    Gain,
    Meant,
    Corrective,
    Fault,
    Bad,
    /// The harm that came of it.
    Harm,
    Count,
    Counter,
    Slip,
    Complaint,
    Wrap,
    Hedge,
    If,
    Promise,
    Oblige,
    Waiting,
    /// "You moved eleven people".
    Did,
    /// The same with an object and more.
    DidMuch,
    /// "You said Friday".
    Said,
    /// "You go round the back".
    Habit,
    /// "When you change it on the day".
    Whenever,
    /// "You going in there", "how you did that".
    Named,
    You,
    I,
    We,
    /// He, she.
    Third,
    But,
    /// Something to come.
    Will,
    /// The other is called by name.
    Called,
    Question,
    Long,
    Short,
}

/// How many marks there are.
pub(super) const COUNT: usize = Mark::Short as usize + 1;

/// How often each mark stands in a sentence, or in several; more than twice says no more. Two sets of marks, one bit each: those that
/// stand there, and those that stand there more than once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marks {
    once: u64,
    more: u64,
}

impl Marks {
    pub(super) const NONE: Self = Self { once: 0, more: 0 };

    /// The marks that stand there with how often, 1 or 2.
    pub(super) fn each(self) -> impl Iterator<Item = (usize, i32)> {
        let mut left = self.once;
        std::iter::from_fn(move || {
            let mark = left.trailing_zeros();
            left &= left.checked_sub(1)?;
            Some((mark as usize, 1 + i32::from(self.more >> mark & 1 == 1)))
        })
    }

    /// These marks and those of another sentence.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            more: self.more | other.more | self.once & other.once,
            once: self.once | other.once,
        }
    }

    fn add(&mut self, mark: Mark) {
        let bit = 1 << mark as u64;
        self.more |= self.once & bit;
        self.once |= bit;
    }

    /// The marks of one sentence.
    pub(super) fn read(speech: &Speech<'_>, at: usize, sentence: &Sentence) -> Self {
        let said = &speech.turns[at];
        let mut out = Self::NONE;
        if sentence.bounds.question {
            out.add(Mark::Question);
            return out;
        }
        for deed in deeds(said, sentence) {
            match deed.conduct {
                Conduct::Did => {
                    out.add(Mark::Did);
                    if deed.full {
                        out.add(Mark::DidMuch);
                    }
                }
                Conduct::Said => out.add(Mark::Said),
                Conduct::Habit => out.add(Mark::Habit),
                Conduct::Whenever => out.add(Mark::Whenever),
                Conduct::Named => out.add(Mark::Named),
                Conduct::Undone => {}
            }
        }
        for hit in &sentence.hits {
            if let Some(mark) = of_cue(hit.cue)
                && !(mark == Mark::Wrap && hit.at.len() < 2)
                && !stance::in_quotes(said, hit.at.start)
            {
                out.add(mark);
            }
        }
        for at in sentence.bounds.words.clone() {
            if let Some(mark) = of_word(said, at) {
                out.add(mark);
            }
        }
        if stance::calls(speech, at, sentence) {
            out.add(Mark::Called);
        }
        if sentence.len() >= 15 {
            out.add(Mark::Long);
        }
        if sentence.len() <= 3 {
            out.add(Mark::Short);
        }
        out
    }
}

fn of_cue(cue: Cue) -> Option<Mark> {
    Some(match cue {
        Cue::Praise => Mark::Praise,
        Cue::Good => Mark::Good,
        Cue::Thanked => Mark::Gain,
        Cue::Meant => Mark::Meant,
        Cue::Corrective => Mark::Corrective,
        Cue::Fault => Mark::Fault,
        Cue::Bad => Mark::Bad,
        Cue::Harm => Mark::Harm,
        Cue::Count => Mark::Count,
        Cue::Counter => Mark::Counter,
        Cue::Slip => Mark::Slip,
        Cue::Complaint => Mark::Complaint,
        Cue::Wrap => Mark::Wrap,
        Cue::Hedge => Mark::Hedge,
        Cue::If => Mark::If,
        Cue::Promise => Mark::Promise,
        Cue::Oblige => Mark::Oblige,
        Cue::Waiting => Mark::Waiting,
        _ => return None,
    })
}

fn of_word(said: &Said<'_>, at: usize) -> Option<Mark> {
    Some(match said.word(at) {
        "you" => Mark::You,
        "i" => Mark::I,
        "we" | "us" => Mark::We,
        "he" | "she" => Mark::Third,
        "but" => Mark::But,
        "'ll" | "will" | "gonna" => Mark::Will,
        _ => return None,
    })
}
