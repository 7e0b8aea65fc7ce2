//! Headers as a print of Teams' page leaves them: the initial of the picture glued to the name, and the words behind the time
//! (`SSally Moss 2:38 Morning.`). Such a line is believed only where the rest of the file speaks for it. It knows no other shape.

use std::collections::BTreeSet;

use super::super::super::name_test::test_name;
use super::super::clock;
use super::super::sheet::Sheet;
use super::{Line, header, words};

/// No name is longer, in bytes.
const LONGEST: usize = 320;

/// How far below the next header is looked for.
const NEAR: usize = 200;

/// The names that such a header may carry.
pub(super) struct Names<'a> {
    known: &'a BTreeSet<&'a str>,
    /// Whether the file has any such header of somebody known; only then may one name somebody new.
    any: bool,
}

impl<'a> Names<'a> {
    pub(super) fn of(sheet: &Sheet<'_>, known: &'a BTreeSet<&'a str>) -> Self {
        let any = !known.is_empty() && sheet.lines.iter().any(|line| glued(line, known).is_some());
        Self { known, any }
    }

    /// What the line is, which is no clean header.
    pub(super) fn find<'l>(&self, sheet: &Sheet<'l>, index: usize) -> Line<'l> {
        let line = sheet.lines[index];
        if !self.any {
            return Line::Said;
        }
        if let Some((name, time, text)) = glued(line, self.known) {
            return Line::Reflowed(name, time, text);
        }
        reflowed(sheet, index).map_or(Line::Said, |(name, time, text)| {
            Line::Reflowed(name, time, text)
        })
    }
}

/// The first letter twice, then somebody known, a time, and words.
fn glued<'l>(line: &'l str, known: &BTreeSet<&str>) -> Option<(&'l str, u64, &'l str)> {
    let mut chars = line.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    if !rest.starts_with(first) {
        return None;
    }
    // A name ends where a time begins; there may be a number in it, too.
    let gaps = rest.match_indices(' ').take_while(|(at, _)| *at <= LONGEST);
    gaps.into_iter().find_map(|(at, _)| {
        let name = known.contains(&rest[..at]).then(|| &rest[..at])?;
        let (time, text) = clock::at_start(&rest[at + 1..])?;
        let ends = text.is_empty() || text.starts_with(char::is_whitespace);
        ends.then_some((name, time, text))
    })
}

/// A paragraph that begins with a name and a time which fits between the headers around it.
fn reflowed<'l>(sheet: &Sheet<'l>, index: usize) -> Option<(&'l str, u64, &'l str)> {
    let line = sheet.lines[index];
    let above = index.checked_sub(1).map(|above| sheet.lines[above])?;
    if !above.trim().is_empty() {
        return None;
    }
    let digit = line
        .bytes()
        .take(80)
        .position(|byte| byte.is_ascii_digit())?;
    let (name, rest) = line.split_at(digit);
    let (time, text) = clock::at_start(rest)?;
    let name = name.strip_suffix(' ')?;
    let full = name.contains(' ') && test_name(name, &[]) == Some(false);
    let next = sheet.lines[index..].iter().take(NEAR).find_map(|line| {
        header(line)
            .map(|(_, time)| time)
            .or(words(line).map(|(_, time)| time))
    });
    let fits = next.is_none_or(|next| time <= next);
    (full && fits && text.starts_with(' ')).then_some((name, time, text))
}
