//! The vault's people: those with a file, those whom the settings and front matter name, and those whom only their labels show. It
//! reads all transcripts at once, since a full name in one tells whose first name stands in another.

use std::collections::BTreeSet;

use crate::model::{Config, People, Person, Problem, VaultPath, text};

use super::Parsed;
use super::room::{Room, look_up, namesakes};
use super::speakers::{bare, is_name};
use super::voices::speakers;

#[cfg(test)]
mod tests;

/// Everybody in the vault, and each guess once: at the place where it was first needed.
pub fn people(known: Vec<Person>, parsed: &[Parsed], config: &Config) -> (People, Vec<Problem>) {
    let mut crowd = Crowd::new(known, config);
    // Who is named by the owner needs no guess. A full name goes before a first name, which may be the same person's.
    let managers: Vec<String> = crowd
        .all
        .iter()
        .filter_map(|person| person.manager.clone())
        .collect();
    for name in config.manager.iter().chain(&managers) {
        if crowd.is_new(name) {
            let full = parsed.iter().find_map(|file| crowd.full_name(name, file));
            crowd.add(full.unwrap_or(name));
        }
    }
    for full in [true, false] {
        for file in parsed {
            crowd.hear_of(file, full);
        }
    }
    for full in [true, false] {
        for file in parsed {
            crowd.hear(file, full);
        }
    }
    let mut told = BTreeSet::new();
    for file in parsed.iter().filter(|file| file.head.date.is_some()) {
        for guess in Room::of(file, &crowd.people, config).guesses {
            if told.insert(guess.message.clone()) {
                crowd.guesses.push(guess);
            }
        }
    }
    (crowd.people, crowd.guesses)
}

/// The people found so far.
struct Crowd<'a> {
    all: Vec<Person>,
    people: People,
    guesses: Vec<Problem>,
    config: &'a Config,
}

impl<'a> Crowd<'a> {
    fn new(all: Vec<Person>, config: &'a Config) -> Self {
        Self {
            people: People::new(all.clone()),
            all,
            guesses: Vec::new(),
            config,
        }
    }

    /// Whether it is a name, and nobody's yet. A first name that two people share is theirs.
    fn is_new(&self, name: &str) -> bool {
        is_name(name)
            && look_up(&self.people, name, &[]).is_none()
            && namesakes(&self.people, name).is_empty()
    }

    fn add(&mut self, name: &str) {
        self.all.push(Person::named(&spelled(name)));
        self.people = People::new(self.all.clone());
    }

    fn guess(&mut self, name: &str, path: &VaultPath, line: Option<u32>) {
        self.add(name);
        let Some(person) = self.all.last() else {
            return;
        };
        self.guesses.push(Problem::guess(
            path,
            line,
            format!("read {} as a person", person.name),
            format!(
                "Write {}/{}.md to settle it.",
                self.config.folders.people, person.slug
            ),
        ));
    }

    /// Takes in whom the front matter names.
    fn hear_of(&mut self, file: &Parsed, full: bool) {
        let head = &file.head;
        let lines = head.lines;
        let person = head.person.iter().map(|name| (name, lines.person));
        let attendees = head.attendees.iter().map(|name| (name, lines.attendees));
        let manager = head.manager.iter().map(|name| (name, lines.manager));
        let named = file.speakers.values().map(|name| (name, None));
        for (name, line) in person.chain(attendees).chain(manager).chain(named) {
            if is_full(name) != full || !self.is_new(name) {
                continue;
            }
            let name = self.full_name(name, file).unwrap_or(name);
            self.guess(name, &file.path, line);
        }
    }

    /// `person: Sally` and the label `Sally Chen` are one person with a full name.
    fn full_name<'f>(&self, name: &str, file: &'f Parsed) -> Option<&'f str> {
        let first = text::fold(&spelled(name));
        let mut labels = speakers(file).into_iter().map(|speaker| speaker.label);
        labels.find(|label| {
            let folded = text::fold(&bare(label));
            let begins = folded
                .split_once(' ')
                .is_some_and(|(word, _)| word == first);
            begins && self.is_new(label)
        })
    }

    /// Takes in who speaks.
    fn hear(&mut self, file: &Parsed, full: bool) {
        let all = speakers(file);
        let is_stated = file.head.person.is_some() || !file.head.attendees.is_empty();
        for speaker in &all {
            let named = speaker.named(file).is_some();
            if named || is_full(speaker.label) != full || !self.is_new(speaker.label) {
                continue;
            }
            if is_stated {
                // Of two speakers the unknown one is somebody whom the meeting already has.
                let taken = all.len() == 2
                    && Room::of(file, &self.people, self.config).knows(speaker.label);
                // The manager whom nothing names speaks with the person.
                let manager = all.len() == 2 && self.is_with_person(file, speaker.label);
                if taken || !full && !manager {
                    continue;
                }
            }
            self.guess(speaker.label, &file.path, Some(speaker.line));
        }
    }

    /// Whether the only other speaker is the person of the meeting, whose manager nothing names.
    fn is_with_person(&self, file: &Parsed, label: &str) -> bool {
        let room = Room::of(file, &self.people, self.config);
        !room.has_manager()
            && room.person().is_some_and(|person| {
                speakers(file).iter().any(|other| {
                    other.label != label
                        && look_up(&self.people, other.label, std::slice::from_ref(person))
                            .is_some_and(|other| other.slug == *person)
                })
            })
    }
}

fn is_full(name: &str) -> bool {
    text::fold(&bare(name)).contains(' ')
}

/// A name as it is shown: of a link its alias or its last part, of a slug the words it is made of.
fn spelled(name: &str) -> String {
    let squashed = text::squash(name);
    if let Some((_, alias)) = squashed
        .strip_prefix("[[")
        .and_then(|link| link.strip_suffix("]]"))
        .and_then(|link| link.split_once('|'))
        && is_full(alias)
    {
        return bare(alias);
    }
    let name = bare(name);
    if name.contains(' ') || !name.contains('-') || name.chars().any(char::is_uppercase) {
        return name;
    }
    let words = name.split('-').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(char::to_uppercase);
        first
            .into_iter()
            .flatten()
            .chain(letters)
            .collect::<String>()
    });
    words.collect::<Vec<_>>().join(" ")
}
