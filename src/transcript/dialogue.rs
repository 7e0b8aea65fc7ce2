//! A body's lines to turns, in the one style that its labels vote for. It knows lines and labels, and no people.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::model::{Problem, Turn, VaultPath};

use super::fences::Fences;
use super::inert::unescape;
use super::labels::{self, Style, take_time};
use super::name_test::test_name;
use super::vote::{Hit, Trust, winner};

/// Reads the turns of a body that begins at line `first_line` of its file.
pub(super) fn read(
    path: &VaultPath,
    body: &str,
    first_line: u32,
    known: &[String],
    trust: Trust,
) -> (Vec<Turn>, Vec<Problem>) {
    let fences = Fences::of(body.lines());
    if fences.is_empty() && body.lines().all(is_mute) {
        let problem = Problem::new(
            path,
            None,
            "the transcript is empty",
            "Put what was said into it, or delete the file.",
        );
        return (Vec::new(), vec![problem]);
    }
    let fences = match labelled(body, first_line, known, &[trust], fences) {
        Ok((turns, _)) => return (turns, vec![]),
        Err(fences) => fences,
    };
    let turns = unlabelled(body, first_line, &fences);
    let problem = Problem::new(
        path,
        turns.first().map(|turn| turn.line),
        "no line says who is speaking, so nothing can be told about anybody",
        "Begin each turn with its speaker, `**Name:** what was said`.",
    );
    (turns, vec![problem])
}

/// The turns of a body whose labels pass the vote, tried with each trust in turn, and the trust that let them pass; else the fences
/// are given back.
pub(super) fn labelled(
    body: &str,
    first_line: u32,
    known: &[String],
    trusts: &[Trust],
    fences: Fences,
) -> Result<(Vec<Turn>, Trust), Fences> {
    let mut said = 0;
    let mut hits = Vec::new();
    let mut fenced = Vec::new();
    // Few names stand before many turns, and looking closely at one takes longer than all the rest of its line.
    let mut names: FxHashMap<&str, Option<bool>> = FxHashMap::default();
    let mut test = |name| *names.entry(name).or_insert_with(|| test_name(name, known));
    for (index, line) in body.lines().enumerate() {
        if is_mute(line) {
            continue;
        }
        let in_fence = fences.holds(index);
        said += usize::from(!in_fence);
        if let Some(label) = labels::find_by(line, &mut test) {
            let hits = if in_fence { &mut fenced } else { &mut hits };
            hits.push(Hit { line: index, label });
        }
    }
    for trust in trusts {
        if let Some(style) = winner(&hits, said, known, *trust) {
            let turns = turns(body, first_line, &chosen(hits, style), &fences);
            return Ok((turns, *trust));
        }
        // Somebody may have put the whole transcript into a code fence, so that no editor touches it.
        if let Some(style) = winner(&fenced, fences.lines(), known, *trust) {
            let hits = chosen(fenced, style);
            let turns = turns(body, first_line, &hits, &fences.see_through());
            return Ok((turns, *trust));
        }
    }
    Err(fences)
}

/// Whether nothing stands on the line but quote marks.
fn is_mute(line: &str) -> bool {
    line.trim_start_matches([' ', '\t', '>']).is_empty()
}

