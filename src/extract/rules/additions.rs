//! The rows that a vault adds to the lexicon: read, checked against their own examples, and told of where something is wrong. A bad
//! row is left out, the rest counts. It knows no dialogue beyond where sentences and clauses begin.

use std::sync::Arc;

use super::super::token::tokens;
use super::lexicon::{Class, Lexicon, Phrases, Row, check_phrase, read_rows};
use super::said;
use super::sentence::sentences;
use crate::model::{Problem, VaultPath};

const HOW: &str = "`throughline lexicon` says how rows are written.";

/// The lexicon with the rows of a vault's files, by their paths, and what is wrong with them. Files that are no YAML are passed over.
pub fn lexicon<'a>(
    files: impl Iterator<Item = (&'a VaultPath, &'a [u8])>,
) -> (Arc<Lexicon>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut added: Vec<(Place<'_>, Row)> = Vec::new();
    for (path, bytes) in files.filter(|(path, _)| is_yaml(path)) {
        let Ok(text) = std::str::from_utf8(bytes) else {
            let message = "these lexicon rows are not UTF-8 text";
            problems.push(Problem::new(
                path,
                None,
                message,
                "Save the file again as UTF-8.",
            ));
            continue;
        };
        let place = Place { path, text };
        let (rows, faults) = read_rows(text);
        for fault in faults {
            let message = format!("these lexicon rows cannot be read: {}", fault.message);
            problems.push(Problem::new(path, Some(fault.line), message, HOW));
        }
        for row in rows {
            added.extend(sound(place, row, &mut problems).map(|row| (place, row)));
        }
    }
    if added.is_empty() {
        return (Arc::clone(Lexicon::built_in()), problems);
    }
    let (places, rows): (Vec<Place<'_>>, Vec<Row>) = added.into_iter().unzip();
    let (lexicon, first) = Lexicon::with(&rows);
    for (number, (place, row)) in places.iter().zip(&rows).enumerate() {
        if let Row::Phrases(row) = row {
            let faults = faults(&lexicon, first + number, row).into_iter();
            problems.extend(faults.map(|fault| place.problem(&fault.text, fault.message)));
        }
    }
    (Arc::new(lexicon), problems)
}

fn is_yaml(path: &VaultPath) -> bool {
    let ending = path
        .as_str()
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending);
    ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml")
}

/// A file, and where in it something stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    path: &'a VaultPath,
    text: &'a str,
}

impl Place<'_> {
    /// A finding about a line of the file, by what stands in it.
    fn problem(self, line: &str, message: String) -> Problem {
        let place = self.text.lines().position(|other| other.trim() == line);
        let number = place.and_then(|place| u32::try_from(place + 1).ok());
        Problem::new(self.path, number, message, HOW)
    }
}

/// What of a row can be used; what cannot is told.
fn sound(place: Place<'_>, row: Row, problems: &mut Vec<Problem>) -> Option<Row> {
    match row {
        Row::Phrases(mut row) => {
            row.texts.retain(|text| {
                let fault = check_phrase(text).err();
                let told = fault.map(|fault| {
                    place.problem(text, format!("the phrase `{text}` cannot be read: {fault}"))
                });
                let keep = told.is_none();
                problems.extend(told);
                keep
            });
            (!row.texts.is_empty()).then_some(Row::Phrases(row))
        }
        Row::Class { ref name, .. } if Class::find(name).is_none() => {
            let message = format!("there is no class `{name}`");
            problems.push(place.problem(&format!("- class: {name}"), message));
            None
        }
        row @ Row::Class { .. } => Some(row),
    }
}

/// Something that a row's own sentences belie.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The sentence.
    pub(super) text: String,
    /// What is wrong with it.
    pub(super) message: String,
}

/// What does not hold of a row's examples and counter-examples. `number` is that of the row in the lexicon.
pub(super) fn faults(lexicon: &Lexicon, number: usize, row: &Phrases) -> Vec<Fault> {
    let unfound = row
        .examples
        .iter()
        .filter(|text| found(lexicon, number, text).is_empty());
    let missed = unfound.map(|text| Fault {
        text: text.clone(),
        message: format!("no phrase of its row is found in the example “{text}”"),
    });
    let wrong = row.counter.iter().filter_map(|text| {
        let found = found(lexicon, number, text);
        found.first().map(|phrase| Fault {
            text: text.clone(),
            message: format!(
                "the phrase `{phrase}` of its own row is found in the counter-example “{text}”"
            ),
        })
    });
    missed.chain(wrong).collect()
}

/// The phrases of one row that are found in a text, read as the turns of a meeting are.
fn found<'a>(lexicon: &'a Lexicon, row: usize, text: &str) -> Vec<&'a str> {
    let tokens = tokens(text);
    let words = lexicon.read(&tokens);
    let mut scanner = lexicon.scanner();
    sentences(text, &tokens)
        .iter()
        .flat_map(|bounds| said::cues(&words, bounds, &mut scanner))
        .map(|hit| lexicon.sign(&hit))
        .filter(|sign| sign.row == row)
        .map(|sign| &*sign.text)
        .collect()
}
