//! Words with their places in a turn's text. It knows nothing of what they mean.

use std::borrow::Cow;

use super::spelling::Spelling;

/// One word of a turn, folded for comparing, with the bytes that it stands at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'t> {
    /// The first byte in the text.
    pub(super) start: usize,
    /// The byte behind the last.
    pub(super) end: usize,
    /// The folded word as a number.
    pub(super) spelling: Spelling,
    /// Lower case, straight apostrophes. `I'll` is the two words `i` and `'ll`. Mostly the text's own letters.
    folded: Cow<'t, str>,
}

impl Token<'_> {
    /// The word, folded for comparing.
    #[inline]
    pub(super) fn word(&self) -> &str {
        &self.folded
    }
}

/// The endings that are words of their own: somebody's `I'll` must be found where `I will` is.
const ENDINGS: [&str; 6] = ["'ll", "'ve", "'re", "'d", "'m", "'s"];

/// Whether a word is such an ending.
pub(super) fn is_ending(word: &str) -> bool {
    ENDINGS.contains(&word)
}

/// The words of a text in order. A hyphen parts words (`twenty-first`) but for `re-test`, `%` and signs of money are words.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out = Vec::with_capacity(text.len() / 4 + 1);
    let bytes = text.as_bytes();
    let small = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_lowercase);
    let mut at = 0;
    while at < bytes.len() {
        // Most of talk is words of small letters with one space behind each.
        let start = at;
        while small(at) {
            at += 1;
        }
        if at > start
            && bytes
                .get(at)
                .is_none_or(|next| matches!(next, b' ' | b',' | b'.' | b'?' | b'\n'))
        {
            out.push(Token {
                start,
                end: at,
                spelling: Spelling::at(text, start, at),
                folded: Cow::Borrowed(&text[start..at]),
            });
            at += 1;
            continue;
        }
        at = start;
        let Some(first) = char_at(text, at) else {
            break;
        };
        at += first.len_utf8();
        if matches!(first, '%' | '$' | '€' | '£') {
            out.push(Token {
                start,
                end: at,
                spelling: Spelling::at(text, start, at),
                folded: Cow::Borrowed(&text[start..at]),
            });
            continue;
        }
        if !first.is_alphanumeric() {
            continue;
        }
        // Where the last apostrophe stands, and whether the letters are those of the folded word.
        let (mut apostrophe, mut plain) = (None, is_plain(first));
        while let Some(c) = char_at(text, at) {
            if c.is_alphanumeric() {
                plain &= is_plain(c);
            } else if is_apostrophe(c) && joins(text, at + c.len_utf8()) {
                plain &= c == '\'';
                apostrophe = Some(at);
            } else if !(c == '-' && begins_again(text, start, at)) {
                break;
            }
            at += c.len_utf8();
        }
        push_split(&mut out, text, (start, at), apostrophe, plain);
    }
    out
}

fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        Some(_) => text[at..].chars().next(),
        None => None,
    }
}

/// Whether a letter is its own small form.
fn is_plain(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || !c.is_ascii() && c.is_lowercase()
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

/// Whether a hyphen stands behind "re", as in "re-test": that is one word.
fn begins_again(text: &str, start: usize, at: usize) -> bool {
    text[start..at].eq_ignore_ascii_case("re") && joins(text, at + 1)
}

fn joins(text: &str, at: usize) -> bool {
    char_at(text, at).is_some_and(char::is_alphabetic)
}

fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2019}' => out.push('\''),
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

fn push_split<'t>(
    out: &mut Vec<Token<'t>>,
    text: &'t str,
    (start, end): (usize, usize),
    apostrophe: Option<usize>,
    plain: bool,
) {
    let mut push = |start: usize, end: usize, ending: Option<&'static str>| {
        let own = &text[start..end];
        let folded: Cow<'t, str> = match ending {
            Some(ending) => Cow::Borrowed(ending),
            None if plain => Cow::Borrowed(own),
            // The commonest word by far that is written with a capital.
            None if own == "I" => Cow::Borrowed("i"),
            None => Cow::Owned(fold(own)),
        };
        let spelling = match &folded {
            Cow::Borrowed(own) if plain && ending.is_none() => {
                debug_assert_eq!(own.len(), end - start);
                Spelling::at(text, start, end)
            }
            folded => Spelling::of(folded),
        };
        out.push(Token {
            start,
            end,
            spelling,
            folded,
        });
    };
    let Some(cut) = apostrophe else {
        push(start, end, None);
        return;
    };
    let behind = text[cut..end].trim_start_matches(is_apostrophe);
    let ending = ENDINGS
        .iter()
        .find(|ending| ending[1..].eq_ignore_ascii_case(behind));
    match ending {
        Some(ending) => {
            push(start, cut, None);
            push(cut, end, Some(ending));
        }
        None => push(start, end, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text)
            .into_iter()
            .map(|token| token.word().to_owned())
            .collect()
    }

    #[test]
    fn words_are_parted_where_speech_parts_them() {
        assert_eq!(
            words("I’ll do twenty-one, don't!"),
            ["i", "'ll", "do", "twenty", "one", "don't"]
        );
        assert_eq!(
            words("Re-test the re-release, re- what?"),
            ["re-test", "the", "re-release", "re", "what"]
        );
        assert_eq!(words("at 95% of €40"), ["at", "95", "%", "of", "€", "40"]);
        assert_eq!(
            words("Gráinne's 23rd 'quote'"),
            ["gráinne", "'s", "23rd", "quote"]
        );
    }

    #[test]
    fn places_are_those_of_the_text() {
        let text = "  She’ll go";
        let all = tokens(text);
        assert_eq!(&text[all[0].start..all[0].end], "She");
        assert_eq!(&text[all[1].start..all[1].end], "’ll");
    }
}
