//! Who met in an imported meeting: the person of a 1:1, or several. It goes by what the owner says, the front matter, the speakers, the
//! names of the file and the guests' list, in this order, and guesses nothing that a name does not say.

use std::collections::BTreeSet;

use crate::model::{Person, Slug, text};
use crate::transcript::look_up;
use crate::transcript::speakers::{bare, is_bot, is_name};
use crate::transcript::written::Met;

use super::import::{Importer, Incoming, Stop, Wishes};

/// Who met, and the slug of the one person of a 1:1.
pub(super) struct Found {
    pub(super) met: Met,
    pub(super) slug: Option<Slug>,
}

/// A speaker whose label is a name.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Named<'a> {
    name: String,
    person: Option<&'a Person>,
}

/// Finds out who met.
pub(super) fn find(
    importer: &Importer<'_>,
    incoming: &Incoming,
    wishes: &Wishes,
) -> Result<Found, Stop> {
    let room = Room::of(importer, incoming, wishes);
    if let Some(name) = &wishes.person {
        return room.stated(name);
    }
    if let Some(name) = &incoming.head.person {
        return Ok(Room::one(&room.named(name)));
    }
    if !incoming.head.attendees.is_empty() {
        let all: Vec<Named<'_>> = incoming
            .head
            .attendees
            .iter()
            .map(|name| room.named(name))
            .collect();
        return Ok(room.one_or_several(&all));
    }
    if let Some(found) = room.by_speakers() {
        return Ok(found);
    }
    let person = room
        .by_titles(incoming)
        .or_else(|| room.by_guests(incoming));
    match person {
        Some(person) => Ok(Room::one(&person)),
        None => Err(Stop::Person(
            incoming.labels().into_iter().map(str::to_owned).collect(),
        )),
    }
}

struct Room<'a> {
    importer: &'a Importer<'a>,
    manager: Option<Named<'a>>,
    /// How many voices there are, those without a name among them, and no machines.
    voices: usize,
    /// Those with a name, the manager left out.
    others: Vec<Named<'a>>,
    /// Whether the manager is one of the voices.
    manager_speaks: bool,
}

impl<'a> Room<'a> {
    fn of(importer: &'a Importer<'a>, incoming: &Incoming, wishes: &Wishes) -> Self {
        let mut room = Self {
            importer,
            manager: None,
            voices: 0,
            others: Vec::new(),
            manager_speaks: false,
        };
        let manager = [
            wishes.manager.as_ref(),
            incoming.head.manager.as_ref(),
            importer.config.manager.as_ref(),
        ];
        room.manager = manager
            .into_iter()
            .flatten()
            .next()
            .map(|name| room.named(name));
        let mut seen = BTreeSet::new();
        for label in incoming.labels().into_iter().filter(|label| !is_bot(label)) {
            if !seen.insert(text::fold(&bare(label))) {
                continue;
            }
            room.voices += 1;
            if !is_name(label) {
                continue;
            }
            let named = room.named(label);
            if room.is_manager(&named) {
                room.manager_speaks = true;
            } else {
                room.others.push(named);
            }
        }
        room
    }

