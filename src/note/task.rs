//! The fields of a task line as the Obsidian plugins Tasks and Dataview write and read them.
//! It reads kindly: fields may stand anywhere, in either notation; it writes one notation, due date last, as Tasks wants it.

use std::fmt::Write as _;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::model::TaskState;
use crate::model::config::{TaskFormat, Tasks};

/// The emoji that begin a field.
pub const FIELD_EMOJI: [char; 19] = [
    '🔺', '⏫', '🔼', '🔽', '⏬', '➕', '🛫', '⏳', '⌛', '📅', '📆', '🗓', '✅', '❌', '🔁', '🏁',
    '🆔', '⛔', '\u{fe0f}',
];

static EMOJI_DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern("\\s*(📅|📆|🗓|✅|❌|➕|🛫|⏳|⌛)\u{fe0f}?[ \u{a0}]*(\\d{4}-\\d\\d-\\d\\d)")
});
static OTHER: LazyLock<Regex> = LazyLock::new(|| {
    pattern("\\s*(?:🔺|⏫|🔼|🔽|⏬|(?:🔁|🏁|🆔|⛔)\u{fe0f}?[ \u{a0}]*[a-zA-Z0-9, !_-]*)")
});
static DATAVIEW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\s*[\[(](due|completion|cancelled|created|start|scheduled|priority|repeat|id|dependsOn|onCompletion):: *([^\])]*)[\])]",
    )
});
static TAGS: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|\s+)#[\p{L}\p{N}_/-]+\s*$"));

/// A task line without its fields, and the fields that matter to us.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    /// The words that are left.
    pub words: String,
    /// 📅
    pub due: Option<Date>,
    /// ✅
    pub done: Option<Date>,
    /// ❌
    pub cancelled: Option<Date>,
}

/// The box for a state.
pub fn checkbox(state: TaskState) -> &'static str {
    match state {
        TaskState::Open => "[ ]",
        TaskState::Done(_) => "[x]",
        TaskState::Dropped(_) => "[-]",
    }
}

/// The date behind a ticked box, with the space before it.
pub fn done_field(day: Date, tasks: &Tasks) -> String {
    field("✅", "completion", day, tasks)
}

fn field(emoji: &str, key: &str, date: Date, tasks: &Tasks) -> String {
    match tasks.format {
        TaskFormat::Emoji => format!(" {emoji} {date}"),
        TaskFormat::Dataview => format!("  [{key}:: {date}]"),
    }
}

/// Tag and fields in the order of the Tasks plugin, each behind its space; empty when there are none.
pub fn fields(due: Option<Date>, state: TaskState, tasks: &Tasks) -> String {
    let mut out = String::new();
    if let Some(tag) = &tasks.tag {
        let _ = write!(out, " #{}", tag.trim_start_matches('#'));
    }
    let mut put = |emoji: &str, key: &str, date: Option<Date>| {
        out.extend(date.map(|date| field(emoji, key, date, tasks)));
    };
    put("📅", "due", due);
    match state {
        TaskState::Open => {}
        TaskState::Done(date) => put("✅", "completion", date),
        TaskState::Dropped(date) => put("❌", "cancelled", date),
    }
    out
}

/// Takes all fields and the tags at the end off a line.
pub fn take_fields(line: &str) -> Fields {
    let mut fields = Fields::default();
    let mut keep = |name: &str, value: &str| {
        let Ok(date) = value.trim().parse::<Date>() else {
            return;
        };
        match name {
            "📅" | "📆" | "🗓" | "due" => fields.due = Some(date),
            "✅" | "completion" => fields.done = Some(date),
            "❌" | "cancelled" => fields.cancelled = Some(date),
            _ => {}
        }
    };
    for found in EMOJI_DATE
        .captures_iter(line)
        .chain(DATAVIEW.captures_iter(line))
    {
        keep(&found[1], &found[2]);
    }
    let words = EMOJI_DATE.replace_all(line, "");
    let words = DATAVIEW.replace_all(&words, "");
    let mut words = OTHER.replace_all(&words, "").trim().to_owned();
    while let Some(tag) = TAGS.find(&words) {
        words.truncate(tag.start());
    }
    fields.words = words;
    fields
}

/// What the box and its dates say. A status of the owner's own is open: only `x`, `X` and `-` settle anything.
pub fn state(mark: Option<char>, fields: &Fields) -> TaskState {
    match mark {
        Some('x' | 'X') => TaskState::Done(fields.done),
        Some('-') => TaskState::Dropped(fields.cancelled),
        _ => TaskState::Open,
    }
}

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is a constant")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_the_plugins_write_is_read() {
        for line in [
            "Sally: write it up 🔼 ➕ 2026-06-18 📅 2026-06-19 ✅ 2026-06-20",
            "Sally: write it up #task  [priority:: medium]  [created:: 2026-06-18]  [due:: 2026-06-19]  [completion:: 2026-06-20]",
            "Sally: write it up 📅 2026-06-19 #one #two ✅\u{fe0f} 2026-06-20",
            "Sally: write it up 🔁 every week 📅\u{a0}2026-06-19 ✅ 2026-06-20",
        ] {
            let fields = take_fields(line);
            assert_eq!(fields.due, Some(date(2026, 6, 19)), "{line}");
            assert_eq!(fields.done, Some(date(2026, 6, 20)), "{line}");
            assert!(
                fields.words.starts_with("Sally: write it up"),
                "{}",
                fields.words
            );
        }
        assert_eq!(take_fields("no date 📅 next Friday").due, None);
    }

    #[test]
    fn a_status_of_the_owners_own_is_open() {
        let fields = Fields::default();
        for mark in [' ', '/', '>', '!', '?'] {
            assert_eq!(state(Some(mark), &fields), TaskState::Open);
        }
        assert_eq!(state(Some('X'), &fields), TaskState::Done(None));
    }
}
