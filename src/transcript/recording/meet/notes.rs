//! What Gemini wrote down as next steps: `- [ ] [Dev Roy] Write up: Write up the rollback.` It knows no turn.

use std::ops::Range;

use super::super::super::inert::unescape;
use super::super::super::name_test::test_name;
use super::super::RecordersAction;
use super::super::sheet::Sheet;
use super::bare;

/// The headings of that section in English. A name in brackets is enough in any language.
const HEADINGS: [&str; 3] = ["Suggested next steps", "Next steps", "Action items"];

/// The next steps among these lines.
pub(in super::super) fn actions(sheet: &Sheet<'_>, lines: Range<usize>) -> Vec<RecordersAction> {
    let mut out = Vec::new();
    let mut inside = false;
    for index in lines {
        let line = sheet.lines[index];
        let title = bare(line);
        if title.is_empty() {
            continue;
        }
        if HEADINGS
            .iter()
            .any(|heading| title.eq_ignore_ascii_case(heading))
        {
            inside = true;
            continue;
        }
        if line.starts_with('#') {
            inside = false;
            continue;
        }
        let (bullet, text) = without_bullet(line.trim());
        let text = unescape(text);
        let (owner, text) = match owner(&text) {
            Some((owner, text)) => (Some(owner.to_owned()), text),
            None if inside && bullet => (None, text.as_str()),
            // Outside of the section, and in it below the list, it is a sentence about the notes.
            None => continue,
        };
        out.push(RecordersAction {
            line: sheet.number(index),
            owner,
            text: text.trim().to_owned(),
        });
    }
    out
}

/// The text behind `- `, `* `, `- [ ] ` and the like, and whether there was such a thing.
fn without_bullet(line: &str) -> (bool, &str) {
    let bare = line.trim_start_matches(['-', '*', '+', '•', '\\']);
    let text = if bare.starts_with(char::is_whitespace) {
        bare.trim_start()
    } else {
        line
    };
    let text = text
        .strip_prefix("[ ]")
        .or_else(|| text.strip_prefix("[x]"))
        .or_else(|| text.strip_prefix('☐'))
        .unwrap_or(text)
        .trim_start();
    (text.len() < line.len(), text)
}

/// `[Dev Roy] Write it up`; a link looks alike but for what follows the bracket.
fn owner(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.strip_prefix('[')?.split_once(']')?;
    let words = rest.strip_prefix(' ')?;
    let is_name = test_name(name, &[]) == Some(false);
    (is_name && !words.trim().is_empty()).then_some((name, words))
}
