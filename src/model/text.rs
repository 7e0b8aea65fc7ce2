//! The few ways in which words are compared. One definition of "the same words" for ids, names and matching.

use deunicode::deunicode;

/// Lower case, ASCII-folded, only letters and digits, one space between words: `"Gráinne  O'Foley"` gives `"grainne o foley"`.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let plain;
    let source = if text.is_ascii() {
        text
    } else {
        plain = deunicode(text);
        &plain
    };
    for c in source.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// The folded words joined by `-`: what names a file and a page.
pub fn slug(text: &str) -> String {
    fold(text).replace(' ', "-")
}

/// Runs of white space become one space; the ends are trimmed. Quotes are compared in this form.
pub fn squash(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// [`squash`]ed, with straight apostrophes and quotation marks: editors curl them and nobody hears the difference.
pub fn comparable(text: &str) -> String {
    squash(text)
        .replace(['\u{2019}', '\u{2018}'], "'")
        .replace(['\u{201c}', '\u{201d}'], "\"")
}

/// The share of `part`'s distinct words that stand in `whole` too, 0 when `part` has none. Both are folded here.
pub fn overlap(part: &str, whole: &str) -> f64 {
    let part = fold(part);
    let whole = fold(whole);
    let mut words: Vec<&str> = part.split(' ').filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.dedup();
    if words.is_empty() {
        return 0.0;
    }
    let mut there: Vec<&str> = whole.split(' ').collect();
    there.sort_unstable();
    let shared = words
        .iter()
        .filter(|word| there.binary_search(word).is_ok())
        .count();
    #[expect(
        clippy::cast_precision_loss,
        reason = "a turn has far fewer than 2^52 words"
    )]
    let share = shared as f64 / words.len() as f64;
    share
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_takes_off_accents_case_and_marks() {
        assert_eq!(fold("  Gráinne O’Foley, PsyD. "), "grainne o foley psyd");
        assert_eq!(slug("Łukasz Żak"), "lukasz-zak");
        assert_eq!(squash(" a\n\tb  c "), "a b c");
    }

    #[test]
    fn overlap_is_a_share_of_the_part() {
        assert!(
            (overlap("the new sheet", "I can get him the new sheet by Friday") - 1.0).abs() < 1e-9
        );
        assert!((overlap("one two", "two three") - 0.5).abs() < 1e-9);
        assert!(overlap("", "anything").abs() < 1e-9);
    }
}
