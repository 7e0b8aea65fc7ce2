//! The merge: (what stands there, what we would write now) to what will stand there. Pure, for every document we write.
//! What the owner wrote, edited, moved or deleted wins, always (law 2); only blocks that nobody touched follow the new draft.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::ItemId;

use super::document::{Block, Draft, Section};
use super::lines::{Document, Part, Piece, is_callout};
use super::state::{State, hash_block};

/// The document as it would be written if nothing stood there.
pub fn render(draft: &Draft) -> String {
    let mut out = draft.head.trim_end().to_owned();
    out.push('\n');
    for section in draft
        .sections
        .iter()
        .filter(|section| section.always || !section.blocks.is_empty())
    {
        out.push('\n');
        out.push_str(&section.heading);
        out.push('\n');
        let mut before: Option<&Block> = None;
        for block in &section.blocks {
            let gap =
                before.is_some_and(|before| !(is_tight(&before.text) && is_tight(&block.text)));
            if gap || (before.is_none() && !is_tight(&block.text)) {
                out.push('\n');
            }
            out.push_str(&lines_of(block, is_callout(&section.heading), "\n"));
            before = Some(block);
        }
    }
    out.push('\n');
    let written = draft.blocks().map(|(heading, block)| {
        (
            block.id.clone(),
            Some(hash_block(heading, block.text.lines())),
        )
    });
    let state = State {
        made_from: draft.made_from.clone(),
        written: written.collect(),
    };
    out.push_str(&state.render("\n"));
    out
}

/// What will stand there: `existing` with the untouched blocks brought up to date, new ones inserted, and nothing else changed.
/// Gives `existing` back byte for byte when there is nothing to do.
pub fn merge(existing: &str, draft: &Draft) -> String {
    let mut document = Document::cut(existing);
    let old = document.state.take();
    let known = old.clone().unwrap_or_default();
    let mut written = known.written.clone();

    let wanted: BTreeMap<&ItemId, (&str, &Block)> = draft
        .blocks()
        .map(|(heading, block)| (&block.id, (heading, block)))
        .collect();
    let mut present = BTreeSet::new();
    let mut unwanted = Vec::new();
    let eol = document.eol;
    for (place, heading) in document.headings().into_iter().enumerate() {
        let Some(Piece::Block(part)) = document.pieces.get_mut(place) else {
            continue;
        };
        let Some(id) = part.id.clone() else { continue };
        if !present.insert(id.clone()) {
            continue;
        }
        let now = hash_block(&heading, part.lines());
        let untouched = matches!(known.written.get(&id), Some(Some(hash)) if *hash == now);
        match wanted.get(&id) {
            Some((heading, block)) if untouched => {
                written.insert(id, Some(hash_block(heading, block.text.lines())));
                if part.lines() != block.text.lines().map(str::trim_end).collect::<Vec<_>>() {
                    part.raw = lines_of(block, part.quoted, eol);
                }
            }
            Some((heading, block)) => {
                let same = hash_block(heading, block.text.lines()) == now;
                written.entry(id).or_insert(same.then_some(now));
            }
            None if untouched => unwanted.push((place, id)),
            None => {
                written.entry(id).or_insert(None);
            }
        }
    }
    for id in take_away(&mut document, draft, unwanted) {
        written.remove(&id);
        present.remove(&id);
    }
    for (index, section) in draft.sections.iter().enumerate() {
        for (place, block) in section.blocks.iter().enumerate() {
            if present.contains(&block.id) || known.written.contains_key(&block.id) {
                continue;
            }
            insert(&mut document, draft, index, place);
            let hash = hash_block(&section.heading, block.text.lines());
            written.insert(block.id.clone(), Some(hash));
        }
    }
    let state = State {
        made_from: draft.made_from.clone(),
        written,
    };
    if old.as_ref() != Some(&state) {
        place_state(&mut document, &state);
    }
    document.text()
}

/// A list item or footnote needs no blank line towards its like; a paragraph does.
fn is_tight(text: &str) -> bool {
    text.starts_with("- ") || text.starts_with("[^")
}

fn lines_of(block: &Block, quoted: bool, eol: &str) -> String {
    let mut out = String::new();
    for line in block.text.lines() {
        if quoted {
            out.push_str("> ");
        }
        out.push_str(line);
        out.push_str(eol);
    }
    out
}

