//! The lexicons keep their own word: every row reads, every phrase is well formed, every example is found by its row and no
//! counter-example is.

use std::collections::HashSet;

use super::super::additions::faults;
use super::class::LISTED;
use super::row::Phrases;
use super::*;

fn rows() -> Vec<(&'static str, Row)> {
    ENGLISH
        .iter()
        .flat_map(|(file, text)| {
            let (rows, faults) = row::read(text);
            assert_eq!(faults, [], "{file}");
            rows.into_iter().map(move |row| (*file, row))
        })
        .collect()
}

#[test]
fn every_phrase_is_well_formed() {
    for (file, row) in rows() {
        let Row::Phrases(row) = row else { continue };
        for text in &row.texts {
            if let Err(fault) = check_phrase(text) {
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

fn is_sentence(text: &str) -> bool {
    let ends = text.ends_with('.') || text.ends_with(".\"");
    text.contains(' ') && ends && text.starts_with(|c: char| c.is_uppercase() || c == '"')
}

#[test]
fn every_row_says_what_it_means() {
    for (file, row) in rows() {
        let (name, meaning) = match &row {
            Row::Phrases(row) => (format!("{:?}", row.cue), &row.meaning),
            Row::Class { name, meaning, .. } => (format!("@{name}"), meaning),
        };
        assert!(is_sentence(meaning), "{file}: {name}: {meaning}");
    }
}

#[test]
fn every_row_of_phrases_has_examples_and_a_near_miss() {
    for (file, _, row) in phrases() {
        let Phrases { cue, meaning, .. } = &row;
        assert!(
            row.examples.len() >= 2 && !row.counter.is_empty(),
            "{file}: {cue:?}: {meaning}: it needs two examples and one counter-example"
        );
    }
}

#[test]
fn every_example_is_found_by_its_row_and_no_counter_example_is() {
    let lexicon = Lexicon::built_in();
    let faults: Vec<String> = phrases()
        .iter()
        .flat_map(|(file, number, row)| {
            let faults = faults(lexicon, *number, row).into_iter();
            faults.map(move |fault| format!("{file}: {}", fault.message))
        })
        .collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// Whoever adds a language begins with the rows shown there.
#[test]
fn the_rows_in_the_readme_hold() {
    let shown: Vec<&str> = include_str!("README.md")
        .lines()
        .filter_map(|line| line.strip_prefix("    "))
        .collect();
    let (rows, wrong) = row::read(&shown.join("\n"));
    assert_eq!(wrong, []);
    let lexicon = Lexicon::compile(&rows);
    assert_eq!(rows.len(), 2);
    for (number, row) in rows.iter().enumerate() {
        if let Row::Phrases(row) = row {
            assert_eq!(lexicon.signs.len(), row.texts.len());
            assert_eq!(faults(&lexicon, number, row), []);
        }
    }
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
