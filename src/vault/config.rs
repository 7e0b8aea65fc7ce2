//! `throughline.yaml`: the settings, each with a default, and a problem with its line for each thing that cannot be read.

use crate::model::config::{Company, Engine, Folders, Measures, Mode, TaskFormat, Tasks};
use crate::model::{Cadence, Config, Problem, VaultPath};

use super::fields::Fields;
use super::front_matter::FrontMatter;

/// What a new vault's `throughline.yaml` says: every key, explained, at its default.
pub const TEMPLATE: &str = include_str!("throughline.yaml");

const KEYS: [&str; 12] = [
    "manager",
    "today",
    "folders",
    "site_dir",
    "theme",
    "mode",
    "cadence",
    "agenda_minutes",
    "company",
    "engine",
    "tasks",
    "measures",
];

/// Reads the settings. Whatever is wrong keeps its default.
pub fn read(path: &VaultPath, text: &str) -> (Config, Vec<Problem>) {
    let mut config = Config::default();
    let front_matter = match FrontMatter::parse(text, 1) {
        Ok(front_matter) => front_matter,
        Err(fault) => {
            let problem = Problem::new(path, Some(fault.line), fault.message, fault.hint);
            return (config, vec![problem]);
        }
    };
    let mut fields = Fields::new(path, front_matter.fields());
    fields.refuse_unknown(&KEYS);
    config.manager = fields.text("manager");
    config.today = fields.date("today");
    if let Some(folders) = fields.map("folders", folders) {
        config.folders = folders;
    }
    if let Some(folder) = fields.parsed("site_dir", INSIDE, inside) {
        config.site_dir = folder;
    }
    keep_apart(&mut config, &mut fields);
    let plain = |name: &str| {
        (!name.contains(['/', '\\']) && !name.starts_with('.')).then(|| name.to_owned())
    };
    if let Some(theme) = fields.parsed(
        "theme",
        "Write the name of a folder below themes/, or `default`.",
        plain,
    ) {
        config.theme = theme;
    }
    let mode = |name: &str| match name {
        "full" => Some(Mode::Full),
        "notes-only" => Some(Mode::NotesOnly),
        _ => None,
    };
    if let Some(mode) = fields.parsed("mode", "Write full or notes-only.", mode) {
        config.mode = mode;
    }
    if let Some(cadence) = fields.parsed("cadence", CADENCE, Cadence::parse) {
        config.cadence = cadence;
    }
    let minutes = |text: &str| {
        text.parse()
            .ok()
            .filter(|minutes| (5..=480).contains(minutes))
    };
    if let Some(minutes) = fields.parsed(
        "agenda_minutes",
        "Write a number of minutes from 5 to 480.",
        minutes,
    ) {
        config.agenda_minutes = minutes;
    }
    if let Some(company) = fields.map("company", company) {
        config.company = company;
    }
    let engine = |name: &str| (name == "rules").then_some(Engine::Rules);
    if let Some(engine) = fields.parsed("engine", "Write rules: the offline engine.", engine) {
        config.engine = engine;
    }
    if let Some(tasks) = fields.map("tasks", tasks) {
        config.tasks = tasks;
    }
    if let Some(measures) = fields.map("measures", measures) {
        config.measures = measures;
    }
    (config, fields.problems)
}

/// The hint for a cadence that cannot be read.
pub(super) const CADENCE: &str = "Write weekly, biweekly, monthly, or a number of days.";
const INSIDE: &str = "Write a folder inside the vault, such as 1-1s/transcripts.";

/// A folder below the vault's root, without `.` and `..`.
fn inside(text: &str) -> Option<String> {
    let text = text.replace('\\', "/");
    let parts: Vec<&str> = text.split('/').filter(|part| !part.is_empty()).collect();
    let escapes = text.starts_with('/')
        || text.contains(':')
        || parts.iter().any(|part| part.starts_with('.'));
    (!escapes && !parts.is_empty()).then(|| parts.join("/"))
}

fn folders(fields: &mut Fields<'_>) -> Folders {
    fields.refuse_unknown(&Folders::default().named().map(|(name, _)| name));
    let mut folders = Folders::default();
    for (name, folder) in folders.named_mut() {
        if let Some(given) = fields.parsed(name, INSIDE, inside) {
            *folder = given;
        }
    }
    folders
}

