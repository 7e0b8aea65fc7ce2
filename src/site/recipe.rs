//! How each file of the site is made: a view model and a template, or bytes that are copied. Nothing is kept once it is made.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::ledger::Record;
use crate::model::{Slug, VaultPath};

use super::map::{Map, person_folder};
use super::scene::Scene;
use super::theme::{Fault, Theme};
use super::view::actions::Filter;
use super::view::{self, Frame};
use super::{Document, DocumentKind};

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Recipe {
    /// `index.html`.
    Home,
    /// `people/index.html`.
    People,
    /// Somebody's timeline.
    Person(Slug),
    /// The table of somebody's promises.
    Promises(Slug),
    /// A meeting, by its place in the record.
    Meeting(usize),
    /// An agenda, by its place among the documents.
    Agenda(usize),
    /// A review, by its place among the documents.
    Review(usize),
    /// Promises of everybody.
    Actions(Filter),
    /// What is wrong.
    Problems,
    /// What is computed, and how.
    About,
    /// The stylesheet.
    Style,
    /// A file that the owner's theme brings.
    Asset(String),
    /// `.gitignore`: the site is made from the vault and never committed with it.
    Ignore,
}

/// What a template is given.
#[derive(Serialize)]
struct Model<'a, P: Serialize> {
    frame: &'a Frame,
    page: &'a P,
}

impl Recipe {
    /// The file's bytes. `fault` is what an owner's template failed of, to be told on the page.
    pub(crate) fn bytes(
        &self,
        scene: &Scene<'_>,
        theme: &Theme,
        fault: Option<&Fault>,
    ) -> Result<Vec<u8>, Fault> {
        let kitchen = Kitchen {
            scene,
            theme,
            fault,
        };
        match self {
            Self::Home => kitchen.page("home.html", view::home::page(scene)),
            Self::People => kitchen.page("people.html", view::people::page(scene)),
            Self::Person(slug) => kitchen.page("person.html", view::person::page(scene, slug)),
            Self::Promises(slug) => {
                kitchen.page("promises.html", view::promises::page(scene, slug))
            }
            Self::Meeting(index) => {
                let meeting = &scene.record.meetings[*index];
                kitchen.page("meeting.html", view::meeting::page(scene, meeting))
            }
            Self::Agenda(index) => {
                let document = &scene.documents[*index];
                kitchen.page("agenda.html", view::document::page(scene, document))
            }
            Self::Review(index) => {
                let document = &scene.documents[*index];
                kitchen.page("review.html", view::document::page(scene, document))
            }
            Self::Actions(filter) => {
                kitchen.page("actions.html", view::actions::page(scene, *filter))
            }
            Self::Problems => kitchen.page("problems.html", view::problems::page(scene)),
            Self::About => kitchen.page("about.html", view::about::page(scene)),
            Self::Style => Ok(style(theme)),
            Self::Asset(name) => Ok(theme
                .assets
                .get(name)
                .map(|bytes| bytes.to_vec())
                .unwrap_or_default()),
            Self::Ignore => Ok(b"*\n".to_vec()),
        }
    }

    /// Which template it needs; none for what is copied.
    fn kind(&self) -> Option<u8> {
        Some(match self {
            Self::Home => 0,
            Self::People => 1,
            Self::Person(_) => 2,
            Self::Promises(_) => 3,
            Self::Meeting(_) => 4,
            Self::Agenda(_) => 5,
            Self::Review(_) => 6,
            Self::Actions(_) => 7,
            Self::Problems => 8,
            Self::About => 9,
            Self::Style | Self::Asset(_) | Self::Ignore => return None,
        })
    }
}

struct Kitchen<'a> {
    scene: &'a Scene<'a>,
    theme: &'a Theme,
    fault: Option<&'a Fault>,
}

impl Kitchen<'_> {
    fn page<P: Serialize>(
        &self,
        template: &str,
        (mut frame, page): (Frame, P),
    ) -> Result<Vec<u8>, Fault> {
        if let Some(fault) = self.fault {
            frame.fault = Some(view::FaultNote::new(fault, &self.scene.record.config.theme));
        }
        let model = Model {
            frame: &frame,
            page: &page,
        };
        self.theme.render(template, &model).map(String::into_bytes)
    }
}

/// Every file of the site.
pub(crate) fn all(
    record: &Record,
    documents: &[Document],
    map: &Map,
    theme: &Theme,
) -> BTreeMap<String, Recipe> {
    let mut files = BTreeMap::new();
    files.insert("index.html".to_owned(), Recipe::Home);
    files.insert("people/index.html".to_owned(), Recipe::People);
    files.insert("problems.html".to_owned(), Recipe::Problems);
    files.insert("about.html".to_owned(), Recipe::About);
    files.insert("style.css".to_owned(), Recipe::Style);
    files.insert(".gitignore".to_owned(), Recipe::Ignore);
    for filter in Filter::ALL {
        files.insert(filter.file().to_owned(), Recipe::Actions(filter));
    }
    for slug in &map.people {
        let folder = person_folder(slug);
        files.insert(format!("{folder}/index.html"), Recipe::Person(slug.clone()));
        files.insert(
            format!("{folder}/promises.html"),
            Recipe::Promises(slug.clone()),
        );
    }
    let mut shown: BTreeMap<&VaultPath, usize> = BTreeMap::new();
    for (index, meeting) in record.meetings.iter().enumerate() {
        shown.entry(&meeting.note).or_insert(index);
    }
    for (note, index) in shown {
        if let Some(file) = map.notes.get(note) {
            files.insert(file.clone(), Recipe::Meeting(index));
        }
    }
    for (index, document) in documents.iter().enumerate() {
        let Some(file) = map.documents.get(&document.path) else {
            continue;
        };
        let recipe = match document.kind {
            DocumentKind::Agenda(_) => Recipe::Agenda(index),
            DocumentKind::Review(_) => Recipe::Review(index),
        };
        files.insert(file.clone(), recipe);
    }
    for name in theme.assets.keys().filter(|name| *name != "style.css") {
        files.insert(format!("theme/{name}"), Recipe::Asset(name.clone()));
    }
    files
}

/// The first, the middle and the last page of each kind: what an owner's template is tried on.
pub(crate) fn samples(files: &BTreeMap<String, Recipe>) -> Vec<&str> {
    let mut kinds: BTreeMap<u8, Vec<&str>> = BTreeMap::new();
    for (file, recipe) in files {
        if let Some(kind) = recipe.kind() {
            kinds.entry(kind).or_default().push(file);
        }
    }
    let mut samples = Vec::new();
    for files in kinds.values() {
        for place in [0, files.len() / 2, files.len() - 1] {
            if !samples.contains(&files[place]) {
                samples.push(files[place]);
            }
        }
    }
    samples
}

/// The stylesheet, and behind it the places on a time axis in half per cents: classes, because the page forbids inline styles.
fn style(theme: &Theme) -> Vec<u8> {
    use std::fmt::Write as _;
    let mut css = theme
        .assets
        .get("style.css")
        .map(|bytes| bytes.to_vec())
        .unwrap_or_default();
    let mut places = String::from("\n/* Places on a time axis, in half per cents. */\n");
    for place in 0..=200_u16 {
        let half = if place % 2 == 1 { ".5" } else { "" };
        let _ = write!(places, ".p{place}{{--p:{}{half}%}}", place / 2);
    }
    places.push('\n');
    css.extend_from_slice(places.as_bytes());
    css
}
