//! A small reader of the pages we write, for tests: tags with their attributes, in order. It refuses what a page of ours may not be:
//! a tag that is not closed, an attribute without quotes.

use std::collections::BTreeSet;

/// A start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag {
    /// Its name.
    pub(crate) name: String,
    /// Its attributes, entities undone.
    pub(crate) attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }
}

const VOID: [&str; 6] = ["meta", "link", "br", "hr", "input", "img"];

/// The start tags of a page; panics when tags do not close each other in order.
pub(crate) fn tags(page: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if rest.starts_with('!') {
            rest = &rest[rest.find('>').expect("a declaration ends") + 1..];
            continue;
        }
        let end = end_of(rest);
        let (inside, behind) = (&rest[..end], &rest[end + 1..]);
        rest = behind;
        if let Some(name) = inside.strip_prefix('/') {
            let last = open.pop();
            assert_eq!(
                last.as_deref(),
                Some(name.trim()),
                "before {}",
                start(behind)
            );
            continue;
        }
        let closed = inside.ends_with('/');
        let inside = inside.trim_end_matches('/');
        let (name, attributes) = inside
            .split_once(char::is_whitespace)
            .unwrap_or((inside, ""));
        assert!(
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric()),
            "a tag named {name:?}"
        );
        if !closed && !VOID.contains(&name) {
            open.push(name.to_owned());
        }
        tags.push(Tag {
            name: name.to_owned(),
            attributes: read(attributes),
        });
    }
    assert!(open.is_empty(), "left open: {open:?}");
    tags
}

fn end_of(text: &str) -> usize {
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at,
            _ => {}
        }
    }
    panic!("a tag that never ends: {}", start(text));
}

fn read(text: &str) -> Vec<(String, String)> {
    let mut attributes = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (name, behind) = rest
            .split_once("=\"")
            .unwrap_or_else(|| panic!("an attribute without quotes: {rest}"));
        let (value, behind) = behind.split_once('"').expect("the value ends");
        let name = name.trim();
        assert!(
            name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'),
            "an attribute named {name:?}"
        );
        attributes.push((name.to_owned(), plain(value)));
        rest = behind.trim_start();
    }
    attributes
}

/// Text without its entities.
pub(crate) fn plain(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// All ids of a page; panics when one stands twice.
pub(crate) fn ids(tags: &[Tag]) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for id in tags.iter().filter_map(|tag| tag.get("id")) {
        assert!(ids.insert(id.to_owned()), "the id {id} stands twice");
    }
    ids
}

/// The file that a relative address leads to, and the anchor in it; seen from `file`.
pub(crate) fn resolve(file: &str, href: &str) -> (String, String) {
    let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
    if path.is_empty() {
        return (file.to_owned(), anchor.to_owned());
    }
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => {
                parts.pop().expect("the address stays in the site");
            }
            part => parts.push(part),
        }
    }
    (decode(&parts.join("/")), anchor.to_owned())
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        if *first == b'%' {
            let hex = std::str::from_utf8(&behind[..2]).expect("two digits");
            bytes.push(u8::from_str_radix(hex, 16).expect("two digits"));
            rest = &behind[2..];
        } else {
            bytes.push(*first);
            rest = behind;
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

fn start(text: &str) -> String {
    text.chars().take(80).collect()
}
