//! The forms of words by which somebody is given something: "you'll be looking at", "I'd like you to", "for marketing it's the flyers".
//! It does not know whether work is handed out at all: people speak of anything in these forms.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::said::{Said, Sentence};
use super::super::words::{breaks_off, joined};
use super::agent::{Agent, Kind};
use super::flow::onward;

const DO: Class = Class::named("do");
const ING: Class = Class::named("ing");
const MIND: Class = Class::named("mind");
const STOP: Class = Class::named("stop");
const FILLER: Class = Class::named("filler");

/// By which form of words somebody is given something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// "You'll be looking at", "she's going to be working on".
    Course,
    /// "You'll look at", "he's going to write".
    Future,
    /// "You have to", "the two of you need to".
    Must,
    /// "I'd like you to", "I'll ask the accountant to".
    Wish,
    /// "For Kate to do the drawings."
    ToDo,
    /// "If you could find out."
    Please,
    /// "You can look into it", "could you".
    May,
    /// "You're doing the posters."
    Now,
    /// "Ryan, you work on the lights."
    Bare,
    /// "Marketing, the price list", "the drawings are for Kate".
    Thing,
}

/// An agent in its sentence, with what stands around it.
struct Around<'a> {
    said: &'a Said<'a>,
    agent: &'a Agent,
    /// Where the sentence ends.
    end: usize,
    /// Where the agent's clause begins.
    clause: usize,
    /// Where the agent begins, small words before it taken in.
    lead: usize,
    /// The word before that: "for", "like", "can".
    before: &'a str,
    /// The next word behind the agent that says something.
    at: usize,
    /// Whether nothing but fillers stands before the agent in its clause.
    head: bool,
    /// Whether somebody is named, and not only "you" or "we".
    named: bool,
    /// Whether who is named is spoken to: "Ben, you".
    you: bool,
}

/// The form by which an agent is given something, and where its verb or thing stands.
pub(super) fn form(said: &Said<'_>, sentence: &Sentence, agent: &Agent) -> Option<(How, usize)> {
    let around = Around::new(said, sentence, agent);
    let wished = around.wished();
    if wished.is_some() {
        return wished;
    }
    let led = matches!(
        around.before,
        "for" | "like" | "want" | "need" | "ask" | "asking"
    );
    let shaky = agent.loose && !(around.head || led || around.you);
    if around.before == "what" || shaky {
        return None;
    }
    if around.is_for() && around.named && around.is_behind_its_thing() {
        return Some((How::Thing, around.clause));
    }
    if around.at >= around.end || is_asked(said, around.clause..agent.words.start, agent.kind) {
        return None;
    }
    if around.is_for() && agent.kind != Kind::We {
        return around.thing_for();
    }
    let asked = around.may();
    if asked.is_some() {
        return asked;
    }
    around.will().or_else(|| around.bare())
}

impl<'a> Around<'a> {
    fn new(said: &'a Said<'a>, sentence: &Sentence, agent: &'a Agent) -> Self {
        let bounds = sentence.bounds.words.clone();
        let start = agent.words.start;
        let clause = sentence.bounds.clause_of(start).start;
        let small = |at: usize| {
            breaks_off(said, at)
                || matches!(
                    said.word(at),
                    "um" | "uh" | "er" | "as" | "maybe" | "the" | "our"
                )
        };
        let mut lead = start;
        while lead > bounds.start && small(lead - 1) {
            lead -= 1;
        }
        Self {
            said,
            agent,
            end: bounds.end,
            clause,
            lead,
            before: if lead > bounds.start {
                said.word(lead - 1)
            } else {
                ""
            },
            at: onward(said, agent.words.end, bounds.end),
            head: (clause..lead)
                .all(|at| said.is(at, FILLER) || matches!(said.word(at), "for" | "um" | "uh")),
            named: matches!(agent.kind, Kind::Known | Kind::Stranger | Kind::Several),
            you: said.word(agent.words.end - 1) == "you",
        }
    }

