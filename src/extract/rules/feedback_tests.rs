//! Feedback in invented talk from other trades: each construction once, and what looks like it and is not.

use super::judged_tests::{talk, wrong};
use crate::model::{Detail, Direction, Kind, Tone};

/// In each conversation feedback of this tone is found without a maybe.
#[track_caller]
fn assert_sure_of(wanted: Tone, cases: &[&[(&str, &str)]]) {
    for case in cases {
        let found = talk(case);
        let sure = found.iter().any(|found| {
            matches!(found.detail, Detail::Feedback { tone, .. } if tone == wanted) && found.sure
        });
        assert!(sure, "{}", case[0].1);
    }
}

#[test]
fn praise_needs_a_deed_of_the_other() {
    let cases: [&[(&str, &str)]; 9] = [
        &[
            ("R", "I rebuilt the whole stall overnight."),
            ("M", "That was really good, Omar."),
        ],
        &[
            ("M", "You did really well with the choir on Sunday."),
            ("R", "Ta."),
        ],
        &[
            ("M", "You saved us a week with that."),
            ("R", "It was nothing."),
        ],
        &[
            ("M", "I was really pleased with your lesson plan."),
            ("R", "Oh."),
        ],
        &[
            ("M", "That's the clearest report anybody's given me."),
            ("R", "Oh."),
        ],
        &[
            (
                "M",
                "You'd moved all the benches before the flood came in. So thank you. Properly.",
            ),
            ("R", "Oh."),
        ],
        &[
            ("R", "I loved how you handled the parents, honestly."),
            ("M", "Really?"),
        ],
        &[
            ("R", "Did you read my draft?"),
            ("M", "I did, and it's smashing."),
        ],
        &[
            ("M", "It made such a difference, you telling me early."),
            ("R", "Okay."),
        ],
    ];
    assert_eq!(wrong(Kind::Feedback, 1, 1, &cases), Vec::<&str>::new());
}

#[test]
fn manners_small_talk_and_third_parties_are_no_praise() {
    let cases: [&[(&str, &str)]; 6] = [
        &[("M", "How was the wedding?"), ("R", "It was really nice.")],
        &[
            ("M", "He was brilliant with the children."),
            ("R", "Was he?"),
        ],
        &[("M", "So good news, the roof man came."), ("R", "Hooray.")],
        &[("M", "It would be lovely if you could."), ("R", "I can't.")],
        &[("M", "You're very good."), ("R", "Ha.")],
        &[("R", "I did well in the swimming."), ("M", "Nice.")],
    ];
    assert_eq!(wrong(Kind::Feedback, 0, 0, &cases), Vec::<&str>::new());
}

#[test]
fn reproaches_are_found_under_their_wrapping() {
    let cases: [&[(&str, &str)]; 9] = [
        &[
            (
                "M",
                "It's only that I'd have liked you to ring me first, that's all.",
            ),
            ("R", "Fair enough."),
        ],
        &[
            (
                "M",
                "Nobody rang me about the leak, and I had to explain it to the owner. I only mean, if I'd known at eight.",
            ),
            ("R", "I'm sorry."),
        ],
        &[
            ("R", "I've asked you three times about the uniforms."),
            ("M", "I know."),
        ],
        &[
            (
                "R",
                "You said the end of March, and then you said April, and I'm still waiting.",
            ),
            ("M", "I did."),
        ],
        &[
            (
                "M",
                "You didn't tell me the bus was cancelled. I found out from a parent.",
            ),
            ("R", "Sorry."),
        ],
        &[
            (
                "R",
                "If you'd told me no in January I'd have hired somebody.",
            ),
            ("M", "That's fair."),
        ],
        &[
            (
                "M",
                "You do say it's fine quite a lot, I suppose is what I'd say.",
            ),
            ("R", "Do I?"),
        ],
        &[
            (
                "R",
                "I'd rather you said no on the day than yes and then nothing.",
            ),
            ("M", "Okay."),
        ],
        &[
            ("M", "You should have rung me on the Saturday."),
            ("R", "I should."),
        ],
    ];
    assert_eq!(wrong(Kind::Feedback, 1, 1, &cases), Vec::<&str>::new());
    let found = talk(cases[0]);
    let hedged = found.iter().find_map(|found| match &found.detail {
        Detail::Feedback {
            direction,
            tone,
            hedged,
            ..
        } => Some((*direction, *tone, *hedged)),
        _ => None,
    });
    assert_eq!(
        hedged,
        Some((Direction::ManagerToReport, Tone::Corrective, true))
    );
}

