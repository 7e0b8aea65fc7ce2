//! The one function that makes any text safe inside HTML. Every string that is put together in Rust goes through it.
//! It knows no tags and lets none pass.

/// The text as it stands between tags or inside a double-quoted attribute. Control characters, which no page may hold, are left out.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    push(&mut out, text);
    out
}

/// As [`escape`], onto the end of `out`.
pub(crate) fn push(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}

/// A file of the site as the path of a relative address: everything but plain letters, digits and `-._~/` is percent-encoded.
pub(crate) fn address(file: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(file.len());
    for byte in file.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_opens_a_tag_or_closes_an_attribute_is_left() {
        assert_eq!(
            escape("<b a='x' c=\"y\">&\u{0}\u{1b}"),
            "&lt;b a=&#39;x&#39; c=&quot;y&quot;&gt;&amp;"
        );
        assert_eq!(
            address("meetings/a b#c?.html"),
            "meetings/a%20b%23c%3F.html"
        );
    }
}
