//! The form in which an imported meeting stands in the vault: front matter, then one paragraph a turn, `**Name** [0:03] text`. It is
//! written here and read back here, so that labels, times and words come back as they were, whatever was said. It knows no vault.

use std::fmt::Write as _;

use jiff::civil::{Date, Time};

use crate::model::{Offset, Turn};
use crate::vault::front_matter::quoted;

use super::dialogue::{append, count, is_heading, is_rule, words};
use super::inert::{escape, unescape};
use super::normal::Talk;

/// The label of words of which the recorder did not tell who said them. It is nobody's name.
pub const UNKNOWN: &str = "Unknown speaker";

/// The key of front matter by which a transcript in this form is known.
pub(super) const KEY: &str = "source_format";

/// What stands above the talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// When.
    pub date: Date,
    /// At what time.
    pub start: Option<Time>,
    /// Who met.
    pub met: Met,
    /// What the owner calls a meeting of this kind; `meeting` where nothing is said of several.
    pub kind: Option<String>,
    /// Who held it, where the owner said so.
    pub manager: Option<String>,
    /// What the meeting is called.
    pub title: Option<String>,
    /// The name of the recorder's file.
    pub source: String,
    /// What wrote it.
    pub format: String,
    /// The hash of its bytes: by it the same file is known again.
    pub sha256: String,
}

/// Who met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Met {
    /// A 1:1 with this person: a name, or a link to their file.
    One(String),
    /// Several.
    Several(Vec<String>),
    /// Nobody asked.
    Open,
}

/// The whole text of a transcript.
pub fn write(about: &About, talk: &Talk) -> String {
    let mut out = String::from("---\n");
    if let Some(title) = &about.title {
        let _ = writeln!(out, "title: {}", quoted(title));
    }
    let _ = match about.start {
        Some(start) => writeln!(out, "date: {}T{}", about.date, start.strftime("%H:%M:%S")),
        None => writeln!(out, "date: {}", about.date),
    };
    match &about.met {
        Met::One(person) => {
            let _ = writeln!(out, "person: {}\ntype: 1-1", quoted(person));
        }
        Met::Several(names) => {
            out.push_str("attendees:\n");
            list(&mut out, names.iter().map(String::as_str));
            let kind = about.kind.as_deref().unwrap_or("meeting");
            let _ = writeln!(out, "type: {}", quoted(kind));
        }
        Met::Open => {}
    }
    if let Some(manager) = &about.manager {
        let _ = writeln!(out, "manager: {}", quoted(manager));
    }
    if let Some(minutes) = talk.minutes {
        let _ = writeln!(out, "duration_minutes: {minutes}");
    }
    let _ = writeln!(
        out,
        "source: {}\n{KEY}: {}\nsource_sha256: {}",
        quoted(&about.source),
        quoted(&about.format),
        quoted(&about.sha256)
    );
    if !talk.actions.is_empty() {
        out.push_str("recorder_actions:\n");
        for action in &talk.actions {
            let line = match &action.owner {
                Some(owner) => format!("{owner}: {}", action.text),
                None => action.text.clone(),
            };
            list(&mut out, [line.as_str()].into_iter());
        }
    }
    out.push_str("---\n");
    body(&mut out, talk);
    out
}

fn list<'a>(out: &mut String, items: impl Iterator<Item = &'a str>) {
    for item in items {
        let _ = writeln!(out, "  - {}", quoted(item));
    }
}

fn body(out: &mut String, talk: &Talk) {
    for said in &talk.turns {
        if let Some(mark) = said.mark {
            let _ = writeln!(out, "\n*{mark}*");
        }
        let mut label = escape(said.label.as_deref().unwrap_or(UNKNOWN));
        // The colon of the form must not be mistaken for one of the name.
        if ends_in_colon(&label) {
            label.insert(label.len() - 1, '\\');
        }
        let text = escape(&said.text);
        let _ = match said.time {
            Some(time) => writeln!(out, "\n**{label}** [{time}] {text}"),
            None => writeln!(out, "\n**{label}:** {text}"),
        };
    }
}

