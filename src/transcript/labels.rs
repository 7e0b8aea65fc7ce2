//! One line at a time: is this a speaker's label, in which style, and where do its words begin? It knows the shapes in which
//! dialogue is written down; which of them a file uses is put to the vote elsewhere.

use crate::model::{Offset, text};

use super::name_test::test_name;

/// No label is found further into a line, however long the line is.
const REACH: usize = 200;

/// How dialogue is written down. One file has one style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Style {
    /// `**Name:** text`, `**Name**: text`, `__Name:__ text`.
    Bold,
    /// `**Name** (00:03:12): text`, `**Name** [00:03:12] text`, `[00:03:12] **Name:** text`.
    BoldTimed,
    /// `[00:03:12] Name: text`.
    Timed,
    /// `Name: text`, `[Name]: text`, `Name (00:03:12): text`.
    Plain,
    /// `Name: 00:03:12` or `Name  0:03` on a line of its own, the text below.
    Above,
    /// `**Name**` or `--- Name ---` on a line of its own, the text below.
    BoldAbove,
    /// `## Name`, `### Name (0:08)`, the text below.
    Heading(u8),
}

impl Style {
    /// The style that the same export uses where a time is missing or added.
    pub(super) fn is_sibling_of(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::Bold, Self::BoldTimed)
                | (Self::BoldTimed, Self::Bold)
                | (Self::Plain, Self::Timed)
                | (Self::Timed, Self::Plain)
        )
    }
}

/// A label that was found in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label<'a> {
    /// The shape.
    pub(super) style: Style,
    /// The name as it stands in the line, with its escapes.
    pub(super) name: &'a str,
    /// The time beside it.
    pub(super) time: Option<Offset>,
    /// The rest of the line. Of `Name: 00:03:12` it is the time, since that could also be an answer.
    pub(super) text: &'a str,
    /// Whether the line stands in a `> ` quote.
    pub(super) quoted: bool,
    /// A lower-case handle: it must come back before it is believed.
    pub(super) weak: bool,
}

/// Finds the label at the beginning of a line. `known` are folded names from the front matter, which need no further proof.
pub(super) fn find<'a>(line: &'a str, known: &[String]) -> Option<Label<'a>> {
    find_by(line, &mut |name| test_name(name, known))
}

/// The same with a name test of the caller's, who may remember what it said of a name.
pub(super) fn find_by<'a>(
    line: &'a str,
    test: &mut impl FnMut(&'a str) -> Option<bool>,
) -> Option<Label<'a>> {
    let line = line.trim_end();
    let (content, quoted) = without_prefix(line)?;
    let head = cut(content);
    if let Some(heading) = content.strip_prefix('#') {
        return in_heading(heading, quoted, test);
    }
    if let Some(name) = between_rules(content) {
        let weak = test(name)?;
        return Some(Label {
            style: Style::BoldAbove,
            name,
            time: None,
            text: "",
            quoted,
            weak,
        });
    }
    // Nearly all lines that are no labels leave here.
    if !head.contains(':') && !head.contains('：') && !content.starts_with("**") {
        return None;
    }
    let (leading, rest) = match take_time(content) {
        Some((time, rest)) => (Some(time), after_time(rest)),
        None => (None, content),
    };
    let found = if rest.starts_with("**") || rest.starts_with("__") {
        in_bold(rest, leading)
    } else {
        in_plain(rest, leading)
    };
    let (style, name, time, text) = found?;
    let weak = test(name)?;
    Some(Label {
        style,
        name,
        time,
        text,
        quoted,
        weak,
    })
}

/// The name in `--- Name ---`, as some exports of Fireflies have it.
fn between_rules(line: &str) -> Option<&str> {
    let name = line.strip_prefix("--- ")?.strip_suffix(" ---")?;
    (name.len() < REACH).then(|| name.trim())
}

/// A time beside a label: an offset, or a time of day, of which nothing is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp(pub(super) Option<Offset>);

type Found<'a> = (Style, &'a str, Option<Offset>, &'a str);