    fn word(&self, at: usize) -> &str {
        if at < self.end {
            self.said.word(at)
        } else {
            ""
        }
    }

    fn onward(&self, at: usize) -> usize {
        onward(self.said, at, self.end)
    }

    fn verb(&self, at: usize, how: How) -> Option<(How, usize)> {
        verb(self.said, at, self.end).map(|verb| (how, verb))
    }

    fn is_for(&self) -> bool {
        self.before == "for"
    }

    /// "I'd like you to", "I'll ask the accountant to", "for Kate to", "and the accountant to".
    fn wished(&self) -> Option<(How, usize)> {
        if self.word(self.at) != "to" {
            return None;
        }
        if matches!(self.before, "like" | "want" | "need" | "ask" | "asking") {
            return self.verb(self.at + 1, How::Wish);
        }
        // "Interesting for marketing to know" gives nobody anything.
        let given = self.is_for()
            && (self.lead < self.clause + 2
                || self.said.stems[self.lead - 2].is_none()
                || matches!(
                    self.said.word(self.lead - 2),
                    "assignment" | "assignments" | "job" | "task"
                ));
        (given || self.named && self.head)
            .then(|| self.verb(self.at + 1, How::ToDo))
            .flatten()
    }

    /// "The drawings are for Kate", "that is something for the two of you".
    fn is_behind_its_thing(&self) -> bool {
        self.lead >= self.clause + 3
            && matches!(
                self.said.word(self.lead - 2),
                "is" | "'s" | "are" | "something" | "job" | "task" | "one"
            )
    }

    /// "For you it's the drawings", "for marketing the flyers".
    fn thing_for(&self) -> Option<(How, usize)> {
        let it = matches!(self.word(self.at), "it" | "that");
        let at = self.onward(self.at + usize::from(it));
        let is = matches!(self.word(at), "is" | "'s");
        let at = self.onward(at + usize::from(is));
        self.opens_a_thing(at).then_some((How::Thing, at))
    }

    fn opens_a_thing(&self, at: usize) -> bool {
        matches!(self.word(at), "the" | "your" | "a")
    }

    /// "If you could", "maybe Kate can", "could you".
    fn may(&self) -> Option<(How, usize)> {
        if matches!(
            self.word(self.at),
            "can" | "could" | "would" | "might" | "may"
        ) {
            let how = if self.before == "if" {
                How::Please
            } else {
                How::May
            };
            return self.verb(self.at + 1, how);
        }
        let asks = matches!(self.before, "can" | "could" | "would" | "will");
        (asks && self.agent.kind == Kind::You)
            .then(|| self.verb(self.at, How::May))
            .flatten()
    }

    /// "You'll be looking at", "she's going to write", "you have to", "you're doing the posters".
    fn will(&self) -> Option<(How, usize)> {
        let (mut at, mut will) = (self.at, false);
        match self.word(at) {
            "will" | "'ll" | "shall" => (at, will) = (self.onward(at + 1), true),
            "'re" | "are" | "is" | "'s" => {
                at = self.onward(at + 1);
                if self.said.is(at, ING) && self.word(at) != "going" {
                    return self.verb(at, How::Now);
                }
                if self.word(at) == "to" {
                    return self.verb(at + 1, How::Must);
                }
            }
            _ => {}
        }
        match (self.word(at), self.word(at + 1)) {
            ("gonna", _) => (at, will) = (self.onward(at + 1), true),
            ("going", "to") => (at, will) = (self.onward(at + 2), true),
            _ => {}
        }
        let must = match (self.word(at), self.word(at + 1), self.word(at + 2)) {
            ("'ve", "got", "to") => 3,
            (
                "have" | "has" | "need" | "needs" | "ought" | "get" | "gets" | "got" | "'ve",
                "to",
                _,
            ) => 2,
            ("should" | "must", _, _) => 1,
            _ => 0,
        };
        if must > 0 {
            return self.verb(at + must, How::Must);
        }
        if !will {
            return None;
        }
        if self.word(at) == "be" {
            let ing = self.onward(at + 1);
            let course =
                ing < self.end && self.said.is(ing, ING) && gives(self.said, ing, self.end);
            return course.then_some((How::Course, ing));
        }
        self.verb(at, How::Future)
    }

