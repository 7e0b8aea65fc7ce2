//! YAML as the owner writes it: front matter cut off a document, and the settings file. Order, unknown keys and lines are kept.
//! It knows no key by name and decides nothing about values; the reading of YAML itself is next door.

use crate::model::text;

use super::yaml::{self, Shape};

mod edit;
#[cfg(test)]
mod tests;

pub use edit::set_map;

/// A document cut into front matter and body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split<'a> {
    /// What stands between the two `---` lines; empty when there are none, or when it is broken.
    pub front_matter: FrontMatter,
    /// Everything after it.
    pub body: &'a str,
    /// The line of the file at which the body begins, counted from 1.
    pub body_line: u32,
    /// What is broken in the front matter.
    pub fault: Option<Fault>,
}

/// Why some YAML could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line in the file, counted from 1.
    pub line: u32,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to do about it, in one sentence.
    pub hint: String,
}

/// The fields of one YAML map in the order of the file, unknown keys included.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrontMatter {
    fields: Vec<Field>,
}

/// One key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The key as written.
    pub key: String,
    /// What it is set to.
    pub value: Value,
    /// The line in the file, counted from 1.
    pub line: u32,
}

/// What a key is set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A text, or a number as it is written.
    Text(String),
    /// A list in either notation.
    List(Vec<Value>),
    /// A map in either notation.
    Map(Vec<Field>),
}

/// Cuts the front matter off a document. A byte order mark is stepped over; a broken front matter leaves the body readable.
pub fn split(text: &str) -> Split<'_> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let nothing = |body, body_line, fault| Split {
        front_matter: FrontMatter::default(),
        body,
        body_line,
        fault,
    };
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| is_fence(line)) else {
        return nothing(text, 1, None);
    };
    let mut end = first.len();
    let mut line = 1;
    for next in lines {
        line += 1;
        if is_fence(next) {
            let yaml = &text[first.len()..end];
            let body = &text[end + next.len()..];
            return match FrontMatter::parse(yaml, 2) {
                Ok(front_matter) => Split {
                    front_matter,
                    body,
                    body_line: line + 1,
                    fault: None,
                },
                Err(fault) => nothing(body, line + 1, Some(fault)),
            };
        }
        end += next.len();
    }
    let fault = Fault {
        line: 1,
        message: "the front matter is not closed".into(),
        hint: "Write a line `---` after its last key.".into(),
    };
    nothing(&text[first.len()..], 2, Some(fault))
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

impl FrontMatter {
    /// Adds the fields of another map behind these.
    pub(super) fn append(&mut self, mut other: Self) {
        self.fields.append(&mut other.fields);
    }

    /// Reads one YAML map, for example a whole settings file. `first_line` is the line of the file at which `yaml` begins.
    pub fn parse(yaml: &str, first_line: u32) -> Result<Self, Fault> {
        let yaml = yaml.strip_prefix('\u{feff}').unwrap_or(yaml);
        let shape = yaml::read(yaml, first_line)?;
        let mut source = Source::new(yaml, first_line);
        match shape {
            Shape::Null => Ok(Self::default()),
            Shape::Map(fields) => Ok(Self {
                fields: source.place(fields, None)?,
            }),
            _ => Err(Fault {
                line: first_line,
                message: "this is not a list of `key: value` lines".into(),
                hint: "Write one `key: value` a line, for example `date: 2026-06-18`.".into(),
            }),
        }
    }

    /// All fields in the order of the file.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The field of this key.
    pub fn get(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The value of this key, when it is a text that says something.
    pub fn text(&self, key: &str) -> Option<&str> {
        match &self.get(key)?.value {
            Value::Text(text) if !text.trim().is_empty() => Some(text),
            _ => None,
        }
    }

    /// The values of this key: a list's, or the one text that stands where a list is meant. An unquoted `[[X]]`, which YAML
    /// takes for a list in a list, is a wikilink again.
    pub fn texts(&self, key: &str) -> Vec<String> {
        self.get(key)
            .map(|field| field.value.texts())
            .unwrap_or_default()
    }
}

impl Value {
    /// The value as one text: a text, `true` or `false`, or an unquoted wikilink; none for anything else.
    pub fn as_text(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.clone()),
            Self::Bool(yes) => Some(yes.to_string()),
            Self::List(items) => match &items[..] {
                [Self::List(inner)] => wikilink(inner),
                _ => None,
            },
            Self::Null | Self::Map(_) => None,
        }
    }

    /// The value as texts that say something: a list's items, or the one text.
    pub fn texts(&self) -> Vec<String> {
        let found = match self {
            Self::List(items) => items
                .iter()
                .filter_map(|item| match item {
                    // `key: [[X]]` is a list whose only item is the list `[X]`.
                    Self::List(inner) => item.as_text().or_else(|| wikilink(inner)),
                    _ => item.as_text(),
                })
                .collect(),
            one => Vec::from_iter(one.as_text()),
        };
        found
            .into_iter()
            .filter(|text: &String| !text.trim().is_empty())
            .collect()
    }
}

