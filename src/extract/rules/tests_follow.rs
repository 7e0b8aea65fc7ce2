//! Invented talk of a nursery, a vet's and a bakery: what becomes of promises, and by when new ones are due.

use jiff::civil::{Date, date};

use super::super::{Found, Job, extract};
use crate::model::{
    Context, Detail, FollowUp, ItemId, ItemRef, OpenCommitment, People, Person, Reason, Status,
    Transcript, Turn, VaultPath, Who,
};

const DAY: Date = date(2026, 9, 7);

fn who(name: &str) -> Who {
    let person = Person::named(name);
    Who {
        name: person.name,
        person: Some(person.slug),
    }
}

/// What stood open: id, owner, text, quote, due.
type Open<'a> = (&'a str, &'a str, &'a str, &'a str, Option<Date>);

/// A meeting of Nora, who manages, and Finn, on a Monday.
fn met(lines: &[&str], open: &[Open<'_>]) -> Vec<Found> {
    let people = People::new(["Nora Quill", "Finn Reed"].map(Person::named));
    let turns = lines.iter().zip(1..).map(|(line, number)| {
        let (name, text) = line.split_once(": ").expect("a label");
        let full = if name == "Nora" {
            "Nora Quill"
        } else {
            "Finn Reed"
        };
        Turn {
            number,
            label: name.to_owned(),
            speaker: who(full).person,
            text: text.to_owned(),
            time: None,
            line: number,
        }
    });
    let transcript = Transcript {
        path: VaultPath::new("transcripts/m.md"),
        date: DAY,
        start: None,
        kind: "1-1".to_owned(),
        title: None,
        person: who("Finn Reed").person,
        people: who("Finn Reed").person.into_iter().collect(),
        manager: who("Nora Quill").person,
        duration_minutes: None,
        turns: turns.collect(),
        doubt: None,
        hash: String::new(),
    };
    let context = Context {
        open: open
            .iter()
            .map(|(id, owner, text, quote, due)| OpenCommitment {
                item: ItemRef {
                    note: VaultPath::new("meetings/before.md"),
                    id: ItemId::parse(id).expect("an id"),
                    date: date(2026, 8, 31),
                },
                owner: Some(who(owner)),
                text: (*text).to_owned(),
                quote: (*quote).to_owned(),
                due: *due,
            })
            .collect(),
    };
    let job = Job {
        lexicon: crate::extract::Lexicon::built_in(),
        transcript: &transcript,
        context: &context,
        people: &people,
        cadence_days: 7,
    };
    extract(&job).found
}

const HEDGES: Open<'_> = (
    "tlaaaaaaaa",
    "Finn Reed",
    "Order the hedging plants",
    "I'll order the hedging plants by Thursday",
    Some(date(2026, 9, 3)),
);
const VAN: Open<'_> = (
    "tlbbbbbbbb",
    "Nora Quill",
    "Ring the garage about the van",
    "I'll ring the garage about the van tomorrow",
    Some(date(2026, 9, 1)),
);
const SIGN: Open<'_> = (
    "tlcccccccc",
    "Finn Reed",
    "Paint a new sign for the gate",
    "I'll paint a new sign for the gate by the fourteenth",
    Some(date(2026, 9, 14)),
);

/// The follow-ups: id, status, reason.
fn told(lines: &[&str]) -> Vec<(String, Status, Option<Reason>)> {
    met(lines, &[HEDGES, VAN, SIGN])
        .into_iter()
        .filter(|found| found.sure)
        .filter_map(|found| match found.detail {
            Detail::FollowUp(FollowUp {
                of: Some(of),
                status,
                reason,
                ..
            }) => Some((of.id.as_str()[2..3].to_owned(), status, reason)),
            _ => None,
        })
        .collect()
}

fn of(lines: &[&str]) -> (String, Status) {
    let all = told(lines);
    assert_eq!(all.len(), 1, "{lines:?}: {all:?}");
    (all[0].0.clone(), all[0].1.clone())
}

