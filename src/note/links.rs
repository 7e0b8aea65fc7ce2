//! Wikilinks as we write and read them: full vault paths with an alias, so that they resolve without Obsidian's guessing.

use crate::model::{ItemId, ItemRef, Person, VaultPath, Who, calendar};

/// `[[people/sally-chen|Sally]]` for somebody with a file, the full name for anybody else.
pub fn person(who: &Who, known: Option<&Person>) -> String {
    match known.and_then(|person| person.file.as_ref().map(|file| (person, file))) {
        Some((person, file)) => format!("[[{}|{}]]", file.link(), person.first_name()),
        None => who.name.clone(),
    }
}

/// `[[people/sally-chen|Sally Chen]]`: the form of front matter.
pub fn person_in_full(person: &Person) -> String {
    match &person.file {
        Some(file) => format!("[[{}|{}]]", file.link(), person.name),
        None => person.name.clone(),
    }
}

/// `[[meetings/2026-11-09-sally-chen#^tla77pd2mn|9 November]]`.
pub fn item(to: &ItemRef) -> String {
    format!(
        "[[{}#^{}|{}]]",
        to.note.link(),
        to.id,
        calendar::day_month(to.date)
    )
}

/// A link that was read: target, block id and alias.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The target with `.md` put back on.
    pub path: VaultPath,
    /// The block it points to.
    pub block: Option<ItemId>,
    /// The words shown.
    pub alias: Option<String>,
}

/// Reads a text that is one whole wikilink.
pub fn parse(text: &str) -> Option<Link> {
    let inner = text.trim().strip_prefix("[[")?.strip_suffix("]]")?;
    if inner.contains("[[") || inner.contains("]]") {
        return None;
    }
    let (target, alias) = match inner.split_once('|') {
        Some((target, alias)) => (target, Some(alias.to_owned())),
        None => (inner, None),
    };
    let (path, fragment) = match target.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (target, None),
    };
    let path = path.trim_end_matches('\\').trim();
    Some(Link {
        path: VaultPath::new(&format!("{}.md", path.strip_suffix(".md").unwrap_or(path))),
        block: fragment.and_then(|fragment| ItemId::parse(fragment.strip_prefix('^')?)),
        alias,
    })
}
