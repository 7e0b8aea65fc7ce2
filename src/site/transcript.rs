//! The body of a transcript as one safe string of HTML. Its classes, for those who write a stylesheet:
//!
//! - `div.turn#t38`: a turn. In it, in this order, its findings, its label, its words.
//! - `div.mn#n-tlxxxxxxxx`: a finding, laid in the margin; `.g` its shape, `.meta` its kind and facts, a link to the words.
//! - `p.sp`: the label: `b.you` or `b.them` the speaker, `a` the turn's number, `span.time` when it was said.
//! - `p.said`: the words, unchanged. A blank line of the file is a `br`.
//! - `mark.you`, `mark.them`, `mark`: words that are evidence, in the ink of whoever said them, with a link to the finding;
//!   `#q-tlxxxxxxxx` its beginning. `a.also`: a further finding on the same words.
//!
//! It knows turns and where the findings are; it does not know what is in a finding beyond the words it is handed.

use std::fmt::Write as _;

use crate::model::Turn;

use super::escape::{escape, push};
use super::scene::Side;

/// Something found, as the transcript's margin shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    /// The item's id.
    pub(crate) id: String,
    /// The shape's name.
    pub(crate) glyph: &'static str,
    /// The ink of the shape.
    pub(crate) side: Side,
    /// `Promised`.
    pub(crate) kind: String,
    /// Its words.
    pub(crate) text: String,
    /// `by 15 Sept`.
    pub(crate) fact: String,
    /// The turns and quotes, the primary one first.
    pub(crate) quotes: Vec<(u32, String)>,
}

/// A turn's speaker, as shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Speaker {
    /// The name; empty when the turn has no label.
    pub(crate) name: String,
    /// The ink.
    pub(crate) side: Side,
}

/// All turns. `speaker` names who said one.
pub(crate) fn body(
    turns: &[Turn],
    findings: &[Finding],
    speaker: impl Fn(&Turn) -> Speaker,
) -> String {
    let mut out = String::with_capacity(turns.iter().map(|turn| turn.text.len() + 200).sum());
    let mut before = None;
    for turn in turns {
        let speaker = speaker(turn);
        let spans = spans(turn, findings);
        let _ = write!(out, "<div class=\"turn\" id=\"t{}\">", turn.number);
        for finding in findings {
            if finding
                .quotes
                .first()
                .is_some_and(|(number, _)| *number == turn.number)
            {
                let marked = spans.iter().any(|span| span.id == finding.id && span.first);
                margin(&mut out, finding, turn.number, marked);
            }
        }
        // Somebody who goes on speaking is named once; for those who cannot see the column the name is always there.
        let again = before.as_ref() == Some(&speaker);
        label(&mut out, turn, &speaker, again);
        out.push_str("<p class=\"said\">");
        words(&mut out, &turn.text, &spans, speaker.side);
        out.push_str("</p></div>\n");
        before = Some(speaker);
    }
    out
}

fn margin(out: &mut String, finding: &Finding, turn: u32, marked: bool) {
    let class = finding.side.class();
    let target = if marked {
        format!("q-{}", finding.id)
    } else {
        format!("t{turn}")
    };
    let _ = write!(
        out,
        "<div class=\"mn\" id=\"n-{}\" role=\"note\"><svg class=\"g {class}\" viewBox=\"-8 -8 16 16\" aria-hidden=\"true\"><use href=\"#{}\"/></svg><p class=\"meta\"><b>",
        finding.id, finding.glyph
    );
    push(out, &finding.kind);
    let _ = write!(out, "</b></p><p><a href=\"#{target}\">");
    push(out, &finding.text);
    out.push_str("</a></p>");
    if !finding.fact.is_empty() {
        out.push_str("<p class=\"meta\">");
        push(out, &finding.fact);
        out.push_str("</p>");
    }
    out.push_str("</div>");
}

