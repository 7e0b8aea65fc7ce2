//! Sentences with receipts: each ends with the footnotes of the items that it stands on, and each item's footnote is written once.

use std::fmt::Write as _;

use crate::ledger::Record;
use crate::model::{Evidence, Item, ItemId, Meeting, Source, calendar, text};
use crate::note::{Block, ids, links};
use crate::transcript::inert;

/// Paragraphs and the footnotes that they call for.
pub(super) struct Prose<'a> {
    record: &'a Record,
    /// What makes the ids of this document's paragraphs its own.
    key: String,
    receipts: Vec<ItemId>,
}

/// A paragraph in the making.
#[derive(Default)]
pub(super) struct Paragraph {
    text: String,
}

impl<'a> Prose<'a> {
    pub(super) fn new(record: &'a Record, key: String) -> Self {
        Self {
            record,
            key,
            receipts: Vec::new(),
        }
    }

    /// Adds a sentence, with its full stop, and its receipts.
    pub(super) fn say<'i>(
        &mut self,
        paragraph: &mut Paragraph,
        sentence: &str,
        receipts: impl IntoIterator<Item = &'i ItemId>,
    ) {
        if !paragraph.text.is_empty() {
            paragraph.text.push(' ');
        }
        paragraph.text.push_str(sentence);
        paragraph.text.push_str(&self.marks(receipts));
    }

    /// The marks of some receipts, `[^tlaaaaaaaa]`, for use within a sentence.
    pub(super) fn marks<'i>(&mut self, receipts: impl IntoIterator<Item = &'i ItemId>) -> String {
        let mut marks = String::new();
        for id in receipts {
            if self.record.item(id).is_none() {
                continue;
            }
            if !self.receipts.contains(id) {
                self.receipts.push(id.clone());
            }
            let _ = write!(marks, "[^{id}]");
        }
        marks
    }

    /// The paragraph as a block; `name` is what tells it from the other paragraphs of the document.
    pub(super) fn block(&self, name: &str, paragraph: &Paragraph) -> Block {
        let id = ids::mint(&[&self.key, name]);
        Block {
            text: format!("{} ^{id}", paragraph.text),
            id,
        }
    }

    /// The footnotes, in the order in which they were called for.
    pub(super) fn footnotes(&self) -> Vec<Block> {
        let footnote = |id: &ItemId| {
            let (meeting, item) = self.record.item(id)?;
            Some(Block {
                id: id.clone(),
                text: format!("[^{id}]: {}", receipt(meeting, item)),
            })
        };
        self.receipts.iter().filter_map(footnote).collect()
    }
}

fn receipt(meeting: &Meeting, item: &Item) -> String {
    let link = links::item(&meeting.link_to(item));
    match &item.source {
        Source::Speech(evidence) => {
            let quotes: Vec<String> = evidence.iter().map(said).collect();
            format!("{link}: {}", quotes.join("; "))
        }
        Source::Owner { quote, .. } => format!(
            "{link}, written by hand: {}",
            inert::escape(&text::squash(quote))
        ),
    }
}

fn said(evidence: &Evidence) -> String {
    let speaker = if evidence.speaker.is_empty() {
        "somebody"
    } else {
        &evidence.speaker
    };
    format!(
        "{}, turn {}: “{}”",
        inert::escape(speaker),
        evidence.turn,
        inert::escape(&text::squash(&evidence.quote))
    )
}

/// `one, two and three`.
pub(super) fn listed(parts: &[String], between: &str) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(between)),
    }
}

/// `no promise`, `one promise`, `twelve promises`, `13 promises`.
pub(super) fn counted(n: usize, one: &str, many: &str) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let noun = if n == 1 { one } else { many };
    match WORDS.get(n) {
        Some(word) => format!("{word} {noun}"),
        None => format!("{n} {noun}"),
    }
}

/// With a capital at its start.
pub(super) fn sentence(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(rest).collect()
    })
}

/// The primary quote of an item, in quotation marks; the owner's own words for the owner's line.
pub(super) fn quoted(item: &Item) -> String {
    let words = match &item.source {
        Source::Speech(evidence) => evidence.first().map_or("", |first| &first.quote),
        Source::Owner { .. } => &item.text,
    };
    format!("“{}”", inert::escape(&text::squash(words)))
}

/// `[[meetings/2026-11-16-sally-chen|16 November]]`.
pub(super) fn meeting_link(meeting: &Meeting) -> String {
    format!(
        "[[{}|{}]]",
        meeting.note.link(),
        calendar::day_month(meeting.date)
    )
}
