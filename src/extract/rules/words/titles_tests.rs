//! Titles as their owner reads them: invented talk of many trades, with the line that stands for each item, and what no title may be
//! in any of the dialogues that the engine is held to.

use super::super::super::extract;
use super::super::super::token::tokens;
use super::super::dialogue::Speech;
use super::grammar::{dangles, is_preposition};
use super::noun::exactly;
use super::tests::{check, read};
use super::whole::is_open;
use crate::model::Kind;

const DIALOGUES: &str = include_str!("../../../../tests/it/dialogues.yaml");

#[test]
fn what_was_announced_stands_in_its_pronouns_place() {
    check(&[
        (
            "Dana: The rota. / Sam: Oh, yes. / Dana: It's been a month. / Sam: I'll do it tonight.",
            "Do the rota",
        ),
        (
            "Dana: The seed catalogue, it's still not out. / Sam: I'll have it up by the end of next week.",
            "Have the seed catalogue up",
        ),
        (
            "Dana: The winter's coming. And the brochure? / Sam: I'll send it tomorrow.",
            "Send the brochure",
        ),
        (
            "Dana: What about the fire doors? / Sam: I'll get them checked on Tuesday.",
            "Get the fire doors checked",
        ),
        (
            "Dana: Did the lino come? / Sam: No. I'll chase it tomorrow.",
            "Chase the lino",
        ),
        (
            "Dana: And the loan car? / Sam: I'll bring it back on Monday.",
            "Bring the loan car back",
        ),
        (
            "Dana: There was the paraffin stove. / Sam: I'll look on the first.",
            "Look at the paraffin stove",
        ),
        (
            "Dana: I've not seen the harness order. / Sam: You'll have it Thursday.",
            "Get the harness order to Dana",
        ),
        (
            "Dana: The invoice for the chapel, is it out? / Sam: It goes on Monday.",
            "Get the invoice for the chapel to Dana",
        ),
        (
            "Dana: The web form. / Sam: Oh. / Dana: Let's leave it till after Christmas.",
            "The web form",
        ),
    ]);
}

#[test]
fn a_request_that_is_taken_keeps_its_words() {
    check(&[
        (
            "Dana: Could you ring the caterer about the trays? / Sam: I'll do it first thing tomorrow.",
            "Ring the caterer about the trays",
        ),
        (
            "Dana: Could you ask her about the trays? / Sam: I'll do it tomorrow.",
            "Ask [her] about the trays",
        ),
        (
            "Dana: Not a sermon, mind. Will you ring her today? / Sam: I will, of course.",
            "Ring [her]",
        ),
    ]);
}

#[test]
fn no_piece_of_a_clause_stands_beside_a_title() {
    check(&[
        (
            "Dana: Mr Lindqvist's started tiling the porch himself. / Sam: I'll ring her tomorrow.",
            "Ring [her]",
        ),
        (
            "Dana: When you get a minute, could you? / Sam: I'll have it done by Friday.",
            "Have [it] done",
        ),
        (
            "Dana: Ooh. / Sam: I'll have it for you on Monday.",
            "Have [it] for Dana",
        ),
        (
            "Sam: I sent the flyer to the printer. / Dana: And? / Sam: I'll chase him tomorrow.",
            "Chase [him]",
        ),
        (
            "Sam: I've got the dentist at nine but I'll do it after. / Dana: Fine.",
            "Do [it] after",
        ),
        (
            "Dana: The boiler's making that noise. Somebody ought to look at it. / Sam: Hm.",
            "Somebody ought to look at it (“that noise”)",
        ),
        (
            "Dana: The gulls were terrible again. / Sam: Ha. / Dana: Let's leave that till December.",
            "Let's leave that till December (“The gulls”)",
        ),
    ]);
}

#[test]
fn the_day_goes_whole_and_nothing_else_with_it() {
    check(&[
        (
            "Sam: I'll have the hives moved Friday at the outside. / Dana: Grand.",
            "Have the hives moved",
        ),
        (
            "Sam: I'll have the ledger to you Friday the twentieth, same day as the folder. / Dana: Good.",
            "Have the ledger to Dana",
        ),
        (
            "Dana: Is the minibus taxed? / Sam: It'll be done two days before.",
            "Have the minibus done",
        ),
        (
            "Sam: I could have a draft on your desk by next Friday. Just so you can see. / Dana: Please do.",
            "Have a draft on Dana’s desk",
        ),
        (
            "Sam: I'll check the keys Easter Saturday. / Dana: Right.",
            "Check the keys",
        ),
        (
            "Dana: Will you be around? / Sam: I can do the twenty-ninth.",
            "Do the twenty-ninth",
        ),
        (
            "Sam: I'll take the one that goes down on Monday. / Dana: Okay.",
            "Take the one that goes down",
        ),
    ]);
}