/// The turns of a body in this form; none when it does not begin in it, as after somebody wrote it anew.
pub(super) fn read(body: &str, first_line: u32) -> Option<Vec<Turn>> {
    let mut turns: Vec<Turn> = Vec::new();
    let mut muted = false;
    for (index, line) in body.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || is_mark(line) || is_rule(line) {
            continue;
        }
        if let Some((name, time, text)) = label(line) {
            muted = false;
            turns.push(Turn {
                number: count(turns.len() + 1),
                label: unescape(name),
                speaker: None,
                text: words(text),
                time,
                line: first_line.saturating_add(count(index)),
            });
            continue;
        }
        // The owner's own lines: a heading ends what was said, and anything else goes on.
        muted |= is_heading(line);
        let last = turns.last_mut()?;
        if !muted {
            append(&mut last.text, line);
        }
    }
    (!turns.is_empty()).then_some(turns)
}

/// `**Name** [0:03] text` or `**Name:** text`.
fn label(line: &str) -> Option<(&str, Option<Offset>, &str)> {
    let inside = line.strip_prefix("**")?;
    let close = closing(inside)?;
    let (name, after) = (&inside[..close], &inside[close + 2..]);
    let (name, time, text) = if ends_in_colon(name) {
        (&name[..name.len() - 1], None, after)
    } else {
        let (time, text) = after.strip_prefix(" [")?.split_once(']')?;
        (name, Some(Offset::parse(time)?), text)
    };
    let apart = text.is_empty() || text.starts_with(char::is_whitespace);
    (apart && !name.is_empty()).then_some((name, time, text.trim_start()))
}

/// Where the first `**` stands that no backslash takes back.
fn closing(inside: &str) -> Option<usize> {
    let bytes = inside.as_bytes();
    let mut at = 0;
    while at + 1 < bytes.len() {
        match (bytes[at], bytes[at + 1]) {
            (b'\\', _) => at += 2,
            (b'*', b'*') => return Some(at),
            _ => at += 1,
        }
    }
    None
}

fn ends_in_colon(label: &str) -> bool {
    let Some(before) = label.strip_suffix(':') else {
        return false;
    };
    let backslashes = before.bytes().rev().take_while(|byte| *byte == b'\\');
    backslashes.count() % 2 == 0
}