#[test]
fn own_faults_and_stories_are_no_reproach() {
    let cases: [&[(&str, &str)]; 6] = [
        &[("R", "I should have rung her sooner."), ("M", "Well.")],
        &[("M", "You didn't have to do that."), ("R", "I wanted to.")],
        &[
            ("R", "I asked him twice and he never answered."),
            ("M", "Typical."),
        ],
        &[
            ("R", "What I'd asked her was, can you send it sooner."),
            ("M", "And?"),
        ],
        &[
            ("R", "It's three weeks today since the move."),
            ("M", "Is it?"),
        ],
        &[
            ("M", "He was a bit short with the driver."),
            ("R", "Was he?"),
        ],
    ];
    assert_eq!(wrong(Kind::Feedback, 0, 0, &cases), Vec::<&str>::new());
}

#[test]
fn what_the_other_did_and_what_came_of_it_is_praise() {
    let cases: [&[(&str, &str)]; 4] = [
        &[
            (
                "M",
                "Can I just say, the flood. You'd moved every cello upstairs before anyone had found a bucket, and we didn't lose a single one.",
            ),
            ("R", "Oh. I just started at the bottom."),
        ],
        &[
            (
                "M",
                "She told me you sat with her the whole afternoon, and nobody else here would have done that. That's why she came back.",
            ),
            ("R", "Well, she was only lonely."),
        ],
        &[
            (
                "M",
                "I noticed you gave the class the easy half first. Nobody panicked, and I haven't had to ring one parent since.",
            ),
            ("R", "Oh, thanks. It was just the timing."),
        ],
        &[
            (
                "R",
                "You stood up for us in that hearing, and you didn't have to. It's made such a difference, I can actually sleep.",
            ),
            ("M", "Oh, I only said what I'd seen."),
        ],
    ];
    assert_eq!(wrong(Kind::Feedback, 1, 1, &cases), Vec::<&str>::new());
    assert_sure_of(Tone::Praise, &cases);
}

#[test]
fn what_was_missing_and_whom_it_cost_is_corrective() {
    let cases: [&[(&str, &str)]; 4] = [
        &[
            (
                "M",
                "It's only a small thing. I opened the folder in front of the governors and there wasn't a date in it, so I had to make one up.",
            ),
            ("R", "Sorry. I didn't see."),
        ],
        &[
            (
                "M",
                "You told the parents Tuesday, but the hall found out from the poster, and I'm the one who had to ring them all.",
            ),
            ("R", "I know. I should have asked."),
        ],
        &[
            (
                "R",
                "I'm not having a go, but when you change it on the day we end up doing it twice, and I've got to be the one to tell them.",
            ),
            ("M", "That's fair. I'm sorry."),
        ],
        &[
            (
                "R",
                "You said you'd ask first, and I found out from the noticeboard. I guess I'd have liked to hear that from you.",
            ),
            ("M", "Did I? I'm sorry."),
        ],
    ];
    assert_eq!(wrong(Kind::Feedback, 1, 1, &cases), Vec::<&str>::new());
    assert_sure_of(Tone::Corrective, &cases);
}

#[test]
fn what_the_other_did_is_no_remark_by_itself() {
    let cases: [&[(&str, &str)]; 4] = [
        &[("M", "You rang them on Tuesday, then."), ("R", "Yes.")],
        &[("M", "Did you move the benches?"), ("R", "I did.")],
        &[
            ("R", "The council dug up the lane, so we had to walk."),
            ("M", "Again?"),
        ],
        &[
            ("M", "If you took the early bus you'd be there by nine."),
            ("R", "Okay."),
        ],
    ];
    assert_eq!(wrong(Kind::Feedback, 0, 0, &cases), Vec::<&str>::new());
}
