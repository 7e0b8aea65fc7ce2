//! The rows of a lexicon file: YAML, as people write it. It knows no phrase's slots.

use serde::Deserialize;

use super::cue::Cue;

/// A row as it stands in a file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    cue: Option<Cue>,
    class: Option<String>,
    meaning: String,
    #[serde(default)]
    phrases: String,
    #[serde(default)]
    words: String,
    #[serde(default)]
    without: String,
    #[serde(default)]
    examples: String,
    #[serde(default)]
    counter: String,
}

/// One row: phrases of one meaning, or words of one class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) enum Row {
    Phrases(Phrases),
    /// Words that belong to a class, and words that only look as if they did.
    Class {
        name: String,
        /// One sentence for whoever reads the lexicon.
        meaning: String,
        words: Vec<String>,
        without: Vec<String>,
    },
}

/// Phrases that are signs of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Phrases {
    pub(in super::super) cue: Cue,
    /// One sentence for whoever reads the lexicon or asks why something was found.
    pub(in super::super) meaning: String,
    pub(in super::super) texts: Vec<String>,
    /// Things people say in which one of the phrases is found.
    pub(in super::super) examples: Vec<String>,
    /// Things people say in which none of them is.
    pub(in super::super) counter: Vec<String>,
}

/// Reads a lexicon file. An error says what is wrong and, where it is known, on which line (from 1).
pub(in super::super) fn read(text: &str) -> Result<Vec<Row>, Fault> {
    let raw: Vec<Raw> = serde_yaml::from_str(text).map_err(|error| Fault {
        line: error.location().map(|place| place.line()),
        message: error.to_string(),
    })?;
    raw.into_iter().map(row).collect()
}

/// What is wrong with a lexicon file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Fault {
    pub(in super::super) line: Option<usize>,
    pub(in super::super) message: String,
}

fn row(raw: Raw) -> Result<Row, Fault> {
    let lines = |text: &str| -> Vec<String> {
        text.lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
    match (raw.cue, raw.class) {
        (Some(cue), None) if !raw.phrases.trim().is_empty() => Ok(Row::Phrases(Phrases {
            cue,
            meaning: raw.meaning,
            texts: lines(&raw.phrases),
            examples: lines(&raw.examples),
            counter: lines(&raw.counter),
        })),
        (None, Some(name)) => Ok(Row::Class {
            name,
            meaning: raw.meaning,
            words: words(&raw.words),
            without: words(&raw.without),
        }),
        _ => Err(Fault {
            line: None,
            message: format!(
                "the row “{}” needs either a cue with phrases or a class with words",
                raw.meaning
            ),
        }),
    }
}