    fn named(&self, name: &str) -> Named<'a> {
        let person = look_up(self.importer.people, name, &[]);
        Named {
            name: person.map_or_else(|| bare(name), |person| person.name.clone()),
            person,
        }
    }

    /// The same person, or a first name where the full one is known.
    fn is_manager(&self, other: &Named<'_>) -> bool {
        let Some(manager) = &self.manager else {
            return false;
        };
        if let (Some(one), Some(other)) = (manager.person, other.person) {
            return one.slug == other.slug;
        }
        let (one, other) = (text::fold(&manager.name), text::fold(&other.name));
        let begins = |long: &str, short: &str| {
            long.strip_prefix(short)
                .is_some_and(|rest| rest.starts_with(' '))
        };
        let first_name = |short: &str| !short.contains(' ');
        one == other
            || first_name(&one) && begins(&other, &one)
            || first_name(&other) && begins(&one, &other)
    }

    /// The person whom the owner names.
    fn stated(&self, name: &str) -> Result<Found, Stop> {
        let named = self.named(name);
        if named.person.is_none() {
            // A first name is enough for somebody who speaks here.
            let first = text::fold(name);
            let mut speak = self.others.iter().filter(|other| {
                let folded = text::fold(&other.name);
                folded == first || folded.split(' ').next() == Some(&first)
            });
            if let (Some(speaker), None) = (speak.next(), speak.next()) {
                return Ok(Self::one(speaker));
            }
            let shared = self
                .importer
                .people
                .iter()
                .any(|person| text::fold(person.first_name()) == first);
            if shared || !is_name(name) {
                return Err(Stop::NoName(name.to_owned()));
            }
        }
        Ok(Self::one(&named))
    }

    fn one(person: &Named<'_>) -> Found {
        Found {
            slug: Some(
                person
                    .person
                    .map_or_else(|| Slug::new(&person.name), |person| person.slug.clone()),
            ),
            met: Met::One(written(person)),
        }
    }

    /// A meeting of these, or the 1:1 with the only one of them who is not the manager.
    fn one_or_several(&self, all: &[Named<'a>]) -> Found {
        let mut others = all.iter().filter(|named| !self.is_manager(named));
        if let (Some(one), None) = (others.next(), others.next()) {
            return Self::one(one);
        }
        Found {
            slug: None,
            met: Met::Several(all.iter().map(written).collect()),
        }
    }

    fn by_speakers(&self) -> Option<Found> {
        match &self.others[..] {
            [] => None,
            // A single name may be the manager's own, unless the vault knows better.
            [one] => (self.manager.is_some() || is_known(one)).then(|| Self::one(one)),
            [one, other] if self.voices == 2 => {
                self.of_two(one, other).map(|person| Self::one(person))
            }
            several => {
                let mut all = several.to_vec();
                all.extend(self.manager.clone().filter(|_| self.manager_speaks));
                Some(self.one_or_several(&all))
            }
        }
    }

    /// Of two names, neither of them known to be the manager's: the one whom the other manages, or the one whom alone the vault knows.
    fn of_two<'n>(&self, one: &'n Named<'a>, other: &'n Named<'a>) -> Option<&'n Named<'a>> {
        let manages = |manager: &Named<'_>, person: &Named<'_>| {
            let name = person.person.and_then(|person| person.manager.as_deref());
            name.is_some_and(|name| self.named(name).name == manager.name)
        };
        if manages(one, other) {
            return Some(other);
        }
        if manages(other, one) {
            return Some(one);
        }
        match (is_known(one), is_known(other)) {
            (true, false) => Some(one),
            (false, true) => Some(other),
            _ => None,
        }
    }

    /// The only person whose name stands in the names of the meeting, the file or its folders.
    fn by_titles(&self, incoming: &Incoming) -> Option<Named<'a>> {
        incoming.titles().find_map(|title| {
            let title = format!(" {} ", text::fold(title));
            let holds = |name: &str| {
                let name = text::fold(name);
                !name.is_empty() && title.contains(&format!(" {name} "))
            };
            let speakers = self.others.iter().filter(|other| {
                holds(&other.name) || other.name.split(' ').next().is_some_and(holds)
            });
            let mut found: Vec<Named<'a>> = speakers.cloned().collect();
            if found.is_empty() {
                let full = |person: &&Person| {
                    let mut names = person
                        .aliases
                        .iter()
                        .map(String::as_str)
                        .chain([person.name.as_str(), person.slug.as_str()]);
                    names.any(holds)
                };
                let first = |person: &&Person| {
                    holds(person.first_name())
                        && look_up(self.importer.people, person.first_name(), &[]).is_some()
                };
                let people = self
                    .importer
                    .people
                    .iter()
                    .filter(|person| full(person) || first(person));
                let people = people.map(|person| Named {
                    name: person.name.clone(),
                    person: Some(person),
                });
                found.extend(people.filter(|person| !self.is_manager(person)));
            }
            match &found[..] {
                [one] => Some(one.clone()),
                _ => None,
            }
        })
    }

    /// The only guest beside the manager.
    fn by_guests(&self, incoming: &Incoming) -> Option<Named<'a>> {
        self.manager.as_ref()?;
        let guests = incoming.recording.attendees.iter();
        let guests = guests
            .filter(|name| is_name(name))
            .map(|name| self.named(name));
        let mut guests = guests.filter(|guest| !self.is_manager(guest));
        match (guests.next(), guests.next()) {
            (Some(guest), None) => Some(guest),
            _ => None,
        }
    }
}

/// Whether the vault has a file of this person.
fn is_known(named: &Named<'_>) -> bool {
    named.person.is_some_and(|person| person.file.is_some())
}

/// As front matter names somebody: by a link to their file, where there is one.
fn written(named: &Named<'_>) -> String {
    let file = named.person.and_then(|person| person.file.as_ref());
    match file {
        Some(file) => format!("[[{}|{}]]", file.link(), named.name),
        None => named.name.clone(),
    }
}
