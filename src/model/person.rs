//! The people of a vault, and how a name in a file or on a label becomes one of them. It reads no files.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;

use super::VaultPath;
use super::text;

/// A person's name in paths and links: lower-case ASCII with dashes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Arc<str>);

impl Slug {
    /// Folds any text to a slug; an empty result becomes `unnamed`.
    pub fn new(text: &str) -> Self {
        let slug = text::slug(text);
        Self(if slug.is_empty() {
            "unnamed".into()
        } else {
            slug.into()
        })
    }

    /// The slug's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How often two people mean to meet, in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cadence(u16);

impl Cadence {
    /// Every seven days: the default.
    pub const WEEKLY: Self = Self(7);

    /// `weekly`, `biweekly`, `monthly`, or a number of days from 1 to 366, with or without the word `days`.
    pub fn parse(text: &str) -> Option<Self> {
        match text.trim().to_ascii_lowercase().as_str() {
            "weekly" => Some(Self(7)),
            "biweekly" | "fortnightly" => Some(Self(14)),
            "monthly" => Some(Self(28)),
            other => {
                let number = other
                    .trim_end_matches("days")
                    .trim_end_matches("day")
                    .trim();
                let days: u16 = number.parse().ok()?;
                (1..=366).contains(&days).then_some(Self(days))
            }
        }
    }

    /// The number of days between two meetings.
    pub fn days(self) -> i32 {
        i32::from(self.0)
    }
}

impl fmt::Display for Cadence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            7 => f.write_str("weekly"),
            14 => f.write_str("every two weeks"),
            28 => f.write_str("every four weeks"),
            days => write!(f, "every {days} days"),
        }
    }
}

/// Somebody who is met, or who meets: from `people/<slug>.md`, or guessed from a transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The name in paths.
    pub slug: Slug,
    /// The full name as the owner writes it.
    pub name: String,
    /// Other names by which speech and files know them.
    pub aliases: Vec<String>,
    /// Earlier slugs whose links still hold.
    pub former_slugs: Vec<Slug>,
    /// Their job.
    pub role: Option<String>,
    /// Their team.
    pub team: Option<String>,
    /// The name of who manages them, where it is not the vault's manager.
    pub manager: Option<String>,
    /// How often they meet the manager, where it is not the vault's default.
    pub cadence: Option<Cadence>,
    /// The date of the next 1:1, where the owner fixed one.
    pub next: Option<Date>,
    /// When they took the seat.
    pub started: Option<Date>,
    /// Whether the company hangs on this seat.
    pub key_role: bool,
    /// Results that the owner wrote down for them.
    pub outcomes: Vec<String>,
    /// Deliverables that the owner wrote down for them.
    pub outputs: Vec<String>,
    /// What the owner decided about them, in the owner's words. Never shown to anybody else.
    pub decision: Option<String>,
    /// Their file; none when they were guessed from a transcript or the config.
    pub file: Option<VaultPath>,
}

impl Person {
    /// Somebody of whom only the name is known.
    pub fn named(name: &str) -> Self {
        Self {
            slug: Slug::new(name),
            name: text::squash(name),
            aliases: Vec::new(),
            former_slugs: Vec::new(),
            role: None,
            team: None,
            manager: None,
            cadence: None,
            next: None,
            started: None,
            key_role: false,
            outcomes: Vec::new(),
            outputs: Vec::new(),
            decision: None,
            file: None,
        }
    }

    /// The first word of the name.
    pub fn first_name(&self) -> &str {
        self.name.split(' ').next().unwrap_or(&self.name)
    }
}

/// Everybody in the vault, found by any of their names.
#[derive(Debug, Clone, Default)]
pub struct People {
    by_slug: BTreeMap<Slug, Person>,
    /// Folded full names, aliases and slugs; a name that two people share is in nobody's hands.
    names: BTreeMap<String, Option<Slug>>,
    /// Folded first names, with the same rule.
    first_names: BTreeMap<String, Option<Slug>>,
}

impl People {
    /// Indexes people by their names. Of two with one slug the first stays.
    pub fn new(people: impl IntoIterator<Item = Person>) -> Self {
        let mut all = Self::default();
        for person in people {
            if all.by_slug.contains_key(&person.slug) {
                continue;
            }
            let first = text::fold(person.first_name());
            claim(&mut all.first_names, first, &person.slug);
            let own = [person.name.as_str(), person.slug.as_str()];
            let aliases = person.aliases.iter().map(String::as_str);
            let former = person.former_slugs.iter().map(Slug::as_str);
            for name in own.into_iter().chain(aliases).chain(former) {
                claim(&mut all.names, text::fold(name), &person.slug);
            }
            all.by_slug.insert(person.slug.clone(), person);
        }
        all
    }

