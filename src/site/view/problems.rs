//! What is wrong in the vault, by file: the place, what is wrong, what to do.

use serde::Serialize;

use super::super::scene::Scene;
use super::super::words;
use super::{Frame, Here, frame};
use crate::model::problem::Weight;
use crate::model::{Audience, Problem};

/// The page.
#[derive(Debug, Serialize)]
pub(crate) struct ProblemsPage {
    /// Problems, then guesses: only those that hold something.
    pub(crate) groups: Vec<ProblemGroup>,
}

/// Findings of one weight.
#[derive(Debug, Serialize)]
pub(crate) struct ProblemGroup {
    /// `Problems`.
    pub(crate) label: &'static str,
    /// What they are.
    pub(crate) small: &'static str,
    /// By file.
    pub(crate) files: Vec<ProblemFile>,
}

/// Findings in one file.
#[derive(Debug, Serialize)]
pub(crate) struct ProblemFile {
    /// The file.
    pub(crate) path: String,
    /// What is wrong in it.
    pub(crate) findings: Vec<ProblemLine>,
}

/// A finding.
#[derive(Debug, Serialize)]
pub(crate) struct ProblemLine {
    /// The line; none when it is the whole file.
    pub(crate) line: Option<u32>,
    /// What is wrong.
    pub(crate) message: Vec<Stretch>,
    /// What to do.
    pub(crate) hint: Vec<Stretch>,
}

/// Words, or what stands between two backticks.
#[derive(Debug, Serialize)]
pub(crate) struct Stretch {
    /// The words.
    pub(crate) text: String,
    /// Whether they are to be read letter by letter.
    pub(crate) code: bool,
}

/// The page of what is wrong.
pub(crate) fn page(scene: &Scene<'_>) -> (Frame, ProblemsPage) {
    let of = |weight: Weight| -> Vec<&Problem> {
        let mut list: Vec<&Problem> = scene
            .problems
            .iter()
            .filter(|one| one.weight == weight)
            .collect();
        list.sort();
        list.dedup();
        list
    };
    let (problems, guesses) = (of(Weight::Problem), of(Weight::Guess));
    let heading = match problems.len() {
        0 => "Every file was read".to_owned(),
        n => words::sentence(&words::count(n, "problem", "problems")),
    };
    let mut head = frame(scene, Here::Problems, &Audience::Manager, &heading);
    "Problems".clone_into(&mut head.kicker);
    head.lede = match (problems.len(), guesses.len()) {
        (0, 0) => String::new(),
        (0, n) => format!(
            "{} you may confirm.",
            words::sentence(&words::count(n, "guess that", "guesses that"))
        ),
        (_, 0) => "Nothing else was held up by them.".to_owned(),
        (_, n) => format!(
            "Nothing else was held up by them. There {} {} too.",
            if n == 1 { "is" } else { "are" },
            words::count(n, "guess", "guesses")
        ),
    };
    "Paths are those of the vault.".clone_into(&mut head.foot);
    let mut groups = vec![
        ProblemGroup {
            label: "Problems",
            small: "could not be read, or are in doubt",
            files: files(problems),
        },
        ProblemGroup {
            label: "Guesses",
            small: "worked, and may be confirmed",
            files: files(guesses),
        },
    ];
    groups.retain(|group| !group.files.is_empty());
    (head, ProblemsPage { groups })
}

fn files(problems: Vec<&Problem>) -> Vec<ProblemFile> {
    let mut files: Vec<ProblemFile> = Vec::new();
    for problem in problems {
        let finding = ProblemLine {
            line: problem.line,
            message: stretches(&words::sentence(&problem.message)),
            hint: stretches(&problem.hint),
        };
        match files.last_mut() {
            Some(file) if file.path == problem.path.as_str() => file.findings.push(finding),
            _ => files.push(ProblemFile {
                path: problem.path.to_string(),
                findings: vec![finding],
            }),
        }
    }
    files
}

fn stretches(text: &str) -> Vec<Stretch> {
    // A backtick without its fellow is a backtick.
    if text.matches('`').count() % 2 == 1 {
        let text = text.to_owned();
        return vec![Stretch { text, code: false }];
    }
    text.split('`')
        .enumerate()
        .map(|(place, text)| Stretch {
            text: text.to_owned(),
            code: place % 2 == 1,
        })
        .filter(|stretch| !stretch.text.is_empty())
        .collect()
}