    /// "Kate gets the drawings", "Ben, you work on the lights", "User interface, the handling".
    fn bare(&self) -> Option<(How, usize)> {
        let known = self.agent.kind == Kind::Known;
        if known && matches!(self.word(self.at), "gets" | "has" | "get" | "'ve") {
            let thing = self.onward(self.at + 1);
            return self.opens_a_thing(thing).then_some((How::Thing, thing));
        }
        if self.named && self.you && self.said.is(self.at, DO) {
            return self.verb(self.at, How::Bare);
        }
        let thing = self.word(self.at) == "the" || self.is_named_with_a_thing();
        (self.head && known && thing).then_some((How::Thing, self.at))
    }

    /// "Omar, posters and the van": a name, a pause, a few things and nothing else.
    fn is_named_with_a_thing(&self) -> bool {
        let pause = !self.agent.loose && !joined(self.said, self.agent.words.end);
        let things = (self.at..self.end).all(|at| {
            let link = matches!(self.said.word(at), "and" | "the" | "of" | "for" | "with");
            link || self.said.stems[at].is_some() && !self.said.is(at, ING)
        });
        pause
            && things
            && self.end - self.at <= 6
            && self.said.stems[self.at].is_some()
            && !self.said.is(self.at, DO)
            && !self.said.is(self.at, MIND)
    }
}

/// "What are we going to do", "the next thing we're doing": the deed is asked for or meant by another word.
fn is_asked(said: &Said<'_>, before: Range<usize>, kind: Kind) -> bool {
    matches!(kind, Kind::You | Kind::We)
        && before.rev().take(5).any(|at| {
            matches!(
                said.word(at),
                "what"
                    | "how"
                    | "which"
                    | "why"
                    | "where"
                    | "when"
                    | "who"
                    | "thing"
                    | "things"
                    | "until"
                    | "while"
            )
        })
}

/// The verb of a deed that somebody can be given; none for what people get, know or feel.
fn verb(said: &Said<'_>, at: usize, end: usize) -> Option<usize> {
    let mut at = onward(said, at, end);
    for _ in 0..2 {
        match (said.word(at), said.word(at + 1)) {
            ("to", _) => at += 1,
            ("try" | "go" | "have", "to" | "and") => at += 2,
            _ => {}
        }
        at = onward(said, at, end);
    }
    (at < end && gives(said, at, end)).then_some(at)
}

fn gives(said: &Said<'_>, at: usize, end: usize) -> bool {
    let (word, next) = (said.word(at), said.word(at + 1));
    if matches!(
        (word, next),
        ("think" | "thinking", "about" | "over" | "of") | ("find", "out")
    ) {
        return true;
    }
    // "Get the posters done", "have a closer look".
    let rest = (at + 1..end.min(at + 6)).map(|at| said.word(at));
    let done = matches!(word, "get" | "getting" | "have" | "having")
        && rest
            .clone()
            .any(|word| matches!(word, "done" | "ready" | "finished" | "look" | "sorted"));
    if done {
        return true;
    }
    let gets = matches!(
        word,
        "get"
            | "getting"
            | "receive"
            | "receiving"
            | "have"
            | "having"
            | "hear"
            | "hearing"
            | "see"
            | "seeing"
            | "be"
            | "not"
            | "need"
            | "find"
            | "notice"
            | "like"
            | "become"
            | "it"
            | "you"
            | "i"
            | "the"
            | "a"
            | "that"
    );
    !gets && !said.is(at, MIND) && (said.is(at, DO) || said.is(at, ING) || !said.is(at, STOP))
}