fn part_of(block: &Block, quoted: bool, eol: &str) -> Piece {
    let list = block.text.starts_with("- ");
    Piece::Block(Part {
        id: Some(block.id.clone()),
        list,
        quoted,
        line: 0,
        raw: lines_of(block, quoted, eol),
    })
}

/// Puts a new block behind the block that comes before it in the draft, else before the one that comes after it, else below its
/// heading, which is made where it is missing.
fn insert(document: &mut Document, draft: &Draft, index: usize, place: usize) {
    let section = &draft.sections[index];
    let block = &section.blocks[place];
    let quoted = is_callout(&section.heading);
    let heading = position(
        document,
        |piece| matches!(piece, Piece::Heading(raw) if same_heading(raw, &section.heading)),
    );
    let (first, last) = match heading {
        Some(heading) => (heading + 1, section_end(document, heading, quoted)),
        None => (make_section(document, draft, index), 0),
    };
    let last = last.max(first);
    let within = |id: &ItemId| {
        let found = document.pieces[first..last]
            .iter()
            .position(|piece| holds(piece, id));
        found.map(|offset| first + offset)
    };
    let behind = section.blocks[..place]
        .iter()
        .rev()
        .find_map(|earlier| within(&earlier.id))
        .map(|at| at + 1);
    let before = || {
        section.blocks[place + 1..]
            .iter()
            .find_map(|later| within(&later.id))
    };
    let at = behind.or_else(before).unwrap_or_else(|| {
        let blocks = document.pieces[first..last]
            .iter()
            .rposition(|piece| matches!(piece, Piece::Block(_)));
        blocks.map_or(first, |offset| first + offset + 1)
    });
    end_line_before(document, at);
    let eol = document.eol;
    let mut pieces = vec![part_of(block, quoted, eol)];
    let blank = || Piece::Other(eol.to_owned());
    if !is_tight(&block.text) {
        if at > 0 && !document.pieces[at - 1].is_blank() {
            pieces.insert(0, blank());
        }
        if document.pieces.get(at).is_some_and(|next| !next.is_blank()) {
            pieces.push(blank());
        }
    } else if matches!(
        document.pieces.get(at),
        Some(Piece::Heading(_) | Piece::State(_))
    ) {
        pieces.push(blank());
    }
    document.pieces.splice(at..at, pieces);
}

/// Makes a missing section before the next later section that stands in the document, else before the merge state.
/// Gives the place behind its heading.
fn make_section(document: &mut Document, draft: &Draft, index: usize) -> usize {
    let later = draft.sections[index + 1..]
        .iter()
        .find_map(|section: &Section| {
            position(
                document,
                |piece| matches!(piece, Piece::Heading(raw) if same_heading(raw, &section.heading)),
            )
        });
    let at = later
        .or_else(|| position(document, |piece| matches!(piece, Piece::State(_))))
        .unwrap_or(document.pieces.len());
    end_line_before(document, at);
    let eol = document.eol;
    let mut pieces = Vec::new();
    if at > 0 && !document.pieces[at - 1].raw().is_empty() && !document.pieces[at - 1].is_blank() {
        pieces.push(Piece::Other(eol.to_owned()));
    }
    pieces.push(Piece::Heading(format!(
        "{}{eol}",
        draft.sections[index].heading
    )));
    let behind = at + pieces.len();
    document.pieces.splice(at..at, pieces);
    behind
}

