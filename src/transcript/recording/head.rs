//! The front matter of an exported note: what the meeting is called, when it was and who was there. It knows no format's body.

use jiff::civil::{Date, Time};

use crate::model::text;
use crate::vault::front_matter::{self, FrontMatter};

use super::super::speakers::{bare, is_bot};
use super::super::when;
use super::sheet::Sheet;
use super::turns::MOST_ATTENDEES;
use super::{Recording, Warning};

/// What front matter says of a recording.
#[derive(Debug, Default)]
pub(super) struct Head {
    title: Option<String>,
    date: Option<Date>,
    start: Option<Time>,
    attendees: Vec<String>,
    known: Vec<String>,
    granola: bool,
    warning: Option<Warning>,
}

/// Takes the front matter off a text.
pub(super) fn take(text: &str) -> (Head, Sheet<'_>) {
    if !text.starts_with("---") {
        return (Head::default(), Sheet::new(text));
    }
    let split = front_matter::split(text);
    let matter = &split.front_matter;
    let mut head = Head {
        title: matter.text("title").map(|title| title.trim().to_owned()),
        granola: matter.get("granola_id").is_some(),
        ..Head::default()
    };
    if let Some((date, start)) = ["date", "created"].iter().find_map(|key| day(matter, key)) {
        head.date = Some(date);
        head.start = start;
    }
    for key in ["person", "manager", "attendees", "people", "participants"] {
        let mut names = matter.texts(key);
        names.truncate(MOST_ATTENDEES);
        head.known
            .extend(names.iter().map(|name| text::fold(&bare(name))));
        if key != "manager" && key != "person" {
            head.attendees.extend(
                names
                    .iter()
                    .map(|name| bare(name))
                    .filter(|name| !is_bot(name)),
            );
        }
    }
    if let Some(fault) = split.fault {
        head.warning = Some(Warning {
            line: Some(fault.line),
            message: format!("{}; nothing was read from the front matter", fault.message),
        });
    }
    (head, Sheet::from_line(split.body, split.body_line))
}

/// A day, and the time of day where it stands there without a zone: one in UTC is nobody's clock.
fn day(matter: &FrontMatter, key: &str) -> Option<(Date, Option<Time>)> {
    let written = matter.text(key)?;
    let (date, start) = when::read(written)?;
    Some((date, start.filter(|_| !written.trim_end().ends_with('Z'))))
}

impl Head {
    /// Folded names of whom it speaks.
    pub(super) fn known(&self) -> &[String] {
        &self.known
    }

    /// Whether Granola wrote the note.
    pub(super) fn is_granola(&self) -> bool {
        self.granola
    }

    /// Adds to a recording what only the front matter told.
    pub(super) fn complete(self, mut recording: Recording) -> Recording {
        recording.title = self.title.or(recording.title);
        recording.date = recording.date.or(self.date);
        recording.start = recording.start.or(self.start);
        if recording.attendees.is_empty() {
            recording.attendees = self.attendees;
        }
        recording.warnings.splice(0..0, self.warning);
        recording
    }
}