/// Takes off quote marks and one list bullet. A line that is indented as code is none.
fn without_prefix(line: &str) -> Option<(&str, bool)> {
    let mut content = line.trim_start_matches(' ');
    if line.len() - content.len() > 3 {
        return None;
    }
    let mut quoted = false;
    while let Some(inner) = content.strip_prefix('>') {
        content = inner.trim_start();
        quoted = true;
    }
    for bullet in ["- ", "* ", "+ "] {
        if let Some(inner) = content.strip_prefix(bullet) {
            content = inner.trim_start();
            break;
        }
    }
    Some((content, quoted))
}

fn in_heading<'a>(
    after_first: &'a str,
    quoted: bool,
    test: &mut impl FnMut(&'a str) -> Option<bool>,
) -> Option<Label<'a>> {
    let title = after_first.trim_start_matches('#');
    let level = u8::try_from(after_first.len() - title.len() + 1).ok()?;
    if level > 6 || !title.starts_with([' ', '\t']) || title.len() > REACH {
        return None;
    }
    let title = title.trim().trim_end_matches('#').trim_end();
    let (before, time) = match trailing_time(title) {
        Some((before, time)) => (before, time),
        None => (title, Stamp(None)),
    };
    let name = before
        .trim_end_matches([':', '：', '-', '–', '—'])
        .trim_matches('*')
        .trim();
    // A handle in lower case is too little for a heading, which is a section far more often than a speaker.
    let weak = test(name)?;
    (!weak).then_some(Label {
        style: Style::Heading(level),
        name,
        time: time.0,
        text: "",
        quoted,
        weak,
    })
}

/// `**Name:** text` and its relatives.
fn in_bold(line: &str, leading: Option<Stamp>) -> Option<Found<'_>> {
    let mark = &line[..2];
    let inside = &line[2..];
    let close = cut(inside).find(mark)?;
    let (inner, after) = (inside[..close].trim(), &inside[close + 2..]);
    let (inner_time, inner) = match take_time(inner) {
        Some((time, rest)) => (Some(time), after_time(rest)),
        None => (None, inner),
    };
    let mut time = leading.or(inner_time);
    let mut colon = false;
    let mut name = inner;
    if let Some(before) = inner.strip_suffix([':', '：']) {
        name = before.trim_end();
        colon = true;
    }
    if let Some((before, found)) = trailing_time(name) {
        name = before;
        time = time.or(Some(found));
    }
    let mut text = after.trim_start();
    if let Some((found, rest)) = take_bracketed_time(text) {
        time = time.or(Some(found));
        text = rest.trim_start();
    } else if !colon && let Some((found, rest)) = take_time(text) {
        time = time.or(Some(found));
        text = rest.trim_start();
    }
    if !colon && let Some(rest) = text.strip_prefix([':', '：']) {
        text = rest.trim_start();
        colon = true;
        if let Some((found, rest)) = take_bracketed_time(text) {
            time = time.or(Some(found));
            text = rest.trim_start();
        }
    }
    let style = match time {
        Some(_) => Style::BoldTimed,
        None if colon => Style::Bold,
        None if text.is_empty() => Style::BoldAbove,
        None => return None,
    };
    Some((style, name, time.and_then(|stamp| stamp.0), text))
}

/// `Name: text` and its relatives.
fn in_plain(line: &str, leading: Option<Stamp>) -> Option<Found<'_>> {
    if leading.is_none()
        && line.len() < REACH
        && let Some((before, time)) = trailing_time(line)
        && let name = before.strip_suffix([':', '：']).unwrap_or(before)
        && !name.contains([':', '：'])
    {
        let name = name.trim_end();
        let text = line[before.len()..].trim_start();
        return Some((Style::Above, in_brackets(name), time.0, text));
    }
    let style = if leading.is_some() {
        Style::Timed
    } else {
        Style::Plain
    };
    let head = cut(line);
    for (at, c) in head.char_indices() {
        match c {
            ':' | '：' => {
                let text = &line[at + c.len_utf8()..];
                let next = text.chars().next();
                // After a time the name's colon may touch the words; else it would be part of a time or an address.
                let ends = match next {
                    None => true,
                    Some(next) if c == '：' || next.is_whitespace() => true,
                    Some(next) => style == Style::Timed && !next.is_ascii_digit() && next != '/',
                };
                let name = in_brackets(line[..at].trim_end());
                let text = text.trim_start();
                return ends.then(|| match take_bracketed_time(text) {
                    Some((time, rest)) if leading.is_none() => {
                        (style, name, time.0, rest.trim_start())
                    }
                    _ => (style, name, leading.and_then(|stamp| stamp.0), text),
                });
            }
            '(' | '[' if at > 0 => {
                if let Some((time, rest)) = take_bracketed_time(&line[at..]) {
                    let text = rest.trim_start().strip_prefix([':', '：'])?;
                    return Some((style, line[..at].trim_end(), time.0, text.trim_start()));
                }
            }
            '*' | '`' => return None,
            _ => {}
        }
    }
    None
}

