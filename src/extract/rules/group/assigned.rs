//! Work that is handed out: who is named, by which form, and whether the talk around it hands out work. No sign decides alone; they
//! are added up.

use std::ops::Range;

use super::super::actions::Draft;
use super::super::dialogue::{Answer, Role, Said, Sentence, Speech};
use super::super::lexicon::{Class, Cue};
use super::super::promise::{Form, deed_end};
use super::super::words;
use super::Group;
use super::agent::{Agent, Agents, Kind, cut_off, runs_on};
use super::outlook::Outlook;
use crate::model::Who;

const DO: Class = Class::named("do");
const ING: Class = Class::named("ing");
const MIND: Class = Class::named("mind");
const SOFT: Class = Class::named("soft");
const STOP: Class = Class::named("stop");

/// By which form of words somebody is given something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
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

/// A piece of work handed out in a sentence.
#[derive(Debug, Clone)]
struct Piece {
    agent: Agent,
    how: How,
    deed: Range<usize>,
}

/// The weight from which a piece counts.
const ENOUGH: i32 = 6;

/// Everything handed out in a meeting.
pub(in super::super) fn find(speech: &Speech<'_>, group: &Group) -> Vec<Draft> {
    let mut out = Vec::new();
    for at in 0..speech.turns.len() {
        let said = &speech.turns[at];
        for (place, sentence) in said.sentences.iter().enumerate() {
            for piece in pieces(&group.agents, speech, at, sentence) {
                let weight = worth(speech, &group.outlook, at, sentence, &piece);
                if weight >= ENOUGH - 1 {
                    out.push(draft(speech, at, place, &piece, weight));
                }
            }
        }
    }
    out
}

fn draft(speech: &Speech<'_>, at: usize, place: usize, piece: &Piece, weight: i32) -> Draft {
    let said = &speech.turns[at];
    let sentence = &said.sentences[place];
    let owner = owner(speech, at, &piece.agent);
    let day = sentence
        .days
        .iter()
        .find(|day| day.words.start >= piece.deed.start)
        .map(|day| day.date);
    let thing = piece.how == How::Thing;
    let text = words::handed(speech, at, sentence, piece.deed.clone(), &owner, thing).text;
    let named = &piece.agent.words;
    let first = named.start.min(piece.deed.start);
    let quote = speech.quote(at, first..named.end.max(piece.deed.start + 1));
    let reply = speech
        .answer_to(at)
        .filter(|next| speech.answer(*next) == Answer::Yes);
    let evidence = std::iter::once(quote)
        .chain(reply.map(|next| speech.quote(next, 0..1)))
        .collect();
    Draft {
        at,
        place,
        owner,
        text,
        due: day,
        evidence,
        turns: vec![at],
        weight: weight - ENOUGH + 4,
        idle: false,
        rich: words::weight(said, piece.deed.clone()),
        hint: Vec::new(),
        matter: words::matter(said, piece.deed.clone()),
        form: Form::Deed,
    }
}

/// Whose it is: who is named, else who answers.
fn owner(speech: &Speech<'_>, at: usize, agent: &Agent) -> Who {
    let nobody = |name: &str| Who {
        name: name.to_owned(),
        person: None,
    };
    match (&agent.who, agent.kind) {
        (Some(who), _) => who.clone(),
        (None, Kind::You) => speech
            .answer_to(at)
            .map_or_else(|| nobody(""), |next| speech.who(next)),
        (None, Kind::We) => nobody("Everyone"),
        (None, _) => {
            let said = &speech.turns[at];
            let all = agent.words.clone().any(|at| {
                matches!(
                    said.word(at),
                    "everyone" | "everybody" | "each" | "all" | "we" | "us"
                )
            });
            nobody(if all { "Everyone" } else { "" })
        }
    }
}

