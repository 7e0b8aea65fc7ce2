//! The rows of a lexicon file: YAML, as people write it. It knows no phrase's slots.

use serde::Deserialize as _;
use serde::de::IntoDeserializer as _;
use serde::de::value::{Error, StrDeserializer};

use super::cue::Cue;
use crate::vault::rows;

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

/// Reads a lexicon file: its rows, and what is wrong with those that are left out.
pub(in super::super) fn read(text: &str) -> (Vec<Row>, Vec<Fault>) {
    let rows = match rows::read(text) {
        Ok(rows) => rows,
        Err(fault) => {
            let fault = Fault {
                line: fault.line,
                message: fault.message,
            };
            return (Vec::new(), vec![fault]);
        }
    };
    let (mut out, mut faults) = (Vec::new(), Vec::new());
    for raw in rows {
        let line = raw.line;
        match row(&raw) {
            Ok(row) => out.push(row),
            Err(message) => faults.push(Fault { line, message }),
        }
    }
    (out, faults)
}

/// What is wrong with a lexicon file, and on which line, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Fault {
    pub(in super::super) line: u32,
    pub(in super::super) message: String,
}

const KEYS: [&str; 8] = [
    "cue", "class", "meaning", "phrases", "words", "without", "examples", "counter",
];

fn row(raw: &rows::Row) -> Result<Row, String> {
    if let Some((key, _)) = raw
        .fields
        .iter()
        .find(|(key, _)| !KEYS.contains(&key.as_str()))
    {
        return Err(format!(
            "a row has no `{key}`; its keys are {}",
            KEYS.join(", ")
        ));
    }
    let field = |name: &str| {
        let found = raw.fields.iter().find(|(key, _)| key == name);
        found.map(|(_, text)| text.as_str())
    };
    let lines = |name: &str| -> Vec<String> {
        field(name)
            .unwrap_or_default()
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let words = |name: &str| {
        let text = field(name).unwrap_or_default();
        text.split_whitespace().map(str::to_owned).collect()
    };
    let meaning = field("meaning")
        .ok_or("a row needs a meaning, one sentence for whoever reads it")?
        .to_owned();
    match (field("cue"), field("class")) {
        (Some(cue), None) if !lines("phrases").is_empty() => Ok(Row::Phrases(Phrases {
            cue: cue_named(cue)?,
            meaning,
            texts: lines("phrases"),
            examples: lines("examples"),
            counter: lines("counter"),
        })),
        (None, Some(name)) => Ok(Row::Class {
            name: name.to_owned(),
            meaning,
            words: words("words"),
            without: words("without"),
        }),
        _ => Err(format!(
            "the row “{meaning}” needs either a cue with phrases or a class with words"
        )),
    }
}

fn cue_named(name: &str) -> Result<Cue, String> {
    let name: StrDeserializer<'_, Error> = name.into_deserializer();
    Cue::deserialize(name).map_err(|_| {
        "there is no such cue; `throughline lexicon --names` prints their names".to_owned()
    })
}
