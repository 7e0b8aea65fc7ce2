//! From a recorder's export to a transcript of this vault: which day it was, who met, and whether the vault has it already. Pure: it
//! gives a path and a text, or says what it cannot find out; asking and writing are the caller's.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time};

use crate::model::{Config, People, Slug, Transcript, VaultPath};
use crate::transcript::file_name::{self, Named};
use crate::transcript::normal::{self, Talk};
use crate::transcript::recording::{self, Format, Recording, Refusal, Warning};
use crate::transcript::written::{self, About, Met};
use crate::transcript::{self, Head};
use crate::vault::{Snapshot, front_matter, hash, text};

use super::bag::Bag;
use super::met;

/// From this share of their words on, in per cent, two meetings of one day are one (FORMATS 5.5).
const SAME: usize = 80;

/// An export that was read.
#[derive(Debug)]
pub struct Incoming {
    /// As the owner calls it.
    pub shown: String,
    /// The name of the file.
    file: String,
    /// What the names of the file and of the folders around it tell, the nearest first.
    names: Vec<Named>,
    /// What front matter of its own says.
    pub(super) head: Head,
    sha256: String,
    pub(super) recording: Recording,
    talk: Talk,
}

impl Incoming {
    /// Reads the bytes of an export. `shown` is its path, and `folders` are those around it whose names may tell something, the nearest
    /// first.
    pub fn read(shown: &str, folders: &[&str], bytes: &[u8]) -> Result<Self, Refusal> {
        let recording = recording::read(bytes)?;
        // What was found inside of a Word document is text, whatever its own bytes are.
        let packed = bytes.starts_with(b"PK");
        if recording.format == Format::Plain && !packed && is_no_text(bytes) {
            return Err(Refusal {
                line: None,
                message: "this is no text".to_owned(),
                hint: "Export the transcript as text, WebVTT, JSON or a Word document.".to_owned(),
            });
        }
        let file = shown.rsplit(['/', '\\']).next().unwrap_or(shown).to_owned();
        let title = recording.title.as_deref();
        let names: Vec<Named> = [file.as_str()]
            .into_iter()
            .chain(title)
            .chain(folders.iter().copied())
            .map(file_name::read)
            .collect();
        let start = names.iter().find_map(|name| name.start);
        let talk = normal::talk(&recording, start)?;
        Ok(Self {
            shown: shown.to_owned(),
            file,
            names,
            head: own_head(bytes, recording.format),
            sha256: hash(bytes),
            recording,
            talk,
        })
    }

    /// What the owner should know about the reading.
    pub fn warnings(&self) -> &[Warning] {
        &self.talk.warnings
    }

    /// The labels of those who speak, in the order in which they first do.
    pub(super) fn labels(&self) -> Vec<&str> {
        let mut seen = BTreeSet::new();
        let labels = self
            .talk
            .turns
            .iter()
            .filter_map(|said| said.label.as_deref());
        labels.filter(|label| seen.insert(*label)).collect()
    }

    /// What the meeting, its file and the folders around it are called.
    pub(super) fn titles(&self) -> impl Iterator<Item = &str> {
        let title = self.recording.title.as_deref();
        title
            .into_iter()
            .chain(self.names.iter().filter_map(|name| name.title.as_deref()))
    }

    /// Whether anything in it shows that somebody speaks: in a folder whatever else lies there is no export.
    pub fn is_export(&self) -> bool {
        self.recording.format != Format::Plain
    }

    /// Whether it is text as people write it down themselves.
    pub fn is_markdown(&self) -> bool {
        matches!(self.recording.format, Format::Markdown | Format::Plain)
    }

    /// When it was, as far as the file and the names tell.
    pub fn date(&self) -> Option<Date> {
        when(self, &Wishes::default()).ok().map(|(date, _)| date)
    }

    /// The transcript that is made of it, with nobody named.
    pub fn alone(&self, date: Date) -> String {
        written::write(&self.about(date, None, Met::Open, None, None), &self.talk)
    }

    fn about(
        &self,
        date: Date,
        start: Option<Time>,
        met: Met,
        manager: Option<String>,
        title: Option<String>,
    ) -> About {
        About {
            date,
            start,
            met,
            kind: Some(&self.head.kind)
                .filter(|kind| !["", "1-1"].contains(&kind.as_str()))
                .cloned(),
            manager,
            title,
            source: self.file.clone(),
            format: self.recording.format.to_string(),
            sha256: self.sha256.clone(),
        }
    }
}

/// The hash of what a transcript was made of. Front matter that a hand has broken still tells it.
fn source_of(transcript: &str) -> Option<String> {
    let mut lines = transcript
        .lines()
        .skip(1)
        .take_while(|line| line.trim_end() != "---");
    let hash = lines.find_map(|line| line.strip_prefix("source_sha256:"))?;
    Some(hash.trim().trim_matches(['"', '\'']).to_owned())
}

