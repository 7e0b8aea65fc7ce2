//! Law 3 as properties: whatever is said, every quote that comes out stands there; whatever is done to a quote, a wrong one never stays.

use jiff::civil::date;
use proptest::prelude::*;

use super::verify::verify;
use super::{Found, Job, extract};
use crate::model::{
    Context, Detail, Evidence, Offset, People, Person, Slug, Transcript, Turn, VaultPath,
};

fn transcript(turns: &[(bool, String)]) -> Transcript {
    let turns = turns
        .iter()
        .zip(1..)
        .map(|((first, text), number)| Turn {
            number,
            label: if *first { "Ruth" } else { "Ben" }.into(),
            speaker: Some(Slug::new(if *first { "Ruth Adler" } else { "Ben Okafor" })),
            text: text.clone(),
            time: (number % 2 == 0).then_some(Offset(number * 7)),
            line: number,
        })
        .collect();
    Transcript {
        path: VaultPath::new("transcripts/2026-09-07-ben-okafor.md"),
        date: date(2026, 9, 7),
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

fn found(evidence: Vec<Evidence>) -> Found {
    Found {
        detail: Detail::Deferred,
        text: "The lease".into(),
        evidence,
        sure: true,
    }
}

fn piece(turn: u32, speaker: &str, quote: &str, time: Option<Offset>) -> Evidence {
    Evidence {
        turn,
        speaker: speaker.into(),
        quote: quote.into(),
        time,
    }
}

#[test]
fn a_quote_stands_in_its_turn_or_not_at_all() {
    let said = transcript(&[
        (true, "We’ll  do the\nlease next time, “if” we can.".into()),
        (false, "Fine by me.".into()),
    ]);
    assert!(said.holds(&piece(
        1,
        "Ruth",
        "We'll do the lease next time, \"if\" we",
        None
    )));
    assert!(said.holds(&piece(2, "Ben", "Fine by me.", Some(Offset(14)))));
    for wrong in [
        piece(1, "Ben", "do the lease", None),
        piece(2, "Ruth", "do the lease", None),
        piece(1, "Ruth", "do the leases", None),
        piece(1, "Ruth", "do the leas", None),
        piece(1, "Ruth", "do a lease", None),
        piece(1, "Ruth", "do the lease", Some(Offset(3))),
        piece(2, "Ben", "Fine by me.", None),
        piece(0, "Ruth", "do the lease", None),
        piece(9, "Ruth", "do the lease", None),
        piece(1, "Ruth", "  ", None),
    ] {
        assert!(!said.holds(&wrong), "{wrong:?}");
    }
}

#[test]
fn what_loses_its_primary_quote_is_dropped_and_counted() {
    let said = transcript(&[
        (true, "Let's park the lease.".into()),
        (false, "Fine by me.".into()),
    ]);
    let good = piece(1, "Ruth", "Let's park the lease", None);
    let also = piece(2, "Ben", "Fine by me", Some(Offset(14)));
    let bad = piece(2, "Ben", "Fine by you", Some(Offset(14)));
    let kept = verify(
        vec![found(vec![good.clone(), bad.clone(), also.clone()])],
        &said,
    );
    assert_eq!(
        (kept.dropped, kept.found[0].evidence.clone()),
        (1, vec![good.clone(), also])
    );
    let gone = verify(
        vec![found(vec![bad, good.clone()]), found(Vec::new())],
        &said,
    );
    assert_eq!((gone.dropped, gone.found.len()), (2, 0));
    let twice = verify(vec![found(vec![good.clone(), good])], &said);
    assert_eq!((twice.dropped, twice.found[0].evidence.len()), (0, 1));
    let parts = ["Let's", "park", "the", "lease"].map(|word| piece(1, "Ruth", word, None));
    let many = verify(vec![found(parts.to_vec())], &said);
    assert_eq!((many.dropped, many.found[0].evidence.len()), (0, 3));
}

/// Scraps that set the rules off, mixed with noise: more to the point than letters at random.
fn talk() -> impl Strategy<Value = Vec<(bool, String)>> {
    let scrap = prop_oneof![
        prop::sample::select(vec![
            "I'll",
            "send",
            "you",
            "it",
            "the report",
            "by Friday",
            "could you",
            "let me",
            "park that",
            "next time",
            "no,",
            "yes",
            "I forgot",
            "somebody should",
            "you should have",
            "great work",
            "if",
            "tomorrow.",
            "the fourteenth",
            "?",
            "I want",
            "every day",
            "95%",
            "he goes,",
            "I’m",
            "—",
            "…",
            "Mr.",
            "[laughs]",
            "and",
            "have",
            "in two weeks",
            "so",
            "I've",
            "we need to",
            "Sam will call",
            "May",
            "the second",
            "That's on me.",
            "\n",
            "“quoted”",
            "é",
            "😀",
            "do",
        ])
        .prop_map(str::to_owned),
        "[ -~]{0,12}",
        "\\PC{0,6}",
    ];
    let text = prop::collection::vec(scrap, 0..14).prop_map(|scraps| scraps.join(" "));
    prop::collection::vec((any::<bool>(), text), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn whatever_is_said_every_quote_stands(turns in talk()) {
        let transcript = transcript(&turns);
        let people = People::new([Person::named("Ruth Adler"), Person::named("Ben Okafor"), Person::named("Sam Lund")]);
        let context = Context::default();
        let job = Job { lexicon: crate::extract::Lexicon::built_in(), transcript: &transcript, context: &context, people: &people, cadence_days: 7 };
        let out = extract(&job);
        prop_assert_eq!(&out, &extract(&job));
        prop_assert_eq!(out.dropped, 0);
        for item in &out.found {
            prop_assert!(!item.evidence.is_empty() && item.evidence.len() <= 3);
            prop_assert!(!item.text.is_empty() && !item.text.contains('\n'));
            for piece in &item.evidence {
                prop_assert!(transcript.holds(piece), "{:?}", piece);
                prop_assert!(piece.quote.split(' ').count() <= 60, "{:?}", piece);
            }
        }
    }

    #[test]
    fn a_mangled_quote_never_stays(words in prop::collection::vec("[a-z]{2,7}", 4..12), at in 0..4_usize, with in "[A-Z]{3}") {
        let said = transcript(&[(true, words.join(" ")), (false, "And?".into())]);
        let mut mangled = words.clone();
        mangled[at] = with;
        let out = verify(vec![found(vec![piece(1, "Ruth", &mangled.join(" "), None)])], &said);
        prop_assert_eq!((out.found.len(), out.dropped), (0, 1));
        let straight = verify(vec![found(vec![piece(1, "Ruth", &words[1..].join("  "), None)])], &said);
        prop_assert_eq!(straight.found.len(), 1);
    }
}
