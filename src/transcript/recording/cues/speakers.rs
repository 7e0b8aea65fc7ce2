//! Who speaks in cues that have no voice tags: by a label that a recorder writes, or by one that the whole file votes for. It knows how
//! labels look in cue files, and no people.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::Piece;
use crate::transcript::name_test::{Looks, looks};
use crate::transcript::speakers::is_generic;

/// A longer label is a sentence.
const LONGEST: usize = 60;

/// How a file names its speakers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Not at all.
    Nobody,
    /// By a recorder's own number: `[SPEAKER_00]:`, `(speaker 1)`, a comment.
    Number,
    /// `(Name)` above the words, as captions of Meet have it.
    Round,
    /// `Name: words`.
    Colon,
    /// The name on a line of its own.
    Above,
}

/// The shape of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// `[SPEAKER_00]: words`, `(speaker 1) words`: on every cue that has a known speaker.
    Number,
    /// `[speaker 0]` on a line of its own, or a comment: where the speaker changes.
    NumberAbove,
    /// `(Name)` on a line of its own.
    Round,
    /// `Name: words`.
    Colon,
}

/// A label at the beginning of a piece.
#[derive(Debug, Clone, Copy)]
struct Claim {
    shape: Shape,
    /// Which of the labels.
    label: usize,
    /// Where its words begin.
    words: usize,
}

/// One label and how often it stands in the file.
#[derive(Debug)]
struct Label {
    name: String,
    looks: Looks,
    count: usize,
}

/// Gives each piece its speaker and takes the label off its words. Pieces in which Meet wrote several speakers are parted.
pub(super) fn assign(pieces: &mut Vec<Piece<'_>>) -> Style {
    if pieces.iter().any(|piece| piece.text.contains('\n')) {
        part_round(pieces);
    }
    let (claims, labels) = claims(pieces);
    let all = pieces.len();
    let of = |wanted: &[Shape]| {
        claims
            .iter()
            .flatten()
            .filter(|claim| wanted.contains(&claim.shape))
            .count()
    };
    let numbered = of(&[Shape::Number, Shape::NumberAbove]);
    if numbered > 0 && numbered * 100 >= all * 3 {
        let changes = of(&[Shape::Number]) == 0 && changes(&claims, Shape::NumberAbove);
        let numbered = |claim: &Claim| {
            matches!(claim.shape, Shape::Number | Shape::NumberAbove).then_some(true)
        };
        take(pieces, &claims, &labels, changes, numbered);
        return Style::Number;
    }
    let round_names = claims
        .iter()
        .flatten()
        .all(|claim| claim.shape != Shape::Round || labels[claim.label].looks == Looks::Name);
    if of(&[Shape::Round]) * 100 >= all * 60 && of(&[Shape::Round]) > 0 && round_names {
        let round = |claim: &Claim| (claim.shape == Shape::Round).then_some(true);
        take(pieces, &claims, &labels, false, round);
        return Style::Round;
    }
    if colon(pieces, &claims, &labels) {
        return Style::Colon;
    }
    if above(pieces) {
        return Style::Above;
    }
    Style::Nobody
}