/// Whether these bytes are a picture, a sound or a program: text hardly ever holds control characters.
fn is_no_text(bytes: &[u8]) -> bool {
    let wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let look = &bytes[..bytes.len().min(4096)];
    let strange = look.iter().filter(|byte| matches!(byte, 1..=8 | 14..=31));
    !wide && strange.count() * 100 > look.len()
}

/// What an export that is Markdown says of itself.
fn own_head(bytes: &[u8], format: Format) -> Head {
    let path = VaultPath::new("import.md");
    let (Some(text), _) = transcript::decode(&path, bytes) else {
        return Head::default();
    };
    if format != Format::Markdown && !text.trim_start_matches('\u{feff}').starts_with("---") {
        return Head::default();
    }
    transcript::head(&path, &front_matter::split(&text), &mut Vec::new())
}

/// What the owner says about an export.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// Whose 1:1 it is.
    pub person: Option<String>,
    /// When it was.
    pub date: Option<(Date, Option<Time>)>,
    /// What it is called.
    pub title: Option<String>,
    /// Who held it.
    pub manager: Option<String>,
    /// That it is a meeting of its own, whatever else was said that day.
    pub again: bool,
}

/// What becomes of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// A new transcript.
    New {
        /// Where.
        path: VaultPath,
        /// What will stand there.
        text: String,
    },
    /// Nothing: this transcript was made of the same bytes.
    Known(VaultPath),
}

/// What keeps an export from becoming a transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// Nothing tells whose 1:1 it is. These speak.
    Person(Vec<String>),
    /// Nothing tells when it was; perhaps a day without its year is known.
    Date(Option<String>),
    /// Nothing tells either.
    Both(Vec<String>, Option<String>),
    /// The same meeting is here already, in another form: so many of a hundred words agree.
    Same(VaultPath, usize),
    /// The name given for the person is nobody's.
    NoName(String),
}

impl Stop {
    /// The same for the owner, with the cure: an option of `throughline import`.
    pub fn refusal(&self, shown: &str) -> Refusal {
        let command = format!("throughline import \"{shown}\"");
        let (message, hint) = match self {
            Self::Person(labels) => (
                nobody(labels),
                format!(
                    "Say it with `{command} --person NAME`, or put the name into the file's name."
                ),
            ),
            Self::Date(yearless) => (
                no_day(yearless.as_deref()),
                format!(
                    "Say it with `{command} --date 2026-06-18`, or put the date into the file's name."
                ),
            ),
            Self::Both(labels, yearless) => (
                format!("{}; and {}", nobody(labels), no_day(yearless.as_deref())),
                format!(
                    "Say both with `{command} --person NAME --date 2026-06-18`, or put them into the file's name."
                ),
            ),
            Self::Same(path, percent) => (
                format!(
                    "this is the meeting of `{path}` in another form: {percent} of 100 words agree"
                ),
                format!(
                    "Then it is not needed. If it is another meeting, import it with `{command} --again`."
                ),
            ),
            Self::NoName(name) => (
                format!("`{name}` is no name of a person of this vault, or of more than one"),
                format!("Say it with `{command} --person NAME` and the full name."),
            ),
        };
        Refusal {
            line: None,
            message,
            hint,
        }
    }
}

fn nobody(labels: &[String]) -> String {
    match labels {
        [] => "nothing tells whose 1:1 this is, and no line says who is speaking".to_owned(),
        labels => format!(
            "nothing tells whose 1:1 this is; it is {} who speak",
            labels.join(" and ")
        ),
    }
}

fn no_day(yearless: Option<&str>) -> String {
    match yearless {
        Some(day) => {
            format!("the name says `{day}` and no year, and nothing in the file tells it")
        }
        None => "nothing in the file and its name tells when the meeting was".to_owned(),
    }
}

/// Takes exports into a vault, one after the other.
pub struct Importer<'a> {
    pub(super) config: &'a Config,
    pub(super) people: &'a People,
    /// The transcripts by the hash of what they were made of, and by their own.
    known: BTreeMap<String, VaultPath>,
    /// The paths that are taken, in lower case.
    taken: BTreeSet<String>,
    /// The words of the transcripts of each day.
    days: BTreeMap<Date, Vec<(VaultPath, Bag)>>,
}

