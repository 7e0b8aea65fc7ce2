//! Could these words before a colon be somebody's name? It knows how names look and which words are never one, and no people.

use std::borrow::Cow;

use crate::model::text;

use super::inert::unescape;
use super::speakers::{is_generic, is_invisible, without_tail};

/// Labels that stand before colons everywhere and are nobody.
#[rustfmt::skip]
const NOBODY: [&str; 97] = [
    "a", "action", "action item", "action items", "actions", "agenda", "also", "answer", "anyway", "attendees",
    "author", "background", "backlog", "because", "blockers", "bonus", "break", "but", "caution", "conclusion",
    "context", "date", "deadline", "decision", "decisions", "default", "description", "discussion", "due", "duration",
    "end", "example", "expectations", "feedback", "first", "follow up", "follow ups", "goal", "goals", "hint",
    "i mean", "important", "in short", "info", "introduction", "key points", "link", "listen", "location", "look",
    "manager", "meeting", "my notes", "next", "next steps", "note", "notes", "one", "open questions", "or",
    "outcomes", "outputs", "overview", "owner", "participants", "people", "person", "point", "project", "ps", "q",
    "question", "questions", "recap", "recording", "references", "second", "see", "so", "source", "status", "subject",
    "summary", "tags", "tasks", "the thing is", "third", "time", "tip", "title", "todo", "topic", "topics",
    "transcript", "type", "warning", "well",
];

/// Short forms whose full stop does not end a sentence.
const TITLES: [&str; 10] = [
    "dr", "mr", "mrs", "ms", "mx", "prof", "st", "jr", "sr", "fr",
];

/// How much a text looks like a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Looks {
    /// It is something else.
    Other,
    /// A few words, most of them in lower case: a name only where a recorder wrote it.
    Lower,
    /// A handle in lower case.
    Handle,
    /// A name.
    Name,
}

/// Whether the text could be a speaker's name, and then whether only by the weak rule for handles.
pub(super) fn test_name(raw: &str, known: &[String]) -> Option<bool> {
    match looks(raw, known) {
        Looks::Name => Some(false),
        Looks::Handle => Some(true),
        Looks::Lower | Looks::Other => None,
    }
}

/// How much the text looks like a speaker's name.
pub(super) fn looks(raw: &str, known: &[String]) -> Looks {
    could_be(raw, known).unwrap_or(Looks::Other)
}

fn could_be(raw: &str, known: &[String]) -> Option<Looks> {
    let name = plain(raw);
    let name = name.trim();
    if name.is_empty() || name.chars().count() > 60 {
        return None;
    }
    if let Some(linked) = name.strip_prefix("[[") {
        return linked.ends_with("]]").then_some(Looks::Name);
    }
    let name = without_tail(name);
    if name.contains(['=', '<', '>', '{', '}', ':', '*', '|', '"', '“', '`'])
        && !name.contains(" | ")
        || name.contains("http")
        || ends_a_sentence(name)
    {
        return None;
    }
    let folded = text::fold(name);
    if known.contains(&folded) {
        return Some(Looks::Name);
    }
    if NOBODY.binary_search(&folded.as_str()).is_ok() {
        return None;
    }
    let letters = name.chars().any(char::is_alphabetic);
    if !letters {
        let digits = name.bytes().filter(u8::is_ascii_digit).count();
        return (digits >= 7 && is_generic(name)).then_some(Looks::Name);
    }
    if is_generic(name) && name.split_whitespace().count() > 1 {
        return Some(Looks::Name);
    }
    let words = name.split_whitespace();
    let (count, lower) = words.fold((0, 0), |(count, lower), word| {
        let small = word.chars().next().is_some_and(char::is_lowercase);
        (count + 1, lower + usize::from(small))
    });
    if count > 6 {
        return None;
    }
    Some(if lower * 2 <= count {
        Looks::Name
    } else if is_handle(name) {
        Looks::Handle
    } else {
        Looks::Lower
    })
}

/// The name without escapes and without marks that nobody sees.
fn plain(raw: &str) -> Cow<'_, str> {
    let name = if raw.contains('\\') {
        Cow::Owned(unescape(raw))
    } else {
        Cow::Borrowed(raw)
    };
    if name.is_ascii() || !name.contains(is_invisible) {
        return name;
    }
    Cow::Owned(name.chars().filter(|c| !is_invisible(*c)).collect())
}

fn is_handle(name: &str) -> bool {
    name.len() > 1
        && name.as_bytes()[0].is_ascii_lowercase()
        && name.bytes().all(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_.-".contains(&byte)
        })
}

/// Whether a sentence ends inside: `. `, `! `, `? ` or `; `, but not after an initial or a title.
fn ends_a_sentence(name: &str) -> bool {
    let mut words = name.split_whitespace().peekable();
    while let Some(word) = words.next() {
        if words.peek().is_none() {
            return word.ends_with(['!', '?', ';']);
        }
        if word.ends_with(['!', '?', ';']) {
            return true;
        }
        if let Some(stem) = word.strip_suffix('.')
            && stem.chars().count() > 1
            && !TITLES.contains(&stem.to_ascii_lowercase().as_str())
        {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_pass_and_sentences_do_not() {
        assert!(NOBODY.is_sorted());
        let known = ["the boss".to_owned()];
        for name in [
            "Sally",
            "Sally de la Cruz",
            "Dr. Patel",
            "the boss",
            "Speaker 2",
            "李",
        ] {
            assert_eq!(test_name(name, &known), Some(false), "{name}");
        }
        assert_eq!(test_name("stokes", &known), Some(true));
        for other in [
            "",
            "Note",
            "It's that time again",
            "Yes. And then",
            "Really?",
            "a = b",
            "https",
            "2026",
            "One Two Three Four Five Six Seven",
            "the other boss",
        ] {
            assert_ne!(test_name(other, &known), Some(false), "{other}");
        }
    }
}