/// What the signs of a piece add up to.
fn worth(
    speech: &Speech<'_>,
    outlook: &Outlook,
    at: usize,
    sentence: &Sentence,
    piece: &Piece,
) -> i32 {
    let said = &speech.turns[at];
    let verb = piece.deed.start;
    let vague = matches!(piece.agent.kind, Kind::You | Kind::We);
    let mut sum = match piece.how {
        How::Course | How::Wish => 4,
        How::ToDo | How::Please => 3,
        How::Now if vague => 1,
        How::Future | How::Must | How::Now | How::Bare => 2,
        How::May | How::Thing => 1,
    };
    sum += match piece.agent.kind {
        Kind::Known | Kind::Several => 2,
        Kind::Stranger => 1,
        Kind::You => 0,
        Kind::We => -1,
    };

    let outlook = outlook.around(at, piece.agent.words.start);
    sum += match outlook {
        i32::MIN..0 if vague => -2,
        0 if vague => -1,
        i32::MIN..0 => -1,
        0..=1 => 0,
        2..=3 => 1,
        4..=6 => 2,
        _ => 3,
    };
    let leads = said.role == Role::Manager || speech.job.transcript.manager.is_none();
    sum += if leads { 1 } else { -1 };
    if sentence.has(Cue::Ahead) || sentence.days.iter().any(|day| day.words.start > verb) {
        sum += 1;
    }
    if sentence.of(Cue::Outlast).any(|hit| hit.at.start == verb) || works(said, verb) {
        sum += 1;
    } else if sentence.of(Cue::OnTheSpot).any(|hit| hit.at.start == verb) {
        sum -= if sentence.has(Cue::Ahead) { 1 } else { 2 };
    }
    if vague && words::weight(said, piece.deed.clone()) == 0 {
        sum -= 1;
    }
    if let Some(next) = speech.answer_to(at) {
        let answer = &speech.turns[next];
        if answer
            .sentences
            .iter()
            .take(2)
            .any(|sentence| sentence.any(&[Cue::Take, Cue::Promise]))
        {
            sum += 2;
        } else if nods(speech, next) {
            sum += 1;
        }
    }
    let before = |cue: Cue| sentence.of(cue).any(|hit| hit.at.start < verb);
    // What all do together in a room is the meeting itself.
    let we = piece.agent.words.clone().any(|at| said.word(at) == "we");
    if we && talks(said, verb) {
        sum -= 4;
    }
    if before(Cue::If) && piece.how != How::Please {
        sum -= 2;
    }
    if before(Cue::Quoting) {
        sum -= 3;
    }
    if sentence.has(Cue::Habit) {
        sum -= 2;
    }
    if sentence.bounds.question && !matches!(piece.how, How::May | How::Please) {
        sum -= 1;
    }
    if sentence.any(&[Cue::InRoom, Cue::InCall]) {
        sum -= 3;
    }
    sum
}

/// Whether a turn says yes, if only by a hum.
pub(super) fn nods(speech: &Speech<'_>, at: usize) -> bool {
    let said = &speech.turns[at];
    speech.answer(at) == Answer::Yes
        || said.tokens.len() <= 4
            && matches!(said.word(0), "mm" | "hmm" | "mhm" | "uh" | "aha" | "mmhmm")
}

/// Verbs of what people do when they sit together.
fn talks(said: &Said<'_>, at: usize) -> bool {
    matches!(
        said.word(at),
        "discuss"
            | "discussing"
            | "talk"
            | "talking"
            | "decide"
            | "deciding"
            | "agree"
            | "meet"
            | "conclude"
            | "close"
            | "closing"
            | "wrap"
            | "start"
            | "starting"
            | "stop"
            | "go"
            | "move"
            | "moving"
            | "come"
            | "coming"
            | "break"
            | "vote"
            | "listen"
            | "return"
            | "continue"
            | "finish"
            | "end"
            | "do"
            | "back"
            | "put"
            | "use"
            | "take"
            | "make"
            | "try"
            | "keep"
    ) && !works(said, at)
}

/// Verbs of work by more than one word, and the forms of "work" itself.
fn works(said: &Said<'_>, at: usize) -> bool {
    matches!(
        (said.word(at), said.word(at + 1)),
        (
            "work" | "working" | "focus" | "focusing" | "concentrate" | "concentrating",
            _
        ) | (
            "look" | "looking" | "find" | "finding",
            "at" | "into" | "out" | "for" | "up"
        ) | ("think" | "thinking", "about" | "over" | "through" | "of")
            | ("come" | "coming", "up")
            | (
                "figure" | "figuring" | "sort" | "sorting" | "write" | "writing",
                _
            )
            | ("do" | "doing", "the" | "a" | "some" | "your")
    )
}

/// The pieces of a sentence, each to where the next one begins.
fn pieces(agents: &Agents, speech: &Speech<'_>, turn: usize, sentence: &Sentence) -> Vec<Piece> {
    let said = &speech.turns[turn];
    let bounds = sentence.bounds.words.clone();
    let mut out: Vec<Piece> = Vec::new();
    let mut at = bounds.start;
    while at < bounds.end {
        let Some(agent) = agents.at(speech, turn, at, bounds.end) else {
            at += 1;
            continue;
        };
        let agent = called(agents, speech, turn, agent, bounds.end);
        let next = agent.words.end;
        let Some((how, verb)) = form(said, sentence, &agent) else {
            at = next;
            continue;
        };
        let agent = addressed(agents, speech, turn, sentence, agent);
        // What stands before "is for Kate" ends there.
        let end = if verb < agent.words.start {
            agent.words.start.saturating_sub(2).max(verb + 1)
        } else {
            deed_end(said, sentence, verb).min(bounds.end).max(verb + 1)
        };
        let deed = verb..end;
        if let Some(last) = out.last_mut() {
            last.deed.end = last
                .deed
                .end
                .min(agent.words.start)
                .max(last.deed.start + 1);
        }
        out.push(Piece { agent, how, deed });
        at = verb.max(next);
    }
    out
}

