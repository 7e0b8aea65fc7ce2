//! A document cut into lines, headings and blocks. It knows where an item begins and ends, not what it says.
//! Joining all pieces again gives the document back, byte for byte.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::ItemId;

use super::state::{self, State};

static LIST: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(.*))?$"));
static BLOCK_ID: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[ \t])\^(tl[a-z0-9]{8})[ \t\r]*$"));
static FOOTNOTE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\[\^(tl[a-z0-9]{8})\]:"));

/// A part of a document, with its line ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// A heading, or the first line of a callout; it opens a section.
    Heading(String),
    /// A paragraph, a list item with its children, or a footnote.
    Block(Part),
    /// The merge state.
    State(String),
    /// Anything else: front matter, blank lines, code, comments.
    Other(String),
}

/// A block as it stands in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Its id, when it has one.
    pub(super) id: Option<ItemId>,
    /// Whether it is a list item.
    pub(super) list: bool,
    /// Whether its lines stand in a callout, behind `> `.
    pub(super) quoted: bool,
    /// The line of the document at which it begins, from 1.
    pub(super) line: u32,
    /// Its lines, with their ends and with the `> ` of a callout.
    pub(super) raw: String,
}

/// A document in pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Document {
    /// All of it, in order.
    pub(super) pieces: Vec<Piece>,
    /// The merge state; none when there is none, or when the file is cut short within it.
    pub(super) state: Option<State>,
    /// How its lines end.
    pub(super) eol: &'static str,
}

impl Part {
    /// Its lines without the callout's `> ` and without line ends and trailing white space: what is hashed and read.
    pub(super) fn lines(&self) -> Vec<&str> {
        self.raw
            .lines()
            .map(|line| {
                if self.quoted {
                    unquote(line).unwrap_or(line)
                } else {
                    line
                }
            })
            .map(str::trim_end)
            .collect()
    }

    /// The words of a list item's or paragraph's first line, without marker and id.
    pub(super) fn first_words(&self) -> String {
        let lines = self.lines();
        let first = lines.first().copied().unwrap_or_default();
        let text = list_text(first).unwrap_or(first);
        without_id(text).to_owned()
    }
}

impl Document {
    /// Cuts a document. Front matter, fenced code and comments are never blocks.
    pub(super) fn cut(text: &str) -> Self {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let eol = if lines.first().is_some_and(|line| line.ends_with("\r\n")) {
            "\r\n"
        } else {
            "\n"
        };
        let mut pieces = Vec::new();
        let mut found = None;
        let mut at = front_matter_end(&lines);
        if at > 0 {
            pieces.push(Piece::Other(lines[..at].concat()));
        }
        while at < lines.len() {
            let (piece, end) = piece_at(&lines, at);
            if let Piece::State(raw) = &piece {
                found = state::parse(raw);
            }
            pieces.push(piece);
            at = end;
        }
        Self {
            pieces,
            state: found,
            eol,
        }
    }

    /// The document's text.
    pub(super) fn text(&self) -> String {
        self.pieces.iter().map(Piece::raw).collect()
    }

    /// The heading under which each piece stands, or the callout's first line for what stands in one; empty before the first.
    pub(super) fn headings(&self) -> Vec<String> {
        let mut heading = "";
        let mut callout = "";
        let mut all = Vec::with_capacity(self.pieces.len());
        for piece in &self.pieces {
            match piece {
                Piece::Heading(raw) if is_callout(raw) => callout = raw.trim_end(),
                Piece::Heading(raw) => (heading, callout) = (raw.trim_end(), ""),
                Piece::Block(_) | Piece::State(_) | Piece::Other(_) => {}
            }
            let quoted = matches!(piece, Piece::Block(part) if part.quoted);
            all.push(if quoted { callout } else { heading }.to_owned());
        }
        all
    }

    /// Every block with the heading under which it stands, in order.
    pub(super) fn blocks(&self) -> impl Iterator<Item = (String, &Part)> {
        self.headings()
            .into_iter()
            .zip(&self.pieces)
            .filter_map(|(heading, piece)| match piece {
                Piece::Block(part) => Some((heading, part)),
                Piece::Heading(_) | Piece::State(_) | Piece::Other(_) => None,
            })
    }
}

impl Piece {
    /// Its bytes.
    pub(super) fn raw(&self) -> &str {
        match self {
            Self::Heading(raw) | Self::State(raw) | Self::Other(raw) => raw,
            Self::Block(part) => &part.raw,
        }
    }

    /// Whether it is nothing but white space.
    pub(super) fn is_blank(&self) -> bool {
        matches!(self, Self::Other(raw) if raw.trim().is_empty())
    }
}

/// Whether a heading line opens a callout.
pub(super) fn is_callout(heading: &str) -> bool {
    heading.starts_with('>')
}

/// What stands behind a list marker; `None` when the line is no list item.
pub(super) fn list_text(line: &str) -> Option<&str> {
    let found = LIST.captures(line)?;
    Some(found.get(1).map_or("", |text| text.as_str()))
}

/// A line's words without the block id at their end.
pub(super) fn without_id(text: &str) -> &str {
    match BLOCK_ID.find(text) {
        Some(found) => text[..found.start()].trim_end(),
        None => text.trim_end(),
    }
}

