//! The lexicons keep their own word: every row reads, every phrase is well formed, every example is found by its row and no
//! counter-example is.

use std::collections::HashSet;

use super::class::LISTED;
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
