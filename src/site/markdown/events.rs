//! The document's structure: events, with the block ids taken off the ends of lines and the footnotes set aside.
//! It knows nothing of HTML.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeStream};

use crate::model::ItemId;

/// A document's events, ready to be written.
#[derive(Debug, Default)]
pub(super) struct Parsed<'a> {
    /// Everything but footnote definitions.
    pub(super) events: Vec<Event<'a>>,
    /// The block id of what begins at an event.
    pub(super) ids: BTreeMap<usize, String>,
    /// The definitions by label.
    pub(super) notes: BTreeMap<String, Vec<Event<'a>>>,
    /// The labels in the order of their definitions.
    pub(super) order: Vec<String>,
}

/// Reads visible text.
pub(super) fn read(text: &str) -> Parsed<'_> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_WIKILINKS;
    let mut parsed = Parsed::default();
    // A definition may stand inside of another one's quote or list.
    let mut open: Vec<(String, Vec<Event<'_>>)> = Vec::new();
    for event in TextMergeStream::new(Parser::new_ext(text, options)) {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                open.push((label.into_string(), Vec::new()));
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((label, events)) = open.pop()
                    && !parsed.notes.contains_key(&label)
                {
                    parsed.order.push(label.clone());
                    parsed.notes.insert(label, events);
                }
            }
            event => match open.last_mut() {
                Some((_, events)) => events.push(event),
                None => parsed.events.push(event),
            },
        }
    }
    take_ids(&mut parsed);
    for events in parsed.notes.values_mut() {
        let mut own = Parsed {
            events: std::mem::take(events),
            ..Parsed::default()
        };
        take_ids(&mut own);
        *events = own.events;
    }
    parsed
}

/// Takes ` ^id` off the end of each line's text. Ours become anchors of the list item, heading or paragraph they stand in.
fn take_ids(parsed: &mut Parsed<'_>) {
    let mut open: Vec<usize> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut code = false;
    for index in 0..parsed.events.len() {
        match &parsed.events[index] {
            Event::Start(tag) => {
                code |= matches!(tag, Tag::CodeBlock(_));
                if matches!(tag, Tag::Item | Tag::Paragraph | Tag::Heading { .. }) {
                    open.push(index);
                }
            }
            Event::End(end) => {
                code &= !matches!(end, TagEnd::CodeBlock);
                if matches!(end, TagEnd::Item | TagEnd::Paragraph | TagEnd::Heading(_)) {
                    open.pop();
                }
            }
            Event::Text(text) if !code && ends_line(parsed.events.get(index + 1)) => {
                let Some((words, id)) = split_id(text) else {
                    continue;
                };
                let (words, id) = (words.to_owned(), id.to_owned());
                let owner = innermost(&open, &parsed.events);
                if let Some(owner) = owner
                    && ItemId::parse(&id).is_some()
                    && !parsed.ids.contains_key(&owner)
                    && seen.insert(id.clone())
                {
                    parsed.ids.insert(owner, id);
                }
                parsed.events[index] = Event::Text(words.into());
            }
            _ => {}
        }
    }
}

fn innermost(open: &[usize], events: &[Event<'_>]) -> Option<usize> {
    let last = *open.last()?;
    let inside = open.len().checked_sub(2).map(|at| open[at]);
    // The paragraph of a loose list is the item's own line.
    match inside {
        Some(item)
            if matches!(events[item], Event::Start(Tag::Item))
                && matches!(events[last], Event::Start(Tag::Paragraph)) =>
        {
            Some(item)
        }
        _ => Some(last),
    }
}

fn ends_line(next: Option<&Event<'_>>) -> bool {
    matches!(
        next,
        None | Some(
            Event::SoftBreak
                | Event::HardBreak
                | Event::Start(Tag::List(_))
                | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_))
        )
    )
}

/// `Send it ^tlk3f9a2cq` as the words and the id.
fn split_id(text: &str) -> Option<(&str, &str)> {
    let trimmed = text.trim_end();
    let (words, id) = trimmed.rsplit_once('^')?;
    let plain = !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    (plain && (words.is_empty() || words.ends_with(' '))).then(|| (words.trim_end(), id))
}
