//! What every page has around it: head, foot, and who may see it.

use serde::Serialize;

use super::super::scene::Scene;
use super::super::theme::Fault;
use super::super::words;
use crate::model::{Audience, Meeting, Slug};

/// The page's frame.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Frame {
    /// The way to the site's root: `../../`, or nothing.
    pub(crate) root: String,
    /// The title in the browser.
    pub(crate) title: String,
    /// The heading of the page.
    pub(crate) heading: String,
    /// What kind of page it is.
    pub(crate) kicker: String,
    /// Who may see it, in words.
    pub(crate) audience: String,
    /// One paragraph that says what there is.
    pub(crate) lede: String,
    /// The site's own pages.
    pub(crate) nav: Vec<Link>,
    /// The pages of the same person, or the lists of the same kind.
    pub(crate) tabs: Vec<Link>,
    /// What the tabs are of.
    pub(crate) tabs_label: String,
    /// What the page was made from.
    pub(crate) foot: String,
    /// A template of the owner's that failed on this page.
    pub(crate) fault: Option<FaultNote>,
}

/// A link in a row of links.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Link {
    /// Its words.
    pub(crate) text: String,
    /// Where it leads.
    pub(crate) href: String,
    /// `page` when the page is that one, `true` when it is one below it; empty otherwise.
    pub(crate) current: &'static str,
}

/// A template that failed, told on the page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FaultNote {
    /// The template's path in the vault.
    pub(crate) path: String,
    /// `Line 14, column 10`; empty when it is not known.
    pub(crate) place: String,
    /// What is wrong, with the names that exist.
    pub(crate) message: String,
}

impl FaultNote {
    /// Of a fault in the theme of that name.
    pub(crate) fn new(fault: &Fault, theme: &str) -> Self {
        let place = match (fault.line, fault.column) {
            (Some(line), Some(column)) => format!("Line {line}, column {column}"),
            _ => String::new(),
        };
        Self {
            path: format!("themes/{theme}/{}", fault.file),
            place,
            message: fault.message.clone(),
        }
    }
}

/// Which of the site's own pages one is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Here {
    /// Home.
    Home,
    /// People, and everything below a person.
    People,
    /// Promises of everybody.
    Actions,
    /// What is wrong.
    Problems,
    /// How things are worked out.
    About,
}

/// A frame with the site's own links; the rest is for the page to fill.
pub(crate) fn frame(scene: &Scene<'_>, here: Here, audience: &Audience, heading: &str) -> Frame {
    let pages = [
        (Here::Home, "Home", "index.html"),
        (Here::People, "People", "people/index.html"),
        (Here::Actions, "Promises", "actions.html"),
        (Here::Problems, "Problems", "problems.html"),
    ];
    let audience = match audience {
        Audience::Manager => "Only you see this".to_owned(),
        Audience::Shared(slug) => format!("Shared with {}", scene.first_name(slug)),
    };
    Frame {
        root: scene.root(),
        title: heading.to_owned(),
        heading: heading.to_owned(),
        audience,
        nav: pages
            .into_iter()
            .map(|(page, text, file)| Link {
                text: text.to_owned(),
                href: scene.href(file),
                current: match page == here {
                    true if file == scene.file => "page",
                    true => "true",
                    false => "",
                },
            })
            .collect(),
        ..Frame::default()
    }
}

/// The tabs of a person's pages; `at` is the file of the one that is shown.
pub(crate) fn person_tabs(scene: &Scene<'_>, slug: &Slug) -> Vec<Link> {
    let mut tabs = Vec::new();
    let mut tab = |text: &str, file: Option<String>| {
        if let Some(file) = file {
            tabs.push(Link {
                text: text.to_owned(),
                href: scene.href(&file),
                current: if file == scene.file { "page" } else { "" },
            });
        }
    };
    let latest = |list: Option<&Vec<usize>>| {
        let document = scene.documents.get(*list?.first()?)?;
        scene.map.documents.get(&document.path).cloned()
    };
    tab("Timeline", scene.map.person(slug));
    tab("Promises", scene.map.promises(slug));
    tab("Agenda", latest(scene.map.agendas.get(slug)));
    tab("Review", latest(scene.map.reviews.get(slug)));
    tabs
}

/// What a page was made from, and whether anything of it was sent anywhere.
pub(crate) fn foot(scene: &Scene<'_>, meetings: &[&Meeting]) -> String {
    let read = meetings
        .iter()
        .filter(|meeting| meeting.transcript.is_some())
        .count();
    let by_hand = meetings.len() - read;
    let files = scene
        .record
        .people
        .iter()
        .filter(|person| person.file.is_some())
        .count();
    let mut parts = vec![words::count(read, "transcript", "transcripts")];
    if by_hand > 0 {
        parts.push(words::count(
            by_hand,
            "note typed by hand",
            "notes typed by hand",
        ));
    }
    if meetings.len() != 1 {
        parts.push(words::count(files, "people file", "people files"));
    }
    let engines = Scene::network_engines(meetings);
    let sent = if engines.is_empty() {
        "Nothing on this page was sent anywhere.".to_owned()
    } else {
        let read: Vec<String> = engines
            .into_iter()
            .map(|(name, n)| {
                let which = words::count(n, "of these meetings was", "of these meetings were");
                format!("{} read by {name}.", words::sentence(&which))
            })
            .collect();
        read.join(" ")
    };
    format!("Made from {}. {sent}", words::list(&parts))
}
