//! Typed reading of fields: each wrong value becomes a problem with its line, and the caller goes on with its default.

use jiff::civil::Date;

use crate::model::{Problem, VaultPath};

use super::front_matter::{Field, Value};

/// Reads typed values out of fields and collects what is wrong with them.
pub(super) struct Fields<'a> {
    path: &'a VaultPath,
    /// `folders.` for the fields of a map, empty at the top.
    prefix: String,
    all: &'a [Field],
    pub(super) problems: Vec<Problem>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(path: &'a VaultPath, fields: &'a [Field]) -> Self {
        Self {
            path,
            prefix: String::new(),
            all: fields,
            problems: Vec::new(),
        }
    }

    fn find(&self, key: &str) -> Option<&'a Field> {
        let field = self.all.iter().find(|field| field.key == key)?;
        (field.value != Value::Null).then_some(field)
    }

    pub(super) fn line(&self, key: &str) -> Option<u32> {
        self.find(key).map(|field| field.line)
    }

    pub(super) fn wrong(&mut self, key: &str, message: &str, hint: &str) {
        let line = self.line(key);
        let message = format!("`{}{key}` {message}", self.prefix);
        self.problems
            .push(Problem::new(self.path, line, message, hint));
    }

    /// A text that is not empty.
    pub(super) fn text(&mut self, key: &str) -> Option<String> {
        let text = self.find(key)?.value.as_text();
        let text = text.map(|text| text.trim().to_owned());
        match text {
            Some(text) if !text.is_empty() => Some(text),
            _ => {
                self.wrong(key, "is not a text", "Write one value behind the colon.");
                None
            }
        }
    }

    /// A text that `read` understands; `hint` says what it may be.
    pub(super) fn parsed<T>(
        &mut self,
        key: &str,
        hint: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(key)?;
        let value = read(&text);
        if value.is_none() {
            self.wrong(key, &format!("is `{text}`, which cannot be read"), hint);
        }
        value
    }

    pub(super) fn date(&mut self, key: &str) -> Option<Date> {
        self.parsed(key, "Write a date as 2026-11-20.", |text| text.parse().ok())
    }

    pub(super) fn flag(&mut self, key: &str) -> Option<bool> {
        if let Value::Bool(flag) = &self.find(key)?.value {
            return Some(*flag);
        }
        self.wrong(key, "is neither true nor false", "Write true or false.");
        None
    }

    /// A list of texts, or one text.
    pub(super) fn texts(&mut self, key: &str) -> Vec<String> {
        let Some(field) = self.find(key) else {
            return Vec::new();
        };
        let found: Option<Vec<String>> = match &field.value {
            Value::List(values) => values.iter().map(Value::as_text).collect(),
            Value::Text(text) => Some(vec![text.clone()]),
            Value::Null | Value::Bool(_) | Value::Map(_) => None,
        };
        found.unwrap_or_else(|| {
            self.wrong(
                key,
                "is not a list of texts",
                "Write one entry a line, each behind `- `.",
            );
            Vec::new()
        })
    }

    /// The fields of a map, whose problems `read` collects here.
    pub(super) fn map<T>(
        &mut self,
        key: &str,
        read: impl FnOnce(&mut Fields<'a>) -> T,
    ) -> Option<T> {
        let Value::Map(fields) = &self.find(key)?.value else {
            self.wrong(
                key,
                "is not a map",
                "Write its keys below it, indented by two spaces.",
            );
            return None;
        };
        let mut inner = Fields::new(self.path, fields);
        inner.prefix = format!("{}{key}.", self.prefix);
        let value = read(&mut inner);
        self.problems.append(&mut inner.problems);
        Some(value)
    }

    /// A problem for each key that is not in `known`, with the nearest one that is.
    pub(super) fn refuse_unknown(&mut self, known: &[&str]) {
        for field in self.all {
            if known.contains(&field.key.as_str()) {
                continue;
            }
            let nearest = known
                .iter()
                .map(|name| (strsim::jaro_winkler(name, &field.key), name))
                .filter(|(score, _)| *score > 0.8)
                .max_by(|one, other| one.0.total_cmp(&other.0));
            let hint = match nearest {
                Some((_, name)) => format!("Did you mean `{name}`?"),
                None => format!("Take the line out; known here are: {}.", known.join(", ")),
            };
            let message = format!("`{}{}` is no setting", self.prefix, field.key);
            self.problems
                .push(Problem::new(self.path, Some(field.line), message, hint));
        }
    }
}
