//! `people/<slug>.md`: somebody who is met. Keys that are not ours are the owner's and are left alone.

use crate::model::{Cadence, Person, Problem, Slug, VaultPath};

use super::config::CADENCE;
use super::fields::Fields;
use super::{Snapshot, front_matter, text};

/// Everybody with a file, in path order, and what is wrong with their files.
pub fn read_all(snapshot: &Snapshot) -> (Vec<Person>, Vec<Problem>) {
    let mut people: Vec<Person> = Vec::new();
    let mut problems = Vec::new();
    for (path, bytes) in snapshot.below(&snapshot.config.folders.people) {
        let Some(person) = read(path, bytes, &mut problems) else {
            continue;
        };
        if let Some(other) = people.iter().find(|other| other.slug == person.slug) {
            let file = other
                .file
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default();
            problems.push(Problem::new(
                path,
                None,
                format!(
                    "`{file}` already is the person `{}`; this file is not read",
                    person.slug
                ),
                "Rename one of the files, or give one a `slug:` of its own.",
            ));
            continue;
        }
        people.push(person);
    }
    (people, problems)
}

fn read(path: &VaultPath, bytes: &[u8], problems: &mut Vec<Problem>) -> Option<Person> {
    let text = match text(bytes) {
        Ok(text) => text,
        Err(line) => {
            problems.push(Problem::new(
                path,
                Some(line),
                "this file is not UTF-8 text",
                "Save it again as UTF-8.",
            ));
            return None;
        }
    };
    let split = front_matter::split(text);
    if let Some(fault) = split.fault {
        problems.push(Problem::new(
            path,
            Some(fault.line),
            fault.message,
            fault.hint,
        ));
    }
    let mut fields = Fields::new(path, split.front_matter.fields());
    let heading = || {
        let mut lines = split.body.lines();
        lines
            .find_map(|line| line.strip_prefix("# "))
            .map(|name| name.trim().to_owned())
    };
    let name = fields
        .text("name")
        .or_else(heading)
        .unwrap_or_else(|| title(path.stem()));
    let mut person = Person::named(&name);
    person.slug = Slug::new(
        &fields
            .text("slug")
            .unwrap_or_else(|| path.stem().to_owned()),
    );
    person.aliases = fields.texts("aliases");
    person.former_slugs = fields
        .texts("former_slugs")
        .iter()
        .map(|slug| Slug::new(slug))
        .collect();
    person.role = fields.text("role");
    person.team = fields.text("team");
    person.manager = fields.text("manager");
    person.cadence = fields.parsed("cadence", CADENCE, Cadence::parse);
    person.next = fields.date("next");
    person.started = fields.date("started");
    person.key_role = fields.flag("key_role").unwrap_or(false);
    person.outcomes = fields.texts("outcomes");
    person.outputs = fields.texts("outputs");
    person.decision = fields.text("decision");
    person.file = Some(path.clone());
    problems.append(&mut fields.problems);
    Some(person)
}

/// `sally-chen` reads `Sally Chen`; a name that already has capitals or spaces stays.
fn title(stem: &str) -> String {
    if stem.chars().any(|c| c.is_uppercase() || c == ' ') {
        return stem.to_owned();
    }
    let capital = |word: &str| {
        let mut rest = word.chars();
        rest.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(rest).collect()
        })
    };
    let words: Vec<String> = stem.split(['-', '_']).map(capital).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn read_one(path: &str, text: &str) -> (Person, Vec<String>) {
        let mut problems = Vec::new();
        let person = read(&VaultPath::new(path), text.as_bytes(), &mut problems).unwrap();
        (
            person,
            problems
                .iter()
                .map(|problem| format!("{}: {}", problem.place(), problem.message))
                .collect(),
        )
    }

    #[test]
    fn a_file_makes_a_person() {
        let (person, problems) = read_one(
            "people/sally-chen.md",
            "---\nname: Sally Chen\naliases:\n  - Sal\ncadence: biweekly\nstarted: 2024-01-08\nkey_role: true\noutcomes: []\nbirthday: 1 May\n---\nRuns the warehouse.\n",
        );
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(
            (person.name.as_str(), person.slug.as_str()),
            ("Sally Chen", "sally-chen")
        );
        assert_eq!(
            (person.started, person.key_role),
            (Some(date(2024, 1, 8)), true)
        );
        assert_eq!(person.aliases, ["Sal"]);
    }

    #[test]
    fn a_file_without_front_matter_is_a_person_too() {
        assert_eq!(
            read_one("People/Gráinne Foley.md", "notes\n").0.name,
            "Gráinne Foley"
        );
        assert_eq!(read_one("people/sally-chen.md", "").0.name, "Sally Chen");
        assert_eq!(
            read_one("people/sc.md", "# Sally Chen\n").0.name,
            "Sally Chen"
        );
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line() {
        let (person, problems) = read_one(
            "people/a.md",
            "---\nname: A\nstarted: last spring\ncadence: daily-ish\n---\n",
        );
        assert_eq!((person.started, person.cadence), (None, None));
        assert_eq!(problems.len(), 2);
        assert!(
            problems[0].starts_with("people/a.md:4: `cadence`"),
            "{problems:?}"
        );
    }
}
