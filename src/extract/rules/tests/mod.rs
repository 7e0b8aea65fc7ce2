//! Invented talk of invented trades: what the rules must find, and what they must leave alone.

mod others;

use jiff::civil::{Date, date};

use crate::extract::{Extraction, Found, Job, extract};
use crate::model::{
    Context, Detail, Direction, FollowUp, Framework, ItemId, ItemRef, Kind, OpenCommitment, People,
    Person, Reason, Slug, Status, Tone, Transcript, Turn, VaultPath, Who,
};

const MONDAY: Date = date(2026, 9, 7);

fn people() -> People {
    ["Ruth Adler", "Ben Okafor", "Sam Lund"]
        .map(Person::named)
        .into_iter()
        .collect::<Vec<_>>()
        .pipe(People::new)
}

/// Reads better than nesting where the last step is a constructor.
trait Pipe: Sized {
    fn pipe<T>(self, f: impl FnOnce(Self) -> T) -> T {
        f(self)
    }
}

impl<T> Pipe for T {}

/// A 1:1 of Ruth, who manages, and Ben: a turn a line, `R: …` and `B: …`.
fn meeting(talk: &str) -> Transcript {
    let turns = talk
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .zip(1..)
        .map(|(line, number)| {
            let (label, text) = line.split_once(": ").unwrap();
            let (label, speaker) = match label {
                "R" => ("Ruth", Some(Slug::new("Ruth Adler"))),
                "B" => ("Ben", Some(Slug::new("Ben Okafor"))),
                other => (other, None),
            };
            Turn {
                number,
                label: label.into(),
                speaker,
                text: text.into(),
                time: None,
                line: number,
            }
        })
        .collect();
    Transcript {
        path: VaultPath::new("transcripts/2026-09-07-ben-okafor.md"),
        date: MONDAY,
        start: None,
        kind: "1-1".into(),
        title: None,
        person: Some(Slug::new("Ben Okafor")),
        people: vec![Slug::new("Ben Okafor")],
        manager: Some(Slug::new("Ruth Adler")),
        duration_minutes: None,
        turns,
        doubt: None,
        hash: String::new(),
    }
}

fn read_with(talk: &str, context: &Context) -> Extraction {
    let transcript = meeting(talk);
    let job = Job {
        lexicon: crate::extract::Lexicon::built_in(),
        transcript: &transcript,
        context,
        people: &people(),
        cadence_days: 7,
    };
    let out = extract(&job);
    assert_eq!(out, extract(&job), "the same talk gives the same items");
    assert_eq!(out.dropped, 0, "the rules quote what stands there");
    out
}

fn read(talk: &str) -> Extraction {
    read_with(talk, &Context::default())
}

fn sure(all: &Extraction, kind: Kind) -> Vec<&Found> {
    all.found
        .iter()
        .filter(|found| found.sure && found.detail.kind() == kind)
        .collect()
}

/// Owner, text and due date of each action item that counts.
fn actions(talk: &str) -> Vec<(String, String, Option<Date>)> {
    let all = read(talk);
    sure(&all, Kind::Action)
        .into_iter()
        .map(|found| match &found.detail {
            Detail::Action { owner, due, .. } => (
                owner.clone().map_or_else(String::new, |who| who.name),
                found.text.clone(),
                *due,
            ),
            _ => unreachable!(),
        })
        .collect()
}

fn action(talk: &str) -> (String, String, Option<Date>) {
    let all = actions(talk);
    assert_eq!(all.len(), 1, "{talk}: {all:?}");
    all.into_iter().next().unwrap()
}

#[test]
fn own_words_make_an_item() {
    for (talk, owner, text, due) in [
        (
            "B: I'll send you the revised quote by Friday.\nR: Great.",
            "Ben Okafor",
            "Send Ruth the revised quote",
            Some(date(2026, 9, 11)),
        ),
        (
            "R: I'm going to ring the landlord about the roof tomorrow.\nB: Good.",
            "Ruth Adler",
            "Ring the landlord about the roof",
            Some(date(2026, 9, 8)),
        ),
        (
            "B: Let me draft the welcome letter.\nR: Please.",
            "Ben Okafor",
            "Draft the welcome letter",
            None,
        ),
        (
            "B: I'll have the kitchen plan finished by the fourteenth.\nR: Lovely.",
            "Ben Okafor",
            "Have the kitchen plan finished",
            Some(date(2026, 9, 14)),
        ),
        (
            "R: I'll get Sam to check the boiler before we next meet.\nB: Ta.",
            "Ruth Adler",
            "Get Sam to check the boiler",
            Some(date(2026, 9, 14)),
        ),
        (
            "B: I'm seeing the surveyor on Thursday to go over the damp.\nR: Right.",
            "Ben Okafor",
            "See the surveyor to go over the damp",
            Some(date(2026, 9, 10)),
        ),
    ] {
        assert_eq!(action(talk), (owner.into(), text.into(), due), "{talk}");
    }
}

