//! `throughline actions`: promises, both sides, the manager's first.

use std::process::ExitCode;

use anyhow::Result;

use crate::insight::promises::Standing;
use crate::ledger::Commitment;
use crate::model::calendar;
use crate::pipeline::Reading;

use super::Desk;
use super::run::{Run, count};
use super::screen::{bold, dim};

/// List promises, both sides, yours first. Each line says where it stands in the notes.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  throughline actions --overdue\n  throughline actions --owner sally\n  throughline actions --person sally --all"
)]
pub(super) struct Actions {
    /// Only what this person promised
    #[arg(long, value_name = "NAME")]
    owner: Option<String>,
    /// Only what was promised in this person's 1:1s, by either side
    #[arg(long, value_name = "NAME")]
    person: Option<String>,
    /// Only what is past its date
    #[arg(long)]
    overdue: bool,
    /// Settled ones too
    #[arg(long)]
    all: bool,
}

impl Actions {
    pub(super) fn run(&self, desk: &Desk) -> Result<ExitCode> {
        let run = Run::new(desk, Reading::Nothing)?;
        let record = &run.compiled.record;
        let today = run.options.today;
        let owner = self
            .owner
            .as_deref()
            .map(|name| run.person(name))
            .transpose()?;
        let person = self
            .person
            .as_deref()
            .map(|name| run.person(name))
            .transpose()?;
        let wanted = |commitment: &&Commitment| {
            let standing = Standing::of(commitment, today);
            let holder = commitment
                .owner
                .as_ref()
                .and_then(|owner| owner.person.as_ref());
            owner.is_none_or(|owner| holder == Some(&owner.slug))
                && person.is_none_or(|person| {
                    commitment.person.as_ref() == Some(&person.slug) || holder == Some(&person.slug)
                })
                && (!self.overdue || standing == Standing::PastDue)
                && (self.all || !standing.is_settled())
        };
        let mut commitments: Vec<&Commitment> =
            record.ledger.commitments.iter().filter(wanted).collect();
        commitments.sort_by_key(|commitment| {
            (
                !commitment.by_manager,
                &commitment.owner,
                commitment.due.is_none(),
                commitment.due,
                commitment.raised,
            )
        });
        let mut out = String::new();
        let mut before = None;
        for commitment in &commitments {
            let name = commitment
                .owner
                .as_ref()
                .map_or("Nobody named", |owner| owner.name.as_str());
            if before != Some(name) {
                if before.is_some() {
                    out.push('\n');
                }
                out.push_str(&bold(name));
                out.push('\n');
                before = Some(name);
            }
            out.push_str(&line(commitment, Standing::of(commitment, today)));
        }
        desk.screen.print(&out)?;
        desk.screen
            .say(&count(commitments.len(), "promise", "promises"));
        Ok(ExitCode::SUCCESS)
    }
}

fn line(commitment: &Commitment, standing: Standing) -> String {
    let due = match commitment.due {
        Some(due) => format!("due {}", calendar::long(due)),
        None => "no date".to_owned(),
    };
    let place = commitment
        .chain
        .last()
        .map(|link| format!("{}#^{}", link.note, link.id))
        .unwrap_or_default();
    let times = match commitment.chain.len() {
        0 | 1 => String::new(),
        times => format!(", promised {times} times"),
    };
    format!(
        "  {} — {}, {due}{times}\n    {}\n",
        commitment.text,
        standing.words(),
        dim(&place)
    )
}
