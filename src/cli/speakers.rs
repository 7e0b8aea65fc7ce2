//! `throughline speakers MEETING`: who speaks in a meeting, and who is meant by each label.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::model::{Meeting, Person, Transcript, VaultPath, text};
use crate::note::links;
use crate::pipeline::{self, Reading, speakers};
use crate::transcript::{look_up, speakers::is_name};
use crate::vault::front_matter;

use super::Desk;
use super::run::{Run, count, verdict};
use super::screen::{bold, dim};
use super::write::{Dry, write};

/// List who speaks in a meeting and whom each label means, or say who it is.
///
/// With --set the names are written as `speakers:` into the front matter of the meeting's note; the transcript stays as it is. The next
/// build reads the meeting again and gives each item to whoever said it; lines that you edited stay as you left them.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  throughline speakers 2026-06-18-sally-chen\n  throughline speakers transcripts/2026-06-18-sally-chen.md --set \"Speaker 1=Sally Chen\" --set \"Speaker 2=Dana\"\n  throughline speakers 2026-06-18-sally-chen --set \"Speaker 1=\"      forget it again"
)]
pub(super) struct Speakers {
    /// The meeting: its transcript, its note, or the name of either
    meeting: String,
    /// Who speaks under a label; without a name the label is forgotten
    #[arg(long, value_name = "LABEL=NAME", value_parser = pair)]
    set: Vec<(String, String)>,
    #[command(flatten)]
    dry: Dry,
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (label, name) = text
        .split_once('=')
        .ok_or("write it as \"Speaker 1=Sally Chen\"")?;
    Ok((label.trim().to_owned(), name.trim().to_owned()))
}

impl Speakers {
    pub(super) fn run(&self, desk: &Desk) -> Result<ExitCode> {
        if self.set.is_empty() {
            let run = Run::new(desk, Reading::Nothing)?;
            let (_, transcript) = self.find(&run)?;
            desk.screen.print(&listed(&run, transcript))?;
            return Ok(ExitCode::SUCCESS);
        }
        let mut run = Run::writing(desk, Reading::Missing, self.dry)?;
        let mut new = Vec::new();
        for (label, name) in &self.set {
            self.label(&run, label)?;
            if !name.is_empty() && person(&run, name)?.is_none() {
                new.push(name.as_str());
            }
        }
        let wrote = write(desk, &mut run, "speakers", self.dry, |run| {
            let (path, text) = self.named(run)?;
            Ok(pipeline::changes(&run.snapshot, [(path, text)]))
        })?;
        desk.screen.problems(&wrote.problems);
        for name in new {
            desk.screen.say(&format!(
                "{name} is new here: nobody else in this vault is called so."
            ));
        }
        if !self.dry.dry_run && wrote.problems.is_empty() {
            let note = &self.find(&run)?.0.note;
            desk.screen
                .say(&format!("{note} says who speaks. Next: throughline build"));
        }
        Ok(verdict(&wrote.problems))
    }