#[test]
fn a_request_needs_a_yes() {
    let asked = "R: Could you order the new lanyards this week?\nB: ";
    let (owner, text, due) = action(&format!("{asked}Yep, no problem."));
    assert_eq!(
        (owner.as_str(), text.as_str(), due),
        (
            "Ben Okafor",
            "Order the new lanyards",
            Some(date(2026, 9, 11))
        )
    );
    assert!(actions(&format!("{asked}No, we've still got two boxes.")).is_empty());
    assert!(actions(&format!("{asked}What happened to the old ones?")).is_empty());
    let (owner, ..) = action("B: Can you sign off the budget for the course?\nR: Will do.");
    assert_eq!(owner, "Ruth Adler");
}

#[test]
fn a_question_back_puts_the_yes_off() {
    let (owner, text, _) = action(
        "R: Can you pull the attendance figures for me?\nB: For the whole year?\nR: Since March.\nB: Sure, that's easy.",
    );
    assert_eq!(
        (owner.as_str(), text.as_str()),
        ("Ben Okafor", "Pull the attendance figures for Ruth")
    );
}

#[test]
fn offers_are_taken_or_declined() {
    let (owner, text, _) =
        action("B: Do you want me to book the hall for the open day?\nR: Yes please.");
    assert_eq!(
        (owner.as_str(), text.as_str()),
        ("Ben Okafor", "Book the hall for the open day")
    );
    assert!(
        actions(
            "B: Do you want me to book the hall for the open day?\nR: No, leave it, Sam has it."
        )
        .is_empty()
    );
}

#[test]
fn what_is_received_is_owed_by_who_says_so() {
    let (owner, _, due) = action("R: And the inspection report?\nB: You'll have it on Wednesday.");
    assert_eq!(
        (owner.as_str(), due),
        ("Ben Okafor", Some(date(2026, 9, 9)))
    );
}

#[test]
fn somebody_known_may_be_named_as_owner() {
    let (owner, text, due) = action("B: Sam will call the printer on Tuesday.\nR: Good.");
    assert_eq!(
        (owner.as_str(), text.as_str(), due),
        ("Sam Lund", "Call the printer", Some(date(2026, 9, 8)))
    );
    assert!(actions("B: Dmitri will call the printer on Tuesday.\nR: Good.").is_empty());
}

#[test]
fn a_speaker_without_a_name_keeps_the_label() {
    let all = read("R: Can you count the spare keys?\nSpeaker 3: Sure, I'll do it tomorrow.");
    let found = sure(&all, Kind::Action);
    let Detail::Action { owner, .. } = &found[0].detail else {
        panic!()
    };
    assert_eq!(
        owner,
        &Some(Who {
            name: "Speaker 3".into(),
            person: None
        })
    );
}

#[test]
fn one_matter_is_one_item_and_two_are_two() {
    let talk = "R: The roof?\nB: I'll ring the builder. I'll get him tomorrow.\nR: Tomorrow.\nB: Tomorrow, yes, consider it done.";
    assert_eq!(action(talk).2, Some(date(2026, 9, 8)));
    let two =
        actions("B: I'll email the parents tomorrow and I'll order the paint on Friday.\nR: Good.");
    assert_eq!(
        two.iter().map(|(_, _, due)| *due).collect::<Vec<_>>(),
        [Some(date(2026, 9, 8)), Some(date(2026, 9, 11))]
    );
}

#[test]
fn talk_that_promises_nothing() {
    for talk in [
        "B: I sent the quote on Friday and they rang me back.\nR: Good.",
        "B: If the heating breaks again I'll be writing to the council.\nR: I bet.",
        "B: He goes, I'll bring it round tomorrow, and then he never does.\nR: Typical.",
        "B: She said I'll call you on Monday.\nR: Right.",
        "B: They're going to repaint the corridor next week.\nR: About time.",
        "B: I usually send the rota out on a Friday.\nR: Fine.",
        "B: I'll be honest, it was a long week.\nR: Same.",
        "R: Let me see, where did I put it.\nB: On the chair.",
        "R: I'll give you that, it was funny.\nB: Thanks.",
        "B: I would have rung them if I'd known.\nR: Of course.",
        "R: I'll never get used to that chair.\nB: Nobody does.",
        "B: I'm not going to the fair this year.\nR: No?",
    ] {
        let found = actions(talk);
        assert!(found.is_empty(), "{talk}: {found:?}");
    }
}