/// `*5:00*` on a line of its own.
fn is_mark(line: &str) -> bool {
    let inner = line
        .strip_prefix('*')
        .and_then(|line| line.strip_suffix('*'));
    inner.and_then(Offset::parse).is_some()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use crate::model::VaultPath;
    use crate::transcript::normal::{self, Said};
    use crate::transcript::recording::{Moment, RecordersAction, Recording, Segment};
    use crate::transcript::{Parsed, dialogue, parse, vote};

    use super::*;

    fn about() -> About {
        About {
            date: date(2026, 6, 18),
            start: Time::new(9, 28, 44, 0).ok(),
            met: Met::One("Sally Chen".into()),
            kind: None,
            manager: None,
            title: Some("Sally / Dana: 1:1 \"weekly\"".into()),
            source: "Audio Transcript.vtt".into(),
            format: "zoom-vtt".into(),
            sha256: "3f9a".into(),
        }
    }

    fn read_back(text: &str) -> Parsed {
        let path = VaultPath::new("transcripts/2026-06-18-sally-chen.md");
        parse(&path, text.as_bytes(), "transcripts")
    }

    #[test]
    fn an_import_looks_as_the_design_says() {
        let said = |label: Option<&str>, time, mark, text: &str| Said {
            label: label.map(str::to_owned),
            time,
            mark,
            text: text.to_owned(),
        };
        let talk = Talk {
            turns: vec![
                said(
                    Some("Sally Chen"),
                    Some(Offset(3)),
                    None,
                    "Morning. #wow [[x]]",
                ),
                said(None, None, Some(Offset(300)), "Hm."),
            ],
            minutes: Some(12),
            actions: vec![RecordersAction {
                line: 1,
                owner: Some("Bo".into()),
                text: "Bo: call\nthe bank".into(),
            }],
            ..Talk::default()
        };
        let text = write(&about(), &talk);
        assert_eq!(
            text,
            "---\ntitle: \"Sally / Dana: 1:1 \\\"weekly\\\"\"\ndate: 2026-06-18T09:28:44\nperson: \"Sally Chen\"\ntype: 1-1\n\
             duration_minutes: 12\nsource: \"Audio Transcript.vtt\"\nsource_format: \"zoom-vtt\"\nsource_sha256: \"3f9a\"\n\
             recorder_actions:\n  - \"Bo: Bo: call the bank\"\n---\n\n**Sally Chen** [0:03] Morning. \\#wow \\[\\[x]]\n\n*5:00*\n\n\
             **Unknown speaker:** Hm.\n"
        );
        let parsed = read_back(&text);
        assert_eq!(parsed.problems, []);
        assert_eq!(parsed.head.person.as_deref(), Some("Sally Chen"));
        assert_eq!(parsed.head.start, Time::new(9, 28, 44, 0).ok());
        assert_eq!(parsed.turns.len(), 2);
    }

    #[test]
    fn the_general_reader_reads_ordinary_speech_alike() {
        let text = "\n**Sally Chen** [0:03] Morning. How was it?\n\n**Dana** [0:09] Good: 5 \\*stars\\*.\n\n**Sally Chen** [0:12] Ok.\n";
        let path = VaultPath::new("a.md");
        let (general, problems) = dialogue::read(&path, text, 1, &[], vote::Trust::Transcript);
        assert_eq!(problems, []);
        assert_eq!(read(text, 1), Some(general));
    }

    #[test]
    fn what_the_owner_adds_is_read_as_theirs() {
        let text = "\n**Sally:** one\ntwo ^abc\n\n## My notes\n\nnot said\n\n**Sally:** three\n";
        let turns = read(text, 1).unwrap();
        let texts: Vec<&str> = turns.iter().map(|turn| turn.text.as_str()).collect();
        assert_eq!(texts, ["one\ntwo", "three"]);
        assert_eq!(read("Sally: one\n\n**Bo:** two\n", 1), None);
    }

    fn segments() -> impl Strategy<Value = Vec<Segment>> {
        let hard = prop_oneof![
            "\\PC{1,40}",
            "[\\\\*_:\\[\\]()`#<>%=~|^&/ a0\\-\\.]{1,24}",
            "[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?",
            Just("\n\n## Sally\n---\n> **Bo:** [0:03] x\r\n".to_owned()),
            Just("[0:05] (0:05) \\[0:05\\] : ：".to_owned()),
            ".{1,30}",
        ];
        let label = proptest::option::of(prop_oneof![
            Just("Sally Chen".to_owned()),
            Just("note".to_owned()),
            hard.clone()
        ]);
        let time = prop_oneof![
            (0..86_400_000_u64).prop_map(Moment::Exact),
            (0..86_400_000_u64).prop_map(Moment::Mark),
            Just(Moment::Unknown)
        ];
        let one = (label, time, hard).prop_map(|(speaker, time, text)| Segment {
            line: 1,
            speaker,
            time,
            end: None,
            text,
        });
        proptest::collection::vec(one, 1..8)
    }

    proptest! {
        #[test]
        fn import_write_and_read_give_the_same_labels_times_and_words(
            segments in segments(),
            actions in proptest::collection::vec(".{0,40}", 0..3),
            title in ".{0,30}",
        ) {
            let actions = actions.into_iter().map(|text| RecordersAction { line: 1, owner: None, text });
            let recording = Recording { segments, recorders_actions: actions.collect(), ..Recording::default() };
            let Ok(talk) = normal::talk(&recording, None) else { return Ok(()) };
            let about = About { title: Some(title), ..about() };
            let parsed = read_back(&write(&about, &talk));
            let turns: Vec<_> = parsed.turns.iter().map(|turn| (turn.label.as_str(), turn.time, turn.text.as_str())).collect();
            let said: Vec<_> = talk.turns.iter()
                .map(|said| (said.label.as_deref().unwrap_or(UNKNOWN), said.time, said.text.as_str()))
                .collect();
            prop_assert_eq!(turns, said);
            prop_assert_eq!(parsed.head.date, Some(about.date));
        }

        #[test]
        fn no_body_panics(text in "(\\PC|\n|\\*\\*){0,80}") {
            let _ = read(&text, 1);
        }
    }
}
