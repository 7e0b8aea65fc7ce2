//! What is left open, put off, expected, praised, and what became of earlier promises.

use super::*;

#[test]
fn what_nobody_takes_is_unclear() {
    for talk in [
        "R: Somebody should really look at the fire doors.\nB: Yeah.",
        "R: The cupboard needs to be cleared out before the visit.\nB: It does.",
        "R: We really need to get that policy updated.\nB: Mm-hm.",
        "B: And the keys?\nR: We'll work something out.",
    ] {
        assert_eq!(sure(&read(talk), Kind::Unclear).len(), 1, "{talk}");
    }
    let taken = read(
        "R: Somebody should really look at the fire doors.\nB: I'll look at them on Wednesday.",
    );
    assert!(sure(&taken, Kind::Unclear).is_empty());
    assert_eq!(sure(&taken, Kind::Action).len(), 1);
}

#[test]
fn the_manager_says_what_good_looks_like() {
    let all = read(
        "R: I want call-backs answered within two hours, every day, no exceptions.\nB: Two hours, got it.\nB: I want a new chair by Friday.\nR: Ha.",
    );
    let found = sure(&all, Kind::Expectation);
    assert_eq!(found.len(), 1);
    assert!(matches!(
        found[0].detail,
        Detail::Expectation {
            framework: Framework::Output,
            measure: true,
            acknowledged: true,
            ..
        }
    ));
    let all =
        read("R: Attendance has to be above 92 percent by the end of October.\nB: It'll be tight.");
    let found = sure(&all, Kind::Expectation);
    assert!(matches!(
        found[0].detail,
        Detail::Expectation {
            framework: Framework::Outcome,
            measure: true,
            date: true,
            acknowledged: false
        }
    ));
}

#[test]
fn feedback_has_a_direction_a_tone_and_wrapping() {
    let one = |talk: &str| {
        let all = read(talk);
        let found = sure(&all, Kind::Feedback);
        assert_eq!(found.len(), 1, "{talk}: {found:?}");
        match &found[0].detail {
            Detail::Feedback {
                direction,
                tone,
                hedged,
                ..
            } => (*direction, *tone, *hedged),
            _ => unreachable!(),
        }
    };
    let down = Direction::ManagerToReport;
    assert_eq!(
        one("R: You handled that complaint really well, they wrote to say so.\nB: Thanks."),
        (down, Tone::Praise, false)
    );
    assert_eq!(
        one("R: You should have told me before the inspection.\nB: I know."),
        (down, Tone::Corrective, false)
    );
    assert_eq!(
        one("R: It's just, maybe you came across as a bit short with the parents.\nB: Oh."),
        (down, Tone::Corrective, true)
    );
    assert_eq!(
        one("B: You said you'd tell them and you never did, it made me look silly.\nR: Fair."),
        (Direction::ReportToManager, Tone::Corrective, false)
    );
    for talk in [
        "R: That'd be great.\nB: Okay.",
        "R: You're very good.\nB: Ha.",
        "B: The cake was lovely.\nR: It was.",
    ] {
        assert!(sure(&read(talk), Kind::Feedback).is_empty(), "{talk}");
    }
}

#[test]
fn topics_are_put_off() {
    for talk in [
        "R: Let's park the uniforms.\nB: Fine.",
        "B: And the lease?\nR: Can we pick that up next time? I'm late.",
        "R: We'll come back to the training budget once the audit is over.\nB: Okay.",
        "R: Let's leave the staff survey till after the holidays.\nB: Sure.",
    ] {
        assert_eq!(sure(&read(talk), Kind::Deferred).len(), 1, "{talk}");
    }
}

fn open(text: &str, quote: &str, owner: &str, due: Option<Date>) -> Context {
    Context {
        open: vec![OpenCommitment {
            item: ItemRef {
                note: VaultPath::new("meetings/2026-08-31-ben-okafor.md"),
                id: ItemId::parse("tlaaaaaaaa").unwrap(),
                date: date(2026, 8, 31),
            },
            owner: Some(Who {
                name: owner.into(),
                person: Some(Slug::new(owner)),
            }),
            text: text.into(),
            quote: quote.into(),
            due,
        }],
    }
}

fn follow_up(talk: &str, context: &Context) -> FollowUp {
    let all = read_with(talk, context);
    let found = sure(&all, Kind::FollowUp);
    assert_eq!(found.len(), 1, "{talk}: {:?}", all.found);
    match &found[0].detail {
        Detail::FollowUp(follow) => follow.clone(),
        _ => unreachable!(),
    }
}

#[test]
fn earlier_promises_are_followed_up() {
    let quote = "I'll send the parents the trip letter by Friday";
    let context = open(
        "Send the parents the trip letter",
        quote,
        "Ben Okafor",
        Some(date(2026, 9, 4)),
    );
    let done = follow_up(
        "R: Did the trip letter go out?\nB: It did, I sent it Thursday.",
        &context,
    );
    assert_eq!(
        (done.status, done.of.map(|of| of.id.to_string())),
        (Status::Done, Some("tlaaaaaaaa".into()))
    );
    let missed = follow_up(
        "R: And the trip letter?\nB: I forgot, it went straight out of my head.",
        &context,
    );
    assert_eq!(
        (missed.status, missed.reason),
        (Status::Missed, Some(Reason::Forgot))
    );
    let again = "R: And the trip letter?\nB: I haven't sent it, I was flat out with the play. I'll send it tomorrow.";
    let renewed = follow_up(again, &context);
    assert_eq!(
        (renewed.status, renewed.reason, renewed.new_due),
        (
            Status::Missed,
            Some(Reason::Workload),
            Some(date(2026, 9, 8))
        )
    );
    let all = read_with(again, &context);
    assert!(matches!(
        &sure(&all, Kind::Action)[0].detail,
        Detail::Action { again: Some(_), .. }
    ));
    let waiting = open(
        "Get the coach company's price",
        "I'll get a price from the coach company",
        "Ben Okafor",
        Some(date(2026, 9, 18)),
    );
    let progress = follow_up(
        "R: Any word from the coach company?\nB: I asked them twice, I'm still waiting on a price from the coach people.",
        &waiting,
    );
    assert_eq!(
        (progress.status, progress.reason),
        (Status::Progress, Some(Reason::WaitingOnOthers))
    );
}

#[test]
fn health_and_family_give_no_reason() {
    let context = open(
        "Send the parents the trip letter",
        "I'll send the parents the trip letter",
        "Ben Okafor",
        Some(date(2026, 9, 4)),
    );
    let missed = follow_up(
        "R: And the trip letter?\nB: I didn't get to it, my daughter was sick all week.",
        &context,
    );
    assert_eq!((missed.status, missed.reason), (Status::Missed, None));
}

#[test]
fn what_is_not_spoken_of_is_not_followed_up() {
    let context = open(
        "Send the parents the trip letter",
        "I'll send the parents the trip letter",
        "Ben Okafor",
        None,
    );
    let all = read_with(
        "R: How was the fair?\nB: I won a goldfish. We sat in the rain and I ate two pies.",
        &context,
    );
    assert!(sure(&all, Kind::FollowUp).is_empty(), "{:?}", all.found);
}
