//! A recorder's file as lines of text that know their number in the source. It knows bytes and line ends, and no format.

use std::borrow::Cow;
use std::ops::Range;

use super::super::decode::{line_ends, text_of};
use super::{MOST_BYTES, Refusal, Warning};

/// More lines than this are no speech, and would take more memory than it is worth.
const MOST_LINES: usize = 4_000_000;

/// The text of a file, or of a part of it.
#[derive(Debug, Clone)]
pub(super) struct Sheet<'a> {
    /// Everything, line ends as they stand in the file.
    pub(super) text: &'a str,
    /// The lines without their ends, which are `\n`, `\r\n` or `\r` in any mix.
    pub(super) lines: Vec<&'a str>,
    /// The number of the first line in the source.
    first: usize,
}

impl<'a> Sheet<'a> {
    /// A whole file.
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            lines: lines(text),
            first: 1,
        }
    }

    /// The rest of a file, which begins at this line.
    pub(super) fn from_line(text: &'a str, first: u32) -> Self {
        // Where nothing is left, the last line of the file is the one to name.
        let before = usize::from(text.is_empty());
        Self {
            first: (first as usize).saturating_sub(before).max(1),
            ..Self::new(text)
        }
    }

    /// The lines from one index up to another.
    pub(super) fn part(&self, range: Range<usize>) -> Self {
        let lines = self.lines[range.clone()].to_vec();
        let place = |line: &&str| line.as_ptr() as usize - self.text.as_ptr() as usize;
        let text = match (lines.first(), lines.last()) {
            // Lines are slices of the text, so that their places tell where the part begins and ends.
            (Some(first), Some(last)) => self.text.get(place(first)..place(last) + last.len()),
            _ => None,
        };
        Self {
            text: text.unwrap_or_default(),
            lines,
            first: self.first + range.start,
        }
    }

    /// The number in the source, from 1, of the line at this index.
    pub(super) fn number(&self, index: usize) -> u32 {
        u32::try_from(self.first + index).unwrap_or(u32::MAX)
    }
}

/// Cuts a text at its line ends. What follows the last end is a line only if there is something.
fn lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        let line = line.strip_suffix('\n').unwrap_or(line);
        let line = line.strip_suffix('\r').unwrap_or(line);
        if line.contains('\r') {
            lines.extend(line.split('\r'));
        } else {
            lines.push(line);
        }
    }
    if text.ends_with('\r') {
        lines.pop_if(|last| last.is_empty());
    }
    lines
}

/// The text of a file and what was doubtful in its bytes.
pub(super) fn text(bytes: &[u8]) -> (Cow<'_, str>, Vec<Warning>) {
    let (text, doubts) = text_of(bytes);
    let warnings = doubts
        .into_iter()
        .map(|doubt| Warning {
            line: Some(doubt.line),
            message: format!("{}; {}", doubt.message, lower(doubt.hint)),
        })
        .collect();
    (line_ends(text), warnings)
}

/// Why a text is not even looked into, if so.
pub(super) fn check(text: &str) -> Result<(), Refusal> {
    // Marks and spaces alone say nothing; the first letter ends the search.
    if !text.chars().any(char::is_alphanumeric) {
        return Err(Refusal {
            line: None,
            message: "the file is empty: there is no letter and no digit in it".into(),
            hint: "Export the transcript again; nothing was written into this file.".into(),
        });
    }
    if let Some(markup) = markup(text) {
        return Err(Refusal {
            line: Some(1),
            message: format!("this is {markup}, whose marks would stand among the words"),
            hint: "Open it, and save or copy its text as a plain file; or export the transcript as .vtt or .docx."
                .into(),
        });
    }
    let ends = text.bytes().filter(|byte| *byte == b'\n').count();
    if text.len() > MOST_BYTES || ends > MOST_LINES {
        return Err(too_large());
    }
    Ok(())
}

/// What a text is whose first letters belong to no speech: pages and rich text, which nothing here takes apart.
fn markup(text: &str) -> Option<&'static str> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let begins = |with: &str| {
        text.get(..with.len())
            .is_some_and(|first| first.eq_ignore_ascii_case(with))
    };
    if begins("{\\rtf") {
        Some("rich text (RTF)")
    } else if begins("<!doctype html") || begins("<html") {
        Some("a web page")
    } else {
        begins("<?xml").then_some("XML")
    }
}

/// Why a file is not read whatever stands in it.
pub(super) fn too_large() -> Refusal {
    Refusal {
        line: None,
        message: "the text is larger than 64 MB or has more than 4 million lines".into(),
        hint: "Keep only the transcript's text in it, or cut it into one file a meeting.".into(),
    }
}

/// A sentence as the second half of another.
fn lower(sentence: &str) -> String {
    let mut chars = sentence.trim_end_matches('.').chars();
    let first = chars.next().into_iter().flat_map(char::to_lowercase);
    first.chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_any_mix() {
        let text = "a\r\nb\nc\rd\r\r\ne";
        assert_eq!(lines(text), ["a", "b", "c", "d", "", "e"]);
        assert_eq!(lines("a\rb\r"), ["a", "b"]);
        assert_eq!(lines("a\n"), ["a"]);
        assert_eq!(lines("\n\n"), ["", ""]);
        assert_eq!(lines(""), [""; 0]);
    }

    #[test]
    fn a_part_keeps_its_numbers_and_its_text() {
        let sheet = Sheet::from_line("a\r\nb\nc\nd", 5);
        let part = sheet.part(1..3);
        assert_eq!(
            (part.text, part.lines.as_slice()),
            ("b\nc", ["b", "c"].as_slice())
        );
        assert_eq!((part.number(0), part.part(1..2).number(0)), (6, 7));
        assert_eq!(sheet.part(2..2).text, "");
    }

    #[test]
    fn a_doubt_about_the_bytes_is_a_warning_with_its_cure() {
        let (text, warnings) = text(b"one\nGr\xE1inne\n");
        assert_eq!(text, "one\nGráinne\n");
        assert_eq!(warnings[0].line, Some(2));
        assert!(warnings[0].message.contains("byte 7"));
        assert!(warnings[0].message.contains("; save it as UTF-8"));
    }

    #[test]
    fn pages_and_rich_text_are_refused() {
        for (text, what) in [
            ("{\\rtf1\\ansi Sally: hello\\par}", "RTF"),
            ("\n<!DOCTYPE html><html><p>Sally: hello", "web page"),
            ("<HTML><p>Sally: hello", "web page"),
            ("<?xml version=\"1.0\"?><tt/>", "XML"),
        ] {
            let refusal = check(text).unwrap_err();
            assert!(refusal.message.contains(what), "{text}");
            assert_eq!(refusal.line, Some(1));
        }
        assert!(check("<b>Sally</b>: hello").is_ok());
    }

    #[test]
    fn what_is_too_large_or_empty_is_refused() {
        assert!(check("a").is_ok());
        assert!(check(" \u{feff}\n…").unwrap_err().message.contains("empty"));
        let long = "a\n".repeat(MOST_LINES + 1);
        assert!(
            check(&long)
                .unwrap_err()
                .message
                .contains("4 million lines")
        );
        let large = vec![b'a'; MOST_BYTES + 1];
        assert!(
            super::super::read(&large)
                .unwrap_err()
                .message
                .contains("64 MB")
        );
    }
}