/// `[[A, B]]` from the list that YAML made of it.
fn wikilink(parts: &[Value]) -> Option<String> {
    let parts: Vec<&str> = parts
        .iter()
        .map(|part| match part {
            Value::Text(text) => Some(text.as_str()),
            _ => None,
        })
        .collect::<Option<_>>()?;
    (!parts.is_empty()).then(|| format!("[[{}]]", parts.join(", ")))
}

/// A text as a value in double quotes on one line; what YAML does not allow becomes a space.
pub fn quoted(text: &str) -> String {
    let allowed = |c: char| {
        let strange = c.is_control() || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}');
        if strange { ' ' } else { c }
    };
    let text: String = text.chars().map(allowed).collect();
    let text = text::squash(&text)
        .replace('\\', "\\\\")
        .replace('"', "\\\"");
    format!("\"{text}\"")
}

/// Finds the lines on which keys stand, in the order in which they were read. `serde_yaml` does not tell them.
struct Source<'a> {
    lines: Vec<&'a str>,
    /// Where the search goes on: the index of the last key that was found.
    at: usize,
    first_line: u32,
}

impl<'a> Source<'a> {
    fn new(yaml: &'a str, first_line: u32) -> Self {
        Self {
            lines: yaml.lines().collect(),
            at: 0,
            first_line,
        }
    }

    fn number(&self) -> u32 {
        self.first_line
            .saturating_add(u32::try_from(self.at).unwrap_or(u32::MAX))
    }

    /// Gives the fields of one map their lines. `parent` is the indentation of the key above it.
    fn place(
        &mut self,
        fields: Vec<(String, Shape)>,
        parent: Option<usize>,
    ) -> Result<Vec<Field>, Fault> {
        let mut out: Vec<Field> = Vec::with_capacity(fields.len());
        let mut indent = None;
        for (key, shape) in fields {
            if let Some(found) = self.find(&key, indent, parent, out.is_empty()) {
                indent = Some(found);
            }
            if let Some(first) = out.iter().find(|field| field.key == key) {
                return Err(Fault {
                    line: self.number(),
                    message: format!("the key `{key}` stands here a second time"),
                    hint: format!("Keep one of them; the first is on line {}.", first.line),
                });
            }
            let line = self.number();
            let value = self.value(shape, indent.or(parent))?;
            out.push(Field { key, value, line });
        }
        Ok(out)
    }

    fn value(&mut self, shape: Shape, indent: Option<usize>) -> Result<Value, Fault> {
        Ok(match shape {
            Shape::Null => Value::Null,
            Shape::Bool(yes) => Value::Bool(yes),
            Shape::Number(text) | Shape::Text(text) => Value::Text(text),
            Shape::List(items) => Value::List(
                items
                    .into_iter()
                    .map(|item| self.value(item, indent))
                    .collect::<Result<_, _>>()?,
            ),
            Shape::Map(fields) => Value::Map(self.place(fields, indent)?),
        })
    }

    /// Moves on to the next line that sets `key` at the map's indentation and tells that indentation. A key in a map written
    /// on one line is not found and keeps the line of the key before it.
    fn find(
        &mut self,
        key: &str,
        indent: Option<usize>,
        parent: Option<usize>,
        first: bool,
    ) -> Option<usize> {
        // The top map's first key may stand on the very first line; every other one stands below what was found last.
        let from = self.at + usize::from(!(first && parent.is_none()));
        for (index, line) in self.lines.iter().enumerate().skip(from) {
            let content = line.trim_start_matches([' ', '-']);
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            let here = line.len() - content.len();
            if parent.is_some_and(|parent| here <= parent)
                || indent.is_some_and(|indent| here < indent)
            {
                return None;
            }
            if indent.is_none_or(|indent| indent == here) && sets(content, key) {
                self.at = index;
                return Some(here);
            }
        }
        None
    }
}

/// Whether the line's content is `key:`, the key quoted or not.
fn sets(content: &str, key: &str) -> bool {
    let quoted = content.trim_start_matches(['"', '\'']);
    let Some(rest) = quoted.strip_prefix(key) else {
        return false;
    };
    let rest = rest.trim_start_matches(['"', '\'']).trim_start();
    rest.strip_prefix(':')
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
}
