//! `throughline.yaml`: the settings, each with a default, and a problem with its line for each thing that cannot be read.

use crate::model::config::{Company, Engine, Folders, Measures, Mode, TaskFormat, Tasks};
use crate::model::{Cadence, Config, Problem, VaultPath};

use super::fields::Fields;
use super::front_matter::{Fault, FrontMatter};

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

/// The settings as they were read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// What they say; whatever is wrong keeps its default.
    pub config: Config,
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// Whether it is known where the vault's files are. If not, nothing may be written: it would come to stand in the wrong places.
    pub places_unknown: bool,
}

/// Reads the settings. One that is broken, as in a file half saved, does not take the others with it.
pub fn read(path: &VaultPath, text: &str) -> Settings {
    let (front_matter, mut faults) = match FrontMatter::parse(text, 1) {
        Ok(front_matter) => (front_matter, Vec::new()),
        Err(fault) => one_by_one(text, fault),
    };
    let lost = |key: &str| faults.iter().any(|(broken, _)| broken == key);
    let places_lost = lost("folders") || lost("site_dir") || lost("");
    let (config, mut problems, clash) = settings(path, &front_matter);
    problems.extend(
        faults
            .drain(..)
            .map(|(_, fault)| Problem::new(path, Some(fault.line), fault.message, fault.hint)),
    );
    Settings {
        config,
        problems,
        places_unknown: places_lost || clash,
    }
}

/// Each top-level key read by itself, and the faults of those that cannot be read; what is no key at all has the name "".
fn one_by_one(text: &str, whole: Fault) -> (FrontMatter, Vec<(String, Fault)>) {
    let mut blocks: Vec<(u32, String)> = Vec::new();
    for (line, number) in text.split_inclusive('\n').zip(1_u32..) {
        let begins = line.starts_with(|c: char| c.is_alphanumeric() || c == '"' || c == '\'');
        match blocks.last_mut() {
            Some((_, block)) if !begins => block.push_str(line),
            _ => blocks.push((number, line.to_owned())),
        }
    }
    let mut read = FrontMatter::default();
    let mut faults = Vec::new();
    for (line, block) in blocks {
        match FrontMatter::parse(&block, line) {
            Ok(fields) => read.append(fields),
            Err(fault) => {
                let key = block.split_once(':').map_or("", |(key, _)| key.trim());
                faults.push((key.to_owned(), fault));
            }
        }
    }
    if faults.is_empty() {
        faults.push((String::new(), whole));
    }
    (read, faults)
}

fn settings(path: &VaultPath, front_matter: &FrontMatter) -> (Config, Vec<Problem>, bool) {
    let mut config = Config::default();
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
    let clash = keep_apart(&mut config, &mut fields);
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
    (config, fields.problems, clash)
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
fn keep_apart(config: &mut Config, fields: &mut Fields<'_>) -> bool {
    let site = config.site_dir.clone();
    let all = config.folders.named();
    let mut places: Vec<(&str, &str)> = all.to_vec();
    places.push(("site_dir", &site));
    places.extend(["themes", "lexicon", "prompts"].map(|folder| (folder, folder)));
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
            "Give each a folder of its own; until then nothing is written.",
        );
        config.folders = Folders::default();
        config.site_dir = Config::default().site_dir;
        return true;
    }
    false
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
        let Settings {
            config, problems, ..
        } = super::read(&VaultPath::new("throughline.yaml"), text);
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
    fn a_broken_setting_does_not_take_the_others_with_it() {
        let path = VaultPath::new("throughline.yaml");
        let half = super::read(
            &path,
            "folders:\n  meetings: Notes\ntasks: {format: emoji\nmode: full\n",
        );
        assert_eq!(
            (half.config.folders.meetings.as_str(), half.places_unknown),
            ("Notes", false)
        );
        assert_eq!(half.problems.len(), 1);
        assert!(
            (3..=4).contains(&half.problems[0].line.unwrap_or_default()),
            "{:?}",
            half.problems
        );
        for unknown in [
            "folders: {meetings: Notes\n",
            "]\n",
            "folders:\n  meetings: transcripts\n",
        ] {
            assert!(super::read(&path, unknown).places_unknown, "{unknown}");
        }
    }

    #[test]
    fn an_empty_file_is_all_defaults() {
        assert_eq!(read(""), (Config::default(), vec![]));
        assert_eq!(read("# nothing yet\n"), (Config::default(), vec![]));
    }
}
