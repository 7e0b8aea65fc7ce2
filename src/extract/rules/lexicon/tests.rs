//! The lexicons keep their own word: every row reads, every phrase is well formed, every example is found by its row and no
//! counter-example is.

use std::collections::HashSet;

use super::super::super::token::tokens;
use super::super::dialogue;
use super::super::sentence::sentences;
use super::class::LISTED;
use super::row::Phrases;
use super::*;

fn rows() -> Vec<(&'static str, Row)> {
    ENGLISH
        .iter()
        .flat_map(|(file, text)| {
            let rows = row::read(text).unwrap_or_else(|fault| panic!("{file}: {fault:?}"));
            rows.into_iter().map(move |row| (*file, row))
        })
        .collect()
}

#[test]
fn every_phrase_is_well_formed() {
    for (file, row) in rows() {
        let Row::Phrases(row) = row else { continue };
        for text in &row.texts {
            if let Err(fault) = Phrase::parse(text, |_| 0) {
                panic!("{file}: {text}: {fault}");
            }
        }
    }
}

/// The rows of phrases with their numbers in the lexicon.
fn phrases() -> Vec<(&'static str, usize, Phrases)> {
    rows()
        .into_iter()
        .enumerate()
        .filter_map(|(number, (file, row))| match row {
            Row::Phrases(row) => Some((file, number, row)),
            Row::Class { .. } => None,
        })
        .collect()
}

/// The phrases of one row that are found in a text, read as the turns of a meeting are.
fn found<'a>(lexicon: &'a Lexicon, row: usize, text: &str) -> Vec<&'a str> {
    let tokens = tokens(text);
    let words = lexicon.read(&tokens);
    let mut scanner = lexicon.scanner();
    sentences(text, &tokens)
        .iter()
        .flat_map(|bounds| dialogue::cues(&words, bounds, &mut scanner))
        .map(|hit| &lexicon.signs[usize::from(hit.phrase)])
        .filter(|sign| sign.row == row)
        .map(|sign| &*sign.text)
        .collect()
}

#[test]
fn every_example_is_found_by_its_row_and_no_counter_example_is() {
    let lexicon = Lexicon::built_in();
    let mut faults = Vec::new();
    for (file, number, row) in phrases() {
        let Phrases { cue, meaning, .. } = &row;
        let place = format!("{file}: {cue:?}: {meaning}");
        for text in &row.examples {
            if found(lexicon, number, text).is_empty() {
                faults.push(format!("{place}: not found: {text}"));
            }
        }
        for text in &row.counter {
            let found = found(lexicon, number, text);
            if !found.is_empty() {
                faults.push(format!("{place}: found by {found:?}: {text}"));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn a_phrase_knows_its_row() {
    let lexicon = Lexicon::built_in();
    for (_, number, row) in phrases() {
        let signs: Vec<&Sign> = lexicon
            .signs
            .iter()
            .filter(|sign| sign.row == number)
            .collect();
        let texts: Vec<&str> = signs.iter().map(|sign| &*sign.text).collect();
        assert_eq!(texts, row.texts);
        assert!(
            signs
                .iter()
                .all(|sign| sign.cue == row.cue && *sign.meaning == *row.meaning)
        );
    }
}

#[test]
fn every_class_has_words_and_every_row_of_words_is_a_class() {
    let listed: HashSet<String> = rows()
        .into_iter()
        .filter_map(|(file, row)| match row {
            Row::Class { name, .. } => {
                assert!(Class::find(&name).is_some(), "{file}: @{name}");
                Some(name)
            }
            Row::Phrases(_) => None,
        })
        .collect();
    for name in LISTED {
        assert!(listed.contains(name), "@{name} has no words");
    }
}
