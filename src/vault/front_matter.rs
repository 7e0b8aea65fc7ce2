//! YAML as the owner writes it: front matter cut off a document, and the settings file. Order, unknown keys and lines are kept.
//! It knows no key by name and decides nothing about values; the reading of YAML itself is next door.

use super::yaml::{self, Shape};

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

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use proptest::prelude::*;

    use super::*;

    fn read(yaml: &str) -> FrontMatter {
        FrontMatter::parse(yaml, 2).unwrap()
    }

    #[test]
    fn a_document_is_cut_at_its_second_fence() {
        let text = "\u{feff}---\r\ndate: 2026-06-18\r\nperson: Sally\r\n--- \r\nHello\r\n";
        let split = split(text);
        assert_eq!(split.front_matter.text("date"), Some("2026-06-18"));
        assert_eq!(split.front_matter.get("person").unwrap().line, 3);
        assert_eq!((split.body, split.body_line), ("Hello\r\n", 5));
        assert_eq!(split.fault, None);
    }

    #[test]
    fn what_has_no_front_matter_is_all_body() {
        for text in ["", "Hello", " ---\na: b\n---\n", "----\na: b\n---\n"] {
            let split = split(text);
            assert_eq!((split.body, split.body_line), (text, 1));
            assert_eq!(split.fault, None);
        }
    }

    #[test]
    fn broken_front_matter_leaves_the_body_and_names_its_line() {
        for (yaml, line) in [
            ("date: 2026-06-18\nperson: a: b", 3),
            ("date: 1\nperson: x\ndate: 2", 4),
            ("date: 1\n\tperson: x", 3),
            ("date: [1, 2\nperson: x", 3),
            ("just words", 2),
            ("- a\n- b", 2),
            ("a:\n  b: 1\n  c: 2\n  b: 3", 5),
        ] {
            let text = format!("---\n{yaml}\n---\nbody\n");
            let split = split(&text);
            assert_eq!(split.body, "body\n", "{yaml}");
            let fault = split.fault.unwrap();
            assert_eq!(fault.line, line, "{yaml}: {fault:?}");
            assert!(split.front_matter.fields().is_empty());
        }
        let open = split("---\ndate: 1\nSally: hello\n");
        assert_eq!((open.body, open.body_line), ("date: 1\nSally: hello\n", 2));
        assert_eq!(open.fault.unwrap().line, 1);
    }

    #[test]
    fn values_stand_as_they_are_written() {
        let matter = read(
            "a: 1.10\nb: 0x1F\nc: 12345678901234567890123\nd: 2026-06-18\ne: yes\nf: true\ng:\nh: \"0012\"\n\
             i: [31, 1.0]\n2026: !x 5\nj: 16:30\nk: 1_000\nl: 1e3\nm: ~",
        );
        let seen: Vec<(&str, Option<String>)> = matter
            .fields()
            .iter()
            .map(|field| (field.key.as_str(), field.value.as_text()))
            .collect();
        let expected = [
            ("a", Some("1.10")),
            ("b", Some("0x1F")),
            ("c", Some("12345678901234567890123")),
            ("d", Some("2026-06-18")),
            ("e", Some("yes")),
            ("f", Some("true")),
            ("g", None),
            ("h", Some("0012")),
            ("i", None),
            ("2026", Some("5")),
            ("j", Some("16:30")),
            ("k", Some("1_000")),
            ("l", Some("1e3")),
            ("m", None),
        ];
        assert_eq!(
            seen,
            expected.map(|(key, value)| (key, value.map(str::to_owned)))
        );
        assert_eq!(matter.texts("i"), ["31", "1.0"]);
    }

    #[test]
    fn wikilinks_without_quotes_are_links_again() {
        let matter = read(
            "person: [[Sally Chen]]\nattendees:\n  - [[people/bo|Bo]]\n  - \"[[Ana]]\"\n  - Cy\n  -\nflow: [[[A]], [[B]]]\n\
             two: [[A], [B]]\none: Dana\nnone:\ncomma: [[Last, First]]",
        );
        assert_eq!(
            matter.get("person").unwrap().value.as_text().as_deref(),
            Some("[[Sally Chen]]")
        );
        for (key, texts) in [
            ("person", vec!["[[Sally Chen]]"]),
            ("attendees", vec!["[[people/bo|Bo]]", "[[Ana]]", "Cy"]),
            ("flow", vec!["[[A]]", "[[B]]"]),
            ("two", vec!["[[A]]", "[[B]]"]),
            ("one", vec!["Dana"]),
            ("none", vec![]),
            ("comma", vec!["[[Last, First]]"]),
            ("absent", vec![]),
        ] {
            assert_eq!(matter.texts(key), texts, "{key}");
        }
    }

    #[test]
    fn keys_keep_their_lines_at_every_depth() {
        let matter = read(
            "# the company\ncompany:\n  name: Lee Mills\n  goal: |\n    name: not this\n    more\n  \"head count\": 45\n\
             list:\n- a: 1\n  b: 2\n- a: 3\nflow: {x: 1, y: 2}\nlast: 1\n",
        );
        let line = |field: &Field| field.line;
        assert_eq!(
            matter.fields().iter().map(line).collect::<Vec<_>>(),
            [3, 9, 13, 14]
        );
        let Value::Map(company) = &matter.fields()[0].value else {
            panic!("a map");
        };
        assert_eq!(company.iter().map(line).collect::<Vec<_>>(), [4, 5, 8]);
        let Value::List(list) = &matter.fields()[1].value else {
            panic!("a list");
        };
        let lines: Vec<u32> = list
            .iter()
            .flat_map(|item| match item {
                Value::Map(fields) => fields.iter().map(line).collect::<Vec<_>>(),
                _ => vec![],
            })
            .collect();
        assert_eq!(lines, [10, 11, 12]);
    }

    #[test]
    fn hostile_front_matter_is_refused_at_once() {
        let bomb = (1..40).fold("a0: &a0 [x,x]\n".to_owned(), |bomb, level| {
            let before = level - 1;
            format!("{bomb}a{level}: &a{level} [*a{before},*a{before}]\n")
        });
        let stairs = (0..340)
            .map(|depth| format!("{}a:\n", " ".repeat(depth)))
            .collect::<Vec<_>>()
            .concat();
        for hostile in [
            format!("a: {}", "[".repeat(60_000)),
            format!("a: {}", "[\n".repeat(30_000)),
            format!("a: {}", "{a: ".repeat(15_000)),
            format!("a: {}", "[\"]\",".repeat(10_000)),
            format!("a: {}", "[ #]\n".repeat(12_000)),
            format!("a: {}", "[!!str \"]\",".repeat(5_500)),
            "- ".repeat(30_000),
            "? ".repeat(30_000),
            bomb,
            stairs,
            "x".repeat(70_000),
        ] {
            let began = Instant::now();
            let refused = FrontMatter::parse(&hostile, 2);
            let took = began.elapsed();
            assert!(refused.is_err(), "{}", &hostile[..20]);
            assert!(took < Duration::from_secs(2), "{took:?} {}", &hostile[..20]);
        }
        let links = "- [[a]]\n- \"it's [\"\n- don't ] [x]\n".repeat(100);
        assert_eq!(read(&format!("a:\n{links}")).texts("a").len(), 300);
    }

    proptest! {
        #[test]
        fn nothing_panics_and_the_body_is_the_rest(text in "(---\n)?([a-z]: ?|[\\[\\]{}'\"#&*!|>,-]|[ \t\n]|\\PC){0,60}(\n---\n)?.{0,10}") {
            let split = split(&text);
            prop_assert!(text.ends_with(split.body));
            let before = &text[..text.len() - split.body.len()];
            prop_assert_eq!(split.body_line as usize, 1 + before.matches('\n').count());
        }

        #[test]
        fn texts_in_quotes_are_read_as_written(values in proptest::collection::vec("[ -~]{1,20}", 1..6)) {
            let yaml = values.iter().enumerate()
                .map(|(n, value)| format!("k{n}: '{}'\n", value.replace('\'', "''")))
                .collect::<Vec<_>>().concat();
            let matter = read(&yaml);
            for (n, (field, value)) in matter.fields().iter().zip(&values).enumerate() {
                prop_assert_eq!(field.value.as_text(), Some(value.clone()));
                prop_assert_eq!(field.line as usize, n + 2);
            }
        }
    }
}
