//! Invented talk from other trades: each construction of the judging kinds once, and what looks like it and is not.

use jiff::civil::date;

use super::find;
use crate::extract::{Found, Job};
use crate::model::{Context, Kind, People, Person, Transcript, Turn, VaultPath};

/// What is found in a talk; `M` is the manager, Ruth, and `R` her report, Omar.
pub(super) fn talk(turns: &[(&str, &str)]) -> Vec<Found> {
    let (ruth, omar) = (
        Person::named("Ruth Adeyemi"),
        Person::named("Omar Lindqvist"),
    );
    let turns = turns.iter().zip(1..).map(|((side, text), number)| {
        let who = if *side == "M" { &ruth } else { &omar };
        Turn {
            number,
            label: who.name.clone(),
            speaker: Some(who.slug.clone()),
            text: (*text).into(),
            time: None,
            line: number,
        }
    });
    let transcript = Transcript {
        path: VaultPath::new("transcripts/x.md"),
        date: date(2026, 3, 4),
        start: None,
        kind: "1-1".into(),
        title: None,
        person: Some(omar.slug.clone()),
        people: vec![omar.slug.clone()],
        manager: Some(ruth.slug.clone()),
        duration_minutes: None,
        turns: turns.collect(),
        doubt: None,
        hash: String::new(),
    };
    let people = People::new([ruth, omar]);
    find(&Job {
        lexicon: crate::extract::Lexicon::built_in(),
        transcript: &transcript,
        context: &Context::default(),
        people: &people,
        cadence_days: 7,
    })
}

fn count(kind: Kind, turns: &[(&str, &str)]) -> usize {
    talk(turns)
        .iter()
        .filter(|found| found.sure && found.detail.kind() == kind)
        .count()
}

/// The cases of which the sure count of a kind is not the one expected.
pub(super) fn wrong<'a>(
    kind: Kind,
    least: usize,
    most: usize,
    cases: &[&[(&'a str, &'a str)]],
) -> Vec<&'a str> {
    cases
        .iter()
        .filter(|case| !(least..=most).contains(&count(kind, case)))
        .map(|case| {
            case.iter()
                .find(|turn| turn.1 != CHAT.1)
                .map_or("", |turn| turn.1)
        })
        .collect()
}

const CHAT: (&str, &str) = ("R", "Mm. It rained on the way in.");

#[test]
fn what_nobody_takes_is_unclear() {
    let cases: [&[(&str, &str)]; 12] = [
        &[
            ("M", "Somebody ought to go through those chemical sheets."),
            CHAT,
        ],
        &[
            ("M", "We really need to get the booking diary sorted."),
            CHAT,
        ],
        &[
            ("R", "The greenhouse door's still off."),
            ("M", "Yeah, that wants fixing."),
            CHAT,
        ],
        &[("M", "That freezer does need looking at."), CHAT],
        &[("M", "We do need to get somebody on the night desk."), CHAT],
        &[
            ("R", "The gutter wants somebody up a ladder."),
            ("M", "It does."),
            CHAT,
        ],
        &[
            ("M", "Did anyone ever ring the vet about the goats?"),
            ("R", "Not that I know of."),
        ],
        &[
            ("R", "And who does the rota while she's off, then?"),
            ("M", "Good question. We'll see."),
            CHAT,
        ],
        &[
            ("R", "Is the keyholding me or Jess?"),
            ("M", "It's everybody's, really."),
            CHAT,
        ],
        &[
            ("R", "When you say smarter, is there a number?"),
            (
                "M",
                "I don't want to pluck one out of the air. You'll know it.",
            ),
        ],
        &[("M", "Something needs to be done about that fence."), CHAT],
        &[
            ("R", "Nobody's picked up the complaints inbox since June."),
            ("M", "No."),
        ],
    ];
    assert_eq!(wrong(Kind::Unclear, 1, 1, &cases), Vec::<&str>::new());
}

