//! `throughline build`: the inbox, notes, agendas, review drafts and the site, then three plain lines.

use std::collections::BTreeMap;
use std::process::ExitCode;

use anyhow::Result;

use crate::ledger::{Commitment, State};
use crate::model::problem::Weight;
use crate::model::{Problem, VaultPath};
use crate::pipeline::{Progress as _, Reading};
use crate::site::Site;
use crate::vault::site_dir::SiteDir;

use super::Desk;
use super::progress::Bar;
use super::run::{Run, count};
use super::write::{Dry, take_in, write_after};

/// Do everything: transcripts of what lies in the inbox, notes, agendas, review drafts and the site.
///
/// A recorder's export that is put into inbox/ becomes a transcript and moves to inbox/done/; one that cannot be read stays, and is told.
/// What you wrote, ticked, edited or deleted in these files stays as you left it. A second run writes nothing.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  throughline build\n  throughline --vault example-vault build\n  throughline build --no-extract      leave the notes as they are\n  throughline build --dry-run         show what would change"
)]
pub(super) struct Build {
    /// Do not read transcripts: the notes count as they stand
    #[arg(long)]
    no_extract: bool,
    #[command(flatten)]
    dry: Dry,
}

impl Build {
    pub(super) fn run(&self, desk: &Desk) -> Result<ExitCode> {
        let reading = if self.no_extract {
            Reading::Nothing
        } else {
            Reading::Missing
        };
        let mut run = Run::writing(desk, reading, self.dry)?;
        let (journal, mut took) = take_in(desk, &mut run, "build", self.dry)?;
        for (export, transcript) in &took.new {
            desk.screen.say(&format!("{export} is now {transcript}"));
        }
        let mut wrote = write_after(desk, &mut run, journal, self.dry, |run| {
            Ok(run.compiled.files.clone())
        })?;
        if self.dry.dry_run {
            desk.screen.problems(&run.compiled.problems);
            return Ok(ExitCode::SUCCESS);
        }
        let site = run.compiled.site();
        let theme = site
            .problems()
            .iter()
            .filter(|problem| !run.compiled.problems.contains(problem))
            .cloned();
        let mut problems: Vec<Problem> =
            run.compiled.problems.iter().cloned().chain(theme).collect();
        let pages = write_site(desk, &run, &site, &mut problems);
        problems.append(&mut wrote.problems);
        problems.append(&mut took.problems);
        let serious: Vec<Problem> = problems
            .into_iter()
            .filter(|problem| problem.weight == Weight::Problem)
            .collect();
        desk.screen.problems(&serious);
        let failures = serious.len() > run.compiled.serious();
        desk.screen.print(&three_lines(&run))?;
        let pages = pages?;
        desk.screen.say(&format!(
            "{} and {} written. The site: {}/index.html",
            count(wrote.files, "file", "files"),
            count(pages, "page", "pages"),
            run.snapshot.config.site_dir
        ));
        Ok(if failures {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        })
    }
}

/// Renders each page and writes it where it differs. A page that cannot be rendered is a problem; the others are written.
fn write_site(desk: &Desk, run: &Run, site: &Site, problems: &mut Vec<Problem>) -> Result<usize> {
    let files: Vec<&str> = site.files().collect();
    let mut folder = SiteDir::open(
        &run.vault,
        &run.snapshot.config.site_dir,
        files.iter().copied(),
    )?;
    let bar = Bar::new(&desk.screen);
    bar.begin("Writing the site", files.len());
    for file in files {
        match site.render(file) {
            Ok(bytes) => folder.write(file, &bytes)?,
            Err(message) => problems.push(Problem::new(
                &VaultPath::within(&run.snapshot.config.site_dir, file),
                None,
                format!("this page could not be made: {message}"),
                "If a file of your own theme is named there, mend it or take it away.",
            )),
        }
        bar.step();
    }
    bar.end();
    folder.close()
}

/// Promises found, how many lack a date, what the manager owes to whom.
fn three_lines(run: &Run) -> String {
    let commitments = &run.compiled.record.ledger.commitments;
    let open: Vec<&Commitment> = commitments
        .iter()
        .filter(|commitment| commitment.state == State::Open)
        .collect();
    let undated = open
        .iter()
        .filter(|commitment| commitment.due.is_none())
        .count();
    let mut owed: BTreeMap<&str, usize> = BTreeMap::new();
    for commitment in open.iter().filter(|commitment| commitment.by_manager) {
        let person = commitment
            .person
            .as_ref()
            .and_then(|slug| run.compiled.record.people.get(slug));
        *owed
            .entry(person.map_or("the team", |person| person.first_name()))
            .or_default() += 1;
    }
    let owed: Vec<String> = owed
        .iter()
        .map(|(name, n)| format!("{n} to {name}"))
        .collect();
    let owes = if owed.is_empty() {
        "You owe nothing that is open.".to_owned()
    } else {
        format!("You owe {}.", owed.join(", "))
    };
    let dates = match (open.len(), undated) {
        (0, _) => "Nothing is open.".to_owned(),
        (_, 0) => "Each of the open ones has a date.".to_owned(),
        (_, 1) => "1 of the open ones has no date.".to_owned(),
        (_, undated) => format!("{undated} of the open ones have no date."),
    };
    format!(
        "{} found, {} open.\n{dates}\n{owes}\n",
        count(commitments.len(), "promise", "promises"),
        open.len(),
    )
}
