//! What was said: turns with speakers and times, and who was in the room. It does not know how it was written down.

use std::fmt;

use jiff::civil::{Date, Time};

use super::{Evidence, Slug, VaultPath, text};

/// Seconds from the start of the recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Offset(pub u32);

impl Offset {
    /// Reads `12:04`, `1:02:03` or `01:02:03`; fractions of a second are cut off.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.split('.').next()?;
        let parts: Vec<u32> = text
            .split(':')
            .map(|part| part.parse().ok())
            .collect::<Option<_>>()?;
        match parts[..] {
            [minutes, seconds] if seconds < 60 => Some(Self(minutes.checked_mul(60)? + seconds)),
            [hours, minutes, seconds] if minutes < 60 && seconds < 60 => Some(Self(
                hours
                    .checked_mul(3600)?
                    .checked_add(minutes * 60 + seconds)?,
            )),
            _ => None,
        }
    }

    /// `00:12:04`: the form of the export.
    pub fn padded(self) -> String {
        format!(
            "{:02}:{:02}:{:02}",
            self.0 / 3600,
            self.0 / 60 % 60,
            self.0 % 60
        )
    }
}

impl fmt::Display for Offset {
    /// `12:04` below one hour, else `1:02:03`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hours, minutes, seconds) = (self.0 / 3600, self.0 / 60 % 60, self.0 % 60);
        if hours == 0 {
            write!(f, "{minutes}:{seconds:02}")
        } else {
            write!(f, "{hours}:{minutes:02}:{seconds:02}")
        }
    }
}

/// One label and its text as they stand in the transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Counted from 1.
    pub number: u32,
    /// The label exactly as the file has it; empty when the text has none.
    pub label: String,
    /// Who that is; none for `Speaker 2`, for a name nobody knows, and for no label.
    pub speaker: Option<Slug>,
    /// The words, backslash escapes undone; lines of one turn are joined by `\n`.
    pub text: String,
    /// When it was said, where the file tells.
    pub time: Option<Offset>,
    /// The line in the file at which the turn begins, counted from 1.
    pub line: u32,
}

/// How many bytes of one turn are searched for items: half an hour of speech without a breath. What is longer lacks its speakers.
pub const SEARCHED: usize = 20_000;

impl Turn {
    /// The part of its text that is searched for items.
    pub fn searched(&self) -> &str {
        &self.text[..self.text.floor_char_boundary(SEARCHED)]
    }
}

/// A meeting's raw record, read. Never written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transcript {
    /// Where it stands.
    pub path: VaultPath,
    /// When the meeting was.
    pub date: Date,
    /// At what time, where the front matter's date tells.
    pub start: Option<Time>,
    /// `1-1`, `team`, or what the owner calls it.
    pub kind: String,
    /// The owner's title.
    pub title: Option<String>,
    /// Whose 1:1 it was; none for a meeting without a single person.
    pub person: Option<Slug>,
    /// Everybody who was there but the manager, by slug; the person of a 1:1 is one of them.
    pub people: Vec<Slug>,
    /// Whose 1:1s these are; none when it could not be found out.
    pub manager: Option<Slug>,
    /// How long it took.
    pub duration_minutes: Option<u32>,
    /// What was said.
    pub turns: Vec<Turn>,
    /// Why nothing may be measured by speaker here; none where it may.
    pub doubt: Option<Doubt>,
    /// SHA-256 of the file's bytes, lower-case hexadecimal.
    pub hash: String,
}

/// What makes a transcript too poor to measure who said what. Whoever measures that says so instead of guessing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// Everything is said under this one label.
    OneVoice(String),
    /// So many of a hundred words are nobody's.
    Unattributed(usize),
    /// The two who speak call themselves by name and never each other.
    Swapped,
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OneVoice(label) => write!(f, "everything here is said by `{label}`, so who said what cannot be told"),
            Self::Unattributed(percent) => {
                write!(f, "{percent} % of the words here have no speaker, so who said what cannot be told")
            }
            Self::Swapped => f.write_str("the two who speak here call themselves by name and never each other: their names look swapped"),
        }
    }
}

impl Transcript {
    /// The turn with this number.
    pub fn turn(&self, number: u32) -> Option<&Turn> {
        self.turns
            .get(usize::try_from(number.checked_sub(1)?).ok()?)
    }

