//! The one reader of YAML, with a fence around it: hostile, broken and odd files cost neither seconds nor the whole file.
//! It knows texts, lists and maps; keys, lines and what they mean are the business of front matter.

use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use super::front_matter::Fault;

/// More than this is no front matter but an accident, and YAML readers are slow on accidents.
const LONGEST: usize = 64 * 1024;

/// `serde_yaml` takes quadratic time on nested brackets before it refuses them, so deeper ones never reach it.
const DEEPEST: usize = 64;

/// Reads one document; nothing but blank lines and comments is [`Shape::Null`].
pub(super) fn read(yaml: &str, first_line: u32) -> Result<Shape, Fault> {
    if yaml.len() > LONGEST {
        return Err(Fault {
            line: first_line,
            message: "this is longer than 64 KiB and was not read".into(),
            hint: "Keep the front matter to a few keys and move the rest below the second `---`."
                .into(),
        });
    }
    read_up_to(yaml, first_line, LONGEST)
}

/// As [`read`], for a document that may have so many bytes.
pub(super) fn read_up_to(yaml: &str, first_line: u32, longest: usize) -> Result<Shape, Fault> {
    if yaml.len() > longest {
        return Err(Fault {
            line: first_line,
            message: format!(
                "this is longer than {} KiB and was not read",
                longest / 1024
            ),
            hint: "Split the file.".into(),
        });
    }
    refuse_hostile(yaml, first_line)?;
    if yaml.lines().all(says_nothing) {
        return Ok(Shape::Null);
    }
    let mut shape: Shape =
        serde_yaml::from_str(yaml).map_err(|error| fault_of(&error, yaml, first_line))?;
    if shape.has_numbers() {
        // A second reading asks for the numbers as text, since the first made `1.1` of `1.10`. Should it fail, the
        // numbers of the first reading stand.
        let _ = Again(&mut shape).deserialize(serde_yaml::Deserializer::from_str(yaml));
    }
    Ok(shape)
}

fn says_nothing(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with('#') || line == "---" || line == "..."
}

/// What must not reach the YAML reader because it would take seconds over it.
fn refuse_hostile(yaml: &str, first_line: u32) -> Result<(), Fault> {
    let mut line = first_line;
    let (mut depth, mut dashes) = (0_usize, 0_usize);
    let mut quote = None;
    let mut comment = false;
    let mut before = '\n';
    // Opening brackets always count, closing ones only outside of quotes and comments: who tries to hide the depth in
    // quoted brackets is refused the sooner.
    let mut rest = yaml.chars();
    while let Some(c) = rest.next() {
        let at_start = matches!(before, '\n' | '[' | '{' | ',' | ':' | '-' | '?');
        match c {
            '\n' => {
                line += 1;
                dashes = 0;
                comment = false;
            }
            '[' | '{' => depth += 1,
            _ if comment => {}
            '\\' if quote == Some('"') => {
                rest.next();
            }
            '"' | '\'' if quote == Some(c) => quote = None,
            '"' | '\'' if quote.is_none() && at_start => quote = Some(c),
            ']' | '}' if quote.is_none() => depth = depth.saturating_sub(1),
            '#' if quote.is_none() => comment = true,
            '-' | '?' if at_start => dashes += 1,
            _ => {}
        }
        if depth > DEEPEST || dashes > DEEPEST {
            return Err(Fault {
                line,
                message: "brackets or dashes are nested too deeply to be read".into(),
                hint: "Close the brackets, or write the value in quotes.".into(),
            });
        }
        if c == '\n' || !c.is_whitespace() {
            before = c;
        }
    }
    Ok(())
}

fn fault_of(error: &serde_yaml::Error, yaml: &str, first_line: u32) -> Fault {
    let within = error
        .location()
        .map_or(1, |location| location.line().max(1));
    let line = first_line.saturating_add(u32::try_from(within - 1).unwrap_or(u32::MAX));
    // The reader's own sentence ends in a place counted from the start of the YAML, which is not the file's.
    let text = error.to_string();
    let message = text.split(" at line ").next().unwrap_or(&text);
    let culprit = yaml.lines().nth(within - 1).unwrap_or_default();
    let hint = if culprit.starts_with('\t') || culprit.trim_start_matches(' ').starts_with('\t') {
        "Indent with spaces: YAML takes no tabs."
    } else {
        "Put the value in quotes, or write one `key: value` a line."
    };
    Fault {
        line,
        message: format!("the YAML cannot be read: {message}"),
        hint: hint.into(),
    }
}

/// A value before its lines are known.
pub(super) enum Shape {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Shape>),
    Map(Vec<(String, Shape)>),
}

impl Shape {
    fn has_numbers(&self) -> bool {
        match self {
            Self::Number(_) => true,
            Self::List(items) => items.iter().any(Self::has_numbers),
            Self::Map(fields) => fields.iter().any(|(_, value)| value.has_numbers()),
            Self::Null | Self::Bool(_) | Self::Text(_) => false,
        }
    }
}

impl<'de> Deserialize<'de> for Shape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ShapeVisitor)
    }
}

struct ShapeVisitor;

macro_rules! numbers {
    ($($visit:ident: $number:ty),*) => {
        $(fn $visit<E>(self, number: $number) -> Result<Shape, E> {
            Ok(Shape::Number(number.to_string()))
        })*
    };
}

impl<'de> Visitor<'de> for ShapeVisitor {
    type Value = Shape;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a list or a map")
    }

    // `u128` is what fails in `serde_yaml`'s own value type: one long number would cost the whole file.
    numbers!(visit_i64: i64, visit_u64: u64, visit_i128: i128, visit_u128: u128, visit_f64: f64);

    fn visit_bool<E>(self, yes: bool) -> Result<Shape, E> {
        Ok(Shape::Bool(yes))
    }

    fn visit_str<E>(self, text: &str) -> Result<Shape, E> {
        Ok(Shape::Text(text.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Shape, E> {
        Ok(Shape::Null)
    }

    fn visit_none<E>(self) -> Result<Shape, E> {
        Ok(Shape::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Shape, D::Error> {
        Shape::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Shape, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Shape::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Shape, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Shape::Map(fields))
    }

    /// A value with a tag of its own, `!x value`: the tag says nothing to us.
    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Shape, A::Error> {
        let (_, value) = data.variant::<IgnoredAny>()?;
        value.newtype_variant()
    }
}

/// The second reading: puts the source form into the shape's numbers.
struct Again<'a>(&'a mut Shape);

impl<'de> DeserializeSeed<'de> for Again<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.0 {
            Shape::Number(text) => {
                *text = String::deserialize(deserializer)?;
                Ok(())
            }
            Shape::List(_) => deserializer.deserialize_seq(self),
            Shape::Map(_) => deserializer.deserialize_map(self),
            Shape::Null | Shape::Bool(_) | Shape::Text(_) => {
                IgnoredAny::deserialize(deserializer).map(|_| ())
            }
        }
    }
}

impl<'de> Visitor<'de> for Again<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the same list or map as before")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        if let Shape::List(items) = self.0 {
            for item in items {
                seq.next_element_seed(Again(item))?;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        if let Shape::Map(fields) = self.0 {
            for (_, value) in fields {
                map.next_key::<IgnoredAny>()?;
                map.next_value_seed(Again(value))?;
            }
        }
        Ok(())
    }
}
