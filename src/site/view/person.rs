//! Somebody's timeline: who they are, the throughline, kept and missed, the meetings.

use serde::Serialize;

use super::super::scene::Scene;
use super::super::words;
use super::frame::{foot, person_tabs};
use super::story::{self, Chapter, Year};
use super::tally::{self, Kept};
use super::throughline::{self, Parts, Throughline};
use super::{Frame, Here, Link, frame, strip};
use crate::model::config::Mode;
use crate::model::{Audience, Meeting, Person, Slug};
use crate::site::DocumentKind;

/// The page.
#[derive(Debug, Default, PartialEq, Serialize)]
pub(crate) struct PersonPage {
    /// How they are called.
    pub(crate) name: String,
    /// The diagram; none before anything happened.
    pub(crate) throughline: Option<Throughline>,
    /// Both sides' counts; none without promises.
    pub(crate) kept: Option<Kept>,
    /// The table behind both.
    pub(crate) promises: String,
    /// Whether shares may be told: not where the vault keeps notes only.
    pub(crate) with_rates: bool,
    /// The meetings, newest first.
    pub(crate) story: Vec<Chapter>,
    /// Those of earlier years, each year to be opened.
    pub(crate) years: Vec<Year>,
    /// Earlier agendas and reviews.
    pub(crate) papers: Vec<Link>,
    /// What the owner wrote down for the seat.
    pub(crate) seat: Vec<Seat>,
    /// What to say before the first meeting; empty after it.
    pub(crate) empty: String,
}

/// What the owner wrote down for a person's seat.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Seat {
    /// `Outcomes`.
    pub(crate) term: &'static str,
    /// In the owner's words.
    pub(crate) lines: Vec<String>,
}

/// How the manager of somebody's latest 1:1 is called.
pub(crate) fn manager_of(scene: &Scene<'_>, slug: &Slug) -> String {
    let last = scene.record.one_to_ones(slug).next_back();
    scene.manager_name(last.and_then(|meeting| meeting.manager.as_ref()))
}

/// The page of a person.
pub(crate) fn page(scene: &Scene<'_>, slug: &Slug) -> (Frame, PersonPage) {
    let Some(known) = strip::known(scene, slug) else {
        return (Frame::default(), PersonPage::default());
    };
    let person = known.person;
    let meetings: Vec<&Meeting> = scene.record.one_to_ones(slug).collect();
    let promises = scene.record.promises_with(slug);
    let manager = manager_of(scene, slug);
    let name = person.first_name();
    let expectations = scene
        .record
        .ledger
        .expectations
        .iter()
        .filter(|one| one.person.as_ref() == Some(slug))
        .collect();
    let parts = Parts {
        cadence: &known.cadence,
        expectations,
        promises: &promises,
        manager: &manager,
        name,
    };
    let mut head = frame(scene, Here::People, &Audience::Manager, &person.name);
    "Person".clone_into(&mut head.kicker);
    head.tabs = person_tabs(scene, slug);
    head.tabs_label.clone_from(&person.name);
    head.lede = lede(scene, &known, parts.expectations.len());
    head.foot = foot(scene, &meetings);
    let some = !promises.managers.is_empty() || !promises.theirs.is_empty();
    let (story, years) = story::cut(story::story(scene, slug, &known.cadence));
    let page = PersonPage {
        name: name.to_owned(),
        throughline: throughline::throughline(scene, &parts),
        kept: some
            .then(|| tally::kept(scene, &manager, name, &promises.managers, &promises.theirs)),
        promises: scene
            .map
            .promises(slug)
            .map(|file| scene.href(&file))
            .unwrap_or_default(),
        with_rates: scene.record.config.mode == Mode::Full,
        story,
        years,
        papers: papers(scene, slug),
        seat: seat(person),
        empty: if meetings.is_empty() {
            format!(
                "Put a transcript with {name}’s name in it into {}/, and build again.",
                scene.record.config.folders.transcripts
            )
        } else {
            String::new()
        },
    };
    (head, page)
}

/// At most three sentences, each left out when it would say nothing.
fn lede(scene: &Scene<'_>, known: &strip::Known<'_>, expected: usize) -> String {
    let (person, cadence, today) = (known.person, &known.cadence, scene.today);
    let mut sentences = Vec::new();
    let since = person
        .started
        .map(|day| format!("since {}", words::day(day, today)));
    let who: Vec<String> = person
        .role
        .clone()
        .into_iter()
        .chain(person.team.clone())
        .chain(since)
        .collect();
    if !who.is_empty() {
        sentences.push(format!("{}.", words::sentence(&who.join(", "))));
    }
    let every = person.cadence.unwrap_or(scene.record.config.cadence);
    match (cadence.last(), cadence.next) {
        (Some(_), Some(next)) if next >= today => sentences.push(format!(
            "You meet {every}; next on {}, {}.",
            words::weekday(next),
            words::day(next, today)
        )),
        (Some(last), _) => sentences.push(format!(
            "You meet {every}; you last met on {}, {}.",
            words::day(last, today),
            words::from_today(last, today)
        )),
        (None, _) => sentences.push(format!("No meetings with {} yet.", person.first_name())),
    }
    let count = |n: u32| usize::try_from(n).unwrap_or_default();
    let yours = count(known.yours.open + known.yours.past_due);
    let open = yours + count(known.theirs.open + known.theirs.past_due);
    let past = count(known.yours.past_due + known.theirs.past_due);
    if cadence.last().is_some() {
        let mut clauses = vec![match (open, yours) {
            (0, _) => "nothing is open".to_owned(),
            (1, 0) => format!("one promise is open, {}’s", person.first_name()),
            (1, _) => "one promise is open, yours".to_owned(),
            (_, 0) => format!("{} open, none of them yours", are(open)),
            (_, yours) => format!("{} open, {} of them yours", are(open), words::number(yours)),
        }];
        match (past, open) {
            (0, _) => {}
            (1, 1) => clauses.push("it is past its date".to_owned()),
            (1, _) => clauses.push("one is past its date".to_owned()),
            (n, _) => clauses.push(format!("{} are past their date", words::number(n))),
        }
        if expected == 0 {
            clauses.push("no expectation is on record".to_owned());
        }
        sentences.push(format!("{}.", words::sentence(&clauses.join("; "))));
    }
    sentences.join(" ")
}

fn are(n: usize) -> String {
    format!(
        "{} {}",
        words::count(n, "promise", "promises"),
        if n == 1 { "is" } else { "are" }
    )
}

fn papers(scene: &Scene<'_>, slug: &Slug) -> Vec<Link> {
    let of = |lists: Option<&Vec<usize>>| lists.cloned().unwrap_or_default();
    let agendas = of(scene.map.agendas.get(slug)).into_iter().skip(1);
    let reviews = of(scene.map.reviews.get(slug)).into_iter().skip(1);
    agendas
        .chain(reviews)
        .filter_map(|index| {
            let document = &scene.documents[index];
            let text = match &document.kind {
                DocumentKind::Agenda(day) => format!("Agenda, {}", words::day(*day, scene.today)),
                DocumentKind::Review(period) => format!("Review, {period}"),
            };
            let file = scene.map.documents.get(&document.path)?;
            Some(Link {
                text,
                href: scene.href(file),
                current: "",
            })
        })
        .collect()
}

fn seat(person: &Person) -> Vec<Seat> {
    [("Outcomes", &person.outcomes), ("Outputs", &person.outputs)]
        .into_iter()
        .filter(|(_, lines)| !lines.is_empty())
        .map(|(term, lines)| Seat {
            term,
            lines: lines.clone(),
        })
        .collect()
}
