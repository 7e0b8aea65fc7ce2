//! Who was in one meeting: its person, its manager, and the speaker behind each label. It knows the vault's people and adds nobody.

use std::collections::BTreeMap;

use crate::model::{Config, People, Person, Problem, Slug, Transcript, text};

use super::Parsed;
use super::quality;
use super::speakers::{bare, is_name};
use super::voices::{Speaker, speakers};

/// One meeting's people, and what had to be guessed or could not be told.
pub(super) struct Room {
    /// Whose 1:1 it was.
    person: Option<Slug>,
    /// Who held it.
    manager: Option<Slug>,
    /// Everybody but the manager.
    people: Vec<Slug>,
    /// The speakers behind the labels, where they are known.
    speakers: BTreeMap<String, Slug>,
    /// Guesses that worked, or would if the owner said more: the same guess in two files has the same words.
    pub(super) guesses: Vec<Problem>,
    /// What the owner should settle.
    doubts: Vec<Problem>,
}

/// The one person of a name as front matter, settings and labels write it.
pub fn look_up<'a>(people: &'a People, name: &str, room: &[Slug]) -> Option<&'a Person> {
    people
        .resolve_among(name, room)
        .or_else(|| people.resolve_among(&bare(name), room))
}

/// Those whose first name or alias this is, when it is not enough to tell which.
pub(super) fn namesakes<'a>(people: &'a People, name: &str) -> Vec<&'a Person> {
    let key = text::fold(&bare(name));
    people
        .iter()
        .filter(|person| {
            let aliases = person.aliases.iter().map(String::as_str);
            [person.name.as_str(), person.first_name()]
                .into_iter()
                .chain(aliases)
                .any(|known| text::fold(known) == key)
        })
        .collect()
}

/// Whether a meeting of this kind has no single person.
fn is_group(kind: &str) -> bool {
    let kind = text::fold(kind);
    ["team", "group", "standup", "stand up", "all hands", "retro"]
        .iter()
        .any(|word| kind == *word || kind.starts_with(&format!("{word} ")))
}

/// Makes a transcript of a parsed file: its person, its manager, and each turn's speaker. The problems are all that is to be said
/// about this file, the parser's included. A file without a date or without turns is no transcript, and the problems say why.
pub fn resolve(
    parsed: Parsed,
    people: &People,
    config: &Config,
) -> (Option<Transcript>, Vec<Problem>) {
    let mut problems = parsed.problems.clone();
    let Some(date) = parsed.head.date else {
        let told = parsed.head.lines.date.is_some_and(|line| {
            let at = |problem: &Problem| problem.line == Some(line);
            problems.iter().any(at)
        });
        if !told {
            problems.push(Problem::new(
                &parsed.path,
                parsed.head.lines.date,
                "the transcript has no date",
                "Write `date: 2026-06-18` into its front matter, or put the date into the file's name.",
            ));
        }
        return (None, problems);
    };
    if parsed.turns.is_empty() {
        return (None, problems);
    }
    let room = Room::of(&parsed, people, config);
    problems.extend(room.doubts);
    let Parsed {
        path,
        head,
        mut turns,
        hash,
        ..
    } = parsed;
    for turn in &mut turns {
        turn.speaker = room.speakers.get(&turn.label).cloned();
    }
    let doubt = quality::doubt(&turns, people);
    // Where no line has a label the parser has said so.
    if let Some(doubt) = &doubt
        && turns.iter().any(|turn| !turn.label.is_empty())
    {
        problems.push(quality::problem(&path, doubt));
    }
    let transcript = Transcript {
        path,
        date,
        start: head.start,
        kind: head.kind,
        title: head.title,
        person: room.person,
        people: room.people,
        manager: room.manager,
        duration_minutes: head.duration_minutes,
        turns,
        doubt,
        hash,
    };
    (Some(transcript), problems)
}

