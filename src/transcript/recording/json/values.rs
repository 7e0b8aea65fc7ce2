//! Times, labels and segments from JSON values. It knows the ways in which services write them down, and no shape of a file.

use jiff::Timestamp;
use rustc_hash::FxHashMap;

use super::super::{Moment, Segment};
use super::node::Node;

/// In what a service counts time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Seconds, as a number or a string, with or without an `s` behind it.
    Seconds,
    /// Milliseconds.
    Millis,
    /// Units of 100 nanoseconds.
    Ticks,
    /// Seconds or, where the number is too large for those, milliseconds since 1970.
    Since1970,
}

impl Unit {
    /// So many milliseconds are a number of this unit.
    fn millis(self, number: f64) -> f64 {
        match self {
            Self::Since1970 if number > 1e11 => number,
            Self::Seconds | Self::Since1970 => number * 1_000.0,
            Self::Millis => number,
            Self::Ticks => number / 10_000.0,
        }
    }
}

/// A time in milliseconds. `00:01:02.5` is read whatever the unit is, and an instant becomes milliseconds since 1970.
pub(super) fn time(node: Option<&Node<'_>>, unit: Unit) -> Option<u64> {
    let node = node?;
    if let Some(number) = node.number() {
        return millis(unit.millis(number));
    }
    if let Some(seconds) = node.get("seconds").or_else(|| node.get("nanos")) {
        let part = |key| node.get(key).and_then(Node::number).unwrap_or_default();
        seconds.number()?;
        return millis(part("seconds") * 1_000.0 + part("nanos") / 1_000_000.0);
    }
    let text = node.text()?;
    if let Some(seconds) = text.strip_suffix('s') {
        return millis(seconds.parse::<f64>().ok()? * 1_000.0);
    }
    clock(text).or_else(|| u64::try_from(text.parse::<Timestamp>().ok()?.as_millisecond()).ok())
}

/// `00:01:02.5` or `1:02` in milliseconds.
fn clock(text: &str) -> Option<u64> {
    let mut parts = text.split(':').rev();
    let seconds = parts.next()?;
    let plain = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    let number = |part: &str| plain(part).then(|| part.parse::<f64>().ok()).flatten();
    let minutes = number(parts.next()?)?;
    let hours = parts.next().map_or(Some(0.0), number)?;
    if parts.next().is_some() {
        return None;
    }
    millis((hours * 3_600.0 + minutes * 60.0 + number(seconds)?) * 1_000.0)
}

/// A number of milliseconds, rounded. What is negative or longer than a century is no time.
pub(super) fn millis(number: f64) -> Option<u64> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the number is whole and within the range"
    )]
    (0.0..4e12).contains(&number).then(|| number.round() as u64)
}

/// Who speaks. A number or a letter alone is a service's name for somebody whom it does not know: `Speaker 1`.
pub(super) fn label(node: Option<&Node<'_>>) -> Option<String> {
    match node? {
        Node::Whole(number) if *number >= 0 => Some(format!("Speaker {number}")),
        node @ Node::Text(_) => named(node.text()?),
        node @ Node::Map(_) => ["name", "display_name", "displayName"]
            .into_iter()
            .find_map(|key| named(node.get(key)?.text()?)),
        _ => None,
    }
}

/// An id, be it a number or a string, in one form.
pub(super) fn id(node: &Node<'_>) -> Option<String> {
    match node {
        Node::Whole(number) => Some(number.to_string()),
        node => node.text().map(str::to_owned),
    }
}

/// The names in a list of people, by the first of these keys that each of them has.
pub(super) fn names(list: Option<&Node<'_>>, keys: &[&str]) -> FxHashMap<String, String> {
    let people = list.map_or(&[][..], Node::list).iter();
    let one = |person: &Node<'_>| {
        let id = keys.iter().find_map(|key| id(person.get(key)?))?;
        Some((id, label(person.get("name"))?))
    };
    people.filter_map(one).collect()
}

/// The label in a string; some services write `None` where they have none.
pub(super) fn named(text: &str) -> Option<String> {
    let text = text.trim();
    match text {
        "" | "?" | "None" | "null" | "UU" => return None,
        _ => {}
    }
    let number = text.bytes().all(|byte| byte.is_ascii_digit());
    let letter = text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    Some(if number || letter {
        format!("Speaker {text}")
    } else {
        text.to_owned()
    })
}

/// A segment, if there are words.
pub(super) fn segment(
    item: &Node<'_>,
    text: &str,
    speaker: Option<String>,
    start: Option<u64>,
    end: Option<u64>,
) -> Option<Segment> {
    let text = text.trim();
    (!text.is_empty()).then(|| Segment {
        line: item.line().unwrap_or(1),
        speaker,
        time: start.map_or(Moment::Unknown, Moment::Exact),
        end,
        text: text.to_owned(),
    })
}

/// When a segment began, where that is known of it alone.
pub(super) fn start(segment: &Segment) -> Option<u64> {
    match segment.time {
        Moment::Exact(ms) => Some(ms),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::node::parse;
    use super::*;

    #[test]
    fn times_are_read_in_every_unit() {
        for (json, unit, ms) in [
            ("2.3456", Unit::Seconds, Some(2_346)),
            ("\"9.0\"", Unit::Seconds, Some(9_000)),
            ("\"1.500s\"", Unit::Seconds, Some(1_500)),
            (
                "{\"seconds\": \"1\", \"nanos\": 5e8}",
                Unit::Seconds,
                Some(1_500),
            ),
            ("{\"nanos\": 500000000}", Unit::Seconds, Some(500)),
            ("{}", Unit::Seconds, None),
            ("\"00:01:02.5\"", Unit::Millis, Some(62_500)),
            ("\"1:02\"", Unit::Seconds, Some(62_000)),
            ("170", Unit::Millis, Some(170)),
            ("31000000", Unit::Ticks, Some(3_100)),
            ("-1", Unit::Seconds, None),
            ("1e300", Unit::Seconds, None),
            ("\"soon\"", Unit::Seconds, None),
            ("\"1:2:3:4\"", Unit::Seconds, None),
            ("null", Unit::Seconds, None),
        ] {
            let node = parse(json, 1).unwrap();
            assert_eq!(time(Some(&node), unit), ms, "{json}");
        }
    }

    #[test]
    fn numbers_and_letters_become_labels() {
        for (json, expected) in [
            ("0", Some("Speaker 0")),
            ("\"A\"", Some("Speaker A")),
            ("\"12\"", Some("Speaker 12")),
            ("\"SPEAKER_00\"", Some("SPEAKER_00")),
            ("\"None\"", None),
            ("\"\"", None),
            ("-1", None),
            ("{\"display_name\": \"Sally\"}", Some("Sally")),
        ] {
            let node = parse(json, 1).unwrap();
            assert_eq!(label(Some(&node)).as_deref(), expected, "{json}");
        }
    }
}