fn label(out: &mut String, turn: &Turn, speaker: &Speaker, again: bool) {
    let number = turn.number;
    out.push_str("<p class=\"sp\">");
    if !speaker.name.is_empty() {
        let class = if again { "vh" } else { speaker.side.class() };
        let tag = if again { "span" } else { "b" };
        let _ = write!(
            out,
            "<{tag} class=\"{class}\">{}</{tag}>",
            escape(&speaker.name)
        );
    }
    let _ = write!(
        out,
        "<a href=\"#t{number}\" aria-label=\"turn {number}\">{number}</a>"
    );
    if let Some(time) = turn.time {
        let _ = write!(out, "<span class=\"time\">{time}</span>");
    }
    out.push_str("</p>");
}

/// Words of a turn that are evidence: bytes of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Span {
    /// The finding.
    pub(crate) id: String,
    /// The finding's kind and words, for those who cannot see the margin.
    pub(crate) label: String,
    /// Whether this is the finding's primary quote.
    pub(crate) first: bool,
    /// The anchor of its beginning.
    pub(crate) anchor: String,
    /// Where it begins.
    pub(crate) from: usize,
    /// Where it ends.
    pub(crate) to: usize,
}

fn spans(turn: &Turn, findings: &[Finding]) -> Vec<Span> {
    let mut spans = Vec::new();
    for finding in findings {
        for (place, (number, quote)) in finding.quotes.iter().enumerate() {
            if *number != turn.number {
                continue;
            }
            let Some((from, to)) = find(&turn.text, quote) else {
                continue;
            };
            let anchor = match place {
                0 => format!("q-{}", finding.id),
                place => format!("q-{}-{}", finding.id, place + 1),
            };
            spans.push(Span {
                id: finding.id.clone(),
                label: format!("{}: {}", finding.kind, finding.text),
                first: place == 0,
                anchor,
                from,
                to,
            });
        }
    }
    spans
}

/// Where `quote` stands in `text`, white space counting as one space: from byte, to byte.
pub(crate) fn find(text: &str, quote: &str) -> Option<(usize, usize)> {
    let mut flat = String::with_capacity(text.len());
    // For each byte of the flat text, where it stands in the text.
    let mut places = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            if !flat.is_empty() && !flat.ends_with(' ') {
                flat.push(' ');
                places.push(at);
            }
        } else {
            flat.push(c);
            places.extend(at..at + c.len_utf8());
        }
    }
    let quote = crate::model::text::squash(quote);
    if quote.is_empty() {
        return None;
    }
    let start = flat.find(&quote)?;
    let from = *places.get(start)?;
    let to = places.get(start + quote.len() - 1)? + 1;
    Some((from, to))
}

/// The words with their marks. Where quotes overlap the text is cut at each beginning and end; a piece links to the finding
/// whose quote began last, and a finding that gets no piece of its own is linked behind the words.
fn words(out: &mut String, text: &str, spans: &[Span], side: Side) {
    let mut cuts: Vec<usize> = spans.iter().flat_map(|span| [span.from, span.to]).collect();
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut linked: Vec<&str> = Vec::new();
    for pair in cuts.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let here: Vec<&Span> = spans
            .iter()
            .filter(|span| span.from <= from && to <= span.to)
            .collect();
        // Of quotes that began together the one found first has the words.
        let top = here
            .iter()
            .copied()
            .reduce(|a, b| if b.from > a.from { b } else { a });
        if let Some(top) = top {
            let begin: Vec<&Span> = here
                .iter()
                .copied()
                .filter(|span| span.from == from)
                .collect();
            for other in begin.iter().filter(|span| span.anchor != top.anchor) {
                let _ = write!(out, "<span id=\"{}\"></span>", other.anchor);
            }
            let id = if top.from == from {
                format!(" id=\"{}\"", top.anchor)
            } else {
                String::new()
            };
            let class = side.class();
            let _ = write!(
                out,
                "<mark class=\"{class}\"{id}><a href=\"#n-{}\">",
                top.id
            );
            said(out, &text[from..to]);
            out.push_str("</a></mark>");
            linked.push(&top.anchor);
        } else {
            said(out, &text[from..to]);
        }
        for span in spans.iter().filter(|span| span.to == to) {
            if !linked.contains(&span.anchor.as_str()) {
                let label = escape(&span.label);
                let _ = write!(
                    out,
                    "<a class=\"also\" href=\"#n-{}\" aria-label=\"also {label}\"></a>",
                    span.id
                );
                linked.push(&span.anchor);
            }
        }
    }
}

