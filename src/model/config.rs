//! The vault's settings with their defaults. It does not know the file they come from.

use jiff::civil::Date;

use super::Cadence;

/// Everything that `throughline.yaml` can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The vault owner's name.
    pub manager: Option<String>,
    /// The pinned clock.
    pub today: Option<Date>,
    /// Where things are.
    pub folders: Folders,
    /// Where the site is written, relative to the vault.
    pub site_dir: String,
    /// The theme's name: `default`, or a folder below `themes/`.
    pub theme: String,
    /// How much the tool says about people.
    pub mode: Mode,
    /// How often people are met unless their file says otherwise.
    pub cadence: Cadence,
    /// How long a 1:1 is, in minutes: what the agenda must fit.
    pub agenda_minutes: u16,
    /// The company.
    pub company: Company,
    /// Who reads the transcripts.
    pub engine: Engine,
    /// How action items are written.
    pub tasks: Tasks,
    /// The thresholds, the same for everybody.
    pub measures: Measures,
}

/// The vault's folders, relative to its root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// One file a person.
    pub people: String,
    /// The raw record.
    pub transcripts: String,
    /// The notes.
    pub meetings: String,
    /// The agendas.
    pub agendas: String,
    /// The review drafts.
    pub reviews: String,
    /// The manager's own pages.
    pub insights: String,
    /// Exports to import.
    pub inbox: String,
}

impl Folders {
    /// The folders by their names in the settings.
    pub fn named(&self) -> [(&'static str, &str); 7] {
        [
            ("people", &self.people),
            ("transcripts", &self.transcripts),
            ("meetings", &self.meetings),
            ("agendas", &self.agendas),
            ("reviews", &self.reviews),
            ("insights", &self.insights),
            ("inbox", &self.inbox),
        ]
    }

    /// The folders by their names in the settings, to be changed.
    pub fn named_mut(&mut self) -> [(&'static str, &mut String); 7] {
        [
            ("people", &mut self.people),
            ("transcripts", &mut self.transcripts),
            ("meetings", &mut self.meetings),
            ("agendas", &mut self.agendas),
            ("reviews", &mut self.reviews),
            ("insights", &mut self.insights),
            ("inbox", &mut self.inbox),
        ]
    }
}

/// How much is written about people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Everything.
    Full,
    /// Action items and agendas only: no review drafts and no inference about anybody.
    NotesOnly,
}

/// The company's figures, for the growth ceiling.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Company {
    /// Its name.
    pub name: Option<String>,
    /// Revenue, in the owner's words.
    pub revenue: Option<String>,
    /// How many people work there.
    pub headcount: Option<u32>,
    /// Where it wants to be, in the owner's words.
    pub goal: Option<String>,
}

/// Who reads the transcripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The offline rules.
    Rules,
}

/// How action items are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tasks {
    /// The notation of dates.
    pub format: TaskFormat,
    /// A tag on every action item, without `#`: the Tasks plugin's global filter.
    pub tag: Option<String>,
}

/// The two notations of the Tasks plugin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskFormat {
    /// `📅 2026-11-20`.
    Emoji,
    /// `[due:: 2026-11-20]`.
    Dataview,
}

/// The thresholds of the measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measures {
    /// A rate is shown from this many promises on.
    pub rate_minimum: u16,
    /// A meeting is late after this many per cent of the cadence.
    pub late_after_percent: u16,
}

impl Default for Folders {
    fn default() -> Self {
        Self {
            people: "people".into(),
            transcripts: "transcripts".into(),
            meetings: "meetings".into(),
            agendas: "agendas".into(),
            reviews: "reviews".into(),
            insights: "insights".into(),
            inbox: "inbox".into(),
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            manager: None,
            today: None,
            folders: Folders::default(),
            site_dir: "site".into(),
            theme: "default".into(),
            mode: Mode::Full,
            cadence: Cadence::WEEKLY,
            agenda_minutes: 30,
            company: Company::default(),
            engine: Engine::Rules,
            tasks: Tasks {
                format: TaskFormat::Emoji,
                tag: None,
            },
            measures: Measures {
                rate_minimum: 5,
                late_after_percent: 150,
            },
        }
    }
}