#[test]
fn what_is_taken_or_told_is_not_unclear() {
    let cases: [&[(&str, &str)]; 8] = [
        &[
            ("M", "Somebody ought to ring the vet."),
            ("R", "I'll ring the vet this afternoon."),
        ],
        &[
            ("R", "Who does the rota while she's off?"),
            ("M", "Jess. I asked her on Monday."),
        ],
        &[
            ("M", "Did anyone ever ring the vet?"),
            ("R", "Yes, I rang him on Tuesday."),
        ],
        &[
            (
                "R",
                "She wrote it all out so that somebody could run a shift without her.",
            ),
            ("M", "Lovely."),
        ],
        &[
            ("R", "The card says \"thank you, somebody will ring you\"."),
            ("M", "I saw."),
        ],
        &[("R", "How many do you want by May?"), ("M", "Thirty.")],
        &[
            ("R", "He said somebody should tell the landlord."),
            ("M", "Did he?"),
        ],
        &[("M", "I thought that was quite a good film."), CHAT],
    ];
    assert_eq!(wrong(Kind::Unclear, 0, 0, &cases), Vec::<&str>::new());
}

#[test]
fn standards_are_expectations() {
    let cases: [&[(&str, &str)]; 10] = [
        &[
            ("M", "Every guest gets a reply within two working days."),
            ("R", "Two working days. Okay."),
        ],
        &[
            ("M", "I want the till balanced by six every evening."),
            ("R", "Fine."),
        ],
        &[
            (
                "M",
                "Ninety percent of rooms have to be ready by two. That's the number.",
            ),
            ("R", "Right."),
        ],
        &[
            (
                "M",
                "From now on, nobody opens the kiln without a second person there.",
            ),
            ("R", "Okay."),
        ],
        &[
            ("M", "If a horse goes lame, I want to hear that same day."),
            ("R", "Sure."),
        ],
        &[
            ("M", "What I need is for every class to start on time."),
            ("R", "Yep."),
        ],
        &[
            ("M", "The deal is three visits a week, rain or shine."),
            ("R", "Okay."),
        ],
        &[
            ("M", "It's still eighty for April, I'm not lowering it."),
            ("R", "Okay."),
        ],
        &[
            (
                "M",
                "A complaint's closed inside five working days. That's the rule.",
            ),
            ("R", "Okay."),
        ],
        &[
            ("M", "The target is under four percent waste."),
            ("R", "Okay."),
        ],
    ];
    assert_eq!(wrong(Kind::Expectation, 1, 1, &cases), Vec::<&str>::new());
}

#[test]
fn tasks_reports_and_wishes_are_not_expectations() {
    let cases: [&[(&str, &str)]; 7] = [
        &[
            ("M", "I need to be at the dentist by four."),
            ("R", "Okay."),
        ],
        &[
            ("M", "I want to know if you'd have eaten it."),
            ("R", "Never."),
        ],
        &[
            ("M", "We had ninety percent last March and I was thrilled."),
            ("R", "Same."),
        ],
        &[
            ("R", "I want it done within five days, every time."),
            ("M", "Do you?"),
        ],
        &[("M", "See you in two weeks."), ("R", "Bye.")],
        &[("M", "So that's five days from Monday."), ("R", "It is.")],
        &[
            ("M", "He said they want it every Friday by noon."),
            ("R", "Who did?"),
        ],
    ];
    assert_eq!(wrong(Kind::Expectation, 0, 0, &cases), Vec::<&str>::new());
}