/// Words as they were said. A blank line is kept as a break; other white space is the file's way of breaking lines.
fn said(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find('\n') {
        push(out, &rest[..at]);
        let behind = rest[at..].trim_start();
        let blank = rest[at..rest.len() - behind.len()].matches('\n').count() > 1;
        out.push_str(if blank && !behind.is_empty() {
            "<br>"
        } else {
            "\n"
        });
        rest = behind;
    }
    push(out, rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(id: &str, quote: &str) -> Finding {
        Finding {
            id: id.into(),
            glyph: "open",
            side: Side::Them,
            kind: "Promised".into(),
            text: "Do it".into(),
            fact: String::new(),
            quotes: vec![(1, quote.into())],
        }
    }

    fn marked(text: &str, findings: &[Finding]) -> String {
        let turn = Turn {
            number: 1,
            label: "A".into(),
            speaker: None,
            text: text.into(),
            time: None,
            line: 1,
        };
        let mut out = String::new();
        words(&mut out, text, &spans(&turn, findings), Side::Them);
        out
    }

    #[test]
    fn white_space_counts_as_one_space() {
        assert_eq!(find("yes  I\ncan do it", "I can do"), Some((5, 13)));
        assert_eq!(find("so — «ja»", "— «ja»"), Some((3, 13)));
        assert_eq!(find("yes", "no"), None);
        assert_eq!(find("  a b", "a b"), Some((2, 5)));
    }

    #[test]
    fn overlapping_quotes_keep_all_their_links() {
        let out = marked(
            "one two three four",
            &[
                finding("a", "one two three"),
                finding("b", "two three four"),
            ],
        );
        assert_eq!(
            out,
            "<mark class=\"them\" id=\"q-a\"><a href=\"#n-a\">one </a></mark>\
             <mark class=\"them\" id=\"q-b\"><a href=\"#n-b\">two three</a></mark>\
             <mark class=\"them\"><a href=\"#n-b\"> four</a></mark>"
        );
        let same = marked("one two", &[finding("a", "two"), finding("b", "two")]);
        assert!(
            same.contains("<span id=\"q-b\"></span><mark class=\"them\" id=\"q-a\">"),
            "{same}"
        );
        assert!(same.contains("<a class=\"also\" href=\"#n-b\""), "{same}");
    }

    #[test]
    fn words_cannot_close_their_mark() {
        let out = marked(
            "a </mark><script>x</script> b",
            &[finding("a", "</mark><script>")],
        );
        assert!(!out.contains("<script>"), "{out}");
        assert_eq!(out.matches("</mark>").count(), 1, "{out}");
    }

    proptest::proptest! {
        /// However quotes overlap, the words stay as they are, and each finding is linked both ways.
        #[test]
        fn words_stay_and_links_hold(
            text in "[a-c<&\" ]{1,40}",
            ranges in proptest::collection::vec((0_usize..40, 1_usize..20), 0..6),
        ) {
            let flat = crate::model::text::squash(&text);
            let findings: Vec<Finding> = ranges
                .iter()
                .enumerate()
                .filter_map(|(n, (from, length))| {
                    let quote = flat.get(*from..(*from + *length).min(flat.len()))?;
                    let kept = !crate::model::text::squash(quote).is_empty();
                    kept.then(|| finding(&format!("f{n}"), quote))
                })
                .collect();
            let html = marked(&text, &findings);
            let tags = super::super::scan::tags(&html);
            let ids = super::super::scan::ids(&tags);
            for finding in &findings {
                let (anchor, back) = (format!("q-{}", finding.id), format!("#n-{}", finding.id));
                proptest::prop_assert!(ids.contains(&anchor), "{anchor}: {html}");
                proptest::prop_assert!(tags.iter().any(|tag| tag.get("href") == Some(&back)), "{back}: {html}");
            }
            let mut words = String::new();
            for piece in html.split('<') {
                words.push_str(piece.split_once('>').map_or(piece, |(_, words)| words));
            }
            proptest::prop_assert_eq!(super::super::scan::plain(&words), text);
        }
    }
}
