//! All people by their next meeting, never by any measure; and the meetings of several.

use serde::Serialize;

use super::super::scene::Scene;
use super::super::words;
use super::frame::foot;
use super::strip::{self, PersonRow};
use super::{Frame, Here, Link, frame};
use crate::model::calendar::plus_days;
use crate::model::{Audience, Meeting};

/// The page.
#[derive(Debug, Serialize)]
pub(crate) struct PeoplePage {
    /// Everybody.
    pub(crate) people: Vec<PersonRow>,
    /// The day at the left end of the strips.
    pub(crate) since: String,
    /// The meetings without a single person, newest first.
    pub(crate) several: Vec<Link>,
    /// Where people's files go.
    pub(crate) folder: String,
}

/// The page of all people.
pub(crate) fn page(scene: &Scene<'_>) -> (Frame, PeoplePage) {
    let everybody = strip::everybody(scene);
    let never = everybody
        .iter()
        .filter(|known| known.cadence.last().is_none())
        .count();
    let mut head = frame(scene, Here::People, &Audience::Manager, "People");
    "People".clone_into(&mut head.kicker);
    head.lede = match (everybody.len(), never) {
        (0, _) => String::new(),
        (all, 0) => format!(
            "{}, by their next meeting.",
            words::sentence(&words::count(all, "person", "people"))
        ),
        (all, never) => format!(
            "{}, by their next meeting. With {} of them there is no meeting on record.",
            words::sentence(&words::count(all, "person", "people")),
            words::number(never)
        ),
    };
    let all: Vec<&Meeting> = scene.record.meetings.iter().collect();
    head.foot = foot(scene, &all);
    let several = all
        .iter()
        .rev()
        .filter(|meeting| meeting.person.is_none())
        .filter_map(|meeting| {
            let names: Vec<String> = meeting
                .people
                .iter()
                .map(|slug| scene.first_name(slug).to_owned())
                .collect();
            let title = meeting.title.clone().unwrap_or_else(|| words::list(&names));
            let title = if title.is_empty() {
                meeting.note.stem().to_owned()
            } else {
                title
            };
            Some(Link {
                text: format!("{}, {title}", words::short(meeting.date, scene.today)),
                href: scene.meeting_href(meeting)?,
                current: "",
            })
        })
        .collect();
    let page = PeoplePage {
        people: everybody
            .iter()
            .map(|known| strip::row(scene, known))
            .collect(),
        since: words::short(plus_days(scene.today, -strip::WINDOW), scene.today),
        several,
        folder: scene.record.config.folders.people.clone(),
    };
    (head, page)
}
