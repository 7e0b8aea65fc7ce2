//! The terminal: results on standard output, everything else on standard error; colours only where a terminal wants them.

use std::io::{self, IsTerminal as _, Write};

use anstream::AutoStream;
use anstyle::{AnsiColor, Style};
use anyhow::{Error, Result};
use clap::ColorChoice;

use crate::model::Problem;
use crate::model::problem::Weight;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const RED: Style = AnsiColor::Red.on_default().bold();

/// Where a command speaks.
pub(super) struct Screen {
    color: anstream::ColorChoice,
    quiet: bool,
}

impl Screen {
    pub(super) fn new(color: ColorChoice, quiet: bool) -> Self {
        let color = match color {
            ColorChoice::Auto => anstream::ColorChoice::Auto,
            ColorChoice::Always => anstream::ColorChoice::Always,
            ColorChoice::Never => anstream::ColorChoice::Never,
        };
        Self { color, quiet }
    }

    /// Prints a result; nothing where there is none.
    pub(super) fn print(&self, text: &str) -> Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        let mut out = AutoStream::new(io::stdout(), self.color).lock();
        out.write_all(text.as_bytes())?;
        if !text.ends_with('\n') {
            out.write_all(b"\n")?;
        }
        out.flush()?;
        Ok(())
    }

    /// Says something on the side; `--quiet` silences it.
    pub(super) fn say(&self, text: &str) {
        if !self.quiet {
            self.aside(text);
        }
    }

    /// Whether a progress bar has somebody who looks at it.
    pub(super) fn shows_progress(&self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    /// Prints problems. Guesses are for `check`, and for whoever did not ask for quiet.
    pub(super) fn problems(&self, problems: &[Problem]) {
        let told = |problem: &&Problem| problem.weight == Weight::Problem || !self.quiet;
        for problem in problems.iter().filter(told) {
            self.aside(&lines(problem));
        }
    }

    /// Prints what is wrong with a file that need not lie in the vault, and its cure.
    pub(super) fn fault(&self, file: &str, line: Option<u32>, message: &str, hint: &str) {
        let place = line.map_or_else(|| file.to_owned(), |line| format!("{file}:{line}"));
        self.aside(&told(&place, message, hint));
    }

    /// Prints why a command failed.
    pub(super) fn error(&self, error: &Error) {
        self.aside(&format!("{RED}error:{RED:#} {error:#}"));
    }

    /// Says something on the side, also to whoever wants quiet.
    pub(super) fn aside(&self, text: &str) {
        let mut err = AutoStream::new(io::stderr(), self.color).lock();
        // There is nobody left to tell when standard error is gone.
        let _ = writeln!(err, "{text}");
    }
}

/// A problem as `path:line: message` and its cure.
pub(super) fn lines(problem: &Problem) -> String {
    let guess = match problem.weight {
        Weight::Problem => "",
        Weight::Guess => "guess: ",
    };
    told(
        &problem.place(),
        &format!("{guess}{}", problem.message),
        &problem.hint,
    )
}

fn told(place: &str, message: &str, hint: &str) -> String {
    format!("{BOLD}{place}{BOLD:#}: {message}\n  {DIM}{hint}{DIM:#}")
}

/// A heading of a list.
pub(super) fn bold(text: &str) -> String {
    format!("{BOLD}{text}{BOLD:#}")
}

/// What matters less.
pub(super) fn dim(text: &str) -> String {
    format!("{DIM}{text}{DIM:#}")
}

/// Whether somebody closed the other end of a pipe, as `| head` does: no failure of ours.
pub(super) fn is_closed_pipe(error: &Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
