//! A file that is a list of rows, each a few named texts. It knows neither names nor meanings.

use super::front_matter::Fault;
use super::yaml::{self, Shape};

/// More than this is no list that somebody wrote.
const LONGEST: usize = 512 * 1024;

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    /// Its fields, in the order of the file.
    pub fields: Vec<(String, String)>,
}

/// Reads a list of rows; a file that says nothing has none.
pub fn read(text: &str) -> Result<Vec<Row>, Fault> {
    let fault = |line: u32, message: &str| Fault {
        line,
        message: message.to_owned(),
        hint: "Begin each row with `- ` and write one `key: value` a line.".to_owned(),
    };
    let rows = match yaml::read_up_to(text, 1, LONGEST)? {
        Shape::Null => Vec::new(),
        Shape::List(rows) => rows,
        _ => return Err(fault(1, "this is no list of rows")),
    };
    let dashes = text
        .lines()
        .zip(1..)
        .filter(|(line, _)| line.starts_with("- "));
    let mut lines = dashes.map(|(_, number)| number);
    rows.into_iter()
        .map(|row| {
            let line = lines.next().unwrap_or(1);
            let Shape::Map(fields) = row else {
                return Err(fault(line, "this row has no `key: value`"));
            };
            let fields = fields.into_iter().map(|(key, value)| match value {
                Shape::Text(text) | Shape::Number(text) => Ok((key, text)),
                Shape::Bool(yes) => Ok((key, yes.to_string())),
                Shape::Null => Ok((key, String::new())),
                Shape::List(_) | Shape::Map(_) => Err(fault(
                    line,
                    "a value of this row is a list or a map, not a text",
                )),
            });
            Ok(Row {
                line,
                fields: fields.collect::<Result<_, _>>()?,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_their_lines_and_texts() {
        let rows = read("# x\n- a: 1.10\n  b: |\n    - one\n    two\n\n- a: yes\n").unwrap();
        assert_eq!(rows[0].line, 2);
        assert_eq!(rows[0].fields[0], ("a".to_owned(), "1.10".to_owned()));
        assert_eq!(rows[0].fields[1].1, "- one\ntwo\n");
        assert_eq!((rows[1].line, rows[1].fields[0].1.as_str()), (7, "yes"));
        assert_eq!(read(" \n# nothing\n"), Ok(Vec::new()));
    }

    #[test]
    fn what_is_no_list_of_rows_and_what_is_hostile_is_refused() {
        for text in ["a: b", "words", "- words", "- a: [b]", &"[".repeat(9000)] {
            assert!(read(text).is_err(), "{text}");
        }
        assert!(read(&"- a: b\n".repeat(100_000)).is_err());
    }
}
