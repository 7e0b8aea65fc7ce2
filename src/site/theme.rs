//! The templates: ours, embedded in the binary, and the owner's, which replace them file by file. The only file that names the
//! template engine. It knows no pages; what a broken template was asked for is told in words with its place.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, ErrorKind, Tera};

use crate::model::{Problem, VaultPath};

/// Where our own templates stand behind the owner's: `{% extends "default/person.html" %}` changes one block of ours.
const OURS: &str = "default/";

macro_rules! ours {
    ($($file:literal),* $(,)?) => {
        &[$(($file, include_str!(concat!("../../themes/default/", $file)))),*]
    };
}

/// Our own files.
pub(crate) const FILES: &[(&str, &str)] = ours![
    "about.html",
    "actions.html",
    "agenda.html",
    "axis.html",
    "base.html",
    "document.html",
    "fault.html",
    "foot.html",
    "glyphs.html",
    "head.html",
    "header.html",
    "home.html",
    "item.html",
    "kept.html",
    "meeting.html",
    "parts.html",
    "people.html",
    "person.html",
    "problems.html",
    "promises.html",
    "review.html",
    "story.html",
    "style.css",
    "talk.html",
    "threads.html",
    "top.html",
];

/// A template that failed: where, and what it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The template's name: the owner's as the owner names it, ours behind `default/`.
    pub(crate) file: String,
    /// The line, from 1.
    pub(crate) line: Option<u32>,
    /// The column, from 1.
    pub(crate) column: Option<u32>,
    /// What is wrong, with the names that exist there.
    pub(crate) message: String,
}

impl Fault {
    /// `person.html, line 14, column 10: …`.
    pub(crate) fn text(&self) -> String {
        let place = match (self.line, self.column) {
            (Some(line), Some(column)) => format!(", line {line}, column {column}"),
            _ => String::new(),
        };
        format!("{}{place}: {}", self.file, self.message)
    }

    /// As a finding about the owner's theme.
    pub(crate) fn problem(&self, theme: &str) -> Problem {
        Problem::new(
            &VaultPath::within(&format!("themes/{theme}"), &self.file),
            self.line,
            self.message.trim_end_matches('.'),
            "Mend the template; until then the page shows the built-in one.",
        )
    }

    /// The same, as the fault of one of the owner's templates. Where it showed in another one the line there would mislead.
    pub(crate) fn blamed_on(self, file: &str) -> Self {
        if self.file == file {
            return self;
        }
        let message = self.message.trim_end_matches('.');
        let message = if self.file.is_empty() {
            message.to_owned()
        } else {
            format!("{message}; {} asks for it", self.file)
        };
        fault_of(file, &message)
    }

    fn of(error: &tera::Error) -> Self {
        let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind()
        else {
            return Self::read(&error.to_string());
        };
        Self {
            file: report.filename().to_owned(),
            line: u32::try_from(report.span().start_line).ok(),
            column: u32::try_from(report.span().start_col + 1).ok(),
            message: report.message().to_owned(),
        }
    }

    /// Some errors come as text alone: `error: …` and, in the next line, `--> person.html:3:5`.
    fn read(text: &str) -> Self {
        let mut lines = text.lines();
        let message = lines
            .next()
            .unwrap_or_default()
            .trim_start_matches("error: ");
        let place = lines.find_map(|line| line.trim_start().strip_prefix("--> "));
        let mut parts = place.unwrap_or_default().rsplitn(3, ':');
        let column = parts.next().and_then(|part| part.parse().ok());
        let line = parts.next().and_then(|part| part.parse().ok());
        Self {
            file: parts.next().unwrap_or_default().to_owned(),
            line,
            column,
            message: message.to_owned(),
        }
    }
}

/// The templates, ready to render, and what is not a template.
#[derive(Debug)]
pub(crate) struct Theme {
    engine: Tera,
    /// Files that are copied: the stylesheet, and whatever else the owner's theme brings.
    pub(crate) assets: BTreeMap<String, Arc<[u8]>>,
    /// Which of the owner's templates are in use.
    used: Vec<(String, String)>,
}