#[test]
fn topics_are_put_off() {
    let cases: [&[(&str, &str)]; 8] = [
        &[("M", "Let's park the minibus."), CHAT],
        &[
            (
                "M",
                "Can we leave your training till after Easter? I'd only be guessing.",
            ),
            ("R", "Okay."),
        ],
        &[
            ("M", "We'll talk about the pay bands next time."),
            ("R", "Okay."),
        ],
        &[
            (
                "M",
                "I can't do it today, can we leave the website for now?",
            ),
            ("R", "Sure."),
        ],
        &[
            (
                "M",
                "Let's come back to the allotment when we know the budget.",
            ),
            ("R", "Okay."),
        ],
        &[
            (
                "M",
                "Let's do it properly next time, when I've got the figures.",
            ),
            ("R", "Okay."),
        ],
        &[
            ("M", "Let's leave that until we've heard from the council."),
            ("R", "Okay."),
        ],
        &[
            (
                "M",
                "That one's a longer conversation, let's not do it today.",
            ),
            ("R", "Okay."),
        ],
    ];
    assert_eq!(wrong(Kind::Deferred, 1, 1, &cases), Vec::<&str>::new());
}

#[test]
fn plans_refusals_and_others_delays_are_not_put_off_topics() {
    let cases: [&[(&str, &str)]; 5] = [
        &[
            ("R", "He says they'll look again in the new year."),
            ("M", "Right."),
        ],
        &[
            ("R", "Shall we do it another day?"),
            ("M", "No, no, go on."),
        ],
        &[
            ("R", "I was going to leave that till the end."),
            ("M", "Go on then."),
        ],
        &[
            ("M", "The vet's not coming, not this week."),
            ("R", "Pity."),
        ],
        &[
            ("R", "I told her we'd do it all after Christmas."),
            ("M", "Good."),
        ],
    ];
    assert_eq!(wrong(Kind::Deferred, 0, 0, &cases), Vec::<&str>::new());
}

#[test]
fn standards_stand_without_a_verb_beside_it_or_without_a_number() {
    let cases: [&[(&str, &str)]; 6] = [
        &[
            ("R", "How full should it be?"),
            ("M", "Seventy percent in the week, ninety on a Saturday."),
            ("R", "Seventy and ninety."),
        ],
        &[
            (
                "M",
                "If a choir cancels, I want to hear within the hour, before they've told the hall.",
            ),
            ("R", "Okay."),
        ],
        &[
            (
                "M",
                "Done is when the form's signed, within one working day.",
            ),
            ("R", "Right."),
        ],
        &[
            ("M", "That's your call from now on, up to fifty pounds."),
            ("R", "Okay."),
        ],
        &[
            (
                "M",
                "I'd like every child's book looked at within two days.",
            ),
            ("R", "Two days."),
        ],
        &[
            (
                "M",
                "By the time it gets to me it's been read by two people, every time.",
            ),
            ("R", "Two. Got it."),
        ],
    ];
    assert_eq!(wrong(Kind::Expectation, 1, 1, &cases), Vec::<&str>::new());
}

#[test]
fn a_day_passed_over_and_a_wish_without_a_measure_are_unclear() {
    let cases: [&[(&str, &str)]; 5] = [
        &[
            ("M", "I'd like us to be quicker with the post."),
            ("R", "Yeah, we can be."),
        ],
        &[
            ("M", "When would you talk to the caretaker?"),
            ("R", "I'll pick my moment."),
            CHAT,
        ],
        &[("M", "Somebody wants to ring the piano man."), CHAT],
        &[
            ("R", "The old boiler still doesn't belong to anybody."),
            ("M", "No."),
            CHAT,
        ],
        &[
            ("R", "What's a while?"),
            ("M", "A while. Let's see how the term goes."),
        ],
    ];
    assert_eq!(wrong(Kind::Unclear, 1, 1, &cases), Vec::<&str>::new());
}

#[test]
fn a_place_in_the_next_talk_puts_a_topic_off() {
    let cases: [&[(&str, &str)]; 3] = [
        &[
            ("R", "And the pay bands?"),
            ("M", "Stick it top of the list for the eighteenth."),
        ],
        &[
            ("R", "My review, are we doing that?"),
            (
                "M",
                "How about we make that the whole meeting on the eighteenth?",
            ),
        ],
        &[
            ("R", "The school trip?"),
            ("M", "Ask me again at the next one."),
        ],
    ];
    assert_eq!(wrong(Kind::Deferred, 1, 1, &cases), Vec::<&str>::new());
}