#[test]
fn what_is_asked_after_is_answered_in_the_next_turn() {
    let done = of(&[
        "Nora: Morning. Did you get to the hedging plants?",
        "Finn: I did, I ordered them on the Thursday like I said.",
    ]);
    assert_eq!(done, ("a".to_owned(), Status::Done));
    let missed = of(&[
        "Nora: Any joy with the hedging plants?",
        "Finn: No, sorry, I've not ordered them yet. It went out of my head.",
    ]);
    assert_eq!(missed, ("a".to_owned(), Status::Missed));
    let progress = of(&[
        "Nora: Where are we with the sign for the gate?",
        "Finn: I've started, it's half done. It'll be up for the fourteenth.",
    ]);
    assert_eq!(progress, ("c".to_owned(), Status::Progress));
}

#[test]
fn what_is_told_unasked_is_found_in_either_mouth() {
    let own = of(&[
        "Nora: How was the weekend?",
        "Finn: Wet. What else.",
        "Nora: Oh, and I rang the garage about the van the very next day, it's booked in.",
    ]);
    assert_eq!(own, ("b".to_owned(), Status::Done));
    let other = of(&[
        "Finn: The van, thank you, they said you rang the garage on the Tuesday.",
        "Nora: Good.",
    ]);
    assert_eq!(other, ("b".to_owned(), Status::Done));
}

#[test]
fn each_commitment_has_its_own_place() {
    let all = told(&[
        "Nora: So, the hedging plants?",
        "Finn: Ordered them Thursday, they're coming on a pallet.",
        "Finn: And you, did you ring the garage about the van?",
        "Nora: I haven't, no. I've no excuse, I kept thinking I'd do it at lunch.",
    ]);
    let short: Vec<(&str, &Status)> = all
        .iter()
        .map(|(id, status, _)| (id.as_str(), status))
        .collect();
    assert_eq!(short, [("a", &Status::Done), ("b", &Status::Missed)]);
}

#[test]
fn health_and_family_are_no_reasons() {
    let all = told(&[
        "Nora: Did you order the hedging plants?",
        "Finn: I haven't, the baby was in hospital all week.",
    ]);
    assert_eq!(all[0].1, Status::Missed);
    assert_eq!(all[0].2, None);
}

#[test]
fn talk_of_other_things_tells_of_nothing() {
    let all = told(&[
        "Nora: My sister moved to Leeds last week.",
        "Finn: Did she? I was there once, it rained.",
        "Nora: She painted the kitchen green.",
    ]);
    assert_eq!(all, []);
}

#[test]
fn a_promise_renewed_is_followed_up_and_made_again() {
    let found = met(
        &[
            "Nora: Did you order the hedging plants?",
            "Finn: I haven't, I'm sorry. I'll order the hedging plants by Friday now.",
        ],
        &[HEDGES],
    );
    let again = found.iter().any(|one| matches!(&one.detail, Detail::Action { again: Some(_), due, .. } if *due == Some(date(2026, 9, 11))));
    let follow = found.iter().any(|one| matches!(&one.detail, Detail::FollowUp(FollowUp { status: Status::Missed, new_due, .. }) if *new_due == Some(date(2026, 9, 11))));
    assert!(again && follow, "{found:?}");
}

/// The due days of the action items.
fn due(lines: &[&str]) -> Vec<Option<Date>> {
    met(lines, &[])
        .into_iter()
        .filter(|found| found.sure)
        .filter_map(|found| match found.detail {
            Detail::Action { due, .. } => Some(due),
            _ => None,
        })
        .collect()
}

