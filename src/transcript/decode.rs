//! Bytes to text, whatever editor, recorder or sync tool wrote them. Nothing is replaced in silence.
//! It knows encodings and line ends, and nothing of what the text says.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::model::{Problem, VaultPath};
use crate::vault::MOST_BYTES;

/// How far into a file its encoding is looked for.
const LOOK: usize = 4096;

/// The text of a file and what was wrong with its bytes; no text when it is too long or no text at all.
pub fn decode<'a>(path: &VaultPath, bytes: &'a [u8]) -> (Option<Cow<'a, str>>, Vec<Problem>) {
    if bytes.len() > MOST_BYTES {
        let problem = Problem::new(
            path,
            None,
            "the file is larger than 16 MB and was not read",
            "Keep only the transcript's text in it.",
        );
        return (None, vec![problem]);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        let problem = Problem::new(
            path,
            None,
            "this is a zip archive or a Word document, not Markdown",
            "Save the document as plain text or Markdown, and put that here.",
        );
        return (None, vec![problem]);
    }
    let (text, doubts) = text_of(bytes);
    let problems = doubts
        .into_iter()
        .map(|doubt| Problem::new(path, Some(doubt.line), doubt.message, doubt.hint))
        .collect();
    (Some(line_ends(text)), problems)
}

/// What was wrong with the bytes of a text that was read nevertheless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Doubt {
    /// The line, counted from 1.
    pub(super) line: u32,
    /// What is wrong, in one sentence without a full stop.
    pub(super) message: String,
    /// What to do about it, in one sentence.
    pub(super) hint: &'static str,
}

/// The text in any bytes, its line ends as they stand there.
pub(super) fn text_of(bytes: &[u8]) -> (Cow<'_, str>, Vec<Doubt>) {
    let mut doubts = Vec::new();
    let text = match encoding_of(bytes) {
        Some((encoding, bom)) => wide(encoding, &bytes[bom..], &mut doubts),
        None => narrow(bytes, &mut doubts),
    };
    (without_nuls(text, &mut doubts), doubts)
}

/// UTF-16 by its mark or by its zeros, and how long the mark is.
fn encoding_of(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    if bytes.starts_with(&[0xFF, 0xFE]) {
        return Some((UTF_16LE, 2));
    }
    if bytes.starts_with(&[0xFE, 0xFF]) {
        return Some((UTF_16BE, 2));
    }
    let look = &bytes[..bytes.len().min(LOOK)];
    let zeros = |odd: usize| {
        look.iter()
            .skip(odd)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    // Western text in UTF-16 is every second byte a zero; a few stray zeros are an accident inside of UTF-8.
    ((even + odd) * 4 > look.len()).then_some(if odd > even {
        (UTF_16LE, 0)
    } else {
        (UTF_16BE, 0)
    })
}

fn wide<'a>(encoding: &'static Encoding, bytes: &'a [u8], doubts: &mut Vec<Doubt>) -> Cow<'a, str> {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    if broken {
        let at = text.find('\u{fffd}').unwrap_or(0);
        doubts.push(Doubt {
            line: line_of(&text.as_bytes()[..at]),
            message: "the file is UTF-16 and has characters that cannot be read".into(),
            hint: "Save it as UTF-8.",
        });
    }
    text
}

fn narrow<'a>(bytes: &'a [u8], doubts: &mut Vec<Doubt>) -> Cow<'a, str> {
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(error) => {
            let good = error.valid_up_to();
            doubts.push(Doubt {
                line: line_of(&bytes[..good]),
                message: format!(
                    "the file is not UTF-8 (byte {}) and was read as Windows-1252",
                    good + 1
                ),
                hint: "Save it as UTF-8, and look whether accents and quotation marks are right.",
            });
            WINDOWS_1252.decode_without_bom_handling(bytes).0
        }
    }
}

fn without_nuls<'a>(text: Cow<'a, str>, doubts: &mut Vec<Doubt>) -> Cow<'a, str> {
    let Some(at) = text.find('\0') else {
        return text;
    };
    doubts.push(Doubt {
        line: line_of(&text.as_bytes()[..at]),
        message: "there are NUL bytes in the text, as a broken copy leaves them".into(),
        hint: "Look whether words are missing there, and save the file again without them.",
    });
    Cow::Owned(text.replace('\0', ""))
}

/// A file with carriage returns alone is one long line to everybody but a very old editor.
pub(super) fn line_ends(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains('\r') && !text.contains('\n') {
        Cow::Owned(text.replace('\r', "\n"))
    } else {
        text
    }
}

fn line_of(before: &[u8]) -> u32 {
    let line = before.split(|byte| *byte == b'\n').count();
    u32::try_from(line).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(bytes: &[u8]) -> (Option<String>, Vec<Problem>) {
        let path = VaultPath::new("transcripts/a.md");
        let (text, problems) = decode(&path, bytes);
        (text.map(Cow::into_owned), problems)
    }

    fn utf_16(text: &str, little: bool, bom: bool) -> Vec<u8> {
        let units = bom.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
        units
            .flat_map(|unit: u16| {
                if little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            })
            .collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "**Gráinne:** it’s “fine”\r\n";
        let (with_mark, _) = read(format!("\u{feff}{text}").as_bytes());
        assert_eq!(with_mark.as_deref(), Some(text));
        for little in [true, false] {
            for bom in [true, false] {
                assert_eq!(
                    read(&utf_16(text, little, bom)),
                    (Some(text.to_owned()), vec![])
                );
            }
        }
        let (windows, problems) = read(b"one\n**Gr\xE1inne:** it\x92s \x93fine\x94\r\n");
        assert_eq!(windows.unwrap(), format!("one\n{text}"));
        assert_eq!(problems[0].line, Some(2));
        assert!(problems[0].message.contains("byte 9"));
    }

    #[test]
    fn broken_bytes_are_told_with_their_line() {
        let (text, problems) = read(b"one\ntwo\0three\n");
        assert_eq!(text.as_deref(), Some("one\ntwothree\n"));
        assert_eq!(problems[0].line, Some(2));
        let mut half = utf_16("ok\nfine enough", true, true);
        half.extend([0x00, 0xD8]);
        assert_eq!(read(&half).1[0].line, Some(2));
        assert_eq!(read(b"PK\x03\x04rest").0, None);
        assert_eq!(read(b"a\rb\r").0.as_deref(), Some("a\nb\n"));
    }

    #[test]
    fn what_is_far_too_long_is_refused() {
        let (text, problems) = read(&vec![b'a'; MOST_BYTES + 1]);
        assert!(text.is_none());
        assert!(problems[0].message.contains("16 MB"));
        assert!(read(&vec![b'a'; MOST_BYTES]).0.is_some());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_and_utf_8_is_kept(bytes in proptest::collection::vec(any::<u8>(), 0..200), text in "[^\\x00\r]*") {
            read(&bytes);
            let (kept, problems) = read(text.as_bytes());
            prop_assert_eq!(kept.unwrap(), text.strip_prefix('\u{feff}').unwrap_or(&text));
            prop_assert!(problems.is_empty());
        }
    }
}