    /// The person with this slug.
    pub fn get(&self, slug: &Slug) -> Option<&Person> {
        self.by_slug.get(slug)
    }

    /// Everybody, by slug.
    pub fn iter(&self) -> impl Iterator<Item = &Person> {
        self.by_slug.values()
    }

    /// The one person of this name: full name, alias, slug, former slug, else a first name that only one person has.
    /// Accents, case, brackets of a wikilink and its folder do not matter.
    pub fn resolve(&self, name: &str) -> Option<&Person> {
        let key = text::fold(link_name(name));
        let slug = match self.names.get(&key) {
            Some(found) => found.as_ref(),
            None => self.first_names.get(&key)?.as_ref(),
        };
        self.by_slug.get(slug?)
    }

    /// As [`People::resolve`], but somebody who is in the room wins over somebody who is not, also by first name alone.
    pub fn resolve_among(&self, name: &str, room: &[Slug]) -> Option<&Person> {
        let key = text::fold(link_name(name));
        let mut there = room
            .iter()
            .filter_map(|slug| self.get(slug))
            .filter(|person| {
                let own = [
                    person.name.as_str(),
                    person.slug.as_str(),
                    person.first_name(),
                ];
                let aliases = person.aliases.iter().map(String::as_str);
                own.into_iter()
                    .chain(aliases)
                    .any(|known| text::fold(known) == key)
            });
        match (there.next(), there.next()) {
            (Some(person), None) => Some(person),
            (Some(_), Some(_)) => None,
            (None, _) => self.resolve(name),
        }
    }
}

/// The last part of a link's target: `[[people/sally-chen|Sally]]` gives `sally-chen`; anything else is given back.
pub fn link_name(text: &str) -> &str {
    let text = text.trim();
    let Some(inner) = text
        .strip_prefix("[[")
        .and_then(|rest| rest.strip_suffix("]]"))
    else {
        return text;
    };
    let target = inner.split(['|', '#']).next().unwrap_or(inner);
    let name = target.rsplit('/').next().unwrap_or(target);
    name.strip_suffix(".md").unwrap_or(name)
}

fn claim(names: &mut BTreeMap<String, Option<Slug>>, name: String, slug: &Slug) {
    if name.is_empty() {
        return;
    }
    names
        .entry(name)
        .and_modify(|owner| {
            if owner.as_ref() != Some(slug) {
                *owner = None;
            }
        })
        .or_insert_with(|| Some(slug.clone()));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people() -> People {
        let mut sally = Person::named("Sally Chen");
        sally.aliases = vec!["Sal".into()];
        sally.former_slugs = vec![Slug::new("sally-moss")];
        People::new([
            sally,
            Person::named("Gráinne Foley"),
            Person::named("Sam Ng"),
            Person::named("Sam Oyelaran"),
        ])
    }

    #[test]
    fn names_find_their_person() {
        let people = people();
        for name in [
            "Sally Chen",
            "sally chen",
            "SAL",
            "sally",
            "[[people/sally-chen|Sally]]",
            "[[Sally Moss]]",
        ] {
            assert_eq!(
                people.resolve(name).unwrap().slug.as_str(),
                "sally-chen",
                "{name}"
            );
        }
        assert_eq!(people.resolve("Grainne").unwrap().name, "Gráinne Foley");
    }

    #[test]
    fn a_shared_first_name_finds_nobody_unless_one_is_in_the_room() {
        let people = people();
        assert!(people.resolve("Sam").is_none());
        let room = [Slug::new("Sam Ng"), Slug::new("Sally Chen")];
        assert_eq!(people.resolve_among("Sam", &room).unwrap().name, "Sam Ng");
    }

    #[test]
    fn cadences_are_read_and_refused() {
        assert_eq!(Cadence::parse("biweekly").unwrap().days(), 14);
        assert_eq!(Cadence::parse("10 days").unwrap().days(), 10);
        assert_eq!(Cadence::parse("sometimes"), None);
        assert_eq!(Cadence::parse("0"), None);
    }
}
