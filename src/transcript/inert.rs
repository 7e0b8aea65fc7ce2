//! Speech inside Markdown: escaped so that no editor, plugin or publisher runs what somebody said, and restored on reading.
//! It knows single lines only; what begins a line is the business of who writes whole lines.

use std::iter::Peekable;
use std::str::CharIndices;

/// The line's text with a backslash before each character that could open something: links, tags, comments, highlights,
/// emphasis, code, maths, fields, entities, HTML, block ids. `unescape(escape(x)) == x` for every text.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = None;
    let mut rest = text.char_indices().peekable();
    while let Some((_, c)) = rest.next() {
        let next = peek(&mut rest);
        let opens = match c {
            '\\' | '[' | '<' | '*' | '_' | '`' | '$' | '|' | '^' => true,
            '%' | '=' | '~' | ':' => next == Some(c) || before == Some(c),
            '#' => next.is_some_and(|n| !n.is_whitespace()),
            '&' => next.is_some_and(|n| n == '#' || n.is_ascii_alphanumeric()),
            _ => before == Some('<') && c == '/',
        };
        if opens || (before == Some('<') && c == '%') {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
    out
}

/// The words as they were said: a backslash before ASCII punctuation is taken off, as in `CommonMark`.
pub fn unescape(text: &str) -> String {
    if !text.contains('\\') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.char_indices().peekable();
    while let Some((_, c)) = rest.next() {
        let escaped = c == '\\' && peek(&mut rest).is_some_and(|next| next.is_ascii_punctuation());
        if let Some((_, next)) = escaped.then(|| rest.next()).flatten() {
            out.push(next);
        } else {
            out.push(c);
        }
    }
    out
}

fn peek(rest: &mut Peekable<CharIndices<'_>>) -> Option<char> {
    rest.peek().map(|(_, c)| *c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_could_run_is_inert() {
        for (said, written) in [
            ("see [[Sally]] <% tp %>", "see \\[\\[Sally]] \\<\\% tp %>"),
            ("95 % of a:b #tag # no", "95 % of a:b \\#tag # no"),
            (
                "a %%x%% ==y== k:: v",
                "a \\%\\%x\\%\\% \\=\\=y\\=\\= k\\:\\: v",
            ),
            ("AT&T &amp; R & D ^id", "AT\\&T \\&amp; R & D \\^id"),
        ] {
            assert_eq!(escape(said), written);
        }
    }

    proptest! {
        #[test]
        fn escaping_is_undone_by_reading(text in "\\PC*") {
            prop_assert_eq!(unescape(&escape(&text)), text);
        }
    }
}
