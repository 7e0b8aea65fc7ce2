//! What the name of a recorder's file tells of its meeting: the day, the time, and what the meeting is called. It reads names and never
//! a file, and it makes up no year: a name that has only `June 18` has no date.

use std::sync::LazyLock;

use jiff::civil::{Date, Time};
use regex::Regex;

use crate::model::text;

use super::when;

/// What a name tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// The day.
    pub date: Option<Date>,
    /// The time of day where the meeting was held.
    pub start: Option<Time>,
    /// What is left of the name once the recorder's own words are taken off.
    pub title: Option<String>,
    /// A day without a year, as it stands there.
    pub yearless: Option<String>,
}

/// `2026-06-18`, `2026/06/18`, `20260618`, and a time of day behind it: `09.28.44`, `T09:28`, `-092844`, `_0928`, `at 09:28`.
static NUMBERS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?:^|[^0-9])(?P<utc>GMT)?(?P<y>(?:19|20)\d\d)[-_./ ]?(?P<m>[01]\d)[-_./ ]?(?P<d>[0-3]\d)(?:(?:[T_\- ]+|,? at )(?P<h>[0-2]\d)(?:[.:_\-h]?(?P<min>[0-5]\d))(?:[.:_\-]?(?P<s>[0-5]\d))?(?P<zone> ?(?:UTC|GMT|Z)\b(?P<off>[+\-]\d{1,2}(?::?\d\d)?)?)?)?(?:[^0-9]|$)",
    )
    .expect("the pattern is a constant")
});

/// `18.06.2026`, `06-18-2026`, `18 06 2026`.
static DAY_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[^0-9])(\d{1,2}[-_./]\d{1,2}[-_./](?:19|20)\d\d)(?:[^0-9]|$)")
        .expect("the pattern is a constant")
});

/// `June 18, 2026`, `18 June 2026`, `Jun-18-2026`; without a year too.
static MONTHS: LazyLock<Regex> = LazyLock::new(|| {
    const MONTH: &str = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    Regex::new(&format!(
        r"(?i)\b(?:{MONTH}[ ._\-]+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?[ ._\-]+(?:of )?{MONTH})\b(?:[ ,._\-]+((?:19|20)\d\d)\b)?"
    ))
    .expect("the pattern is a constant")
});

/// A zone's name behind a time, and the numbers that recorders put into names.
static IDS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:\b(?:GMT|UTC|BST|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|IST|AEST|AEDT)(?:[+\-]\d{1,2}(?::?\d\d)?)?\b)|\b\d{9,}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b\d{3,4}x\d{3,4}\b")
        .expect("the pattern is a constant")
});

/// What recorders call their files, folded; the longest first.
const WORDS: [&str; 26] = [
    "meeting saved new chat",
    "meeting saved closed caption",
    "notes by gemini",
    "meeting transcription",
    "meeting transcript",
    "meeting recording",
    "audio transcript",
    "closed caption",
    "cc transcript",
    "otter ai",
    "transcription",
    "transcript",
    "transcripts",
    "recording",
    "captions",
    "caption",
    "subtitles",
    "gemini notes",
    "audio only",
    "audio",
    "video",
    "gvo",
    "docx",
    "vtt",
    "export",
    "copy of",
];

/// Reads a file's or a folder's name.
pub fn read(name: &str) -> Named {
    let name = without_ending(name);
    let mut named = Named::default();
    let spaced = name.replace('_', " ");
    let mut rest = name.to_owned();
    if let Some(found) = NUMBERS.captures(name) {
        let part = |key| found.name(key).map(|part| part.as_str());
        let date = format!(
            "{}-{}-{}",
            part("y").unwrap_or_default(),
            part("m").unwrap_or_default(),
            part("d").unwrap_or_default()
        );
        if let Some((date, _)) = when::read(&date) {
            named.date = Some(date);
            // A time of Greenwich is not that of the place where they met.
            let utc = part("utc").is_some() || part("zone").is_some() && part("off").is_none();
            if !utc {
                named.start = part("h").zip(part("min")).and_then(|(hour, minute)| {
                    when::time(&format!("{hour}:{minute}:{}", part("s").unwrap_or("00")))
                });
            }
            rest = without(name, &found[0]);
        }
    } else if let Some(found) = DAY_FIRST.captures(name)
        && let Some((date, _)) = when::read(&found[1].replace(['_', '/'], mark(&found[1])))
    {
        named.date = Some(date);
        rest = without(name, &found[1]);
    } else if let Some(found) = MONTHS.captures(&spaced) {
        let day = found[0].replace(" of ", " ");
        match when::read(&day) {
            Some((date, _)) => named.date = Some(date),
            None if found.get(1).is_none() => named.yearless = Some(text::squash(&day)),
            None => {}
        }
        rest = without(&spaced, &found[0]);
    }
    named.title = title(&rest);
    named
}