    /// Whether a quote is what it says it is (law 3): it stands in its turn as whole words, under that label, at that time.
    /// White space counts as one space, and a curly apostrophe or quotation mark as a straight one; nothing else does.
    pub fn holds(&self, evidence: &Evidence) -> bool {
        let Some(turn) = self.turn(evidence.turn) else {
            return false;
        };
        let named = turn.label == evidence.speaker && turn.time == evidence.time;
        if !named || evidence.quote.trim().is_empty() {
            return false;
        }
        // Most quotes stand there byte for byte; only the others are worth the folding.
        has_words(&turn.text, &evidence.quote)
            || has_words(
                &text::comparable(&turn.text),
                &text::comparable(&evidence.quote),
            )
    }

    /// The same quote where it stands now: in the nearest turn of that label that holds it. A corrected transcript moves turns.
    pub fn found_again(&self, evidence: &Evidence) -> Option<Evidence> {
        let near = |turn: &&Turn| turn.number.abs_diff(evidence.turn);
        let mut turns: Vec<&Turn> = self
            .turns
            .iter()
            .filter(|turn| turn.label == evidence.speaker)
            .collect();
        turns.sort_by_key(near);
        turns.into_iter().find_map(|turn| {
            let moved = Evidence {
                turn: turn.number,
                time: turn.time,
                ..evidence.clone()
            };
            self.holds(&moved).then_some(moved)
        })
    }

    /// Everybody who was there, the manager first.
    pub fn room(&self) -> Vec<Slug> {
        self.manager.iter().chain(&self.people).cloned().collect()
    }
}

/// Whether the quote stands in the text between the edges of words: half a word proves nothing.
fn has_words(whole: &str, quote: &str) -> bool {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    whole.match_indices(quote).any(|(at, _)| {
        let cut_before = inside(whole[..at].chars().next_back()) && inside(quote.chars().next());
        let behind = &whole[at + quote.len()..];
        let cut_behind = inside(behind.chars().next()) && inside(quote.chars().next_back());
        !cut_before && !cut_behind
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_held_to_its_turn_its_label_and_its_time() {
        let turn = Turn {
            number: 1,
            label: "Sally".into(),
            speaker: None,
            text: "yeah I\u{2019}ll get\nhim the sheet".into(),
            time: Some(Offset(4)),
            line: 1,
        };
        let transcript = Transcript {
            path: VaultPath::new("transcripts/x.md"),
            date: jiff::civil::date(2026, 11, 16),
            start: None,
            kind: "1-1".into(),
            title: None,
            person: None,
            people: Vec::new(),
            manager: None,
            duration_minutes: None,
            turns: vec![turn],
            doubt: None,
            hash: String::new(),
        };
        let right = Evidence {
            turn: 1,
            speaker: "Sally".into(),
            quote: "I'll get him".into(),
            time: Some(Offset(4)),
        };
        assert!(transcript.holds(&right));
        let wrong = [
            Evidence {
                turn: 2,
                ..right.clone()
            },
            Evidence {
                turn: 0,
                ..right.clone()
            },
            Evidence {
                speaker: "Dana".into(),
                ..right.clone()
            },
            Evidence {
                time: None,
                ..right.clone()
            },
            Evidence {
                quote: "I'll send him".into(),
                ..right.clone()
            },
            Evidence {
                quote: " ".into(),
                ..right.clone()
            },
            Evidence {
                quote: "get hi".into(),
                ..right.clone()
            },
        ];
        for evidence in wrong {
            assert!(!transcript.holds(&evidence), "{evidence:?}");
        }
    }

    #[test]
    fn offsets_are_read_and_printed() {
        assert_eq!(Offset::parse("12:04").unwrap().to_string(), "12:04");
        assert_eq!(Offset::parse("01:02:03").unwrap().to_string(), "1:02:03");
        assert_eq!(Offset::parse("00:03:12.480").unwrap().padded(), "00:03:12");
        for wrong in ["", "12", "1:99", "a:b", "1:2:3:4", "99999999999:00"] {
            assert_eq!(Offset::parse(wrong), None, "{wrong}");
        }
    }
}