#[test]
fn days_are_taken_from_where_they_belong() {
    let table: [(&[&str], Option<Date>); 9] = [
        (
            &[
                "Finn: I'll send the order to Quinn, he's away until Thursday.",
                "Nora: Okay.",
            ],
            None,
        ),
        (
            &[
                "Finn: When they come I'll put the new labels on the pots.",
                "Nora: Lovely. See you Friday.",
            ],
            None,
        ),
        (
            &[
                "Nora: Could you wash the seed trays?",
                "Finn: Yes, I'll wash them.",
                "Nora: By when?",
                "Finn: Wednesday.",
            ],
            Some(date(2026, 9, 9)),
        ),
        (
            &[
                "Finn: I'll bake the trial loaves on the Wednesday. The sixteenth.",
                "Nora: Grand.",
            ],
            Some(date(2026, 9, 16)),
        ),
        (
            &[
                "Finn: I'm in with the vet on Thursday. I'll get the price off him then.",
                "Nora: Good.",
            ],
            Some(date(2026, 9, 10)),
        ),
        (
            &[
                "Finn: I'll write the rota up on Sunday. You'll have it Monday.",
                "Nora: Thanks.",
            ],
            Some(date(2026, 9, 14)),
        ),
        (
            &[
                "Finn: I'll order the twine, she needs it by the eighteenth.",
                "Nora: Good.",
            ],
            Some(date(2026, 9, 18)),
        ),
        (
            &[
                "Finn: I'll bring the cost of the new oven next time we meet.",
                "Nora: Do.",
            ],
            Some(date(2026, 9, 14)),
        ),
        (
            &[
                "Finn: I'll tell the front desk when we come out of here.",
                "Nora: Do.",
            ],
            Some(DAY),
        ),
    ];
    for (lines, day) in table {
        assert_eq!(due(lines), [day], "{lines:?}");
    }
}

#[test]
fn what_others_will_have_is_promised_and_two_days_settle_a_deed() {
    assert_eq!(
        due(&[
            "Nora: And Mrs Peel's bill?",
            "Finn: She'll have it on Thursday.",
            "Nora: Good."
        ]),
        [Some(date(2026, 9, 10))]
    );
    assert_eq!(
        due(&[
            "Nora: And the price list for the bakery, when could you do that?",
            "Finn: Say Thursday, the seventeenth?",
            "Nora: The seventeenth's good, yeah."
        ]),
        [Some(date(2026, 9, 17))]
    );
    let two = due(&[
        "Finn: I'll measure the shed tomorrow, and I'll ring the timber yard on Friday.",
        "Nora: Good.",
    ]);
    assert_eq!(two, [Some(date(2026, 9, 8)), Some(date(2026, 9, 11))]);
}

/// Talk and the due days of its promises, as the table holds them.
fn table(text: &str) -> Vec<(Vec<String>, Vec<Option<Date>>)> {
    let mut out = Vec::new();
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some(days) = line.strip_prefix('=') {
            let day = |day: &str| {
                let (month, number) = day.split_once('-')?;
                let (month, number) = (month.parse().ok()?, number.parse().ok()?);
                let this = date(2026, month, number);
                Some(if this < DAY {
                    date(2027, month, number)
                } else {
                    this
                })
            };
            let days = days.split_whitespace().map(day).collect();
            out.push((std::mem::take(&mut lines), days));
        } else if let Some(said) = line.strip_prefix("N: ") {
            lines.push(format!("Nora: {said}"));
        } else if let Some(said) = line.strip_prefix("F: ") {
            lines.push(format!("Finn: {said}"));
        }
    }
    out
}

#[test]
fn days_are_understood_as_people_say_them() {
    let mut failed = Vec::new();
    for (mut lines, days) in table(include_str!("tests_due.txt")) {
        if !lines.iter().any(|line| line.starts_with("Nora")) {
            lines.push("Nora: Okay.".to_owned());
        }
        let said: Vec<&str> = lines.iter().map(String::as_str).collect();
        let found = due(&said);
        if found != days {
            failed.push(format!("{lines:?}: wanted {days:?}, found {found:?}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
