//! `throughline explain ID`: why an item was found.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};

use crate::extract::{DaySaid, Lexicon, Link, Quoted, Trace, remark_parts};
use crate::model::{Evidence, ItemId, Kind, Source};
use crate::pipeline::{self, Explained, Reading};

use super::Desk;
use super::run::Run;
use super::screen::{bold, dim};

/// Say why an item was found: the words, what they are a sign of, who answered, and how its day was reckoned.
///
/// The id stands at the end of each line of a note, behind the ^. Nothing is written.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  throughline explain tl3k9f2abc\n\nThe phrases are those of the lexicon: see `throughline lexicon`."
)]
pub(super) struct Explain {
    /// The item's id, with or without its ^
    id: String,
}

impl Explain {
    pub(super) fn run(&self, desk: &Desk) -> Result<ExitCode> {
        let text = self.id.trim_start_matches('^');
        let Some(id) = ItemId::parse(text) else {
            bail!(
                "`{}` is no item's id\nhint: an id is tl and eight letters and digits, as it stands behind the ^ of a line in a meeting note",
                self.id
            );
        };
        let run = Run::new(desk, Reading::Nothing)?;
        let explained = pipeline::explain(&run.snapshot, &run.compiled.record, &id)
            .with_context(|| {
                format!(
                    "no meeting note holds `{id}`\nhint: `throughline actions --all` lists the promises with where they stand"
                )
            })?;
        desk.screen.print(&told(&explained))?;
        Ok(ExitCode::SUCCESS)
    }
}

fn told(explained: &Explained<'_>) -> String {
    let item = explained.item;
    let kind = match item.kind() {
        Kind::Action => "action item",
        Kind::Unclear => "unclear accountability",
        Kind::Expectation => "clear expectation",
        Kind::FollowUp => "follow-up",
        Kind::Feedback => "feedback",
        Kind::Deferred => "put off",
    };
    let kind = if explained.maybe {
        format!("{kind}, a maybe: the signs are too weak to count it")
    } else {
        kind.to_owned()
    };
    let mut out = format!(
        "{}\n{kind}, in {}\n",
        bold(&item.text),
        explained.meeting.note
    );
    match (&item.source, &explained.trace) {
        (Source::Owner { path, line, .. }, _) => {
            let _ = writeln!(out, "\nYou wrote it yourself: {path}:{line}");
        }
        (Source::Speech(evidence), Some(trace)) => {
            out.push_str(&reasons(trace));
            if item.kind() == Kind::Feedback {
                out.push_str(&named(evidence));
            }
        }
        (Source::Speech(evidence), None) => {
            let engine = explained.meeting.engine.as_deref().unwrap_or("an engine");
            let _ = writeln!(
                out,
                "\nWritten by {engine}; this version's rules do not find it. Its quotes:"
            );
            for evidence in evidence {
                let _ = writeln!(out, "  {}", quote(evidence));
            }
        }
    }
    out
}

fn reasons(trace: &Trace) -> String {
    let mut out = String::new();
    for (place, quoted) in trace.quotes.iter().enumerate() {
        out.push_str(&heard(quoted, place > 0));
    }
    if let Some(day) = &trace.day {
        out.push_str(&reckoned(day));
    }
    if let Some(link) = &trace.link {
        out.push_str(&linked(link));
    }
    out
}

/// Which of situation, behaviour and impact a remark's quotes name.
fn named(evidence: &[Evidence]) -> String {
    let quotes = evidence.iter().map(|evidence| evidence.quote.as_str());
    let parts = remark_parts(Lexicon::built_in(), quotes);
    let all = [
        (parts.situation, "when or where it was"),
        (parts.behaviour, "what was done"),
        (parts.impact, "what came of it"),
    ];
    let list = |named: bool| {
        let parts = all.iter().filter(|(is, _)| *is == named);
        parts.map(|(_, part)| *part).collect::<Vec<_>>().join(", ")
    };
    match (list(true), list(false)) {
        (told, missing) if missing.is_empty() => format!("\nIts quotes tell {told}.\n"),
        (told, missing) if told.is_empty() => format!("\nIts quotes do not tell {missing}.\n"),
        (told, missing) => format!("\nIts quotes tell {told}; not {missing}.\n"),
    }
}

fn quote(evidence: &Evidence) -> String {
    let speaker = if evidence.speaker.is_empty() {
        "somebody"
    } else {
        &evidence.speaker
    };
    format!("{speaker}, turn {}: “{}”", evidence.turn, evidence.quote)
}

fn heard(quoted: &Quoted, beside: bool) -> String {
    let mut out = format!("\n{}\n", quote(&quoted.evidence));
    for sign in &quoted.signs {
        let phrase = dim(&format!("({})", sign.phrase));
        let _ = writeln!(out, "  “{}” {phrase} {}", sign.words, sign.meaning);
    }
    if quoted.signs.is_empty() {
        let why = if beside {
            "It tells what is meant, or confirms it."
        } else {
            "No phrase of the lexicon stands in it: it was found by the form of its sentence and by the turns around it."
        };
        let _ = writeln!(out, "  {why}");
    }
    if let Some((turn, words, yes)) = &quoted.answer {
        let how = if *yes { "says yes" } else { "says no" };
        let _ = writeln!(out, "  The answer {how}, turn {turn}: “{words}”");
    }
    out
}

fn reckoned(day: &DaySaid) -> String {
    match &day.words {
        Some((words, turn)) => format!(
            "\nThe day: “{words}” in turn {turn} is {}, counted from {}, the day of the meeting.\n",
            day.date, day.from
        ),
        None => format!(
            "\nThe day {} is reckoned from the words around it and {}, the day of the meeting.\n",
            day.date, day.from
        ),
    }
}

fn linked(link: &Link) -> String {
    let shared = if link.shared.is_empty() {
        "by its place in the talk: they share no word".to_owned()
    } else {
        format!("both speak of {}", link.shared.join(", "))
    };
    format!(
        "\nIt is held to speak of “{}” (^{}): {shared}.\n",
        link.text, link.item
    )
}
