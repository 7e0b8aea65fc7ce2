//! Feedback in invented talk from other trades: each construction once, and what looks like it and is not.

use super::judged_tests::{talk, wrong};
use crate::model::{Detail, Direction, Kind, Tone};

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
            ("M", "That's the clearest report anybody's given me, Omar."),
            ("R", "Oh, thank you."),
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
            ("R", "Oh, thank you. I only did it the one way."),
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
            ("M", "I know. I am sorry."),
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