impl Theme {
    /// The built-in theme.
    pub(crate) fn ours() -> Self {
        let mut engine = Tera::new();
        engine.autoescape_on([".html"]);
        // Nothing has been added yet, so this cannot be refused.
        let _ = engine.set_fallback_prefixes([OURS]);
        let templates = FILES
            .iter()
            .filter(|(name, _)| is_template(name))
            .map(|(name, text)| (format!("{OURS}{name}"), *text));
        // A test renders every page with these: they are as sound as the code. Were they not, each page would say so.
        let _ = engine.add_raw_templates(templates);
        let assets = FILES
            .iter()
            .filter(|(name, _)| !is_template(name))
            .map(|(name, text)| ((*name).to_owned(), Arc::from(text.as_bytes())))
            .collect();
        Self {
            engine,
            assets,
            used: Vec::new(),
        }
    }

    /// Our templates with the owner's over them, and what is wrong with those that cannot be used.
    pub(crate) fn with(overrides: &BTreeMap<String, Arc<[u8]>>) -> (Self, Vec<Fault>) {
        let mut theme = Self::ours();
        let mut faults = Vec::new();
        let mut waiting = Vec::new();
        for (name, bytes) in overrides {
            if !is_template(name) {
                theme.assets.insert(name.clone(), Arc::clone(bytes));
            } else if let Ok(text) = std::str::from_utf8(bytes) {
                let text = text.strip_prefix('\u{feff}').unwrap_or(text);
                waiting.push((name.clone(), text.to_owned()));
            } else {
                faults.push(fault_of(name, "the template is not UTF-8 text"));
            }
        }
        faults.extend(theme.add(waiting));
        (theme, faults)
    }

    /// Adds all at once, since they may need each other; when that fails, one after another as long as one more can be added.
    fn add(&mut self, mut waiting: Vec<(String, String)>) -> Vec<Fault> {
        let all = waiting
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()));
        if self.engine.add_raw_templates(all).is_ok() {
            self.used.append(&mut waiting);
            return Vec::new();
        }
        loop {
            let mut faults = Vec::new();
            let mut left = Vec::new();
            let before = waiting.len();
            for (name, text) in waiting {
                match self.engine.add_raw_template(&name, &text) {
                    Ok(()) => self.used.push((name, text)),
                    Err(error) => {
                        faults.push(Fault::of(&error).blamed_on(&name));
                        left.push((name, text));
                    }
                }
            }
            if left.is_empty() || left.len() == before {
                return faults;
            }
            waiting = left;
        }
    }

    /// The same theme without one of the owner's templates.
    pub(crate) fn without(&self, file: &str) -> Self {
        let mut theme = Self::ours();
        theme.assets.clone_from(&self.assets);
        let others = self.used.iter().filter(|(name, _)| name != file);
        theme.add(others.cloned().collect());
        theme
    }

    /// The owner's templates in use.
    pub(crate) fn owners(&self) -> impl Iterator<Item = &str> {
        self.used.iter().map(|(name, _)| name.as_str())
    }

    /// Whether the owner's theme has templates at all.
    pub(crate) fn is_changed(&self) -> bool {
        !self.used.is_empty()
    }

    /// One page.
    pub(crate) fn render(&self, template: &str, model: &impl Serialize) -> Result<String, Fault> {
        let context = Context::from_serialize(model).map_err(|error| Fault::of(&error))?;
        self.engine
            .render(template, &context)
            .map_err(|error| Fault::of(&error))
    }
}

fn is_template(name: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, ending)| ending == "html")
}

fn fault_of(file: &str, message: &str) -> Fault {
    Fault {
        file: file.to_owned(),
        line: None,
        column: None,
        message: message.to_owned(),
    }
}