impl<'a> Importer<'a> {
    /// An importer for a vault as it stands.
    pub fn new<'t>(
        snapshot: &'a Snapshot,
        people: &'a People,
        transcripts: impl IntoIterator<Item = &'t Transcript>,
    ) -> Self {
        let folder = &snapshot.config.folders.transcripts;
        let mut known = BTreeMap::new();
        for (path, bytes) in snapshot.below(folder) {
            known.insert(hash(bytes), path.clone());
            if let Some(source) = text(bytes).ok().and_then(source_of) {
                known.insert(source, path.clone());
            }
        }
        let mut days: BTreeMap<Date, Vec<(VaultPath, Bag)>> = BTreeMap::new();
        for transcript in transcripts {
            let said = transcript.turns.iter().map(|turn| turn.text.as_str());
            days.entry(transcript.date)
                .or_default()
                .push((transcript.path.clone(), Bag::of(said)));
        }
        let taken = snapshot.files.keys().chain(&snapshot.untouchable);
        Self {
            config: &snapshot.config,
            people,
            known,
            taken: taken.map(|path| path.as_str().to_lowercase()).collect(),
            days,
        }
    }

    /// What becomes of an export. What is taken here is known to the next.
    pub fn take(&mut self, incoming: &Incoming, wishes: &Wishes) -> Result<Taken, Stop> {
        if let Some(path) = self.known.get(&incoming.sha256) {
            return Ok(Taken::Known(path.clone()));
        }
        let found = (when(incoming, wishes), met::find(self, incoming, wishes));
        let ((date, start), met) = match found {
            (Ok(when), Ok(met)) => (when, met),
            // What is missing is told at once, so that nobody is sent back twice.
            (Err(Stop::Date(day)), Err(Stop::Person(labels))) => {
                return Err(Stop::Both(labels, day));
            }
            (Err(stop), _) | (_, Err(stop)) => return Err(stop),
        };
        let bag = Bag::of(incoming.talk.turns.iter().map(|said| said.text.as_str()));
        if !wishes.again {
            self.refuse_same(date, &bag)?;
        }
        let own = wishes
            .title
            .clone()
            .or_else(|| incoming.recording.title.clone());
        let own = own.or_else(|| incoming.head.title.clone());
        let (slug, title) = if let Some(slug) = &met.slug {
            (slug.clone(), own)
        } else {
            let title = own.or_else(|| incoming.titles().next().map(str::to_owned));
            let title = title.unwrap_or_else(|| "Meeting".to_owned());
            (Slug::new(&title), Some(title))
        };
        let path = self.free(date, &slug);
        let manager = wishes
            .manager
            .clone()
            .or_else(|| incoming.head.manager.clone());
        let about = incoming.about(date, start, met.met, manager, title);
        let text = written::write(&about, &incoming.talk);
        self.taken.insert(path.as_str().to_lowercase());
        self.known.insert(incoming.sha256.clone(), path.clone());
        self.days.entry(date).or_default().push((path.clone(), bag));
        Ok(Taken::New { path, text })
    }

    fn refuse_same(&self, date: Date, bag: &Bag) -> Result<(), Stop> {
        let others = self.days.get(&date).into_iter().flatten();
        let most = others.max_by_key(|(_, other)| bag.agrees(other));
        match most.map(|(path, other)| (path, bag.agrees(other))) {
            Some((path, percent)) if percent >= SAME => Err(Stop::Same(path.clone(), percent)),
            _ => Ok(()),
        }
    }

    /// `transcripts/<date>-<slug>.md`, with a number behind it from the second meeting of that day on.
    fn free(&self, date: Date, slug: &Slug) -> VaultPath {
        let folder = &self.config.folders.transcripts;
        let slug: String = slug.as_str().chars().take(80).collect();
        let mut path = VaultPath::within(folder, &format!("{date}-{slug}.md"));
        let mut number = 2;
        while self.taken.contains(&path.as_str().to_lowercase()) {
            path = VaultPath::within(folder, &format!("{date}-{slug}-{number}.md"));
            number += 1;
        }
        path
    }
}

/// The day and the time: what the owner says, what the file says, what its name or a folder's says.
fn when(incoming: &Incoming, wishes: &Wishes) -> Result<(Date, Option<Time>), Stop> {
    let by_name = incoming.names.iter().find(|name| name.date.is_some());
    let own = incoming.recording.date.or(incoming.head.date);
    let told = wishes.date.map(|(date, _)| date).or(own);
    let Some(date) = told.or_else(|| by_name?.date) else {
        let yearless = incoming.names.iter().find_map(|name| name.yearless.clone());
        return Err(Stop::Date(yearless));
    };
    let start = wishes.date.and_then(|(_, start)| start);
    let start = start.or(incoming.talk.start).or(incoming.head.start);
    let named = by_name.filter(|name| name.date == Some(date));
    Ok((date, start.or_else(|| named?.start)))
}
