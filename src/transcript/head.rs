//! What a transcript says of itself: front matter first, then the lines above the dialogue, then the file's name. It decides
//! nothing about who anybody is.

use crate::model::{Problem, VaultPath, text};
use crate::vault::front_matter::{Field, FrontMatter, Split, Value};

use super::{Head, Lines, when};

/// So many lines at the top of a body may say what front matter would.
const TOP: usize = 20;

/// What a 1:1 is called where nothing is said.
const ONE_TO_ONE: &str = "1-1";

/// Reads the head of a transcript whose front matter has been cut off.
pub fn read(path: &VaultPath, split: &Split<'_>, problems: &mut Vec<Problem>) -> Head {
    let mut head = Head {
        kind: ONE_TO_ONE.into(),
        ..Head::default()
    };
    let matter = &split.front_matter;
    date(path, matter, &mut head, problems);
    if let Some(kind) = matter.text("type").filter(|kind| !says_nothing(kind)) {
        kind.trim().clone_into(&mut head.kind);
    }
    head.title = matter.text("title").map(|title| title.trim().to_owned());
    if let Some(field) = matter.get("duration_minutes") {
        duration(path, field, &mut head, problems);
    }
    if let Some(field) = matter.get("manager") {
        head.manager = field.value.texts().into_iter().next();
        head.lines.manager = Some(field.line);
    }
    if let Some(field) = matter.get("person") {
        let mut names = names(&field.value);
        head.lines.person = Some(field.line);
        match names.len() {
            0 => {}
            1 => head.person = names.pop(),
            // Several people under `person:` are a meeting without a single person.
            _ => {
                head.attendees = names;
                head.lines.attendees = Some(field.line);
            }
        }
        if matches!(field.value, Value::Map(_)) {
            problems.push(Problem::new(
                path,
                Some(field.line),
                "`person` is not a name",
                "Write `person: Sally Chen`, or the link to the person's file in quotes.",
            ));
        }
    }
    for key in ["attendees", "people", "participants"] {
        if let Some(field) = matter.get(key) {
            head.lines.attendees.get_or_insert(field.line);
            head.attendees.extend(names(&field.value));
        }
    }
    from_body(split, &mut head);
    if head.date.is_none() {
        head.date = when::in_path(path);
    }
    head
}

/// `type: transcript` and `type: meeting` tell the kind of file, not the kind of meeting.
fn says_nothing(kind: &str) -> bool {
    matches!(
        text::fold(kind).as_str(),
        "transcript" | "meeting" | "meeting note" | "note"
    )
}

fn date(path: &VaultPath, matter: &FrontMatter, head: &mut Head, problems: &mut Vec<Problem>) {
    let Some(field) = matter.get("date") else {
        return;
    };
    head.lines.date = Some(field.line);
    let Some(written) = field.value.texts().into_iter().next() else {
        return;
    };
    if let Some((day, start)) = when::read(&written) {
        head.date = Some(day);
        head.start = start.or_else(|| {
            ["time", "start"]
                .into_iter()
                .find_map(|key| when::time(matter.text(key)?))
        });
    } else {
        problems.push(Problem::new(
            path,
            Some(field.line),
            format!("the date `{written}` cannot be read"),
            "Write it as `date: 2026-06-18`.",
        ));
    }
}

fn duration(path: &VaultPath, field: &Field, head: &mut Head, problems: &mut Vec<Problem>) {
    let Some(written) = field.value.as_text() else {
        return;
    };
    let number = written.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c.is_whitespace());
    head.duration_minutes = number.trim().parse().ok();
    if head.duration_minutes.is_none() && !written.trim().is_empty() {
        problems.push(Problem::new(
            path,
            Some(field.line),
            format!("the duration `{written}` is no number of minutes"),
            "Write it as `duration_minutes: 30`.",
        ));
    }
}

/// A list's names; of one text the parts between commas, as `a, b` is meant for a list. `Chen, Sally` cannot be told from two
/// people and is taken for two.
fn names(value: &Value) -> Vec<String> {
    let texts = value.texts();
    match &texts[..] {
        [one] if !matches!(value, Value::List(_)) => split_names(one),
        _ => texts.iter().map(|name| text::squash(name)).collect(),
    }
}

fn split_names(text: &str) -> Vec<String> {
    let mut depth = 0_i32;
    text.split(|c| {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        depth == 0 && matches!(c, ',' | ';')
    })
    .map(text::squash)
    .filter(|name| !name.is_empty())
    .collect()
}

/// `**Date:** 2026-06-18` and its like above the dialogue, for what the front matter leaves open.
fn from_body(split: &Split<'_>, head: &mut Head) {
    let silent = head.person.is_none() && head.attendees.is_empty();
    for (index, line) in split.body.lines().take(TOP).enumerate() {
        if line.len() > 300 {
            continue;
        }
        let Some((key, value)) = key_line(line) else {
            continue;
        };
        let at = u32::try_from(index).map_or(u32::MAX, |index| split.body_line + index);
        match key.as_str() {
            "date" | "when" | "meeting date" if head.date.is_none() => {
                if let Some((day, start)) = when::read(value) {
                    head.date = Some(day);
                    head.start = head.start.or(start);
                    head.lines.date = Some(at);
                }
            }
            "attendees" | "participants" if silent => {
                head.attendees = split_names(value);
                head.lines.attendees = Some(at);
            }
            "person" if silent => {
                head.person = Some(text::squash(value));
                head.lines.person = Some(at);
            }
            "manager" if head.manager.is_none() => {
                head.manager = Some(text::squash(value));
                head.lines.manager = Some(at);
            }
            _ => {}
        }
    }
}

fn key_line(line: &str) -> Option<(String, &str)> {
    let line = line.trim().trim_start_matches(['>', '-', '+', '#', ' ']);
    let (key, value) = line.split_once(':')?;
    let value = value.trim_matches(|c: char| c == '*' || c == '_' || c.is_whitespace());
    let key = text::fold(key);
    (!value.is_empty() && key.len() < 20).then_some((key, value))
}

/// The folded names that the head gives, with first names: labels that need no further proof.
pub(super) fn known(head: &Head) -> Vec<String> {
    let written = head
        .person
        .iter()
        .chain(&head.manager)
        .chain(&head.attendees);
    let mut all: Vec<String> = written
        .flat_map(|name| {
            let full = super::speakers::bare(name).replace('-', " ");
            let first = full.split(' ').next().unwrap_or_default().to_owned();
            [text::fold(&full), text::fold(&first)]
        })
        .filter(|name| !name.is_empty())
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

impl Lines {
    /// The line that names the person of the meeting, or whoever was there.
    pub(super) fn of_people(self) -> Option<u32> {
        self.person.or(self.attendees)
    }
}