    /// The meeting of this path or name, with its transcript.
    fn find<'r>(&self, run: &'r Run) -> Result<(&'r Meeting, &'r Transcript)> {
        let record = &run.compiled.record;
        let wanted = self.meeting.replace('\\', "/");
        let wanted = wanted
            .strip_prefix(&format!("{}/", run.vault.root().display()))
            .unwrap_or(&wanted);
        let path = VaultPath::new(wanted);
        let is = |one: &VaultPath| {
            *one == path || one.link() == path.as_str() || one.stem() == path.as_str()
        };
        let found: Vec<&Meeting> = record
            .meetings
            .iter()
            .filter(|meeting| is(&meeting.note) || meeting.transcript.as_ref().is_some_and(is))
            .collect();
        let meeting = match found[..] {
            [meeting] => meeting,
            [] => {
                let last = record.meetings.last().map_or_else(String::new, |meeting| {
                    format!(
                        "\nhint: name it by its transcript, as in `{}`",
                        meeting.note.stem()
                    )
                });
                bail!("no meeting is called `{}`{last}", self.meeting)
            }
            _ => bail!(
                "more than one meeting is called `{}`\nhint: name it by its path",
                self.meeting
            ),
        };
        let transcript = meeting
            .transcript
            .as_ref()
            .and_then(|path| record.transcripts.get(path));
        match transcript {
            Some(transcript) => Ok((meeting, transcript)),
            None => bail!(
                "`{}` has no transcript, so nobody speaks in it",
                meeting.note
            ),
        }
    }

    /// The label as the transcript has it.
    fn label(&self, run: &Run, label: &str) -> Result<String> {
        let (_, transcript) = self.find(run)?;
        let labels = labels(transcript);
        let folded = |other: &&&str| text::fold(other) == text::fold(label);
        let mut alike = labels.keys().filter(folded);
        if labels.contains_key(label) {
            return Ok(label.to_owned());
        }
        if let (Some(only), None) = (alike.next(), alike.next()) {
            return Ok((*only).to_owned());
        }
        let all: Vec<&str> = labels.into_keys().collect();
        bail!(
            "nobody speaks as `{label}` in `{}`\nhint: the labels are {}",
            transcript.path,
            all.join(", ")
        )
    }

    /// The note with the names in its front matter. A meeting that has no note yet gets the one that the next build would write.
    fn named(&self, run: &Run) -> Result<(VaultPath, String)> {
        let note = self.find(run)?.0.note.clone();
        let written = run.compiled.files.get(&note).map(|file| &*file.bytes);
        let standing = run.snapshot.files.get(&note).map(AsRef::as_ref).or(written);
        let standing = String::from_utf8_lossy(standing.unwrap_or_default()).into_owned();
        let mut entries: Vec<(String, String)> = speakers::map(&standing)
            .into_iter()
            .map(|(_, label, name)| (label, name))
            .collect();
        for (label, name) in &self.set {
            let label = self.label(run, label)?;
            entries.retain(|(other, _)| *other != label);
            if !name.is_empty() {
                let name = person(run, name)?.map_or_else(|| name.clone(), links::person_in_full);
                entries.push((label, name));
            }
        }
        match front_matter::set_map(&standing, speakers::KEY, &entries) {
            Ok(text) => Ok((note, text)),
            Err(fault) => bail!(
                "{note}:{}: {}\nhint: {}",
                fault.line,
                fault.message,
                fault.hint
            ),
        }
    }
}

/// The person of this name; none for somebody new.
fn person<'r>(run: &'r Run, name: &str) -> Result<Option<&'r Person>> {
    let people = &run.compiled.record.people;
    let found = look_up(people, name, &[]);
    let shared = people
        .iter()
        .any(|person| text::fold(person.first_name()) == text::fold(name));
    if found.is_none() && (shared || !is_name(name)) {
        run.person(name)?;
    }
    Ok(found)
}

/// The labels with how many turns and words are theirs.
fn labels(transcript: &Transcript) -> BTreeMap<&str, (usize, usize)> {
    let mut labels: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for turn in &transcript.turns {
        let (turns, words) = labels.entry(&turn.label).or_default();
        *turns += 1;
        *words += turn.text.split_whitespace().count();
    }
    labels
}

fn listed(run: &Run, transcript: &Transcript) -> String {
    let mut out = format!("{}\n", bold(transcript.path.as_str()));
    let labels = labels(transcript);
    let width = labels
        .keys()
        .map(|label| label.chars().count())
        .max()
        .unwrap_or_default();
    for (label, (turns, words)) in labels {
        let speaker = transcript.turns.iter().find(|turn| turn.label == label);
        let slug = speaker.and_then(|turn| turn.speaker.as_ref());
        let person = slug.and_then(|slug| run.compiled.record.people.get(slug));
        let who = person.map_or("nobody known", |person| person.name.as_str());
        let shown = if label.is_empty() {
            "(no label)"
        } else {
            label
        };
        let spoke = format!(
            "{}, {}",
            count(turns, "turn", "turns"),
            count(words, "word", "words")
        );
        let _ = writeln!(out, "  {shown:width$}  {who}  {}", dim(&spoke));
    }
    if let Some(doubt) = &transcript.doubt {
        let _ = writeln!(out, "{doubt}");
    }
    out
}
