//! The words of a cue without their tags and entities, parted where another voice begins. It knows `WebVTT`'s tags and the few that
//! `SubRip` has, and nobody's name.

use std::borrow::Cow;

use super::blocks::Said;

/// Words of one voice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Voice<'a> {
    /// The name in the voice tag, its entities decoded.
    pub(super) name: Option<Cow<'a, str>>,
    /// What was said, in lines.
    pub(super) text: Cow<'a, str>,
    /// The line of the source on which it begins.
    pub(super) line: u32,
}

/// Tags that are taken off; other words between angle brackets were said.
const TAGS: [&str; 15] = [
    "c", "i", "b", "u", "s", "ruby", "rt", "lang", "font", "span", "p", "em", "strong", "small",
    "v",
];

/// Calls `each` with the words of every voice in a cue. Words without a tag and without an entity are borrowed.
pub(super) fn voices<'a>(lines: &[Said<'a>], mut each: impl FnMut(Voice<'a>)) {
    let Some(first) = lines.first() else { return };
    if let [said] = lines
        && !has_markup(said.text)
    {
        each(Voice {
            name: None,
            text: Cow::Borrowed(said.text.trim()),
            line: said.line,
        });
        return;
    }
    let mut voice = Voice {
        name: None,
        text: Cow::Owned(String::new()),
        line: first.line,
    };
    let mut rest: Vec<Voice<'a>> = Vec::new();
    for (index, said) in lines.iter().enumerate() {
        if index > 0 {
            voice.text.to_mut().push('\n');
        }
        if has_markup(said.text) {
            marked(*said, &mut voice, &mut rest);
        } else {
            voice.text.to_mut().push_str(said.text);
        }
    }
    if rest.is_empty() || !voice.text.trim().is_empty() {
        rest.push(voice);
    }
    rest.into_iter().for_each(each);
}

/// The line without tags and entities: for captions that have no voices.
pub(super) fn plain(line: &str) -> Cow<'_, str> {
    if !has_markup(line) {
        return Cow::Borrowed(line);
    }
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(piece) = next(&mut rest) {
        if let Piece::Text(words) = piece {
            decode(words, &mut text);
        }
    }
    Cow::Owned(text)
}

fn has_markup(line: &str) -> bool {
    // Without a way out early the compiler looks at many bytes at once.
    line.bytes()
        .fold(false, |any, byte| any | matches!(byte, b'<' | b'&' | b'{'))
}

fn marked<'a>(said: Said<'a>, voice: &mut Voice<'a>, done: &mut Vec<Voice<'a>>) {
    let mut turn = |voice: &mut Voice<'a>, name: Option<Cow<'a, str>>| {
        let next = Voice {
            name,
            text: Cow::Owned(String::new()),
            line: said.line,
        };
        let before = std::mem::replace(voice, next);
        if !before.text.trim().is_empty() {
            done.push(before);
        }
    };
    let mut rest = said.text;
    while let Some(piece) = next(&mut rest) {
        match piece {
            Piece::Text(words) => decode(words, voice.text.to_mut()),
            Piece::Break => voice.text.to_mut().push('\n'),
            Piece::Voice(name) => turn(voice, named(name)),
            Piece::VoiceEnds => turn(voice, None),
            Piece::Tag => {}
        }
    }
}

/// The name in a voice tag; whisper.cpp writes `Speaker?` for a speaker whom it does not know.
fn named(written: &str) -> Option<Cow<'_, str>> {
    let name = if written.contains('&') {
        let mut name = String::with_capacity(written.len());
        decode(written, &mut name);
        Cow::Owned(name.trim().to_owned())
    } else {
        Cow::Borrowed(written.trim())
    };
    (!name.is_empty() && !name.ends_with('?')).then_some(name)
}

/// A piece of a line.
enum Piece<'a> {
    Text(&'a str),
    Voice(&'a str),
    VoiceEnds,
    Break,
    Tag,
}

/// Takes the next piece off a line.
fn next<'a>(rest: &mut &'a str) -> Option<Piece<'a>> {
    let line = *rest;
    if let Some((piece, length)) = tag(line) {
        *rest = &line[length..];
        return Some(piece);
    }
    let mut chars = line.char_indices();
    chars.next()?;
    // An angle bracket that opens no tag is a word like any other.
    let end = chars
        .find(|(at, c)| matches!(c, '<' | '{') && tag(&line[*at..]).is_some())
        .map_or(line.len(), |(at, _)| at);
    let (text, after) = line.split_at(end);
    *rest = after;
    Some(Piece::Text(text))
}