/// Takes away blocks of ours that nobody touched and that are not wanted any more, and headings of ours that this leaves empty.
/// A footnote stays as long as something that stays refers to it. Gives the ids of those that went.
fn take_away(
    document: &mut Document,
    draft: &Draft,
    unwanted: Vec<(usize, ItemId)>,
) -> Vec<ItemId> {
    let heading_of = |document: &Document, place: usize| {
        let before = document.pieces[..place].iter();
        before
            .enumerate()
            .rev()
            .find_map(|(at, piece)| matches!(piece, Piece::Heading(_)).then_some(at))
    };
    let (notes, blocks): (Vec<_>, Vec<_>) = unwanted
        .into_iter()
        .partition(|(place, _)| document.pieces[*place].raw().starts_with("[^"));
    let mut gone = Vec::new();
    let mut emptied = BTreeSet::new();
    for (place, id) in blocks {
        emptied.extend(heading_of(document, place));
        let tight = is_tight(document.pieces[place].raw());
        document.pieces[place] = Piece::Other(String::new());
        if !tight {
            close_gap(document, place);
        }
        gone.push(id);
    }
    for (place, id) in notes {
        let mark = format!("[^{id}]");
        let cited = document
            .pieces
            .iter()
            .enumerate()
            .any(|(at, piece)| at != place && piece.raw().contains(&mark));
        if !cited {
            emptied.extend(heading_of(document, place));
            document.pieces[place] = Piece::Other(String::new());
            gone.push(id);
        }
    }
    drop_empty_headings(document, draft, &emptied);
    gone
}

/// Takes one of the two blank lines that a paragraph leaves behind: it came with one of its own.
fn close_gap(document: &mut Document, place: usize) {
    let before = document.pieces[..place]
        .iter()
        .rev()
        .find(|piece| !piece.raw().is_empty());
    if before.is_none_or(|piece| !piece.is_blank()) {
        return;
    }
    if let Some(next) = document.pieces.get_mut(place + 1)
        && next.is_blank()
        && !next.raw().is_empty()
    {
        *next = Piece::Other(String::new());
    }
}

/// A heading goes only where it is one that the draft brings and takes: never room for the owner, never a heading of the owner's own.
fn drop_empty_headings(document: &mut Document, draft: &Draft, emptied: &BTreeSet<usize>) {
    for heading in emptied.iter().rev().copied() {
        let raw = document.pieces.get(heading).map_or("", Piece::raw);
        let ours = draft
            .sections
            .iter()
            .any(|section| !section.always && same_heading(raw, &section.heading));
        let end = section_end(document, heading, is_callout(raw));
        let bare = document.pieces[heading + 1..end]
            .iter()
            .all(|piece| piece.raw().is_empty() || piece.is_blank());
        if ours && bare {
            document.pieces.drain(heading..end);
        }
    }
    document.pieces.retain(|piece| !piece.raw().is_empty());
}

fn section_end(document: &Document, heading: usize, quoted: bool) -> usize {
    let ends = |piece: &Piece| match piece {
        Piece::Heading(_) | Piece::State(_) => true,
        Piece::Block(part) => quoted && !part.quoted,
        Piece::Other(_) => false,
    };
    let found = document.pieces.iter().skip(heading + 1).position(ends);
    found.map_or(document.pieces.len(), |offset| heading + 1 + offset)
}

fn place_state(document: &mut Document, state: &State) {
    let text = state.render(document.eol);
    // Of two, as a sync may leave them, the last one is read, so the last one is written.
    let last = document
        .pieces
        .iter()
        .rposition(|piece| matches!(piece, Piece::State(_)));
    if let Some(at) = last {
        document.pieces[at] = Piece::State(text);
        return;
    }
    let end = document.pieces.len();
    end_line_before(document, end);
    if document
        .pieces
        .last()
        .is_some_and(|piece| !piece.is_blank())
    {
        document.pieces.push(Piece::Other(document.eol.to_owned()));
    }
    document.pieces.push(Piece::State(text));
}

fn end_line_before(document: &mut Document, at: usize) {
    let eol = document.eol;
    let Some(piece) = at
        .checked_sub(1)
        .and_then(|before| document.pieces.get_mut(before))
    else {
        return;
    };
    if piece.raw().ends_with('\n') || piece.raw().is_empty() {
        return;
    }
    match piece {
        Piece::Heading(raw) | Piece::State(raw) | Piece::Other(raw) => raw.push_str(eol),
        Piece::Block(part) => part.raw.push_str(eol),
    }
}

fn holds(piece: &Piece, id: &ItemId) -> bool {
    matches!(piece, Piece::Block(part) if part.id.as_ref() == Some(id))
}

fn same_heading(raw: &str, heading: &str) -> bool {
    raw.trim_end() == heading.trim_end()
}

fn position(document: &Document, is: impl Fn(&Piece) -> bool) -> Option<usize> {
    document.pieces.iter().position(is)
}
