//! Promises as the rows of a table: the same for one person and for everybody.

use serde::Serialize;

use super::super::scene::Scene;
use super::super::threads;
use super::super::words;
use crate::insight::promises::Standing;
use crate::ledger::Commitment;

/// A promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct PromiseRow {
    /// The shape's name.
    pub(crate) glyph: &'static str,
    /// The ink.
    pub(crate) side: &'static str,
    /// `past its date`.
    pub(crate) standing: &'static str,
    /// Its latest words.
    pub(crate) text: String,
    /// Where it was made last.
    pub(crate) href: Option<String>,
    /// Whose it is.
    pub(crate) owner: String,
    /// With whom it was made; `several` in a meeting of several.
    pub(crate) with: String,
    /// Their page.
    pub(crate) with_href: Option<String>,
    /// When it was first promised.
    pub(crate) promised: String,
    /// By when, as last promised; empty without a date.
    pub(crate) due: String,
    /// When it was settled; empty while it is open.
    pub(crate) heard: String,
    /// How often it was promised.
    pub(crate) times: usize,
}

/// A promise's row.
pub(crate) fn row(scene: &Scene<'_>, commitment: &Commitment) -> PromiseRow {
    let standing = Standing::of(commitment, scene.today);
    let (side, owner) = scene.holder(commitment);
    let with = commitment.person.as_ref();
    PromiseRow {
        glyph: threads::glyph(standing),
        side: side.class(),
        standing: standing.words(),
        text: commitment.text.clone(),
        href: commitment
            .chain
            .last()
            .and_then(|link| scene.item_href(link)),
        owner,
        with: with.map_or_else(
            || "several".to_owned(),
            |slug| scene.first_name(slug).to_owned(),
        ),
        with_href: with.and_then(|slug| scene.person_href(slug)),
        promised: words::short(commitment.raised, scene.today),
        due: commitment
            .due
            .map_or_else(String::new, |day| words::short(day, scene.today)),
        heard: match standing {
            Standing::KeptUndated => "day unknown".to_owned(),
            _ => threads::settled_on(commitment)
                .map_or_else(String::new, |day| words::short(day, scene.today)),
        },
        times: commitment.chain.len().max(1),
    }
}

/// The order of every list: past their date first, then open, then settled; of those that are open the oldest date first, of
/// those that are settled the latest first.
pub(crate) fn order<'a>(scene: &Scene<'_>, mut list: Vec<&'a Commitment>) -> Vec<&'a Commitment> {
    list.sort_by_key(|commitment| {
        let standing = Standing::of(commitment, scene.today);
        let rank = match standing {
            Standing::PastDue => 0,
            Standing::Open => 1,
            _ => 2,
        };
        let due = commitment.due.unwrap_or(jiff::civil::Date::MAX);
        let settled = threads::settled_on(commitment).map(std::cmp::Reverse);
        (rank, settled, due, commitment.raised, commitment.id.clone())
    });
    list
}