impl Room {
    /// Finds out who was there.
    pub(super) fn of(parsed: &Parsed, people: &People, config: &Config) -> Self {
        let mut room = Self {
            person: None,
            manager: None,
            people: Vec::new(),
            speakers: BTreeMap::new(),
            guesses: Vec::new(),
            doubts: Vec::new(),
        };
        let head = &parsed.head;
        let group = is_group(&head.kind);
        let stated = head
            .person
            .iter()
            .chain(&head.attendees)
            .map(String::as_str);
        let mut named = room.stated(parsed, stated, people);
        let mut person = head
            .person
            .as_ref()
            .and_then(|name| look_up(people, name, &named))
            .map(|person| person.slug.clone())
            .filter(|_| !group);
        room.manager = stated_manager(parsed, people, config, person.as_ref(), &named);

        let mut present = named.clone();
        present.extend(room.manager.clone());
        present.sort_unstable();
        present.dedup();
        let speakers = speakers(parsed);
        let mut found: Vec<Option<Slug>> = speakers
            .iter()
            .map(|speaker| {
                let named = speaker.named(parsed);
                look_up(people, named.unwrap_or(speaker.label), &present)
            })
            .map(|person| person.map(|person| person.slug.clone()))
            .collect();

        let pair = <[Speaker<'_>; 2]>::try_from(speakers.clone()).ok();
        if room.manager.is_none() && pair.is_some() && !group {
            room.manager = other_of(&found, person.as_ref());
        }
        if person.is_none() && !group {
            named.retain(|slug| Some(slug) != room.manager.as_ref());
            person = match &named[..] {
                [one] => Some(one.clone()),
                [] if pair.is_some() => other_of(&found, room.manager.as_ref()),
                _ => None,
            };
        }
        if let (Some(person), Some(pair)) = (&person, &pair) {
            room.settle_pair(parsed, people, person, pair, &mut found);
        }
        room.person = person;

        let there = room
            .person
            .iter()
            .chain(&named)
            .chain(found.iter().flatten());
        let mut everybody: Vec<Slug> = Vec::new();
        for slug in there {
            if Some(slug) != room.manager.as_ref() && !everybody.contains(slug) {
                everybody.push(slug.clone());
            }
        }
        room.people = everybody;
        room.label(parsed, people, &speakers, &found);
        room.doubt(parsed, group);
        room
    }

    /// Whose 1:1 it was.
    pub(super) fn person(&self) -> Option<&Slug> {
        self.person.as_ref()
    }

    /// Whether anything tells who held it.
    pub(super) fn has_manager(&self) -> bool {
        self.manager.is_some()
    }

    /// Whether it is known who speaks under this label.
    pub(super) fn knows(&self, label: &str) -> bool {
        self.speakers.contains_key(label)
    }

    /// The people whom the front matter names; who cannot be told is a doubt.
    fn stated<'a>(
        &mut self,
        parsed: &Parsed,
        names: impl Iterator<Item = &'a str>,
        people: &People,
    ) -> Vec<Slug> {
        let mut out: Vec<Slug> = Vec::new();
        for name in names.filter(|name| is_name(name)) {
            match look_up(people, name, &[]) {
                Some(person) if out.contains(&person.slug) => {}
                Some(person) => out.push(person.slug.clone()),
                None => self.doubts.push(Problem::new(
                    &parsed.path,
                    parsed.head.lines.of_people(),
                    either(people, name),
                    "Write the full name, or the link to the person's file.",
                )),
            }
        }
        out
    }