/// `Sally` of `[Sally]`, but not of `[[Sally]]`.
fn in_brackets(name: &str) -> &str {
    name.strip_prefix('[')
        .and_then(|name| name.strip_suffix(']'))
        .filter(|inner| !inner.contains(['[', ']']))
        .unwrap_or(name)
}

/// The line's beginning, long enough for any label.
fn cut(line: &str) -> &str {
    let mut end = line.len().min(REACH);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    &line[..end]
}

/// A time at the beginning, bracketed or bare, and what follows it.
pub(super) fn take_time(line: &str) -> Option<(Stamp, &str)> {
    if let Some(found) = take_bracketed_time(line) {
        return Some(found);
    }
    if !line.as_bytes().first()?.is_ascii_digit() {
        return None;
    }
    let end = line
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | ',')))
        .unwrap_or(line.len());
    let rest = &line[end..];
    let stands_alone = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let time = clock(line[..end].trim_end_matches(':'))?;
    stands_alone.then_some((time, rest))
}

/// `[0:08]`, `(0:08)`, `` `0:08` ``, `\[0:08\]`, `[00:00:01 --> 00:00:05]`, `[9:28 AM]`.
fn take_bracketed_time(line: &str) -> Option<(Stamp, &str)> {
    let inner = line.strip_prefix('\\').unwrap_or(line);
    let close = match inner.as_bytes().first()? {
        b'[' => ']',
        b'(' => ')',
        b'`' => '`',
        _ => return None,
    };
    let inner = &inner[1..];
    let end = inner
        .bytes()
        .take(48)
        .position(|byte| byte == close as u8)?;
    let time = clock(inner[..end].trim_end_matches('\\').trim())?;
    Some((time, &inner[end + 1..]))
}

/// A time at the end of a short line and what stands before it, its dash taken off but not its colon.
fn trailing_time(line: &str) -> Option<(&str, Stamp)> {
    let line = line.trim_end();
    let last = line.bytes().next_back()?;
    if !(last.is_ascii_digit() || matches!(last, b')' | b']')) {
        return None;
    }
    let start = line.rfind([' ', '\t', '\u{a0}', '\u{202f}'])?;
    let gap = line[start..].chars().next()?.len_utf8();
    let (time, rest) = take_time(&line[start + gap..])?;
    let before = line[..start].trim_end();
    let before = before.trim_end_matches(['-', '–', '—', '|']).trim_end();
    (rest.is_empty() && !before.is_empty()).then_some((before, time))
}

/// Steps over what stands between a time and a name.
fn after_time(rest: &str) -> &str {
    let rest = rest.trim_start();
    let dash = rest.trim_start_matches(['-', '–', '—', '|']);
    if dash.len() < rest.len() && dash.starts_with(' ') {
        dash.trim_start()
    } else {
        rest
    }
}

/// An offset, or an empty stamp for a time of day with AM or PM: nobody knows when its recording began.
fn clock(text: &str) -> Option<Stamp> {
    if !text.contains(':') {
        return None;
    }
    let from = text.split("-->").next().unwrap_or(text).trim();
    let digits = from.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c.is_whitespace());
    let digits_only = |text: &str| {
        text.bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b','))
    };
    if digits.is_empty() || !digits_only(digits) {
        return None;
    }
    let offset = Offset::parse(&digits.replace(',', "."));
    let suffix: String = text::fold(&from[digits.len()..]);
    match suffix.as_str() {
        "" => offset.map(|offset| Stamp(Some(offset))),
        "am" | "pm" => offset.map(|_| Stamp(None)),
        _ => None,
    }
}
