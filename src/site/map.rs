//! Which file of the site holds what: the stable names of pages, made once. It knows no HTML and renders nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::ledger::{Commitment, Record};
use crate::model::{ItemId, People, Slug, VaultPath};

use super::{Document, DocumentKind};

/// The names of all pages that show something of the vault.
#[derive(Debug, Default)]
pub(crate) struct Map {
    /// The page of each meeting, by its note.
    pub(crate) notes: BTreeMap<VaultPath, String>,
    /// The note of each transcript.
    pub(crate) transcripts: BTreeMap<VaultPath, VaultPath>,
    /// Everybody who has pages.
    pub(crate) people: BTreeSet<Slug>,
    /// The page of each agenda and review, by its file in the vault.
    pub(crate) documents: BTreeMap<VaultPath, String>,
    /// Somebody's agendas, the latest first: index into the documents.
    pub(crate) agendas: BTreeMap<Slug, Vec<usize>>,
    /// Somebody's reviews, the latest first: index into the documents.
    pub(crate) reviews: BTreeMap<Slug, Vec<usize>>,
    /// The commitment that an item promised, promised again or reported on: index into the ledger.
    pub(crate) commitments: BTreeMap<ItemId, usize>,
}

impl Map {
    /// Names every page.
    pub(crate) fn new(record: &Record, documents: &[Document]) -> Self {
        let mut map = Self {
            people: people(record, documents),
            commitments: commitments(&record.ledger.commitments),
            ..Self::default()
        };
        let mut taken = BTreeSet::new();
        for meeting in &record.meetings {
            let folder = &record.config.folders.meetings;
            let below = meeting.note.below(folder).unwrap_or(meeting.note.as_str());
            let stem = below.strip_suffix(".md").unwrap_or(below);
            let file = free(&format!("meetings/{stem}"), &mut taken);
            map.notes.entry(meeting.note.clone()).or_insert(file);
            if let Some(transcript) = &meeting.transcript {
                map.transcripts
                    .entry(transcript.clone())
                    .or_insert_with(|| meeting.note.clone());
            }
        }
        map.name_documents(documents, &mut taken);
        map
    }

    fn name_documents(&mut self, documents: &[Document], taken: &mut BTreeSet<String>) {
        let mut order: Vec<usize> = (0..documents.len()).collect();
        order.sort_by(|a, b| {
            let (a, b) = (&documents[*a], &documents[*b]);
            (&a.person, &b.kind, &b.path).cmp(&(&b.person, &a.kind, &a.path))
        });
        for index in order {
            let document = &documents[index];
            let folder = person_folder(&document.person);
            let (list, stem) = match &document.kind {
                DocumentKind::Agenda(date) => {
                    let list = self.agendas.entry(document.person.clone()).or_default();
                    let stem = if list.is_empty() {
                        format!("{folder}/agenda")
                    } else {
                        format!("{folder}/agendas/{date}")
                    };
                    (list, stem)
                }
                DocumentKind::Review(period) => {
                    let list = self.reviews.entry(document.person.clone()).or_default();
                    (list, format!("{folder}/reviews/{}", plain(period)))
                }
            };
            list.push(index);
            let file = free(&stem, taken);
            self.documents.insert(document.path.clone(), file);
        }
    }

    /// The page of a person, when they have one.
    pub(crate) fn person(&self, slug: &Slug) -> Option<String> {
        self.people
            .contains(slug)
            .then(|| format!("{}/index.html", person_folder(slug)))
    }

    /// The table of somebody's promises, when they have pages.
    pub(crate) fn promises(&self, slug: &Slug) -> Option<String> {
        self.people
            .contains(slug)
            .then(|| format!("{}/promises.html", person_folder(slug)))
    }

    /// The commitment that an item belongs to.
    pub(crate) fn commitment<'a>(&self, record: &'a Record, id: &ItemId) -> Option<&'a Commitment> {
        record.ledger.commitments.get(*self.commitments.get(id)?)
    }
}

/// Where somebody's pages are.
pub(crate) fn person_folder(slug: &Slug) -> String {
    format!("people/{slug}")
}

/// `stem.html`, or with a number before the ending where two files of the vault would share a page. Case does not count: on
/// some disks `A.html` and `a.html` are one file.
fn free(stem: &str, taken: &mut BTreeSet<String>) -> String {
    let mut file = format!("{stem}.html");
    let mut number = 2;
    while !taken.insert(file.to_lowercase()) {
        file = format!("{stem}-{number}.html");
        number += 1;
    }
    file
}

/// A period's name without anything that a file name cannot hold.
fn plain(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || "-._".contains(c) {
                c
            } else {
                '-'
            }
        })
        .collect();
    let plain = plain.trim_matches('.');
    if plain.is_empty() {
        "review".to_owned()
    } else {
        plain.to_owned()
    }
}

/// Everybody who is met, and everybody else with a file, a promise or a draft of their own who is nobody's manager.
fn people(record: &Record, documents: &[Document]) -> BTreeSet<Slug> {
    let mut slugs: BTreeSet<Slug> = record.met().map(|person| person.slug.clone()).collect();
    let managers = managers(record, &record.people);
    let holders: BTreeSet<&Slug> = record
        .ledger
        .commitments
        .iter()
        .filter_map(|commitment| commitment.owner.as_ref()?.person.as_ref())
        .chain(documents.iter().map(|document| &document.person))
        .collect();
    for person in record.people.iter() {
        let own = person.file.is_some() || holders.contains(&person.slug);
        if own && !managers.contains(&person.slug) {
            slugs.insert(person.slug.clone());
        }
    }
    slugs
}

fn managers(record: &Record, people: &People) -> BTreeSet<Slug> {
    let named = record
        .people
        .iter()
        .filter_map(|person| person.manager.as_deref())
        .chain(record.config.manager.as_deref())
        .filter_map(|name| people.resolve(name))
        .map(|person| person.slug.clone());
    let held = record
        .meetings
        .iter()
        .filter_map(|meeting| meeting.manager.clone());
    named.chain(held).collect()
}

fn commitments(all: &[Commitment]) -> BTreeMap<ItemId, usize> {
    let mut map = BTreeMap::new();
    for (index, commitment) in all.iter().enumerate() {
        let promised = commitment.chain.iter().map(|link| &link.id);
        let spoken = commitment.events.iter().map(|event| &event.item.id);
        for id in promised.chain(spoken).chain([&commitment.id]) {
            map.entry(id.clone()).or_insert(index);
        }
    }
    map
}
