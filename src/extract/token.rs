//! Words with their places in a turn's text. It knows nothing of what they mean.

use std::ops::Range;

/// One word of a turn, folded for comparing, with the bytes that it stands at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// The first byte in the text.
    pub(super) start: usize,
    /// The byte behind the last.
    pub(super) end: usize,
    /// Lower case, straight apostrophes. `I'll` is the two words `i` and `'ll`.
    pub(super) word: String,
}

/// The endings that are words of their own: somebody's `I'll` must be found where `I will` is.
const ENDINGS: [&str; 6] = ["'ll", "'ve", "'re", "'d", "'m", "'s"];

/// The words of a text in order. A hyphen parts words (`twenty-first`), `%` and signs of money are words.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 5 + 1);
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if matches!(first, '%' | '$' | '€' | '£') {
            out.push(Token {
                start,
                end: start + first.len_utf8(),
                word: first.to_string(),
            });
            continue;
        }
        if !first.is_alphanumeric() {
            continue;
        }
        let mut word = String::with_capacity(8);
        push_lower(&mut word, first);
        let mut end = start + first.len_utf8();
        while let Some(&(at, c)) = chars.peek() {
            if c.is_alphanumeric() {
                push_lower(&mut word, c);
            } else if is_apostrophe(c) && joins(text, at + c.len_utf8()) {
                word.push('\'');
            } else {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        push_split(&mut out, text, start..end, word);
    }
    out
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

fn joins(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_some_and(char::is_alphabetic)
}

fn push_lower(word: &mut String, c: char) {
    if c.is_ascii() {
        word.push(c.to_ascii_lowercase());
    } else {
        word.extend(c.to_lowercase());
    }
}

fn push_split(out: &mut Vec<Token>, text: &str, range: Range<usize>, mut word: String) {
    let ending = ENDINGS
        .iter()
        .find(|ending| word.len() > ending.len() && word.ends_with(**ending));
    let Some(ending) = ending else {
        out.push(Token {
            start: range.start,
            end: range.end,
            word,
        });
        return;
    };
    let cut = text[range.clone()]
        .rfind(is_apostrophe)
        .map_or(range.end, |at| range.start + at);
    word.truncate(word.len() - ending.len());
    out.push(Token {
        start: range.start,
        end: cut,
        word,
    });
    out.push(Token {
        start: cut,
        end: range.end,
        word: (*ending).to_owned(),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.word).collect()
    }

    #[test]
    fn words_are_parted_where_speech_parts_them() {
        assert_eq!(
            words("I’ll do twenty-one, don't!"),
            ["i", "'ll", "do", "twenty", "one", "don't"]
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
