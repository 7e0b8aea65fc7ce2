//! Invented meetings of several in invented trades: who is given what, and what is only done or said there and then.

use jiff::civil::date;

use crate::extract::{Job, extract};
use crate::model::{Context, Detail, Kind, People, Person, Slug, Transcript, Turn, VaultPath};

/// Ruth manages; Ben, Mia (who does the books) and Sam (who runs the workshop) are there.
fn people() -> People {
    let with = |name: &str, role: &str| Person {
        role: Some(role.to_owned()),
        ..Person::named(name)
    };
    People::new([
        Person::named("Ruth Adler"),
        with("Ben Okafor", "Head gardener"),
        with("Mia Torres", "Accountant"),
        with("Sam Lund", "Workshop lead"),
    ])
}

/// A meeting of posts, as a recorder without names writes it.
fn posts() -> People {
    People::new(
        [
            "Site Manager",
            "Stage Designer",
            "Lighting Engineer",
            "Press Officer",
        ]
        .map(Person::named),
    )
}

fn found(people: &People, talk: &str) -> Vec<(String, String)> {
    let turns: Vec<Turn> = talk
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .zip(1..)
        .map(|(line, number)| {
            let (label, text) = line.split_once(": ").unwrap();
            Turn {
                number,
                label: label.into(),
                speaker: people.resolve(label).map(|person| person.slug.clone()),
                text: text.into(),
                time: None,
                line: number,
            }
        })
        .collect();
    let manager = ["Ruth Adler", "Site Manager"]
        .map(Slug::new)
        .into_iter()
        .find(|slug| people.get(slug).is_some());
    let there = people.iter().map(|person| person.slug.clone());
    let transcript = Transcript {
        path: VaultPath::new("transcripts/2026-09-07-team.md"),
        date: date(2026, 9, 7),
        start: None,
        kind: "team".into(),
        title: None,
        person: None,
        people: there
            .filter(|slug| Some(slug) != manager.as_ref())
            .collect(),
        manager,
        duration_minutes: None,
        turns,
        doubt: None,
        hash: String::new(),
    };
    let out = extract(&Job {
        lexicon: crate::extract::Lexicon::built_in(),
        transcript: &transcript,
        context: &Context::default(),
        people,
        cadence_days: 7,
    });
    assert_eq!(out.dropped, 0, "the rules quote what stands there");
    out.found
        .into_iter()
        .filter(|found| found.sure && found.detail.kind() == Kind::Action)
        .map(|found| match found.detail {
            Detail::Action { owner, .. } => {
                (owner.map_or_else(String::new, |who| who.name), found.text)
            }
            _ => unreachable!(),
        })
        .collect()
}

fn gives(people: &People, talk: &str, wanted: &[(&str, &str)]) {
    let found = found(people, talk);
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(owner, text)| (owner.as_str(), text.as_str()))
        .collect();
    assert_eq!(found, wanted, "{talk}");
}

#[test]
fn work_handed_out_is_one_item_for_each() {
    gives(
        &people(),
        "Ruth: Okay, before we go, who does what. Ben, you'll be pricing the new gravel, and Mia, you're gonna look into the grant.
         Ben: Okay.
         Ruth: And Sam is going to repair the big mower.
         Sam: Yep.",
        &[
            ("Ben Okafor", "Price the new gravel"),
            ("Mia Torres", "Look into the grant"),
            ("Sam Lund", "Repair the big mower"),
        ],
    );
}

#[test]
fn a_role_is_a_name() {
    gives(
        &people(),
        "Ruth: So for next time, the accountant will be checking the seed invoices.
         Mia: Fine.
         Ruth: And the gardener, you'll be thinking about the hedge.
         Ben: Mm-hmm.",
        &[
            ("Mia Torres", "Check the seed invoices"),
            ("Ben Okafor", "Think about the hedge"),
        ],
    );
    gives(
        &posts(),
        "Site Manager: So the next meeting is on the ninth. The lighting engineer, you'll be working on the dimmers. Press, you're going to write the programme.
         Press Officer: Right.
         Site Manager: And I will ask the stage designer to find out about the curtain.
         Stage Designer: Yeah.",
        &[
            ("Lighting Engineer", "Work on the dimmers"),
            ("Press Officer", "Write the programme"),
            ("Stage Designer", "Find out about the curtain"),
        ],
    );
}

#[test]
fn wishes_and_polite_conditions_are_orders() {
    gives(
        &people(),
        "Ruth: Right, just to wrap up. I'd like you to draft the letter to the parish, Ben.
         Ben: Okay.
         Ruth: And Mia, if you could find out what the insurance costs.
         Mia: Sure.",
        &[
            ("Ben Okafor", "Draft the letter to the parish"),
            ("Mia Torres", "Find out what the insurance costs"),
        ],
    );
}

