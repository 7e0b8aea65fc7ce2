//! Where sentences and clauses of a turn begin and end. Speech has long ones, joined by commas; a quote is cut at these places.

use std::ops::Range;

use super::super::token::Token;

/// One sentence of a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bounds {
    /// Its words, by their places in the turn.
    pub(super) words: Range<usize>,
    /// Its bytes, the closing mark included.
    pub(super) bytes: Range<usize>,
    /// Whether it ends with a question mark.
    pub(super) question: bool,
    /// The first words of its clauses.
    pub(super) clauses: Vec<usize>,
}

const SHORT_FORMS: [&str; 18] = [
    "mr", "mrs", "ms", "dr", "st", "prof", "sr", "jr", "vs", "etc", "eg", "ie", "e", "g", "no",
    "approx", "inc", "ltd",
];

/// The sentences of a text, in order; together they hold all its words.
pub(super) fn sentences(text: &str, tokens: &[Token<'_>]) -> Vec<Bounds> {
    let mut out = Vec::new();
    let mut first = 0;
    for at in 0..tokens.len() {
        let next = tokens.get(at + 1);
        if is_bare(text, tokens, at) {
            continue;
        }
        let gap = &text[tokens[at].end..next.map_or(text.len(), |next| next.start)];
        if next.is_some() && !ends_here(text, tokens, at, gap) {
            continue;
        }
        let mark = closing_mark(gap);
        let close = tokens[at].end + mark;
        out.push(Bounds {
            words: first..at + 1,
            bytes: tokens[first].start..close,
            question: gap[..mark].contains('?'),
            clauses: clauses(text, tokens, first..at + 1),
        });
        first = at + 1;
    }
    out
}

/// Whether nothing but a space stands between a word and the next: nearly always, and then no sentence and no clause ends there.
fn is_bare(text: &str, tokens: &[Token<'_>], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else {
        return false;
    };
    let end = tokens[at].end;
    end == next.start || end + 1 == next.start && text.as_bytes()[end] == b' '
}

/// The length of the marks that close the sentence at the head of the gap.
fn closing_mark(gap: &str) -> usize {
    gap.char_indices()
        .find(|(_, c)| !matches!(c, '.' | '?' | '!' | '\u{2026}' | '"' | '\u{201d}' | ')'))
        .map_or(gap.len(), |(at, _)| at)
}

fn ends_here(text: &str, tokens: &[Token<'_>], at: usize, gap: &str) -> bool {
    let Some(mark) = gap.find(['.', '?', '!', '\u{2026}']) else {
        return false;
    };
    let behind = gap[mark..].trim_start_matches(['.', '?', '!', '\u{2026}', '"', '\u{201d}', ')']);
    // "3.5" and "16.30" have no space behind the mark.
    if !behind.starts_with(char::is_whitespace) {
        return false;
    }
    if gap.contains(['?', '!']) {
        return true;
    }
    let word = &text[tokens[at].start..tokens[at].end];
    if SHORT_FORMS.contains(&tokens[at].word()) && !matches!(tokens[at].word(), "no" | "st") {
        return false;
    }
    // An initial ("J. Smith") ends no sentence, "I." may.
    if word.chars().count() == 1 && word.chars().all(char::is_uppercase) && word != "I" {
        return false;
    }
    // After dots a speaker who goes on in lower case is still in the same sentence.
    let next = tokens.get(at + 1).map_or(text.len(), |next| next.start);
    !(gap.contains("..") && text[next..].starts_with(char::is_lowercase))
}

/// The places where a clause begins: the sentence's head, and behind a comma or a dash where a new subject or a joining word stands.
fn clauses(text: &str, tokens: &[Token<'_>], within: Range<usize>) -> Vec<usize> {
    let mut out = vec![within.start];
    for at in within.start + 1..within.end {
        let mark = !is_bare(text, tokens, at - 1) && {
            let gap = &text[tokens[at - 1].end..tokens[at].start];
            gap.contains([',', ';', ':', '\u{2014}', '\u{2013}', ']'])
                || gap.contains(" - ")
                || gap.contains("..")
        };
        let word = tokens[at].word();
        let joins = matches!(word, "and" | "but" | "so" | "because" | "then")
            && matches!(
                tokens.get(at + 1).map_or("", Token::word),
                "i" | "you"
                    | "he"
                    | "she"
                    | "it"
                    | "we"
                    | "they"
                    | "that"
                    | "then"
                    | "there"
                    | "let"
            );
        let strong = matches!(word, "because" | "unless");
        let fresh = out.last() != Some(&(at - 1));
        if mark || joins && fresh || strong {
            out.push(at);
        }
    }
    out
}

impl Bounds {
    /// The words of the clause that holds a word.
    pub(super) fn clause_of(&self, word: usize) -> Range<usize> {
        let place = self.clauses.partition_point(|start| *start <= word);
        let start = place
            .checked_sub(1)
            .map_or(self.words.start, |at| self.clauses[at]);
        let end = self.clauses.get(place).copied().unwrap_or(self.words.end);
        start..end
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::token::tokens;
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text, &tokens(text))
            .iter()
            .map(|bounds| &text[bounds.bytes.clone()])
            .collect()
    }

    #[test]
    fn sentences_end_where_speakers_stop() {
        assert_eq!(
            split("Mr. Lowe rang. He said 3.5 is fine! Is it?"),
            ["Mr. Lowe rang.", "He said 3.5 is fine!", "Is it?"]
        );
        assert_eq!(
            split("it's under... no. It is in J. Smith's tray"),
            ["it's under... no.", "It is in J. Smith's tray"]
        );
        assert_eq!(split("[laughs]"), ["laughs"]);
        assert!(split("...").is_empty());
    }

    #[test]
    fn clauses_begin_behind_commas_and_joining_words() {
        let text = "I've got his number, I can get him tomorrow and then I'll write it up";
        let words = tokens(text);
        let all = sentences(text, &words);
        let heads: Vec<&str> = all[0].clauses.iter().map(|at| words[*at].word()).collect();
        assert_eq!(heads, ["i", "i", "and"]);
    }
}