/// No folder may hold another: a note would be read as a transcript.
fn keep_apart(config: &mut Config, fields: &mut Fields<'_>) {
    let site = config.site_dir.clone();
    let all = config.folders.named();
    let mut places: Vec<(&str, &str)> = all.to_vec();
    places.push(("site_dir", &site));
    let clash = places.iter().enumerate().find_map(|(at, (name, folder))| {
        let within = |other: &&(&str, &str)| {
            let (folder, other) = (VaultPath::new(folder), VaultPath::new(other.1));
            folder == other
                || folder.below(other.as_str()).is_some()
                || other.below(folder.as_str()).is_some()
        };
        let other = places[..at].iter().find(within)?;
        Some(((*name).to_owned(), other.0.to_owned()))
    });
    if let Some((one, other)) = clash {
        let key = if fields.line("folders").is_some() {
            "folders"
        } else {
            "site_dir"
        };
        fields.wrong(
            key,
            &format!("puts {one} and {other} into one another"),
            "Give each a folder of its own; until then the usual folders are used.",
        );
        config.folders = Folders::default();
        config.site_dir = Config::default().site_dir;
    }
}

fn company(fields: &mut Fields<'_>) -> Company {
    fields.refuse_unknown(&["name", "revenue", "headcount", "goal"]);
    Company {
        name: fields.text("name"),
        revenue: fields.text("revenue"),
        headcount: fields.parsed("headcount", "Write a whole number.", |text| {
            text.parse().ok()
        }),
        goal: fields.text("goal"),
    }
}

fn tasks(fields: &mut Fields<'_>) -> Tasks {
    fields.refuse_unknown(&["format", "tag"]);
    let mut tasks = Config::default().tasks;
    let format = |name: &str| match name {
        "emoji" => Some(TaskFormat::Emoji),
        "dataview" => Some(TaskFormat::Dataview),
        _ => None,
    };
    if let Some(format) = fields.parsed("format", "Write emoji or dataview.", format) {
        tasks.format = format;
    }
    let tag = |text: &str| {
        let tag = text.trim_start_matches('#');
        let fits = !tag.is_empty()
            && tag
                .chars()
                .all(|c| c.is_alphanumeric() || "_/-".contains(c));
        fits.then(|| tag.to_owned())
    };
    tasks.tag = fields.parsed(
        "tag",
        "Write one tag of letters, digits, `-`, `_` or `/`.",
        tag,
    );
    tasks
}

fn measures(fields: &mut Fields<'_>) -> Measures {
    fields.refuse_unknown(&["rate_minimum", "late_after_percent"]);
    let mut measures = Config::default().measures;
    let number = |low: u16, high: u16| {
        move |text: &str| {
            text.parse()
                .ok()
                .filter(move |number| (low..=high).contains(number))
        }
    };
    if let Some(minimum) = fields.parsed(
        "rate_minimum",
        "Write a whole number from 2 to 100.",
        number(2, 100),
    ) {
        measures.rate_minimum = minimum;
    }
    if let Some(percent) = fields.parsed(
        "late_after_percent",
        "Write a whole number from 100 to 1000.",
        number(100, 1000),
    ) {
        measures.late_after_percent = percent;
    }
    measures
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Config, Vec<String>) {
        let (config, problems) = super::read(&VaultPath::new("throughline.yaml"), text);
        let lines = problems
            .iter()
            .map(|problem| format!("{}: {}", problem.place(), problem.message));
        (config, lines.collect())
    }

    #[test]
    fn the_template_says_the_defaults() {
        let (config, problems) = read(TEMPLATE);
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(config, Config::default());
        for key in KEYS {
            assert!(
                TEMPLATE.contains(&format!("{key}:")),
                "{key} is not explained"
            );
        }
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_line_and_keeps_its_default() {
        let (config, problems) = read(
            "manger: Dana\ncadence: sometimes\nfolders:\n  people: People\n  meetings: ../out\nagenda_minutes: 45\n",
        );
        assert_eq!(
            problems,
            [
                "throughline.yaml:1: `manger` is no setting",
                "throughline.yaml:5: `folders.meetings` is `../out`, which cannot be read",
                "throughline.yaml:2: `cadence` is `sometimes`, which cannot be read",
            ]
        );
        assert_eq!(
            (
                config.folders.people.as_str(),
                config.folders.meetings.as_str()
            ),
            ("People", "meetings")
        );
        assert_eq!(
            (config.cadence, config.agenda_minutes),
            (Cadence::WEEKLY, 45)
        );
    }

    #[test]
    fn folders_may_not_hold_one_another() {
        let (config, problems) = read("folders:\n  transcripts: 1-1s\n  meetings: 1-1s/notes\n");
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!(config.folders, Folders::default());
        let (config, problems) =
            read("folders:\n  transcripts: 1-1s/raw\n  meetings: 1-1s/notes\n");
        assert_eq!(
            (problems.len(), config.folders.transcripts.as_str()),
            (0, "1-1s/raw")
        );
    }

    #[test]
    fn an_empty_file_is_all_defaults() {
        assert_eq!(read(""), (Config::default(), vec![]));
        assert_eq!(read("# nothing yet\n"), (Config::default(), vec![]));
    }
}