#[test]
fn things_are_handed_out_without_a_verb() {
    gives(
        &posts(),
        "Site Manager: So here's what we're each going to do until the next meeting. Lighting engineer, the wiring plan.
         Lighting Engineer: Okay.
         Site Manager: For the press officer it's the poster. And the model of the set is for the stage designer.
         Stage Designer: Great.",
        &[
            ("Lighting Engineer", "Work on the wiring plan"),
            ("Press Officer", "Work on the poster"),
            ("Stage Designer", "Work on the model of the set"),
        ],
    );
}

#[test]
fn names_and_things_are_told_off_one_by_one() {
    gives(
        &people(),
        "Ruth: Okay, so, to recap who does what. Ben, compost. Mia, tickets and the float. Sam, the trailer.
         Sam: Yep.",
        &[
            ("Ben Okafor", "Work on compost"),
            ("Mia Torres", "Work on tickets and the float"),
            ("Sam Lund", "Work on the trailer"),
        ],
    );
    // Without a word of work the same is a greeting or a turn to speak.
    for talk in [
        "Ruth: Morning, all. Ben, tea?\nBen: Please.",
        "Ruth: Ben, lovely pictures.\nBen: Thanks.",
    ] {
        gives(&people(), talk, &[]);
    }
}

#[test]
fn a_request_to_one_of_several_is_theirs_who_says_yes() {
    gives(
        &people(),
        "Ruth: Mia, would you be able to ask the parents for cakes?
         Mia: Of course.
         Ruth: And could you look at the pump that Ben found, Sam?
         Sam: Yeah, I can do that.",
        &[
            ("Mia Torres", "Ask the parents for cakes"),
            ("Sam Lund", "Look at the pump that Ben found"),
        ],
    );
}

#[test]
fn several_share_a_piece_of_work() {
    gives(
        &people(),
        "Ruth: We're closing now. Ben and Sam need to work together on the shed.
         Ben: Yep.
         Ruth: And we each have to complete the safety form before the next meeting.
         Mia: Okay.",
        &[
            ("Ben Okafor and Sam Lund", "Work together on the shed"),
            ("Everyone", "Complete the safety form"),
        ],
    );
}

#[test]
fn what_outlives_the_meeting_is_promised() {
    gives(
        &people(),
        "Mia: I'll type up the minutes and email them to all of you.
         Ruth: Great.
         Ben: Is the gate under guarantee?
         Sam: I'll look into that.
         Ben: Okay.",
        &[
            (
                "Mia Torres",
                "Type up the minutes and email them to everyone",
            ),
            ("Sam Lund", "Look into the gate"),
        ],
    );
}

#[test]
fn what_is_done_there_and_then_is_none() {
    for talk in [
        "Ben: I'll show you the next slide.\nMia: Okay.",
        "Sam: I'll give it a two.\nMia: Okay, I'll give it a four then.",
        "Ben: I'm going to draw it on the board.\nSam: Yeah.",
        "Ruth: Let me just go back to the agenda.\nMia: Sure.",
        "Ruth: Who starts?\nSam: I'll go first.\nRuth: Good.",
        "Ruth: Can you go to the next slide?\nBen: Yes.",
        "Ruth: First you're each going to present what you have.\nBen: Okay.",
    ] {
        gives(&people(), talk, &[]);
    }
}

#[test]
fn talk_about_the_matter_is_no_order() {
    for talk in [
        "Ben: You can press the button and then the water runs.\nMia: Yeah.",
        "Sam: You have to hold it down for a second.\nBen: Okay.",
        "Mia: How would you clean that?\nSam: With a brush.",
        "Ruth: What are we going to do about the gate?\nBen: Yeah.",
        "Mia: If you put the pump there you have to move the tank.\nSam: Right.",
        "Ben: The gardener always has to carry the hose.\nMia: Mm.",
        "Ruth: You'll get the details by mail after the meeting.\nBen: Okay.",
    ] {
        gives(&people(), talk, &[]);
    }
}

#[test]
fn somebody_who_is_not_there_owns_nothing() {
    gives(
        &people(),
        "Ruth: Olga is going to paint the fence, I hear.\nBen: Okay.",
        &[],
    );
}

#[test]
fn where_only_posts_are_known_a_name_is_somebody_at_the_table() {
    gives(
        &posts(),
        "Site Manager: Just to recap who does what. I want Petra to measure the doors, and Otto, you'll be ordering the paint.
         Lighting Engineer: Okay.",
        &[("Petra", "Measure the doors"), ("Otto", "Order the paint")],
    );
}