fn piece_at(lines: &[&str], at: usize) -> (Piece, usize) {
    let line = lines[at];
    let bare = line.trim_end();
    if state::opens(bare) {
        let end = closing(lines, at, |inner| inner.trim_end() == "%%")
            .unwrap_or_else(|| state_remains(lines, at));
        return (Piece::State(lines[at..end].concat()), end);
    }
    if let Some(end) = hidden_end(lines, at) {
        return (Piece::Other(lines[at..end].concat()), end);
    }
    if is_heading(bare) || (bare.starts_with("> [!") || bare.starts_with(">[!")) {
        return (Piece::Heading(line.to_owned()), at + 1);
    }
    let quoted = bare.starts_with('>');
    let inner = |line: &str| {
        if quoted {
            unquote(line).unwrap_or_default().to_owned()
        } else {
            line.to_owned()
        }
    };
    let first = inner(bare);
    if first.trim().is_empty() {
        return (Piece::Other(line.to_owned()), at + 1);
    }
    let list = list_text(&first).is_some();
    let end = block_end(lines, at, quoted, list);
    let raw = lines[at..end].concat();
    let footnote = FOOTNOTE
        .captures(&first)
        .and_then(|found| ItemId::parse(&found[1]));
    let id = footnote.or_else(|| {
        let mut own = lines[at..end].iter().map(|line| inner(line.trim_end()));
        own.find_map(|line| own_id(&line, list && line != first))
    });
    let line = u32::try_from(at + 1).unwrap_or(u32::MAX);
    (
        Piece::Block(Part {
            id,
            list,
            quoted,
            line,
            raw,
        }),
        end,
    )
}

/// The id at the end of a line, unless the line is a child with an id of its own.
fn own_id(line: &str, may_be_child: bool) -> Option<ItemId> {
    if may_be_child && list_text(line.trim_start()).is_some() {
        return None;
    }
    ItemId::parse(&BLOCK_ID.captures(line)?[1])
}

fn block_end(lines: &[&str], at: usize, quoted: bool, list: bool) -> usize {
    let mut end = at + 1;
    while let Some(line) = lines.get(end) {
        let bare = line.trim_end();
        let inner = match (quoted, unquote(bare)) {
            (true, Some(inner)) => inner,
            (false, None) => bare,
            _ => break,
        };
        let indented = inner.starts_with('\t') || inner.starts_with("  ");
        let opens = is_heading(inner)
            || inner.starts_with("%%")
            || fence(inner).is_some()
            || FOOTNOTE.is_match(inner);
        if inner.trim().is_empty() || opens || (list_text(inner).is_some() && !indented) {
            break;
        }
        if !list
            && indented
            && list_text(inner.trim_start()).is_some()
            && !FOOTNOTE.is_match(lines[at])
        {
            break;
        }
        end += 1;
    }
    end
}

fn closing(lines: &[&str], at: usize, closes: impl Fn(&str) -> bool) -> Option<usize> {
    lines
        .iter()
        .skip(at + 1)
        .position(|line| closes(line))
        .map(|offset| at + 1 + offset + 1)
}

/// Where code or a comment that begins at a line ends: behind its closing line. One that is never closed is taken for words: it would
/// hide every item below it, and what is hidden would count as deleted. None crosses the merge state.
fn hidden_end(lines: &[&str], at: usize) -> Option<usize> {
    let bare = lines[at].trim();
    let until = |closes: &dyn Fn(&str) -> bool| {
        let rest = lines.iter().enumerate().skip(at + 1);
        let mut rest = rest.take_while(|(_, line)| !state::opens(line.trim_end()));
        rest.find_map(|(end, line)| closes(line).then_some(end + 1))
    };
    if let Some(fence) = fence(bare) {
        return until(&|line| {
            line.trim().starts_with(fence) && line.trim().trim_matches(fence_char(fence)).is_empty()
        });
    }
    for (opens, closes) in [("%%", "%%"), ("<!--", "-->")] {
        if let Some(rest) = bare.strip_prefix(opens) {
            return if rest.contains(closes) {
                Some(at + 1)
            } else {
                until(&|line| line.contains(closes))
            };
        }
    }
    None
}

/// Where the remains of a state comment end that was cut short: after the last line that can be part of one.
fn state_remains(lines: &[&str], at: usize) -> usize {
    let more = lines
        .iter()
        .skip(at + 1)
        .take_while(|line| state::could_hold(line))
        .count();
    at + 1 + more
}

fn front_matter_end(lines: &[&str]) -> usize {
    let opens = lines
        .first()
        .is_some_and(|line| line.trim_start_matches('\u{feff}').trim_end() == "---");
    if !opens {
        return 0;
    }
    closing(lines, 0, |line| line.trim_end() == "---").unwrap_or(0)
}

fn is_heading(line: &str) -> bool {
    let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
    (1..=6).contains(&hashes) && line[hashes..].starts_with([' ', '\t'])
}

fn fence(line: &str) -> Option<&'static str> {
    let line = line.trim_start();
    // Backticks behind three backticks make code within a line.
    let inline = line.trim_start_matches('`').contains('`');
    let found = ["```", "~~~"]
        .into_iter()
        .find(|fence| line.starts_with(fence));
    found.filter(|fence| *fence != "```" || !inline)
}

fn fence_char(fence: &str) -> char {
    fence.chars().next().unwrap_or('`')
}

fn unquote(line: &str) -> Option<&str> {
    let rest = line.strip_prefix('>')?;
    Some(rest.strip_prefix(' ').unwrap_or(rest))
}

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is a constant")
}