/// `Name: words`, if the file votes for it: most cues have a label, or the labels come back and stand only where the speaker changes.
fn colon(pieces: &mut [Piece<'_>], claims: &[Option<Claim>], labels: &[Label]) -> bool {
    let all = pieces.len();
    let possible: Vec<bool> = labels.iter().map(|label| possible(label, all)).collect();
    let (mut labelled, mut back, mut returning, mut once) = (0, 0, 0, 0);
    let mut sure = true;
    for (label, _) in labels.iter().zip(&possible).filter(|(_, is)| **is) {
        labelled += label.count;
        sure &= label.looks >= Looks::Handle;
        if label.count > 1 {
            back += label.count;
            returning += 1;
        } else {
            once += 1;
        }
    }
    let most = labelled > 0 && labelled * 100 >= all * 60;
    if most && (returning > 0 || sure) {
        // Where some cues have no label, a single one may be the beginning of a sentence.
        let nearly_all = labelled * 100 >= all * 95 || returning == 0;
        let believed = |claim: &Claim| {
            let label = &labels[claim.label];
            let once = full_name(label) || (nearly_all && label.looks >= Looks::Handle);
            let is = possible[claim.label] && (label.count > 1 || once);
            (claim.shape == Shape::Colon && is).then_some(true)
        };
        take(pieces, claims, labels, false, believed);
        return true;
    }
    // Two people at least, and their labels outweigh those of which nobody knows whether they are any.
    if returning < 2 || back * 100 < all * 3 || back < once * 2 {
        return false;
    }
    let carried = changes(claims, Shape::Colon);
    let believed = |claim: &Claim| {
        let label = &labels[claim.label];
        if claim.shape != Shape::Colon || !possible[claim.label] {
            return None;
        }
        Some(label.count > 1 || full_name(label))
    };
    take(pieces, claims, labels, carried, believed);
    true
}

/// Whether a label may be a speaker. A word that is usually a title, like `Manager`, is one where a tenth of all cues have it.
fn possible(label: &Label, all: usize) -> bool {
    let plain = || {
        label.name.split_whitespace().count() <= 3
            && label
                .name
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-'))
    };
    label.looks > Looks::Other || (label.count >= 4 && label.count * 10 >= all && plain())
}

/// A label that stands in the file once and is a speaker all the same.
fn full_name(label: &Label) -> bool {
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let mut words = label.name.split_whitespace();
    label.looks == Looks::Name
        && (is_generic(&label.name) || (words.clone().count() > 1 && words.all(capital)))
}

/// Whether labels of this shape stand only where the speaker changes: hardly any is followed by itself.
fn changes(claims: &[Option<Claim>], shape: Shape) -> bool {
    let mut last = None;
    let (mut same, mut pairs) = (0, 0);
    for claim in claims.iter().flatten().filter(|claim| claim.shape == shape) {
        if last.is_some() {
            pairs += 1;
            same += usize::from(last == Some(claim.label));
        }
        last = Some(claim.label);
    }
    same * 5 <= pairs
}

/// Gives each piece the speaker of its claim. `believed` tells of a claim whether it is a speaker, may be one, or is none; in a file that
/// names speakers where they change, one who may be a speaker is nobody, and so is everybody up to the next label.
fn take(
    pieces: &mut [Piece<'_>],
    claims: &[Option<Claim>],
    labels: &[Label],
    carried: bool,
    believed: impl Fn(&Claim) -> Option<bool>,
) {
    let mut current: Option<usize> = None;
    for (piece, claim) in pieces.iter_mut().zip(claims) {
        let said = claim
            .as_ref()
            .and_then(|claim| Some((claim, believed(claim)?)));
        if let Some((claim, true)) = said {
            current = Some(claim.label);
            cut(&mut piece.text, claim.words);
        } else if !carried || said.is_some() || piece.text.starts_with(">>") {
            current = None;
        }
        // `(speaker ?)` is the label of a speaker whom the recorder does not know.
        piece.voice = current
            .map(|label| &labels[label].name)
            .filter(|name| !name.is_empty())
            .map(|name| Cow::Owned(name.clone()));
    }
}

fn cut(text: &mut Cow<'_, str>, at: usize) {
    match text {
        Cow::Borrowed(whole) => *whole = whole.get(at..).unwrap_or_default(),
        Cow::Owned(whole) => {
            whole.drain(..at.min(whole.len()));
        }
    }
}

/// The label that each piece begins with, and all labels.
fn claims(pieces: &[Piece<'_>]) -> (Vec<Option<Claim>>, Vec<Label>) {
    let mut labels: Vec<Label> = Vec::new();
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    let claims = pieces
        .iter()
        .map(|piece| {
            let (shape, name, words) = match piece.note {
                Some(name) => (Shape::NumberAbove, name, 0),
                None => claim(&piece.text)?,
            };
            let label = *places.entry(name).or_insert_with(|| {
                labels.push(Label {
                    name: name.to_owned(),
                    looks: looks(name, &[]),
                    count: 0,
                });
                labels.len() - 1
            });
            labels[label].count += 1;
            Some(Claim {
                shape,
                label,
                words,
            })
        })
        .collect();
    (claims, labels)
}

/// The label at the beginning of a text, and where its words begin.
fn claim(text: &str) -> Option<(Shape, &str, usize)> {
    let body = text.trim_start_matches('>').trim_start();
    let offset = text.len() - body.len();
    let (shape, name, words) = match body.as_bytes().first()? {
        b'[' => in_square(body)?,
        b'(' => in_round(body)?,
        _ => before_colon(body)?,
    };
    let words = offset + words;
    (!text[words..].trim().is_empty()).then_some((shape, name, words))
}

fn in_square(text: &str) -> Option<(Shape, &str, usize)> {
    let (inner, end) = enclosed(text, b']')?;
    let after = &text[end..];
    if let Some(rest) = after.strip_prefix(':') {
        let shape = if is_number(inner) {
            Shape::Number
        } else {
            Shape::Colon
        };
        return rest
            .starts_with(char::is_whitespace)
            .then_some((shape, inner, end + 1));
    }
    let shape = match after.as_bytes().first()? {
        b'\n' => Shape::NumberAbove,
        b' ' => Shape::Number,
        _ => return None,
    };
    is_number(inner).then_some((shape, inner, end))
}

fn in_round(text: &str) -> Option<(Shape, &str, usize)> {
    let (inner, end) = enclosed(text, b')')?;
    if is_number(inner) {
        let name = if inner.ends_with('?') { "" } else { inner };
        return Some((Shape::Number, name, end));
    }
    text[end..]
        .trim_start_matches(' ')
        .starts_with('\n')
        .then_some((Shape::Round, inner, end))
}

/// What stands between the bracket at the beginning of a text and its end, and where that ends.
fn enclosed(text: &str, close: u8) -> Option<(&str, usize)> {
    let end = text
        .bytes()
        .take(4 * LONGEST)
        .position(|byte| byte == close)?;
    let inner = text[1..end].trim();
    (!inner.is_empty() && !inner.contains('\n')).then_some((inner, end + 1))
}

fn before_colon(text: &str) -> Option<(Shape, &str, usize)> {
    let mut bytes = text.bytes().enumerate().take(4 * LONGEST);
    let (at, first) = bytes.find(|(_, byte)| matches!(byte, b':' | b'\n' | 0xEF))?;
    let (at, length) = match first {
        b':' => (at, 1),
        b'\n' => return None,
        // The first byte of a full-width colon, and of other characters too.
        _ => {
            let line = text.split('\n').next()?;
            let at = line.find([':', '：'])?;
            (at, line[at..].chars().next()?.len_utf8())
        }
    };
    let name = text[..at].trim();
    let apart = length > 1 || text[at + length..].starts_with(char::is_whitespace);
    let short = !name.is_empty() && (name.len() <= LONGEST || name.chars().count() <= LONGEST);
    (apart && short).then_some((Shape::Colon, name, at + length))
}

/// `SPEAKER_00`, `speaker 1`, `Speaker A`, `speaker ?`: what a recorder calls somebody whose name it does not know.
fn is_number(inner: &str) -> bool {
    let Some((word, rest)) = inner.split_at_checked(7) else {
        return false;
    };
    let number = rest.trim_start_matches([' ', '_', '-']);
    word.eq_ignore_ascii_case("speaker")
        && (1..=3).contains(&number.len())
        && (number == "?"
            || number.bytes().all(|byte| byte.is_ascii_digit())
            || (number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_uppercase())))
}

/// Parts a cue of Meet's in which several people speak: a line `-`, and `(Name)` below it.
fn part_round(pieces: &mut Vec<Piece<'_>>) {
    if !pieces.iter().any(|piece| piece.text.contains("\n-\n(")) {
        return;
    }
    for piece in std::mem::take(pieces) {
        let Piece { text, end, .. } = piece;
        let mut part = Piece {
            text: Cow::Borrowed(""),
            end: None,
            ..piece
        };
        let mut said = text.split("\n-\n(").peekable();
        let mut mark = "";
        while let Some(words) = said.next() {
            let last = said.peek().is_none();
            pieces.push(Piece {
                text: Cow::Owned(format!("{mark}{words}")),
                end: end.filter(|_| last),
                ..part.clone()
            });
            part.first = false;
            part.line = part.line.saturating_add(breaks(words)).saturating_add(2);
            mark = "(";
        }
    }
}

fn breaks(text: &str) -> u32 {
    let count = text.bytes().filter(|byte| *byte == b'\n').count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A name alone on the first line of nearly every cue, and what was said below it.
fn above(pieces: &mut [Piece<'_>]) -> bool {
    let lines = || {
        pieces
            .iter()
            .filter_map(|piece| piece.text.split_once('\n'))
    };
    if lines().count() * 100 < pieces.len() * 60 {
        return false;
    }
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    let mut comes_back = false;
    for (name, _) in lines() {
        let count = counts.entry(name.trim()).or_default();
        *count += 1;
        comes_back |= *count > 1;
        if *count == 1 && (name.len() > LONGEST || looks(name, &[]) != Looks::Name) {
            return false;
        }
    }
    // Captions of two lines that all begin with a capital do not come back.
    if !comes_back || counts.len() * 3 > lines().count() * 2 {
        return false;
    }
    for piece in pieces {
        if let Some((name, words)) = piece.text.split_once('\n') {
            piece.voice = Some(Cow::Owned(name.trim().to_owned()));
            piece.text = Cow::Owned(words.to_owned());
        }
    }
    true
}