/// The tag at the beginning of a text, and its length.
fn tag(text: &str) -> Option<(Piece<'_>, usize)> {
    if text.starts_with("{\\") {
        let end = text.find('}')?;
        return Some((Piece::Tag, end + 1));
    }
    let inner = text.strip_prefix('<')?;
    // A name in a tag is short; a tag that is not closed is none.
    let end = inner.bytes().take(400).position(|byte| byte == b'>')?;
    let inner = &inner[..end];
    let length = end + 2;
    let (name, closes) = match inner.strip_prefix('/') {
        Some(name) => (name, true),
        None => (inner, false),
    };
    let stop = name.find(['.', ' ', '\t', '/']).unwrap_or(name.len());
    let word = name[..stop].to_ascii_lowercase();
    if word == "br" {
        return Some((Piece::Break, length));
    }
    if word == "v" {
        if closes {
            return Some((Piece::VoiceEnds, length));
        }
        // `<v.loud Name>`: the classes end at the first blank.
        let name = name.find([' ', '\t']).map_or("", |blank| &name[blank..]);
        return Some((Piece::Voice(name), length));
    }
    let known = TAGS.contains(&word.as_str()) || is_time(inner);
    known.then_some((Piece::Tag, length))
}

/// Whether the inside of a tag is a time: captions that appear word by word have those.
pub(super) fn is_time(inner: &str) -> bool {
    inner.contains(':')
        && inner
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.'))
}

/// Appends a text with its entities decoded. What is no entity stays: people say `R & D`.
fn decode(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        if let Some((c, end)) = end.and_then(|end| Some((entity(&rest[1..end])?, end))) {
            out.push(c);
            rest = &rest[end + 1..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "lrm" => '\u{200e}',
        "rlm" => '\u{200f}',
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code).filter(|c| *c != '\0')?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(Option<String>, String)> {
        let lines: Vec<Said<'_>> = text
            .split('\n')
            .zip(1..)
            .map(|(text, line)| Said { line, text })
            .collect();
        let mut told = Vec::new();
        voices(&lines, |voice| {
            told.push((voice.name.map(Cow::into_owned), voice.text.into_owned()));
        });
        told
    }

    fn one(text: &str) -> String {
        told(text).swap_remove(0).1
    }

    #[test]
    fn voices_end_at_their_tag_the_next_one_or_the_cue() {
        let sally = Some("Sally Moss".to_owned());
        assert_eq!(
            told("<v Sally Moss>Good\nmorning"),
            [(sally.clone(), "Good\nmorning".into())]
        );
        assert_eq!(
            told("Well <v.first.loud Sally Moss>Good</v> so<v Priya Far&#237;as>Hi"),
            [
                (None, "Well ".into()),
                (sally.clone(), "Good".into()),
                (None, " so".into()),
                (Some("Priya Farías".into()), "Hi".into())
            ]
        );
        assert_eq!(told("<v Speaker?>Hm"), [(None, "Hm".into())]);
        assert_eq!(told("<V Sally Moss>Hm</V>")[0].0, sally);
        assert_eq!(told("<v Sally"), [(None, "<v Sally".into())]);
    }

    #[test]
    fn tags_go_first_and_entities_after_them() {
        assert_eq!(one("<c.red>the</c> <i>only</i> &lt;b&gt;"), "the only <b>");
        assert_eq!(
            one("<00:00:01.000>so<br>it <lang en>is</lang>"),
            "so\nit is"
        );
        assert_eq!(one("{\\an8}<font color=\"red\">Hi</font>"), "Hi");
        assert_eq!(
            one("Q&amp;A & R &D; &#x48;&#105;&#0; &nosuch;"),
            "Q&A & R &D; Hi&#0; &nosuch;"
        );
        assert_eq!(one("&amp;lt; stays"), "&lt; stays");
        assert_eq!(
            one("if a < b and c > d, I <think> so {sic}"),
            "if a < b and c > d, I <think> so {sic}"
        );
    }

    #[test]
    fn a_plain_line_is_borrowed() {
        let said = Said {
            line: 1,
            text: " Hello ",
        };
        voices(&[said], |voice| {
            assert!(matches!(voice.text, Cow::Borrowed("Hello")));
        });
        assert_eq!(plain("a<00:00:01.000><c> b</c>"), "a b");
    }
}