/// The winner's labels, and those of its sibling whose speaker the winner names too.
fn chosen(hits: Vec<Hit<'_>>, style: Style) -> Vec<Hit<'_>> {
    let mut names = BTreeSet::new();
    let mut once = BTreeSet::new();
    for Hit { label, .. } in hits.iter().filter(|hit| hit.label.style == style) {
        if !label.weak || !once.insert(label.name) {
            names.insert(label.name);
        }
    }
    // A quoted line in a dialogue without quote marks is somebody else's, read aloud or pasted in.
    let mut winners = 0;
    let mut marked = 0;
    for hit in hits.iter().filter(|hit| hit.label.style == style) {
        winners += 1;
        marked += usize::from(hit.label.quoted);
    }
    let quoted = marked * 2 > winners;
    hits.into_iter()
        .filter(|hit| hit.label.quoted == quoted && names.contains(hit.label.name))
        .filter_map(|mut hit| {
            let own = hit.label.style;
            if own == style || own.is_sibling_of(style) {
                if own == Style::Above {
                    hit.label.text = "";
                }
                return Some(hit);
            }
            // `Dana: 10:30` is an answer where everybody speaks beside their name.
            if own == Style::Above && style == Style::Plain {
                hit.label.time = None;
                return Some(hit);
            }
            None
        })
        .collect()
}

fn turns(body: &str, first_line: u32, hits: &[Hit<'_>], fences: &Fences) -> Vec<Turn> {
    let mut out: Vec<Turn> = Vec::with_capacity(hits.len());
    let mut next = hits.iter().peekable();
    // What stands below a heading that names no speaker was not said by whoever spoke last.
    let mut muted = true;
    let in_headings = hits
        .first()
        .is_some_and(|hit| matches!(hit.label.style, Style::Heading(_)));
    for (index, line) in body.lines().enumerate() {
        if let Some(Hit { label, .. }) = next.next_if(|hit| hit.line == index) {
            muted = false;
            out.push(Turn {
                number: count(out.len() + 1),
                label: unescape(label.name),
                speaker: None,
                text: words(label.text),
                time: label.time,
                line: first_line.saturating_add(count(index)),
            });
            continue;
        }
        let in_fence = fences.holds(index);
        if !in_fence && is_heading(line) {
            muted = true;
        }
        let Some(turn) = out.last_mut().filter(|_| !muted) else {
            continue;
        };
        if !in_fence && is_rule(line) || fences.is_mark(index) {
            continue;
        }
        let mut line = line.trim();
        while let Some(inner) = line.strip_prefix('>').filter(|_| quoted(hits)) {
            line = inner.trim_start();
        }
        if in_headings && let Some((_, rest)) = line.strip_prefix("- ").and_then(take_time) {
            line = rest;
        }
        append(&mut turn.text, line);
    }
    out
}

fn quoted(hits: &[Hit<'_>]) -> bool {
    hits.first().is_some_and(|hit| hit.label.quoted)
}

/// Paragraphs, and lines that begin with a time, each a turn of nobody's.
fn unlabelled(body: &str, first_line: u32, fences: &Fences) -> Vec<Turn> {
    let mut out: Vec<Turn> = Vec::new();
    let mut open = false;
    for (index, line) in body.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || is_heading(line) || is_rule(line) || fences.is_mark(index) {
            open = false;
            continue;
        }
        let timed = take_time(line);
        if open
            && timed.is_none()
            && let Some(turn) = out.last_mut()
        {
            append(&mut turn.text, line);
            continue;
        }
        let (time, line) = timed.map_or((None, line), |(stamp, rest)| (stamp.0, rest));
        out.push(Turn {
            number: count(out.len() + 1),
            label: String::new(),
            speaker: None,
            text: words(line),
            time,
            line: first_line.saturating_add(count(index)),
        });
        open = true;
    }
    out
}

pub(super) fn append(text: &mut String, line: &str) {
    let line = words(line);
    if line.is_empty() {
        return;
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(&line);
}

/// The words of a line: without a block id, which an editor puts there for links, and without escapes.
pub(super) fn words(line: &str) -> String {
    let line = line.trim();
    let spoken = match line.rsplit_once(" ^") {
        Some((before, id))
            if !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') =>
        {
            before.trim_end()
        }
        _ => line,
    };
    unescape(spoken)
}

pub(super) fn is_heading(line: &str) -> bool {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    (1..=6).contains(&level) && line[level..].chars().next().is_none_or(char::is_whitespace)
}

/// A thematic break: three or more of one of `-`, `*` and `_`, and nothing else.
pub(super) fn is_rule(line: &str) -> bool {
    let line = line.trim();
    let Some(mark @ (b'-' | b'*' | b'_')) = line.as_bytes().first() else {
        return false;
    };
    line.len() >= 3 && line.bytes().all(|byte| byte == *mark || byte == b' ')
}

pub(super) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
