//! An agenda or a review: the owner's Markdown, laid out. It adds nothing to what the document says but where it stands.

use serde::Serialize;

use super::super::markdown::{self, Text};
use super::super::scene::Scene;
use super::super::words;
use super::frame::person_tabs;
use super::{Frame, Here, frame};
use crate::model::Audience;
use crate::model::calendar::{self, Period};
use crate::site::{Document, DocumentKind};

/// The page.
#[derive(Debug, Serialize)]
pub(crate) struct DocumentPage {
    /// The document in parts.
    pub(crate) text: Text,
    /// Whether nobody has signed it off.
    pub(crate) draft: bool,
    /// How many receipts it has.
    pub(crate) receipts: usize,
    /// How many of the person's meetings lie in its period.
    pub(crate) meetings: String,
    /// Its file.
    pub(crate) path: String,
    /// The person's first name.
    pub(crate) name: String,
}

/// The page of an agenda or a review.
pub(crate) fn page(scene: &Scene<'_>, document: &Document) -> (Frame, DocumentPage) {
    let slug = &document.person;
    let full = scene
        .person(slug)
        .map_or(slug.as_str(), |person| person.name.as_str());
    let text = markdown::render(&document.text, scene);
    let (kicker, audience, lede, period) = match &document.kind {
        DocumentKind::Agenda(day) => {
            let before = scene
                .record
                .one_to_ones(slug)
                .rfind(|meeting| meeting.date < *day)
                .map_or_else(String::new, |meeting| {
                    format!(" Last met on {}.", words::day(meeting.date, *day))
                });
            let lede = format!(
                "{}, {}.{before}",
                words::weekday(*day),
                calendar::long(*day)
            );
            ("Agenda", Audience::Manager, lede, None)
        }
        DocumentKind::Review(name) => {
            let period = Period::parse(name);
            let when = period.as_ref().map_or_else(
                || name.clone(),
                |period| {
                    format!(
                        "{} to {}",
                        calendar::day_month(period.first),
                        calendar::long(period.last)
                    )
                },
            );
            let role = scene.person(slug).and_then(|person| person.role.clone());
            let lede = match role {
                Some(role) => format!("{role}. {when}."),
                None => format!("{when}."),
            };
            ("Review", Audience::Manager, lede, period)
        }
    };
    let heading = if text.title.is_empty() {
        full.to_owned()
    } else {
        text.title.clone()
    };
    let mut head = frame(scene, Here::People, &audience, &heading);
    head.title = format!("{kicker}, {full}");
    kicker.clone_into(&mut head.kicker);
    head.lede = lede;
    head.tabs = person_tabs(scene, slug);
    full.clone_into(&mut head.tabs_label);
    let status = markdown::front_value(&document.text, "status").unwrap_or_default();
    let draft = status != "final";
    head.foot = if draft {
        format!("A draft, yours to change: {}", document.path)
    } else {
        format!("Final: {}", document.path)
    };
    let meetings = period.map_or(0, |period| {
        scene
            .record
            .one_to_ones(slug)
            .filter(|meeting| period.contains(meeting.date))
            .count()
    });
    let receipts = text.lead_receipts.len()
        + text
            .sections
            .iter()
            .map(|section| section.receipts.len())
            .sum::<usize>();
    let page = DocumentPage {
        draft,
        receipts,
        meetings: words::count(meetings, "meeting", "meetings"),
        path: document.path.to_string(),
        name: scene
            .person(slug)
            .map_or_else(|| full.to_owned(), |person| person.first_name().to_owned()),
        text,
    };
    (head, page)
}
