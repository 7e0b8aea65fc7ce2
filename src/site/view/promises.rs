//! The table behind a person's throughline: every promise, the manager's first.

use serde::Serialize;

use super::super::scene::Scene;
use super::super::words;
use super::frame::{foot, person_tabs};
use super::person::manager_of;
use super::rows::{self, PromiseRow};
use super::{Frame, Here, frame, tally};
use crate::ledger::Promises;
use crate::model::{Audience, Meeting, Slug};

/// The page.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct PromisesPage {
    /// The manager's, then the person's.
    pub(crate) groups: Vec<PromiseGroup>,
}

/// One side's promises.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct PromiseGroup {
    /// `You promised`.
    pub(crate) heading: String,
    /// The ink.
    pub(crate) side: &'static str,
    /// The counts.
    pub(crate) small: String,
    /// The promises.
    pub(crate) rows: Vec<PromiseRow>,
    /// What to say when there are none.
    pub(crate) empty: String,
}

/// The page of a person's promises.
pub(crate) fn page(scene: &Scene<'_>, slug: &Slug) -> (Frame, PromisesPage) {
    let full = scene.person(slug).map_or("", |person| person.name.as_str());
    let name = scene.first_name(slug);
    let manager = manager_of(scene, slug);
    let Promises {
        managers: yours,
        theirs,
        others,
    } = scene.record.promises_with(slug);
    let mut head = frame(scene, Here::People, &Audience::Manager, full);
    head.title = format!("Promises, {full}");
    "Promises".clone_into(&mut head.kicker);
    head.tabs = person_tabs(scene, slug);
    full.clone_into(&mut head.tabs_label);
    let meetings: Vec<&Meeting> = scene.record.one_to_ones(slug).collect();
    head.foot = foot(scene, &meetings);
    let all = yours.len() + theirs.len() + others.len();
    let mut parts = vec![
        match manager.as_str() {
            "You" => format!("{} of yours", yours.len()),
            name => format!("{} of {name}’s", yours.len()),
        },
        format!("{} of {name}’s", theirs.len()),
    ];
    if !others.is_empty() {
        parts.push(format!("{} of others", others.len()));
    }
    head.lede = format!(
        "{}: {}.",
        words::sentence(&words::count(all, "promise", "promises")),
        words::list(&parts)
    );
    let group = |heading: String, side, list: Vec<_>, name: &str| PromiseGroup {
        small: tally::line(&tally::side(scene, name, side, &list)),
        rows: rows::order(scene, list)
            .into_iter()
            .map(|one| rows::row(scene, one))
            .collect(),
        empty: format!("{heading} nothing that is on record."),
        heading,
        side,
    };
    let mut groups = vec![
        group(format!("{manager} promised"), "you", yours, &manager),
        group(format!("{name} promised"), "them", theirs, name),
    ];
    if !others.is_empty() {
        groups.push(group("Others promised".to_owned(), "", others, "Others"));
    }
    (head, PromisesPage { groups })
}
