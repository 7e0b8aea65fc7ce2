//! Which style does this file use? One style wins or none does, so that prose with colons is not mistaken for dialogue.

use std::collections::BTreeMap;

use crate::model::text;

use super::labels::{Label, Style};
use super::speakers::is_generic;

/// A label and the index of its line in the body.
#[derive(Debug, Clone)]
pub(super) struct Hit<'a> {
    /// The line, counted from 0.
    pub(super) line: usize,
    /// What stands there.
    pub(super) label: Label<'a>,
}

/// How much proof is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// The file lies where transcripts lie, or says that it is one.
    Transcript,
    /// Any document.
    Document,
}

/// The labels of one style.
#[derive(Debug, Default)]
struct Count<'a> {
    labels: BTreeMap<&'a str, usize>,
    lines: usize,
    words: usize,
    /// Lines whose words stand below the label, where nothing can be counted.
    bare: usize,
    changes: usize,
    last: Option<&'a str>,
}

/// The style that labels most lines and passes; none when no style does. `body_lines` are the lines that say something.
pub(super) fn winner(
    hits: &[Hit<'_>],
    body_lines: usize,
    known: &[String],
    trust: Trust,
) -> Option<Style> {
    let mut counts: BTreeMap<Style, Count<'_>> = BTreeMap::new();
    for Hit { label, .. } in hits {
        let count = counts.entry(label.style).or_default();
        *count.labels.entry(label.name).or_default() += 1;
        count.lines += 1;
        if label.text.is_empty() || label.style == Style::Above {
            count.bare += 1;
        } else {
            // More than a few words prove nothing more, and a line may be very long.
            count.words += label.text.split_whitespace().take(12).count();
        }
        if count.last.is_some_and(|last| last != label.name) {
            count.changes += 1;
        }
        count.last = Some(label.name);
    }
    // Of two styles with as many lines the one that stands first in the list wins.
    let mut passed: Vec<(usize, Style)> = counts
        .iter()
        .filter(|(style, count)| match trust {
            Trust::Transcript => passes_kindly(**style, count, body_lines, known),
            Trust::Document => passes_strictly(count, body_lines, hits.len()),
        })
        .map(|(style, count)| (count.lines, *style))
        .collect();
    passed.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    passed.first().map(|(_, style)| *style)
}

/// In the transcripts' folder two labels are enough, or one of somebody whom the front matter names, where they make up a fair share.
fn passes_kindly(style: Style, count: &Count<'_>, body_lines: usize, known: &[String]) -> bool {
    let known = |name: &&str| known.contains(&text::fold(name));
    // A transcript that was just begun has one label; then it must be somebody whom the front matter names.
    let titled = matches!(style, Style::Heading(_) | Style::BoldAbove);
    if count.lines < 2 {
        return !titled && count.labels.keys().any(known);
    }
    let comes_back = count.labels.values().any(|times| *times > 1);
    let somebody = count
        .labels
        .keys()
        .any(|name| is_generic(name) || known(name));
    // A section's heading or title looks like a speaker's, so those must prove themselves; a third of all lines is proof for the rest.
    let most = !titled && count.lines * 3 >= body_lines;
    (comes_back || somebody || most) && count.lines * 10 >= body_lines
}

/// The rule that no documentation page passes (FORMATS 4.14): speakers come back, take turns, and speak in sentences.
fn passes_strictly(count: &Count<'_>, body_lines: usize, label_lines: usize) -> bool {
    let returning: Vec<usize> = count
        .labels
        .values()
        .copied()
        .filter(|times| *times > 1)
        .collect();
    let lines: usize = returning.iter().sum();
    let spoken = count.lines - count.bare;
    returning.len() >= 2
        && lines >= 6
        && lines * 2 >= label_lines
        && lines * 100 >= body_lines * 15
        && count.changes * 100 >= count.lines * 15
        && count.words >= spoken * 3
}