#[test]
fn a_statement_is_whole() {
    check(&[
        (
            "Dana: It's not a, it's only that nobody told me about the gate. / Sam: Sorry.",
            "It's only that nobody told me about the gate",
        ),
        (
            "Dana: What I want from the, from everybody here, is the bench clear by five every day. / Sam: Okay.",
            "What I want from everybody here, is the bench clear by five every day",
        ),
        (
            "Dana: If a pallet's short, if you know it or even if you only think it might be, I want to hear about it that same day, before it's on the lorry. / Sam: Yes.",
            "If a pallet's short, if you know it or even if you only think it might be, I want to hear about it that same day",
        ),
        (
            "Dana: Somebody needs to sort the extraction, and quick, or we'll be into the holidays again with everybody coughing and not one of us with any. / Sam: Hm.",
            "Somebody needs to sort the extraction, and quick",
        ),
    ]);
}

#[test]
fn whose_things_are_named() {
    check(&[
        (
            "Dana: Where do they live, the spare fuses? / Sam: I'll keep them in me bag from now on.",
            "Keep the spare fuses in the bag from now on",
        ),
        (
            "Sam: I'll paint the fence in my own time on Saturday. / Dana: Thanks.",
            "Paint the fence in their own time",
        ),
    ]);
}

/// The talks of the dialogues that the engine is held to, with its two people named as they are here.
fn talks() -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut within = false;
    for line in DIALOGUES.lines() {
        if within && let Some(said) = line.strip_prefix("    ") {
            let said = said
                .strip_prefix("Sally:")
                .map_or_else(|| said.to_owned(), |said| format!("Sam:{said}"));
            let talk = out.last_mut().unwrap();
            if !talk.is_empty() {
                talk.push_str(" / ");
            }
            talk.push_str(&said);
            continue;
        }
        within = line.trim_end() == "  talk: |";
        if within {
            out.push(String::new());
        }
    }
    out
}

/// Whether some words are a thing by its name, and nothing else.
fn is_thing(words: &str) -> bool {
    read(&format!("Sam: {words}"), |job| {
        let speech = Speech::new(job);
        let said = &speech.turns[0];
        exactly(said, 0..said.tokens.len()).is_some()
    })
}

/// Whether some words were asked by themselves.
fn is_question(words: &str, talk: &str) -> bool {
    talk.split_inclusive(['.', '?', '!', '/']).any(|sentence| {
        sentence.ends_with('?')
            && sentence
                .find(words)
                .is_some_and(|at| sentence[at + words.len()..].starts_with(['?', ',']))
    })
}

/// The talks of the example vault, whoever is not Dana named as Sam is: long ones, with all that people say beside the matter.
fn meetings() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/example-vault/transcripts");
    let files = std::fs::read_dir(folder).unwrap();
    let meetings = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    meetings
        .map(|meeting| {
            let turns = meeting.lines().filter_map(|line| {
                // "**Dana:** Hm", "[00:12] Dana: Hm", "Dana: Hm".
                let line = line.strip_prefix('[').map_or(line, |line| {
                    line.split_once("] ").map_or(line, |(_, rest)| rest)
                });
                let (label, said) = line.trim_start_matches('*').split_once(':')?;
                let plain = label.starts_with(char::is_uppercase) && label.len() < 20;
                let who = if label.starts_with("Dana") {
                    "Dana"
                } else {
                    "Sam"
                };
                let said = said.trim_start_matches('*').trim().replace(" / ", ", ");
                (plain && !said.is_empty()).then(|| format!("{who}: {said}"))
            });
            turns.collect::<Vec<_>>().join(" / ")
        })
        .filter(|talk| !talk.is_empty())
        .collect()
}

/// The titles of a talk that end in the middle or have a bracket that says nothing whole.
fn faults(talk: &str) -> Vec<String> {
    let all = read(talk, |job| extract(job).found);
    let faulty = all.into_iter().filter(|found| {
        let (line, bracket) = match found.text.split_once(" (\u{201c}") {
            Some((line, rest)) => (line, rest.strip_suffix("\u{201d})")),
            None => (found.text.as_str(), None),
        };
        let words = tokens(line);
        let last = words.last().map_or("", |last| last.word());
        let order = found.detail.kind() == Kind::Action && words.len() > 2;
        let open = is_open(last) && !line.ends_with('\u{2026}')
            || order && dangles(last) && !is_preposition(last);
        let chopped = bracket.is_some_and(|words| !is_thing(words) && !is_question(words, talk));
        open || chopped || words.is_empty()
    });
    faulty.map(|found| found.text).collect()
}

#[test]
fn no_title_dangles_and_every_bracket_holds_a_thing_or_a_question() {
    let all: Vec<String> = talks().into_iter().chain(meetings()).collect();
    assert!(all.len() > 120, "{} talks", all.len());
    let wrong: Vec<String> = all.iter().flat_map(|talk| faults(talk)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
