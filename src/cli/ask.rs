//! Questions to whoever sits at the terminal, and only where one is. It knows no files and no vault.

use std::io::{IsTerminal as _, stderr, stdin};

use crate::pipeline::import::{Stop, Wishes};
use crate::transcript::read_date;

use super::{Desk, Screen};

/// Somebody who can be asked.
pub(super) struct Ask<'a> {
    screen: &'a Screen,
}

impl<'a> Ask<'a> {
    /// Nobody is there unless both ends are a terminal.
    pub(super) fn new(desk: &'a Desk) -> Option<Self> {
        let screen = &desk.screen;
        (stdin().is_terminal() && stderr().is_terminal()).then_some(Self { screen })
    }

    /// Asks for what stops an import, and takes the answer into the wishes. No answer is none.
    pub(super) fn about(&self, shown: &str, stop: &Stop, wishes: &mut Wishes) -> bool {
        match stop {
            Stop::Person(labels) | Stop::Both(labels, _) => {
                if !labels.is_empty() {
                    self.screen
                        .aside(&format!("In `{shown}` speak {}.", labels.join(", ")));
                }
                wishes.person = self.line(&format!("Whose 1:1 is `{shown}`?"));
                wishes.person.is_some()
            }
            Stop::NoName(name) => {
                wishes.person = self.line(&format!(
                    "`{name}` is nobody, or several. Whose 1:1 is `{shown}`?"
                ));
                wishes.person.is_some()
            }
            Stop::Date(yearless) => {
                let known = yearless
                    .as_ref()
                    .map_or_else(String::new, |day| format!(" Its name says {day}."));
                let question = format!("When was `{shown}`?{known} As 2026-06-18:");
                while let Some(answer) = self.line(&question) {
                    if let Some(date) = read_date(&answer) {
                        wishes.date = Some(date);
                        return true;
                    }
                }
                false
            }
            Stop::Same(path, percent) => {
                let question = format!(
                    "`{shown}` is the meeting of `{path}` in another form: {percent} of 100 words agree. Import it all the same? [y/N]"
                );
                let answer = self.line(&question).unwrap_or_default();
                wishes.again = ["y", "yes"].contains(&answer.to_lowercase().as_str());
                wishes.again
            }
        }
    }

    /// One line; none when it is empty or the terminal is gone.
    fn line(&self, question: &str) -> Option<String> {
        self.screen.aside(question);
        let mut answer = String::new();
        stdin().read_line(&mut answer).ok()?;
        let answer = answer.trim();
        (!answer.is_empty()).then(|| answer.to_owned())
    }
}
