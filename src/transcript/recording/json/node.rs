//! A JSON text as a tree whose objects know their line. It knows JSON and no recorder.
//!
//! Values are counted and depth is bounded, so that no file, however it is made, takes more memory than a meeting could need.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::super::Refusal;

/// So many values are read; three hours of speech, word by word, are a tenth of it.
const MOST_VALUES: usize = 4_000_000;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Truth(bool),
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Fraction(f64),
    /// A string.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Node<'a>>),
    /// An object.
    Map(Map<'a>),
}

/// An object and the line on which it begins.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Map<'a> {
    /// The line, from 1.
    pub(super) line: u32,
    /// Its entries, in their order.
    pub(super) entries: Vec<(Cow<'a, str>, Node<'a>)>,
}

impl<'a> Node<'a> {
    /// What stands under a key; `null` is nothing. Of equal keys the last counts.
    pub(super) fn get(&self, key: &str) -> Option<&Node<'a>> {
        match self {
            Self::Map(map) => map
                .entries
                .iter()
                .rfind(|(name, _)| name == key)
                .map(|(_, value)| value),
            Self::List(list) => list.get(key.parse::<usize>().ok()?),
            _ => None,
        }
        .filter(|value| **value != Node::Null)
    }

    /// What stands under a row of keys.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Node<'a>> {
        path.iter().try_fold(self, |node, key| node.get(key))
    }

    /// A string that is not empty.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// A list's values; none where it is no list.
    pub(super) fn list(&self) -> &[Node<'a>] {
        match self {
            Self::List(list) => list,
            _ => &[],
        }
    }

    /// A number, also where it is written as a string.
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            #[expect(
                clippy::cast_precision_loss,
                reason = "a time in whole numbers is far below 2^52"
            )]
            Self::Whole(number) => Some(*number as f64),
            Self::Fraction(number) => Some(*number),
            Self::Text(text) => text.trim().parse().ok(),
            _ => None,
        }
        .filter(|number: &f64| number.is_finite())
    }

    /// The line of an object.
    pub(super) fn line(&self) -> Option<u32> {
        match self {
            Self::Map(map) => Some(map.line),
            _ => None,
        }
    }

    /// The keys of an object.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        let entries = match self {
            Self::Map(map) => &map.entries[..],
            _ => &[],
        };
        entries.iter().map(|(key, _)| key.as_ref())
    }
}

/// Parses a file's text; its first line has the number `first`.
pub(super) fn parse(text: &str, first: u32) -> Result<Node<'_>, Refusal> {
    let shared = Shared {
        lines: lines(text, first),
        line: first,
        ..Shared::default()
    };
    shared.parse(text).map_err(|error| {
        let at = u32::try_from(error.line().saturating_sub(1)).unwrap_or(u32::MAX);
        shared.refusal(&error, first.saturating_add(at))
    })
}

/// Parses a JSON text that stands as a string within another; all of it is on that one's line.
pub(super) fn parse_within(text: &str, line: u32) -> Result<Node<'_>, Refusal> {
    let shared = Shared {
        line,
        ..Shared::default()
    };
    shared
        .parse(text)
        .map_err(|error| shared.refusal(&error, line))
}

/// What all values of one text share while it is read.
#[derive(Debug, Default)]
struct Shared {
    /// The line of each object, in the order in which they begin.
    lines: Vec<u32>,
    /// The line of an object that is not in the list.
    line: u32,
    objects: Cell<usize>,
    values: Cell<usize>,
}

impl Shared {
    fn parse<'a>(&self, text: &'a str) -> Result<Node<'a>, serde_json::Error> {
        let mut parser = serde_json::Deserializer::from_str(text);
        let node = Seed(self).deserialize(&mut parser)?;
        parser.end()?;
        Ok(node)
    }

    fn refusal(&self, error: &serde_json::Error, line: u32) -> Refusal {
        if self.values.get() > MOST_VALUES {
            return Refusal {
                line: Some(line),
                message: format!("this JSON has more than {MOST_VALUES} values"),
                hint: "Export one meeting at a time.".into(),
            };
        }
        let told = error.to_string();
        let what = told.split(" at line ").next().unwrap_or_default();
        if what.starts_with("recursion limit") {
            return Refusal {
                line: Some(line),
                message: "this JSON has lists within lists more than a hundred deep".into(),
                hint: "Export the transcript in another format; no recorder writes such files."
                    .into(),
            };
        }
        Refusal {
            line: Some(line),
            message: format!("this JSON is broken at column {}: {what}", error.column()),
            hint: "Export the transcript again; the file may have been cut off on its way.".into(),
        }
    }

    fn count<E: serde::de::Error>(&self) -> Result<(), E> {
        self.values.set(self.values.get() + 1);
        if self.values.get() > MOST_VALUES {
            return Err(E::custom("too many values"));
        }
        Ok(())
    }

    fn next_line(&self) -> u32 {
        let object = self.objects.get();
        self.objects.set(object + 1);
        self.lines.get(object).copied().unwrap_or(self.line)
    }
}

/// The line on which each object begins. A brace within a string begins none.
fn lines(text: &str, first: u32) -> Vec<u32> {
    let mut lines = Vec::new();
    let mut line = first;
    let mut inside = false;
    let mut escaped = false;
    for byte in text.bytes() {
        match byte {
            b'\n' => line = line.saturating_add(1),
            _ if escaped => escaped = false,
            b'\\' => escaped = inside,
            b'"' => inside = !inside,
            b'{' if !inside => lines.push(line),
            _ => {}
        }
    }
    lines
}

