//! Invented talk in many trades, and the line that somebody would write down for it.

use jiff::civil::date;

use super::super::super::{Job, extract};
use crate::model::{Context, People, Person, Slug, Transcript, Turn, VaultPath};

/// The texts found in a talk between Dana, who manages, and Sam.
pub(super) fn texts(talk: &str) -> Vec<String> {
    read(talk, |job| {
        let found = extract(job).found.into_iter();
        found.map(|found| found.text).collect()
    })
}

/// What a talk between the two yields.
pub(super) fn read<T>(talk: &str, look: impl FnOnce(&Job<'_>) -> T) -> T {
    let people = People::new([Person::named("Dana Whitlock"), Person::named("Sam Okoro")]);
    let slug = |label: &str| match label {
        "Dana" => Some(Slug::new("Dana Whitlock")),
        "Sam" => Some(Slug::new("Sam Okoro")),
        _ => None,
    };
    let turns = talk
        .split(" / ")
        .zip(1..)
        .map(|(line, number)| {
            let (label, text) = line.trim().split_once(": ").unwrap();
            Turn {
                number,
                label: label.to_owned(),
                speaker: slug(label),
                text: text.to_owned(),
                time: None,
                line: number,
            }
        })
        .collect();
    let transcript = Transcript {
        path: VaultPath::new("transcripts/a.md"),
        date: date(2026, 11, 16),
        start: None,
        kind: "1-1".to_owned(),
        title: None,
        person: slug("Sam"),
        people: slug("Sam").into_iter().collect(),
        manager: slug("Dana"),
        duration_minutes: None,
        turns,
        doubt: None,
        hash: String::new(),
    };
    look(&Job {
        lexicon: crate::extract::Lexicon::built_in(),
        transcript: &transcript,
        context: &Context::default(),
        people: &people,
        cadence_days: 7,
    })
}

pub(super) fn check(cases: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (talk, expected) in cases {
        let found = texts(talk);
        if !found.iter().any(|text| text == expected) {
            wrong.push(format!("{talk}\n  wanted {expected}\n  found  {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_deed_begins_with_its_verb_and_ends_where_the_next_thought_begins() {
    check(&[
        (
            "Sam: I'll just ring the plumber tomorrow morning, because the tap's gone again. / Dana: Grand.",
            "Ring the plumber",
        ),
        (
            "Sam: So I'll, I'll send the invoice to the school by Friday. / Dana: Thanks.",
            "Send the invoice to the school",
        ),
        (
            "Sam: I'm going to, um, repaint the back room on Saturday, you know. / Dana: Lovely.",
            "Repaint the back room",
        ),
        (
            "Sam: I will definitely order the flour on Monday then. / Dana: Good.",
            "Order the flour",
        ),
        (
            "Sam: I'll book the minibus and collect the keys by Thursday. / Dana: Okay.",
            "Book the minibus and collect the keys",
        ),
        (
            "Sam: I'll sort of chase the printer about the leaflets this afternoon. / Dana: Right.",
            "Chase the printer about the leaflets",
        ),
        (
            "Sam: I'll write up the incident report by Wednesday, if I can find a pen. / Dana: Ha.",
            "Write up the incident report",
        ),
        (
            "Sam: What I'll do is draft the tender by Friday. / Dana: Perfect.",
            "Draft the tender",
        ),
        (
            "Sam: I'm measuring the hall for the carpet tomorrow. / Dana: Good.",
            "Measure the hall for the carpet",
        ),
        (
            "Sam: I'll check the, the smoke alarms on Tuesday. / Dana: Please.",
            "Check the smoke alarms",
        ),
        (
            "Sam: I'll tell the front desk by Friday so nobody gets turned away. / Dana: Great.",
            "Tell the front desk",
        ),
        (
            "Sam: I'll have finished the stocktake by Friday. / Dana: Lovely.",
            "Finish the stocktake",
        ),
        (
            "Sam: I can have the costings ready by Thursday. / Dana: Yes please.",
            "Have the costings ready",
        ),
    ]);
}

#[test]
fn the_people_in_the_room_are_named() {
    check(&[
        (
            "Sam: I'll send you the roster by Friday. / Dana: Ta.",
            "Send Dana the roster",
        ),
        (
            "Sam: I'll put the letter on your desk tomorrow. / Dana: Thanks.",
            "Put the letter on Dana’s desk",
        ),
        (
            "Dana: Could you send me the timesheets by Friday? / Sam: Yep, no problem.",
            "Send Dana the timesheets",
        ),
        (
            "Dana: Can you email your holiday dates to Bev by Monday? / Sam: Will do.",
            "Email the holiday dates to Bev",
        ),
        (
            "Sam: I'll finish my report by Friday. / Dana: Good.",
            "Finish the report",
        ),
        (
            "Dana: I'll look at your budget by Friday. / Sam: Thanks.",
            "Look at Sam’s budget",
        ),
        (
            "Sam: You'll get a call from me by Friday. / Dana: Grand.",
            "Call Dana",
        ),
    ]);
}

#[test]
fn an_object_that_comes_first_is_put_behind_its_verb() {
    check(&[
        (
            "Sam: And the rota I'll sign by Friday. / Dana: Good.",
            "Sign the rota",
        ),
        (
            "Sam: The gutters, I'll clear them by Thursday. / Dana: Please.",
            "Clear the gutters",
        ),
        (
            "Dana: The van keys and the alarm code, can you look at that by Friday? / Sam: Yes, sure.",
            "Look at the van keys and the alarm code",
        ),
        (
            "Sam: The front window I'll wash on Monday. / Dana: Grand.",
            "Wash the front window",
        ),
    ]);
}

#[test]
fn a_pronoun_is_named_by_what_was_said_before() {
    check(&[
        (
            "Dana: Where are we with the fire certificate? / Sam: I'll get it signed by Friday.",
            "Get the fire certificate signed",
        ),
        (
            "Dana: What about the allergen sheet? / Sam: I'll do it tomorrow.",
            "Do the allergen sheet",
        ),
        (
            "Dana: Did you ring the landlord? / Sam: No. I'll do it this afternoon.",
            "Ring the landlord",
        ),
        (
            "Dana: Could you order the new filters? / Sam: Yeah, leave it with me, by Friday.",
            "Order the new filters",
        ),
        (
            "Dana: The school hasn't paid the invoice. / Sam: I'll send it again tomorrow. / Dana: Good.",
            "Send the invoice again",
        ),
        (
            "Dana: How did you get on with the drawings? / Sam: I'll bring them in on Monday.",
            "Bring the drawings in",
        ),
        (
            "Dana: Mrs Lowe rang, she's cross about the carpet. / Sam: I'll ring her this afternoon.",
            "Ring Mrs Lowe",
        ),
        (
            "Dana: Mr Byrne says he never got the keys. / Sam: I'll call him tomorrow.",
            "Call Mr Byrne",
        ),
        (
            "Dana: Have you heard from Petra? She was waiting on a price. / Sam: I'll text her tonight.",
            "Text Petra",
        ),
        (
            "Dana: Has the council come back on the licence? / Sam: No, I'll ring them tomorrow.",
            "Ring the council",
        ),
        (
            "Sam: I've done a draft of the lesson plan. / Dana: I'll read it by Friday.",
            "Read the draft of the lesson plan",
        ),
        (
            "Dana: Is the bank happy? / Sam: They sent a form. I'll send you it tonight.",
            "Send Dana the form",
        ),
        (
            "Dana: I've not seen the safety report. / Sam: You'll have it Thursday.",
            "Get the safety report to Dana",
        ),
        (
            "Dana: And the wage slips? / Sam: They'll be on your desk by Friday.",
            "Have the wage slips on Dana’s desk",
        ),
        (
            "Dana: What about the menu? / Sam: It'll be with you by Friday.",
            "Get the menu to Dana",
        ),
    ]);
}

#[test]
fn where_nothing_fits_the_words_before_stand_beside() {
    check(&[(
        "Dana: Can it go through Bev, or is that daft? / Sam: I'll do it by Friday.",
        "Do it (“Can it go through Bev”)",
    )]);
}

#[test]
fn requests_become_orders() {
    check(&[
        (
            "Sam: Lowe rang about prices. / Dana: Could you send them the new one by Friday? / Sam: Yeah, I can get the school the new sheet by Friday.",
            "Get the school the new sheet",
        ),
        (
            "Dana: What I need from you is on-time delivery by the end of December. / Sam: Yes, okay.",
            "On-time delivery",
        ),
        (
            "Dana: Can we put the bins out by Friday? / Sam: Yes, sure.",
            "Put the bins out",
        ),
        (
            "Dana: Would you be able to check the boiler by Friday? / Sam: Yes, no problem.",
            "Check the boiler",
        ),
        (
            "Sam: Can I have the key to the store by Friday? / Dana: Yes, of course.",
            "Give Sam the key to the store",
        ),
        (
            "Dana: I need you to call the surveyor by Friday. / Sam: Will do.",
            "Call the surveyor",
        ),
        (
            "Dana: Please clean the ovens on Sunday. / Sam: Sure.",
            "Clean the ovens",
        ),
    ]);
}

#[test]
fn what_was_put_off_is_a_topic() {
    check(&[
        (
            "Dana: Let's park the training plan till next month. / Sam: Okay.",
            "The training plan",
        ),
        (
            "Dana: The pay review. / Sam: Yes? / Dana: Let's leave that one to next week.",
            "The pay review",
        ),
        (
            "Dana: We'll talk about the new lease next time. / Sam: Fine.",
            "The new lease",
        ),
    ]);
}

#[test]
fn what_is_left_open_reads_by_itself() {
    check(&[
        (
            "Dana: Um, so, somebody should really look at the roof. / Sam: Hm.",
            "Somebody should really look at the roof",
        ),
        (
            "Dana: I mean, um, somebody needs to clear the the yard, I suppose. / Sam: Hm.",
            "Somebody needs to clear the yard",
        ),
    ]);
}
