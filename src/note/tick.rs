//! Ticking boxes in a note that stands: the box and the date behind it, and not one other byte.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::civil::Date;

use crate::model::ItemId;
use crate::model::TaskState;
use crate::model::config::Tasks;

use super::lines::Document;
use super::task;

/// The note with the open boxes of these items ticked, each with its date before the item's id, as the Tasks plugin writes it.
pub fn tick(note: &str, days: &BTreeMap<ItemId, Date>, tasks: &Tasks) -> String {
    let document = Document::cut(note);
    let lines: BTreeMap<u32, (&ItemId, Date)> = document
        .blocks()
        .filter_map(|(_, part)| {
            let (id, day) = days.get_key_value(part.id.as_ref()?)?;
            Some((part.line, (id, *day)))
        })
        .collect();
    let mut out = String::with_capacity(note.len() + lines.len() * 14);
    for (line, number) in note.split_inclusive('\n').zip(1_u32..) {
        let ticked = lines
            .get(&number)
            .and_then(|(id, day)| ticked(line, id, *day, tasks));
        out.push_str(ticked.as_deref().unwrap_or(line));
    }
    out
}

fn ticked(line: &str, id: &ItemId, day: Date, tasks: &Tasks) -> Option<String> {
    let (before, rest) = line.split_once("[ ]")?;
    // Only list markers, a callout's `>` and white space stand before a box.
    let is_box = before
        .chars()
        .all(|c| c.is_whitespace() || c.is_ascii_digit() || "-*+.)>".contains(c));
    let mark = format!("^{id}");
    let at = rest.rfind(&mark)?;
    let words = rest[..at].trim_end();
    let field = task::done_field(day, tasks);
    let mut out = String::new();
    let _ = write!(
        out,
        "{before}{}{words}{field} {}",
        task::checkbox(TaskState::Done(None)),
        &rest[at..]
    );
    is_box.then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::config::{Config, TaskFormat};
    use jiff::civil::date;

    #[test]
    fn only_the_box_and_its_date_change() {
        let note = "## Action items\r\n- [ ] Sally: send it 🔼 📅 2026-11-20 ^tlaaaaaaaa\r\n\t- a child [ ]\r\n- [ ] other ^tlbbbbbbbb\r\n* [/] begun ^tlcccccccc\r\n";
        let days =
            ["tlaaaaaaaa", "tlcccccccc"].map(|id| (ItemId::parse(id).unwrap(), date(2026, 11, 23)));
        let tasks = Config::default().tasks;
        let ticked = tick(note, &BTreeMap::from(days.clone()), &tasks);
        let line = "- [ ] Sally: send it 🔼 📅 2026-11-20 ^tlaaaaaaaa";
        let done = "- [x] Sally: send it 🔼 📅 2026-11-20 ✅ 2026-11-23 ^tlaaaaaaaa";
        assert_eq!(ticked, note.replace(line, done));
        assert_eq!(tick(&ticked, &BTreeMap::from(days.clone()), &tasks), ticked);
        let dataview = Tasks {
            format: TaskFormat::Dataview,
            tag: None,
        };
        let done = "- [x] Sally: send it 🔼 📅 2026-11-20  [completion:: 2026-11-23] ^tlaaaaaaaa";
        assert_eq!(
            tick(note, &BTreeMap::from(days), &dataview),
            note.replace(line, done)
        );
    }
}
