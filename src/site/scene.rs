//! What one page is made from: the record, the day, and the way from this page to every other. It makes addresses and finds
//! who is "you"; it makes no HTML.

use jiff::civil::Date;

use crate::ledger::{Commitment, Record};
use crate::model::{ItemId, ItemRef, Meeting, Person, Problem, Slug, VaultPath, Who};

use super::Document;
use super::escape::address;
use super::map::Map;

/// Whose ink something is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    /// The manager's.
    You,
    /// The person's who is met.
    Them,
    /// Nobody's.
    Nobody,
}

impl Side {
    /// Whose ink somebody's words are in, in a meeting of `manager`.
    pub(crate) fn of(who: Option<&Slug>, manager: Option<&Slug>) -> Self {
        match who {
            None => Self::Nobody,
            Some(_) if who == manager => Self::You,
            Some(_) => Self::Them,
        }
    }

    /// The class that gives the ink.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::You => "you",
            Self::Them => "them",
            Self::Nobody => "",
        }
    }
}

/// Everything that a page may look at, and where the page stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scene<'a> {
    /// Everything that was read.
    pub(crate) record: &'a Record,
    /// The agendas and reviews.
    pub(crate) documents: &'a [Document],
    /// What is wrong in the vault and in the theme.
    pub(crate) problems: &'a [Problem],
    /// The names of the pages.
    pub(crate) map: &'a Map,
    /// The day the site is made for.
    pub(crate) today: Date,
    /// The page's own file.
    pub(crate) file: &'a str,
}

impl<'a> Scene<'a> {
    /// The way up to the site's root: `../../`, or nothing.
    pub(crate) fn root(&self) -> String {
        "../".repeat(self.file.matches('/').count())
    }

    /// The address of a file of the site, from this page.
    pub(crate) fn href(&self, file: &str) -> String {
        self.root() + &address(file)
    }

    /// The address of somebody's timeline.
    pub(crate) fn person_href(&self, slug: &Slug) -> Option<String> {
        self.map.person(slug).map(|file| self.href(&file))
    }

    /// The address of a meeting.
    pub(crate) fn meeting_href(&self, meeting: &Meeting) -> Option<String> {
        self.map
            .notes
            .get(&meeting.note)
            .map(|file| self.href(file))
    }

    /// The address of a turn.
    pub(crate) fn turn_href(&self, meeting: &Meeting, turn: u32) -> Option<String> {
        let held = self.record.transcript(meeting)?.turn(turn).is_some();
        held.then(|| self.meeting_href(meeting))
            .flatten()
            .map(|page| format!("{page}#t{turn}"))
    }

    /// The address of an item. The note may have been moved since the link was made; when the item is gone the note is what is left.
    pub(crate) fn item_href(&self, to: &ItemRef) -> Option<String> {
        match self.record.item(&to.id) {
            Some((meeting, item)) => {
                let page = self.meeting_href(meeting)?;
                Some(format!("{page}#{}", item.id))
            }
            None => self.map.notes.get(&to.note).map(|file| self.href(file)),
        }
    }

    /// The address behind a wikilink's target, `meetings/2026-11-02-sally-chen#^tlq8w2m5zr`; none when the site shows no such thing.
    pub(crate) fn wiki_href(&self, target: &str) -> Option<String> {
        let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
        let path = path.trim().trim_end_matches('\\');
        let id = fragment.strip_prefix('^').and_then(ItemId::parse);
        let file = VaultPath::new(&format!("{}.md", path.strip_suffix(".md").unwrap_or(path)));
        let note = self.map.transcripts.get(&file).unwrap_or(&file);
        if let Some(page) = self.map.notes.get(note) {
            let shown = id.filter(|id| self.shows(note, id));
            let anchor = shown.map_or_else(String::new, |id| format!("#{id}"));
            return Some(self.href(page) + &anchor);
        }
        if let Some(page) = self.map.documents.get(&file) {
            return Some(self.href(page));
        }
        let people = &self.record.config.folders.people;
        let name = match file.below(people) {
            Some(_) => file.stem(),
            None if path.contains('/') => return None,
            None => path,
        };
        self.person_href(&self.record.people.resolve(name)?.slug)
    }

    fn shows(&self, note: &VaultPath, id: &ItemId) -> bool {
        let meeting = self
            .record
            .meetings
            .iter()
            .find(|meeting| meeting.note == *note);
        meeting.is_some_and(|meeting| {
            let mut items = meeting.items.iter().chain(&meeting.maybe);
            items.any(|item| item.id == *id)
        })
    }

    /// The commitment that an item promised or reported on.
    pub(crate) fn commitment(&self, id: &ItemId) -> Option<&'a Commitment> {
        self.map.commitment(self.record, id)
    }

    /// The person behind a slug.
    pub(crate) fn person(&self, slug: &Slug) -> Option<&'a Person> {
        self.record.people.get(slug)
    }

    /// The first name behind a slug.
    pub(crate) fn first_name(&self, slug: &Slug) -> &'a str {
        self.person(slug).map_or("somebody", Person::first_name)
    }

    /// The vault's manager, where the config names one who is known.
    fn owner(&self) -> Option<&'a Slug> {
        let name = self.record.config.manager.as_deref()?;
        self.record.people.resolve(name).map(|person| &person.slug)
    }

    /// Whether this manager is the one who reads the site.
    pub(crate) fn is_you(&self, manager: Option<&Slug>) -> bool {
        self.owner().is_none_or(|owner| manager == Some(owner))
    }

    /// How a meeting's manager is called: `You`, or their first name where somebody else held it.
    pub(crate) fn manager_name(&self, manager: Option<&Slug>) -> String {
        match manager {
            Some(slug) if !self.is_you(manager) => self.first_name(slug).to_owned(),
            _ => "You".to_owned(),
        }
    }

    /// How somebody is called in a meeting of `manager`: `You`, else their first name, else the words used.
    pub(crate) fn name(&self, who: &Who, manager: Option<&Slug>) -> String {
        match &who.person {
            Some(slug) if Some(slug) == manager => self.manager_name(manager),
            Some(slug) => self
                .person(slug)
                .map_or(who.name.as_str(), Person::first_name)
                .to_owned(),
            None => who.name.clone(),
        }
    }

    /// Whose promise this is, and how they are called.
    pub(crate) fn holder(&self, commitment: &Commitment) -> (Side, String) {
        match &commitment.owner {
            None => (Side::Nobody, "nobody".to_owned()),
            Some(owner) if commitment.by_manager => {
                (Side::You, self.name(owner, owner.person.as_ref()))
            }
            Some(owner) => (Side::Them, self.name(owner, None)),
        }
    }

    /// How many of these meetings were read by which engine over the network; the rules are no such engine.
    pub(crate) fn network_engines(meetings: &[&Meeting]) -> Vec<(String, usize)> {
        let mut engines = std::collections::BTreeMap::new();
        for meeting in meetings {
            let name = meeting.engine.as_deref().unwrap_or("rules");
            if name.split(' ').next() != Some("rules") {
                *engines.entry(name.to_owned()).or_insert(0) += 1;
            }
        }
        engines.into_iter().collect()
    }
}
