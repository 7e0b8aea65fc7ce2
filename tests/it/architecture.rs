//! The walls of the house: who may know whom (src/lib.rs tells why).

use std::fs;
use std::path::{Path, PathBuf};

/// In reading order: a module may use those before it, never those after it.
const ORDER: [&str; 11] = [
    "model",
    "vault",
    "transcript",
    "note",
    "extract",
    "ledger",
    "insight",
    "draft",
    "site",
    "pipeline",
    "cli",
];

/// A package and the only files, named by their ends, that may name it.
const PACKAGES_OF_ONE_FILE: [(&str, &str); 2] = [
    ("zip", "transcript/recording/docx.rs"),
    ("quick_xml", "transcript/recording/docx.rs"),
];

/// A package and the only places that may name it.
const PACKAGES: [(&str, &[&str]); 6] = [
    ("serde_yaml", &["vault"]),
    ("tera", &["site"]),
    ("pulldown_cmark", &["site", "note", "transcript"]),
    ("notify", &["live"]),
    ("reqwest", &["extract"]),
    ("clap", &["cli"]),
];

#[test]
fn modules_use_only_what_stands_before_them() {
    let mut wrong = Vec::new();
    for (module, file, text) in sources() {
        let Some(place) = ORDER.iter().position(|name| *name == module) else {
            continue;
        };
        for later in &ORDER[place + 1..] {
            if names(&text, &format!("crate::{later}")) {
                wrong.push(format!("{} uses {later}", file.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn packages_are_named_only_where_they_belong() {
    let mut wrong = Vec::new();
    for (module, file, text) in sources() {
        for (package, places) in PACKAGES {
            let named =
                names(&text, &format!("use {package}")) || names(&text, &format!("{package}::"));
            if named && !places.contains(&module.as_str()) {
                wrong.push(format!("{} names {package}", file.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn word_documents_are_one_files_business() {
    let mut wrong = Vec::new();
    for (_, file, text) in sources() {
        for (package, place) in PACKAGES_OF_ONE_FILE {
            let named =
                names(&text, &format!("use {package}")) || names(&text, &format!("{package}::"));
            if named && !file.ends_with(place) {
                wrong.push(format!("{} names {package}", file.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_module_has_its_place() {
    for (module, file, text) in sources() {
        let known = ORDER.contains(&module.as_str()) || ["lib", "main"].contains(&module.as_str());
        assert!(known, "{} stands in no module of the order", file.display());
        assert!(
            text.starts_with("//!"),
            "{} does not say what it is",
            file.display()
        );
    }
}

/// Each source file with its top-level module and its text up to its tests.
fn sources() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &mut files);
    assert!(files.len() > 20, "the sources were not found");
    let about = |file: PathBuf| {
        let inside = file.strip_prefix(&root).unwrap().to_owned();
        let first = inside.iter().next().unwrap().to_str().unwrap();
        let text = fs::read_to_string(&file).unwrap();
        // Tests may use what they like; a line that only declares them ends nothing.
        let inline = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
        let text = text[..inline].to_owned();
        assert!(
            !text.contains("use crate::{"),
            "{}: one path a line, so that this test can read it",
            file.display()
        );
        (first.trim_end_matches(".rs").to_owned(), inside, text)
    };
    files.into_iter().map(about).collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap().path();
        if entry.is_dir() {
            walk(&entry, files);
        } else if entry.extension().is_some_and(|ending| ending == "rs")
            && entry.file_stem().is_none_or(|stem| stem != "tests")
        {
            files.push(entry);
        }
    }
}

/// Whether a text holds a path as a whole word: `crate::site` is not in `crate::sitemap`.
fn names(text: &str, path: &str) -> bool {
    text.match_indices(path).any(|(at, _)| {
        let word = |c: char| c.is_alphanumeric() || c == '_';
        let before = text[..at].chars().next_back().is_none_or(|c| !word(c));
        let after = path.ends_with(':')
            || text[at + path.len()..]
                .chars()
                .next()
                .is_none_or(|c| !word(c));
        before && after
    })
}