/// "Marketing, you": one who is named and then spoken to; "for you, Steph": the other way round.
fn called(agents: &Agents, speech: &Speech<'_>, turn: usize, agent: Agent, end: usize) -> Agent {
    let said = &speech.turns[turn];
    let agent = both(agents, speech, turn, agent, end);
    let next = onward(said, agent.words.end, end);
    let named = agent.who.is_some();
    let Some(second) = (next < end)
        .then(|| agents.at(speech, turn, next, end))
        .flatten()
    else {
        return agent;
    };
    if named && matches!(second.kind, Kind::You) {
        return Agent {
            words: agent.words.start..second.words.end,
            ..agent
        };
    }
    if agent.kind == Kind::You
        && matches!(second.kind, Kind::Known | Kind::Stranger)
        && agent.words.end == next
    {
        return Agent {
            words: agent.words.start..second.words.end,
            ..second
        };
    }
    // "The designer, Alima, will": a post and who holds it.
    if agent.kind == Kind::Known && second.kind == Kind::Stranger {
        return Agent {
            words: agent.words.start..second.words.end,
            ..agent
        };
    }
    agent
}

/// "You will have to work on the lights, Ben, and": the one who is called between commas.
fn addressed(
    agents: &Agents,
    speech: &Speech<'_>,
    turn: usize,
    sentence: &Sentence,
    agent: Agent,
) -> Agent {
    let said = &speech.turns[turn];
    if agent.kind != Kind::You || agent.who.is_some() {
        return agent;
    }
    let bounds = sentence.bounds.words.clone();
    let called = (agent.words.end..bounds.end.min(agent.words.end + 14))
        .filter(|at| !runs_on(said, *at))
        .filter_map(|at| agents.at(speech, turn, at, bounds.end))
        .find(|other| {
            let end = other.words.end;
            other.who.is_some() && !other.loose && (end == bounds.end || !runs_on(said, end))
        });
    match called {
        Some(called) => Agent {
            words: agent.words,
            ..called
        },
        None => agent,
    }
}

/// "Kate and the accountant": two who are named in one breath.
fn both(agents: &Agents, speech: &Speech<'_>, turn: usize, agent: Agent, end: usize) -> Agent {
    let said = &speech.turns[turn];
    let next = agent.words.end;
    let and = said.word(next) == "and" && runs_on(said, next);
    let Some(one) = agent.who.as_ref().filter(|_| and) else {
        return agent;
    };
    let other = agents.at(speech, turn, onward(said, next + 1, end), end);
    let Some(Agent {
        who: Some(two),
        words,
        ..
    }) = other
    else {
        return agent;
    };
    Agent {
        kind: Kind::Several,
        who: Some(Who {
            name: format!("{} and {}", one.name, two.name),
            person: None,
        }),
        words: agent.words.start..words.end,
        loose: false,
    }
}

/// The next word that says something.
fn onward(said: &Said<'_>, at: usize, end: usize) -> usize {
    let mut at = at;
    while at < end
        && (matches!(
            said.word(at),
            "um" | "uh"
                | "er"
                | "erm"
                | "hmm"
                | "mm"
                | "all"
                | "each"
                | "both"
                | "also"
                | "just"
                | "then"
                | "now"
                | "maybe"
                | "hopefully"
                | "probably"
                | "so"
                | "well"
                | "still"
                | "together"
        ) || said.is(at, SOFT)
            || cut_off(said, at))
    {
        at += 1;
    }
    at
}