/// Dots tell a day that stands first, slashes leave it open: an underscore is a slash that a disk did not take.
fn mark(date: &str) -> &'static str {
    if date.contains('.') { "." } else { "/" }
}

fn without_ending(name: &str) -> &str {
    let mut name = name;
    for ending in [
        ".txt",
        ".vtt",
        ".srt",
        ".sbv",
        ".tsv",
        ".csv",
        ".json",
        ".docx",
        ".doc",
        ".md",
        ".markdown",
        ".html",
        ".transcript",
        ".cc",
        ".mp4",
        ".m4a",
        ".wav",
        ".mp3",
    ] {
        let cut = name.len().saturating_sub(ending.len());
        if cut > 0 && name.is_char_boundary(cut) && name[cut..].eq_ignore_ascii_case(ending) {
            name = &name[..cut];
        }
    }
    name
}

fn without(name: &str, part: &str) -> String {
    name.replacen(part, "  ", 1)
}

fn title(rest: &str) -> Option<String> {
    let rest = rest.replace('_', " ");
    let rest = IDS.replace_all(&rest, " ");
    let mut words: Vec<&str> = rest
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect();
    let folded =
        |words: &[&str]| -> Vec<String> { words.iter().map(|word| text::fold(word)).collect() };
    for noise in WORDS {
        let noise: Vec<&str> = noise.split(' ').collect();
        while let Some(at) = folded(&words)
            .windows(noise.len())
            .position(|window| window.iter().zip(&noise).all(|(word, noise)| word == noise))
        {
            words.drain(at..at + noise.len());
        }
    }
    let title = words.join(" ");
    let title = title.trim_matches(|c: char| !c.is_alphanumeric() && c != ')' && c != ']');
    title
        .chars()
        .any(char::is_alphabetic)
        .then(|| title.to_owned())
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_names_of_all_recorders_are_read() {
        let day = Some(date(2026, 6, 18));
        let at = |hour, minute, second| Some(time(hour, minute, second, 0));
        for (name, start, title) in [
            ("GMT20260618-092844_Recording.transcript.vtt", None, None),
            ("GMT20260618-092844_Recording_1920x1080.mp4", None, None),
            (
                "2026-06-18 09.28.44 Sally 1-1",
                at(9, 28, 44),
                Some("Sally 1-1"),
            ),
            (
                "2026-06-18 09.28.44 Sally's Zoom Meeting 87654321012",
                at(9, 28, 44),
                Some("Sally's Zoom Meeting"),
            ),
            (
                "Sally weekly-20260618_092840-Meeting Recording.docx",
                at(9, 28, 40),
                Some("Sally weekly"),
            ),
            (
                "Sally weekly-20260618_092840UTC-Meeting Recording.vtt",
                None,
                Some("Sally weekly"),
            ),
            (
                "Sally - Dana (2026-06-18 09:28 GMT+1) - Transcript.docx",
                at(9, 28, 0),
                Some("Sally Dana"),
            ),
            (
                "Sally - 2026_06_18 09_28 BST - Notes by Gemini.docx",
                at(9, 28, 0),
                Some("Sally"),
            ),
            (
                "abc-defg-hij (2026-06-18 at 09:28 GMT+1).txt",
                at(9, 28, 0),
                Some("abc-defg-hij"),
            ),
            ("2026/06/18 sally", None, Some("sally")),
            ("20260618 sally-chen.md", None, Some("sally-chen")),
            ("sally-2026-06-18.srt", None, Some("sally")),
            ("June 18, 2026 Sally_otter_ai.txt", None, Some("Sally")),
            ("Sally 18 June 2026.txt", None, Some("Sally")),
            ("Sally_Jun_18_2026.txt", None, Some("Sally")),
            ("18.06.2026 Sally.txt", None, Some("Sally")),
            ("06-18-2026 Sally.txt", None, Some("Sally")),
            ("2026-06-18T09_28_44.json", at(9, 28, 44), None),
        ] {
            let named = read(name);
            assert_eq!((named.date, named.start), (day, start), "{name}");
            assert_eq!(named.title.as_deref(), title, "{name}");
        }
    }

    #[test]
    fn no_date_is_made_up() {
        for (name, yearless) in [
            ("Sally June 18.txt", Some("June 18")),
            ("meeting_saved_closed_caption.txt", None),
            ("06-07-2026.txt", None),
            ("Audio Transcript_Sally_87654321012.vtt", None),
            ("v120260618.txt", None),
            ("2026-13-40.txt", None),
        ] {
            let named = read(name);
            assert_eq!(
                (named.date, named.yearless.as_deref()),
                (None, yearless),
                "{name}"
            );
        }
        assert_eq!(
            read("Audio Transcript_Sally_87654321012.vtt")
                .title
                .as_deref(),
            Some("Sally")
        );
        assert_eq!(read("meeting_saved_closed_caption.txt").title, None);
    }

    proptest! {
        #[test]
        fn no_name_panics(name in "\\PC*") {
            let _ = read(&name);
        }
    }
}