struct Seed<'s>(&'s Shared);

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node<'de>, D::Error> {
        self.0.count()?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Node<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Node<'de>, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Node<'de>, E> {
        Ok(Node::Truth(truth))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node<'de>, E> {
        Ok(Node::Whole(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node<'de>, E> {
        #[expect(
            clippy::cast_precision_loss,
            reason = "beyond 2^63 no number is a time or a speaker"
        )]
        let far = || Node::Fraction(number as f64);
        Ok(i64::try_from(number).map_or_else(|_| far(), Node::Whole))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Node<'de>, E> {
        Ok(Node::Fraction(number))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Node<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = values.next_element_seed(Seed(self.0))? {
            list.push(value);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node<'de>, A::Error> {
        let mut map = Map {
            line: self.0.next_line(),
            entries: Vec::new(),
        };
        while let Some(key) = entries.next_key_seed(Seed(self.0))? {
            let Node::Text(key) = key else {
                return Err(A::Error::custom("a key is no string"));
            };
            map.entries
                .push((key, entries.next_value_seed(Seed(self.0))?));
        }
        Ok(Node::Map(map))
    }
}

/// The text with each half of a surrogate pair that stands alone replaced, and the line of the first. A recorder that cuts an emoji in two
/// writes such halves, and no reader of JSON takes them.
pub(super) fn without_halves(text: &str, first: u32) -> (Cow<'_, str>, Option<u32>) {
    let mut halves = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(step) = text[at..].find('\\') {
        at += step;
        match code(bytes, at) {
            Some(0xD800..=0xDBFF) if matches!(code(bytes, at + 6), Some(0xDC00..=0xDFFF)) => {
                at += 12;
            }
            Some(0xD800..=0xDFFF) => {
                halves.push(at);
                at += 6;
            }
            Some(_) => at += 6,
            // A backslash and what it stands before; that may be a character of several bytes in broken JSON.
            None => {
                let escaped = text[at + 1..].chars().next();
                at += 1 + escaped.map_or(0, char::len_utf8);
            }
        }
    }
    let Some(half) = halves.first() else {
        return (Cow::Borrowed(text), None);
    };
    let breaks = text[..*half].matches('\n').count();
    let line = first.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
    let mut whole = text.to_owned();
    for half in halves {
        whole.replace_range(half..half + 6, "\\ufffd");
    }
    (Cow::Owned(whole), Some(line))
}

/// The number in an escape `\uD83D` at this place.
fn code(bytes: &[u8], at: usize) -> Option<u32> {
    let digits = bytes.get(at..at + 6)?.strip_prefix(b"\\u")?;
    digits.iter().try_fold(0, |code, byte| {
        Some(code * 16 + char::from(*byte).to_digit(16)?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_know_their_lines() {
        let text = "[\n{\"a{\\\"{\": 1},\n\n{\"b\": {\n\"c\": [{}]}}]";
        let node = parse(text, 1).unwrap();
        assert_eq!(node.list()[0].line(), Some(2));
        assert_eq!(node.list()[1].line(), Some(4));
        assert_eq!(node.at(&["1", "b", "c", "0"]).unwrap().line(), Some(5));
        assert_eq!(node.list()[1].keys().collect::<Vec<_>>(), ["b"]);
    }

    #[test]
    fn broken_and_deep_json_is_refused_with_its_line() {
        let refusal = parse("{\n\"a\": [1,\n", 1).unwrap_err();
        assert_eq!(refusal.line, Some(3));
        let deep = "[".repeat(100_000);
        assert!(parse(&deep, 1).unwrap_err().message.contains("deep"));
        let refusal = parse(&format!("[{}0]", "0,".repeat(MOST_VALUES)), 1).unwrap_err();
        assert!(refusal.message.contains("more than 4000000"));
    }

    #[test]
    fn halves_of_a_pair_are_replaced_and_told() {
        let text = "{\n\"a\": \"\\ud83d\\ude00 \\ud83d \\\\ud83d \\uDE00x\"}";
        let (whole, line) = without_halves(text, 1);
        assert_eq!(line, Some(2));
        let node = parse(&whole, 1).unwrap();
        assert_eq!(
            node.get("a").unwrap().text(),
            Some("\u{1F600} \u{FFFD} \\ud83d \u{FFFD}x")
        );
        assert_eq!(without_halves("{\"a\": \"\\ud83d\\ude00\"}", 1).1, None);
        assert!(without_halves("\\é \\", 1).1.is_none());
    }

    #[test]
    fn numbers_may_be_strings_and_the_last_of_equal_keys_counts() {
        let node = parse(
            "{\"a\": \"9.5\", \"b\": null, \"a\": \"1.5\", \"c\": \"inf\", \"d\": 1e400}",
            1,
        );
        assert!(node.is_err(), "a number that is none");
        let node = parse(
            "{\"a\": \"9.5\", \"b\": null, \"a\": \"1.5\", \"c\": \"inf\"}",
            1,
        )
        .unwrap();
        assert_eq!(node.get("a").and_then(Node::number), Some(1.5));
        assert_eq!(node.get("b"), None);
        assert_eq!(node.get("c").and_then(Node::number), None);
    }
}
