//! A finding about the owner's files. Problems are data: they never stop the rest (law 6).

use super::VaultPath;

/// Something in a file that its owner should know: where, what, and the cure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file.
    pub path: VaultPath,
    /// The line in the file, counted from 1, when one line is to blame.
    pub line: Option<u32>,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to do about it, in one sentence.
    pub hint: String,
    /// Whether `check` fails because of it.
    pub weight: Weight,
}

/// How much a finding matters to `check`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Something could not be read, or is in doubt: `check` exits 1.
    Problem,
    /// Something was guessed that the owner may confirm: told, never counted.
    Guess,
}

impl Problem {
    /// A finding that makes `check` fail.
    pub fn new(
        path: &VaultPath,
        line: Option<u32>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            path: path.clone(),
            line,
            message: message.into(),
            hint: hint.into(),
            weight: Weight::Problem,
        }
    }

    /// A guess that worked, told so that the owner can confirm or correct it.
    pub fn guess(
        path: &VaultPath,
        line: Option<u32>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            weight: Weight::Guess,
            ..Self::new(path, line, message, hint)
        }
    }

    /// `path:line`, or the path alone: what an editor can jump to.
    pub fn place(&self) -> String {
        match self.line {
            Some(line) => format!("{}:{line}", self.path),
            None => self.path.to_string(),
        }
    }
}
