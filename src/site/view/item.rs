//! An item as a row: a shape in the ink of whoever it belongs to, its words, and one line of facts.

use serde::Serialize;

use super::super::scene::{Scene, Side};
use super::super::threads;
use super::super::words;
use crate::insight::promises::Standing;
use crate::ledger::Commitment;
use crate::model::{Evidence, Item, Meeting, Source};

/// A row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct ItemView {
    /// The anchor; empty when another row of the page has it.
    pub(crate) id: String,
    /// The shape's name.
    pub(crate) glyph: &'static str,
    /// `you`, `them` or nothing.
    pub(crate) side: &'static str,
    /// Its words.
    pub(crate) text: String,
    /// Where its evidence is.
    pub(crate) href: Option<String>,
    /// Facts, with `; ` between them.
    pub(crate) meta: Vec<Piece>,
}

/// A few words, which may be a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Piece {
    /// The words.
    pub(crate) text: String,
    /// Where they lead.
    pub(crate) href: Option<String>,
}

impl Piece {
    /// Words that lead nowhere.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            href: None,
        }
    }
}

/// What somebody said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Quote {
    /// `you`, `them` or nothing.
    pub(crate) side: &'static str,
    /// The words, unchanged.
    pub(crate) text: String,
    /// Who said it.
    pub(crate) who: String,
    /// When: `15 Sept`.
    pub(crate) date: String,
    /// The turn's number.
    pub(crate) turn: u32,
    /// Where it stands.
    pub(crate) href: Option<String>,
}

/// A piece of evidence as a quote.
pub(crate) fn quote(scene: &Scene<'_>, meeting: &Meeting, evidence: &Evidence) -> Quote {
    let manager = meeting.manager.as_ref();
    let turn = scene
        .record
        .transcript(meeting)
        .and_then(|transcript| transcript.turn(evidence.turn));
    let speaker = turn.and_then(|turn| turn.speaker.as_ref());
    let who = match speaker {
        Some(slug) if Some(slug) == manager => scene.manager_name(manager),
        Some(slug) => scene.first_name(slug).to_owned(),
        None if evidence.speaker.is_empty() => "Somebody".to_owned(),
        None => evidence.speaker.clone(),
    };
    Quote {
        side: Side::of(speaker, manager).class(),
        text: evidence.quote.clone(),
        who,
        date: words::short(meeting.date, scene.today),
        turn: evidence.turn,
        href: scene.turn_href(meeting, evidence.turn),
    }
}

/// The receipt of an owner's own line, in words.
pub(crate) fn by_hand(item: &Item) -> Option<Piece> {
    match &item.source {
        Source::Speech(_) => None,
        Source::Owner { path, line, .. } => {
            Some(Piece::plain(format!("your own line, {path}:{line}")))
        }
    }
}

/// A commitment as a row of a list that is about several people.
pub(crate) fn promise(scene: &Scene<'_>, commitment: &Commitment) -> ItemView {
    let (side, name) = scene.holder(commitment);
    let standing = Standing::of(commitment, scene.today);
    let with = commitment.person.as_ref().map(|slug| Piece {
        text: scene.first_name(slug).to_owned(),
        href: scene.person_href(slug),
    });
    let mut meta = Vec::new();
    match (side, with) {
        (Side::You, Some(with)) => meta.push(Piece {
            text: format!("to {}", with.text),
            ..with
        }),
        (Side::Them, Some(with)) if with.text == name => meta.push(with),
        (_, Some(with)) => {
            meta.push(Piece::plain(name));
            meta.push(Piece {
                text: format!("with {}", with.text),
                ..with
            });
        }
        (_, None) => meta.push(Piece::plain(name)),
    }
    meta.push(Piece::plain(when(scene, commitment, standing)));
    ItemView {
        id: String::new(),
        glyph: threads::glyph(standing),
        side: side.class(),
        text: commitment.text.clone(),
        href: commitment
            .chain
            .last()
            .and_then(|link| scene.item_href(link)),
        meta,
    }
}

/// When it was due or settled, in words.
pub(crate) fn when(scene: &Scene<'_>, commitment: &Commitment, standing: Standing) -> String {
    let today = scene.today;
    match (standing, threads::settled_on(commitment), commitment.due) {
        (Standing::PastDue, _, Some(due)) => format!(
            "by {}, {}",
            words::day(due, today),
            words::from_today(due, today)
        ),
        (Standing::Open, _, Some(due)) => format!("by {}", words::day(due, today)),
        (Standing::Open | Standing::PastDue, _, None) => {
            format!("no date, promised {}", words::day(commitment.raised, today))
        }
        (Standing::KeptUndated, _, _) => "kept, ticked without a day".to_owned(),
        (Standing::KeptLate, Some(day), _) => {
            let late = threads::late_since(commitment, day)
                .map(|due| crate::model::calendar::days_between(due, day))
                .filter(|days| *days > 0)
                .map_or_else(String::new, |days| {
                    format!(", {} after its date", words::stretch(days))
                });
            format!("heard of {}{late}", words::day(day, today))
        }
        (standing, Some(day), _) => format!("{} {}", standing.words(), words::day(day, today)),
        (standing, None, _) => standing.words().to_owned(),
    }
}
