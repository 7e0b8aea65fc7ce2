//! Agendas and review drafts: what is planned, merged with what stands in the vault. A document belongs to a person by its `person:` link,
//! never by its name, and a final review is never touched.

use std::collections::BTreeMap;

use crate::draft::{Document, DocumentKind, Planned};
use crate::model::{People, Problem, VaultPath};
use crate::note;
use crate::vault::front_matter::{self, FrontMatter};
use crate::vault::{Snapshot, conflict_line, text};

/// All agendas and reviews as they will stand, by path.
pub(super) fn merge(
    snapshot: &Snapshot,
    people: &People,
    planned: Vec<Planned>,
) -> (Vec<Document>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut standing: BTreeMap<VaultPath, Document> = BTreeMap::new();
    let folders = &snapshot.config.folders;
    for (path, bytes) in snapshot
        .below(&folders.agendas)
        .chain(snapshot.below(&folders.reviews))
    {
        match text(bytes) {
            Ok(text) => {
                let front_matter = front_matter::split(text).front_matter;
                if let Some(document) = document(path, text, &front_matter, people) {
                    standing.insert(path.clone(), document);
                }
            }
            Err(line) => problems.push(Problem::new(
                path,
                Some(line),
                "this file is not UTF-8 text; it is neither read nor written",
                "Save it again as UTF-8.",
            )),
        }
    }
    for planned in planned {
        let owned = standing
            .values()
            .find(|document| document.person == planned.person && document.kind == planned.kind);
        let path = owned
            .map_or(&planned.path, |document| &document.path)
            .clone();
        let before = match snapshot.files.get(&path).map(|bytes| text(bytes)) {
            None => None,
            Some(Ok(text)) => Some(text),
            Some(Err(_)) => continue,
        };
        let text = match before {
            None => note::render(&planned.draft),
            Some(text) if is_locked(&path, text, &mut problems) => text.to_owned(),
            Some(text) => note::merge(text, &planned.draft),
        };
        let document = Document {
            path: path.clone(),
            kind: planned.kind,
            person: planned.person,
            text,
        };
        standing.insert(path, document);
    }
    (standing.into_values().collect(), problems)
}

/// A file of ours: it links to a person and says for which day or period it is.
fn document(
    path: &VaultPath,
    text: &str,
    front_matter: &FrontMatter,
    people: &People,
) -> Option<Document> {
    let person = people.resolve(front_matter.texts("person").first()?)?;
    let kind = match front_matter.text("period") {
        Some(period) => DocumentKind::Review(period.to_owned()),
        None => DocumentKind::Agenda(front_matter.text("date")?.parse().ok()?),
    };
    Some(Document {
        path: path.clone(),
        kind,
        person: person.slug.clone(),
        text: text.to_owned(),
    })
}

/// Whether a document stays as it is: it is final, or git left a conflict in it.
fn is_locked(path: &VaultPath, text: &str, problems: &mut Vec<Problem>) -> bool {
    if let Some(line) = conflict_line(text) {
        problems.push(Problem::new(
            path,
            Some(line),
            "git left conflict markers here; the file is not written",
            "Keep what is right of the two versions, take out the lines that begin with <<<<<<<, ======= and >>>>>>>, and build again.",
        ));
        return true;
    }
    let split = front_matter::split(text);
    if let Some(fault) = split.fault {
        let message = format!(
            "{}; the file is not written, since it may be final",
            fault.message
        );
        problems.push(Problem::new(path, Some(fault.line), message, fault.hint));
        return true;
    }
    let status = split.front_matter.text("status").map(str::trim);
    status.is_some_and(|status| status.eq_ignore_ascii_case("final"))
}