    /// In a 1:1 of exactly two, a name that nobody bears belongs to the one whose voice is missing.
    fn settle_pair(
        &mut self,
        parsed: &Parsed,
        people: &People,
        person: &Slug,
        pair: &[Speaker<'_>; 2],
        found: &mut [Option<Slug>],
    ) {
        let Some(open) = found.iter().position(Option::is_none) else {
            return;
        };
        let (speaker, other) = (&pair[open], found[1 - open].as_ref());
        if speaker.named(parsed).is_some()
            || !is_name(speaker.label)
            || !namesakes(people, speaker.label).is_empty()
        {
            return;
        }
        let is_full = speaker.key.contains(' ');
        let missing = if other.is_some() && other == self.manager.as_ref() {
            Some(person)
        } else if other == Some(person) && !is_full {
            // A full name that is not the manager's is somebody else's; a nickname may well be theirs.
            self.manager.as_ref()
        } else {
            None
        };
        let Some(somebody) = missing.and_then(|slug| people.get(slug)) else {
            return;
        };
        found[open] = Some(somebody.slug.clone());
        self.guesses.push(Problem::guess(
            &parsed.path,
            Some(speaker.line),
            format!("read the speaker `{}` as {}", speaker.label, somebody.name),
            format!(
                "Add `{}` to the `aliases:` of their file to settle it.",
                speaker.label
            ),
        ));
    }

    /// Remembers the speaker behind every label, and tells of names that nobody bears.
    fn label(
        &mut self,
        parsed: &Parsed,
        people: &People,
        speakers: &[Speaker<'_>],
        found: &[Option<Slug>],
    ) {
        for (speaker, slug) in speakers.iter().zip(found) {
            let Some(slug) = slug else {
                self.nobody(parsed, people, speaker);
                continue;
            };
            for label in &speaker.labels {
                self.speakers.insert((*label).to_owned(), slug.clone());
            }
        }
    }

    fn nobody(&mut self, parsed: &Parsed, people: &People, speaker: &Speaker<'_>) {
        // What is wrong with a name that the owner gave is told of the note that gives it.
        if !is_name(speaker.label) || speaker.named(parsed).is_some() {
            return;
        }
        if namesakes(people, speaker.label).len() > 1 {
            self.doubts.push(Problem::new(
                &parsed.path,
                Some(speaker.line),
                either(people, speaker.label),
                "Name the people of the meeting in its front matter, with `person:` or `attendees:`.",
            ));
            return;
        }
        self.guesses.push(Problem::guess(
            &parsed.path,
            Some(speaker.line),
            format!(
                "nobody is called `{}`, so what they said is nobody's",
                speaker.label
            ),
            "Add the name to the `aliases:` of a person's file.",
        ));
    }

    fn doubt(&mut self, parsed: &Parsed, group: bool) {
        if parsed.turns.iter().all(|turn| turn.label.is_empty()) && self.people.is_empty() {
            return;
        }
        let several = !parsed.head.attendees.is_empty();
        if self.person.is_none() && !group && !several && parsed.head.person.is_none() {
            self.doubts.push(Problem::new(
                &parsed.path,
                None,
                "nothing says whose 1:1 this is",
                "Write `person: NAME` into its front matter, or `attendees:` for a meeting of several.",
            ));
        }
        if self.manager.is_none() {
            self.doubts.push(Problem::new(
                &parsed.path,
                None,
                "nothing says who held this meeting",
                "Write `manager: NAME` into throughline.yaml, into the person's file, or into this file's front matter.",
            ));
        }
    }
}

/// The manager by front matter, the person's file or the settings; nobody manages themselves.
fn stated_manager(
    parsed: &Parsed,
    people: &People,
    config: &Config,
    person: Option<&Slug>,
    named: &[Slug],
) -> Option<Slug> {
    let look_up = |name: &String| {
        look_up(people, name, &[])
            .map(|person| person.slug.clone())
            .filter(|slug| Some(slug) != person)
    };
    let of_file = |slug: &Slug| people.get(slug)?.manager.as_ref().and_then(look_up);
    // Of several people the files must agree.
    let of_files = || {
        if let Some(person) = person {
            return of_file(person);
        }
        let mut all = named.iter().filter_map(of_file);
        let first = all.next()?;
        all.all(|next| next == first).then_some(first)
    };
    parsed
        .head
        .manager
        .as_ref()
        .and_then(look_up)
        .or_else(of_files)
        .or_else(|| config.manager.as_ref().and_then(look_up))
}

/// Of two speakers the one who is not `known`, when `known` is the other.
fn other_of(found: &[Option<Slug>], known: Option<&Slug>) -> Option<Slug> {
    let known = known?;
    match found {
        [Some(a), Some(b)] if a == known && b != known => Some(b.clone()),
        [Some(a), Some(b)] if b == known && a != known => Some(a.clone()),
        // The manager may speak as `Speaker 1` or `Me`: the only other name is still the person's.
        [Some(one), None] | [None, Some(one)] if one != known => Some(one.clone()),
        _ => None,
    }
}

fn either(people: &People, name: &str) -> String {
    let all = namesakes(people, name);
    if all.is_empty() {
        return format!("nobody is called `{name}`");
    }
    let names: Vec<&str> = all.iter().map(|person| person.name.as_str()).collect();
    format!("`{name}` could be {}", names.join(" or "))
}