/// The form by which an agent is given something, and where its verb or thing stands.
fn form(said: &Said<'_>, sentence: &Sentence, agent: &Agent) -> Option<(How, usize)> {
    let bounds = sentence.bounds.words.clone();
    let end = bounds.end;
    let start = agent.words.start;
    let mut lead = start;
    while lead > bounds.start
        && (matches!(
            said.word(lead - 1),
            "um" | "uh" | "er" | "as" | "maybe" | "the" | "our"
        ) || cut_off(said, lead - 1))
    {
        lead -= 1;
    }
    let before = if lead > bounds.start {
        said.word(lead - 1)
    } else {
        ""
    };
    let at = onward(said, agent.words.end, end);
    let word = if at < end { said.word(at) } else { "" };
    if word == "to" && matches!(before, "like" | "want" | "need" | "ask" | "asking") {
        return verb(said, at + 1, end).map(|verb| (How::Wish, verb));
    }
    let named = matches!(agent.kind, Kind::Known | Kind::Stranger | Kind::Several);
    let clause = sentence.bounds.clause_of(start).start;
    let head = (clause..lead).all(|at| {
        said.is(at, Class::named("filler")) || matches!(said.word(at), "for" | "um" | "uh")
    });
    // "Interesting for marketing to know" gives nobody anything.
    let given = before == "for"
        && (lead < clause + 2
            || said.stems[lead - 2].is_none()
            || matches!(
                said.word(lead - 2),
                "assignment" | "assignments" | "job" | "task"
            ));
    if word == "to" && (given || named && head) {
        return verb(said, at + 1, end).map(|verb| (How::ToDo, verb));
    }
    let you = said.word(agent.words.end - 1) == "you";
    let led = matches!(before, "for" | "like" | "want" | "need" | "ask" | "asking");
    if before == "what" || agent.loose && !(head || led || you) {
        return None;
    }
    // "The drawings are for Kate", "that is something for the two of you".
    if before == "for"
        && named
        && lead >= clause + 3
        && (matches!(said.word(lead - 2), "is" | "'s" | "are")
            || matches!(said.word(lead - 2), "something" | "job" | "task" | "one"))
    {
        return Some((How::Thing, clause));
    }
    if at >= end || is_asked(said, clause..start, agent.kind) {
        return None;
    }
    if before == "for" && agent.kind != Kind::We {
        let at = onward(said, at + usize::from(matches!(word, "it" | "that")), end);
        let at = onward(
            said,
            at + usize::from(matches!(said.word(at), "is" | "'s")),
            end,
        );
        return (matches!(said.word(at), "the" | "your" | "a")).then_some((How::Thing, at));
    }
    if matches!(word, "can" | "could" | "would" | "might" | "may") {
        let how = if before == "if" {
            How::Please
        } else {
            How::May
        };
        return verb(said, at + 1, end).map(|verb| (how, verb));
    }
    if matches!(before, "can" | "could" | "would" | "will") && agent.kind == Kind::You {
        return verb(said, at, end).map(|verb| (How::May, verb));
    }
    let (at, will) = if matches!(word, "will" | "'ll" | "shall") {
        (onward(said, at + 1, end), true)
    } else if matches!(word, "'re" | "are" | "is" | "'s") {
        let next = onward(said, at + 1, end);
        if said.is(next, ING) && said.word(next) != "going" {
            return verb(said, next, end).map(|verb| (How::Now, verb));
        }
        if said.word(next) == "to" {
            return verb(said, next + 1, end).map(|verb| (How::Must, verb));
        }
        (next, false)
    } else {
        (at, false)
    };
    let (at, will) = match (said.word(at), said.word(at + 1)) {
        ("gonna", _) => (onward(said, at + 1, end), true),
        ("going", "to") => (onward(said, at + 2, end), true),
        _ => (at, will),
    };
    let must = match (said.word(at), said.word(at + 1), said.word(at + 2)) {
        ("have" | "has" | "need" | "needs" | "ought" | "get" | "gets", "to", _) => Some(at + 2),
        ("should" | "must", _, _) => Some(at + 1),
        ("'ve", "got", "to") => Some(at + 3),
        ("'ve" | "got", "to", _) => Some(at + 2),
        _ => None,
    };
    if let Some(at) = must {
        return verb(said, at, end).map(|verb| (How::Must, verb));
    }
    if will {
        if said.word(at) == "be" {
            let ing = onward(said, at + 1, end);
            return (said.is(ing, ING) && ing < end && gives(said, ing, end))
                .then_some((How::Course, ing));
        }
        return verb(said, at, end).map(|verb| (How::Future, verb));
    }
    if !matches!(agent.kind, Kind::Known | Kind::Stranger | Kind::Several) {
        return None;
    }
    if matches!(said.word(at), "gets" | "has" | "get" | "'ve") && agent.kind == Kind::Known {
        let thing = onward(said, at + 1, end);
        return matches!(said.word(thing), "the" | "your" | "a").then_some((How::Thing, thing));
    }
    if said.is(at, DO) && at > agent.words.start && agent.kind != Kind::Several {
        return you
            .then(|| verb(said, at, end))
            .flatten()
            .map(|verb| (How::Bare, verb));
    }
    // "User interface, the handling."
    if head && agent.kind == Kind::Known && said.word(at) == "the" {
        return Some((How::Thing, at));
    }
    None
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
