//! What most commands begin with: scan the vault, compile it, find a person by name.

use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};

use crate::draft::{Document, Planned};
use crate::model::problem::Weight;
use crate::model::{Person, Problem};
use crate::note::State;
use crate::pipeline::{self, Compiled, Options, Reading};
use crate::vault::{CONFIG, Lock, LockError, Snapshot, Vault};

use super::progress::Bar;
use super::write::{Dry, write};
use super::{Desk, clock};

/// A vault that was read, and what follows from it.
pub(super) struct Run {
    pub(super) vault: Vault,
    pub(super) snapshot: Snapshot,
    pub(super) compiled: Compiled,
    pub(super) options: Options,
    /// Held by a command that writes, from before the first file is read.
    pub(super) lock: Option<Lock>,
}

impl Run {
    /// Scans and compiles; nothing is written.
    pub(super) fn new(desk: &Desk, reading: Reading) -> Result<Self> {
        Self::begin(desk, desk.vault()?, reading, None)
    }

    /// As [`Run::new`], for a command that writes: it holds the vault's lock, unless it only shows what it would do.
    pub(super) fn writing(desk: &Desk, reading: Reading, dry: Dry) -> Result<Self> {
        let vault = desk.vault()?;
        let lock = if dry.dry_run {
            None
        } else {
            lock(desk, &vault)?
        };
        let run = Self::begin(desk, vault, reading, lock)?;
        if run.snapshot.places_unknown && !dry.dry_run {
            desk.screen.problems(&run.snapshot.problems);
            bail!(
                "nothing was written: {CONFIG} does not say where this vault's files are\nhint: mend it, and run the command again"
            );
        }
        Ok(run)
    }

    fn begin(desk: &Desk, vault: Vault, reading: Reading, lock: Option<Lock>) -> Result<Self> {
        let snapshot = vault.scan()?;
        if let Some(lock) = &lock {
            let folders = snapshot.config.folders.named().map(|(_, folder)| folder);
            vault.sweep(
                lock,
                folders
                    .into_iter()
                    .chain([snapshot.config.site_dir.as_str()]),
            );
        }
        let options = Options {
            reading,
            today: clock::today(desk.today, &snapshot.config),
        };
        let compiled = pipeline::compile(&snapshot, options, &Bar::new(&desk.screen));
        Ok(Self {
            vault,
            snapshot,
            compiled,
            options,
            lock,
        })
    }

    /// Reads the vault again and makes everything anew.
    pub(super) fn again(&mut self, desk: &Desk) -> Result<()> {
        self.snapshot = self.vault.scan()?;
        self.compile(desk);
        Ok(())
    }

    /// Makes everything anew from what was read.
    pub(super) fn compile(&mut self, desk: &Desk) {
        self.compiled = pipeline::compile(&self.snapshot, self.options, &Bar::new(&desk.screen));
    }

    /// Merges the draft that `plan` makes with what stands in the vault, writes it, and prints it without its merge state.
    pub(super) fn write_draft(
        &mut self,
        desk: &Desk,
        command: &str,
        dry: Dry,
        plan: impl Fn(&Self) -> Result<Planned>,
    ) -> Result<ExitCode> {
        let merged = |run: &Self| -> Result<(Document, Vec<Problem>)> {
            let planned = plan(run)?;
            let (kind, person) = (planned.kind.clone(), planned.person.clone());
            let (documents, problems) =
                pipeline::documents(&run.snapshot, &run.compiled.record.people, vec![planned]);
            let mut documents = documents.into_iter();
            let document =
                documents.find(|document| document.kind == kind && document.person == person);
            Ok((
                document.context("the file that holds this draft cannot be read")?,
                problems,
            ))
        };
        let wrote = write(desk, self, command, dry, |run| {
            let (document, _) = merged(run)?;
            Ok(pipeline::changes(
                &run.snapshot,
                [(document.path, document.text)],
            ))
        })?;
        let (document, mut problems) = merged(self)?;
        problems.extend(wrote.problems);
        desk.screen.problems(&problems);
        if !dry.dry_run {
            desk.screen.print(State::cut_off(&document.text))?;
            desk.screen.say(&document.path.to_string());
        }
        Ok(verdict(&problems))
    }

    /// Somebody by any of their names; an error that lists who there is.
    pub(super) fn person(&self, name: &str) -> Result<&Person> {
        let people = &self.compiled.record.people;
        if let Some(person) = people.resolve(name) {
            return Ok(person);
        }
        let known: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
        if known.is_empty() {
            bail!("nobody is called `{name}` here: the vault holds no people yet");
        }
        bail!(
            "nobody, or more than one, is called `{name}`\nhint: known here are {}",
            known.join(", ")
        );
    }
}

/// The vault's lock. Where the user's cache directory cannot be used there is none, and that is told: writing is still safe, file by file.
pub(super) fn lock(desk: &Desk, vault: &Vault) -> Result<Option<Lock>> {
    match vault.lock() {
        Ok(lock) => Ok(Some(lock)),
        Err(LockError::Busy) => bail!(
            "another Throughline is writing this vault\nhint: wait until it is done, or end it, and run the command again"
        ),
        Err(LockError::NoPlace(error)) => {
            desk.screen
                .say(&format!("no lock and no undo for this run: {error:#}"));
            Ok(None)
        }
    }
}

/// 1 when something is wrong that `check` would count, else 0.
pub(super) fn verdict(problems: &[Problem]) -> ExitCode {
    if problems
        .iter()
        .any(|problem| problem.weight == Weight::Problem)
    {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

/// `1 problem`, `3 problems`.
pub(super) fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
