//! What an owner's Markdown becomes, piece by piece.

use proptest::prelude::*;

use super::super::fixture::{self, PLAIN};
use super::super::scan;
use super::{Text, front_value};
use crate::site::map::Map;
use crate::site::scene::Scene;

fn render(text: &str) -> Text {
    let input = fixture::input(PLAIN);
    let map = Map::new(&input.record, &input.documents);
    let scene = Scene {
        record: &input.record,
        documents: &input.documents,
        problems: &[],
        map: &map,
        today: fixture::TODAY,
        file: "people/sally-chen/agenda.html",
    };
    super::render(text, &scene)
}

fn lead(text: &str) -> String {
    render(text).lead_html.trim().to_owned()
}

#[test]
fn front_matter_and_comments_are_not_shown() {
    let text = "---\r\nstatus: \"final\"\r\n---\r\nshown %% not %% too\r\n\r\n%% throughline 1\r\ntlaaaaaaa1 00ff\r\n%%\r\n";
    assert_eq!(lead(text), "<p>shown  too</p>");
    assert_eq!(front_value(text, "status").as_deref(), Some("final"));
    // A merge state that was cut short is still one; any other comment that is never closed is text.
    assert_eq!(lead("a\n\n%% throughline 1\ntlaaaaaaa1 00ff"), "<p>a</p>");
    assert_eq!(lead("a %% b"), "<p>a %% b</p>");
    assert_eq!(
        lead("`%% code %%` \\%\\% x"),
        "<p><code>%% code %%</code> %% x</p>"
    );
    assert_eq!(
        lead("```\n%% code %%\n```"),
        "<pre><code>%% code %%\n</code></pre>"
    );
    assert_eq!(lead("a <!-- secret --> b"), "<p>a  b</p>");
}

#[test]
fn block_ids_become_anchors_of_what_they_stand_in() {
    let list = lead("- one ^tlaaaaaaa1\n\t- child\n- two ^my-own\n\nwords ^tlaaaaaaa2");
    assert!(
        list.contains("<li id=\"tlaaaaaaa1\"><div>one</div>"),
        "{list}"
    );
    assert!(
        list.contains("<div>two</div>") && !list.contains("my-own"),
        "{list}"
    );
    assert!(list.contains("<p id=\"tlaaaaaaa2\">words</p>"), "{list}");
    assert_eq!(lead("`x ^tlaaaaaaa1`"), "<p><code>x ^tlaaaaaaa1</code></p>");
    let twice = lead("a ^tlaaaaaaa1\n\nb ^tlaaaaaaa1");
    assert_eq!(twice.matches("id=").count(), 1, "{twice}");
}

#[test]
fn wikilinks_lead_to_our_pages_or_are_text() {
    for (text, html) in [
        (
            "[[meetings/2026-10-05-sally-chen#^tlaaaaaaa1|5 October]]",
            "<a href=\"../../meetings/2026-10-05-sally-chen.html#tlaaaaaaa1\">5 October</a>",
        ),
        (
            "[[transcripts/2026-10-05-sally-chen]]",
            "<a href=\"../../meetings/2026-10-05-sally-chen.html\">transcripts/2026-10-05-sally-chen</a>",
        ),
        (
            "[[people/sally-chen|Sally]] and [[Sally Chen]]",
            "<a href=\"../../people/sally-chen/index.html\">Sally</a> and <a href=\"../../people/sally-chen/index.html\">Sally Chen</a>",
        ),
        (
            "[[meetings/2026-10-05-sally-chen#^tlzzzzzzz1|gone]]",
            "<a href=\"../../meetings/2026-10-05-sally-chen.html\">gone</a>",
        ),
        (
            "[[meetings/nowhere|away]] [[Nobody Known]]",
            "away Nobody Known",
        ),
        (
            "[a note](../meetings/2026-10-05-sally-chen.md)",
            "<a href=\"../../meetings/2026-10-05-sally-chen.html\">a note</a>",
        ),
        (
            "[out](https://ok.example/?a=1&b=\"2\")",
            "<a href=\"https://ok.example/?a=1&amp;b=&quot;2&quot;\" rel=\"noopener noreferrer\">out</a>",
        ),
        (
            "[x](javascript:alert\\(1\\)) [y](file:///etc/passwd)",
            "x y",
        ),
        (
            "![alt](https://evil.example/x.png)",
            "<span class=\"pic\">picture: alt</span>",
        ),
        (
            "<b>bold</b> <script>x</script>",
            "&lt;b&gt;bold&lt;/b&gt; &lt;script&gt;x&lt;/script&gt;",
        ),
    ] {
        assert_eq!(lead(text), format!("<p>{html}</p>"), "{text}");
    }
}

#[test]
fn boxes_dates_and_callouts_are_plain() {
    let tasks = lead(
        "- [ ] do it 📅 2026-11-27\n- [x] did it ✅ 2025-11-20\n- [-] left it\n- [link](x) no task",
    );
    assert!(
        tasks.contains("<span class=\"when\">by 27 Nov</span>"),
        "{tasks}"
    );
    assert!(
        tasks.contains("<span class=\"when\">done 20 Nov 2025</span>"),
        "{tasks}"
    );
    assert!(tasks.contains("<span class=\"box dropped\" aria-hidden=\"true\"></span><span class=\"vh\">dropped: </span>left it"), "{tasks}");
    assert_eq!(tasks.matches("class=\"task\"").count(), 3, "{tasks}");
    assert_eq!(
        lead("> [!warning]- Not yet said\n> Say it."),
        "<div class=\"callout warning\">\n<p class=\"sub\">Not yet said</p>\n<p>Say it.</p>\n</div>"
    );
    assert_eq!(lead("> plain"), "<blockquote>\n<p>plain</p>\n</blockquote>");
}

#[test]
fn a_document_is_cut_into_sections_with_their_receipts() {
    let text = render(
        "# Title *here*\n\nlead[^a]\n\n## One\nfirst[^b] again[^a]\n\n### Below\nx\n\n# Two\nsecond[^c] [^none]\n\n[^a]: A\n[^b]: B[^c]\n[^c]: C\n",
    );
    assert_eq!(text.title, "Title here");
    let headings: Vec<&str> = text
        .sections
        .iter()
        .map(|section| section.heading_html.as_str())
        .collect();
    assert_eq!(headings, ["One", "Two"]);
    let numbers = |list: &[super::Receipt]| {
        list.iter()
            .map(|one| (one.number, one.back.len()))
            .collect::<Vec<_>>()
    };
    assert_eq!(numbers(&text.lead_receipts), [(1, 2)]);
    assert_eq!(numbers(&text.sections[0].receipts), [(2, 1)]);
    assert_eq!(text.sections[1].receipts[0].body_html, "C");
    assert!(text.sections[0].body_html.contains("<h3>Below</h3>"));
    assert!(text.sections[1].body_html.contains("[^none]"));
}

const ALLOWED: [&str; 30] = [
    "p",
    "ul",
    "ol",
    "li",
    "div",
    "span",
    "a",
    "em",
    "strong",
    "del",
    "code",
    "pre",
    "br",
    "hr",
    "sup",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "cite",
    "small",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever is written, the pieces are well formed, hold only our tags, and carry no handler and no foreign address.
    #[test]
    fn any_text_becomes_well_formed_and_harmless(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "# ", "## ", "- ", "- [ ] ", "- [-] ", "> ", "> [!note]- ", "1. ", "\n", "\n\n", "    ", "\t", "[[", "]]", "|", "[^a]",
                "[^a]: ", "![", "](", ")", "javascript:x", "https://e.example", "<b>", "</li>", "<!--", "-->", "%%", "`", "```\n", "*", "**",
                "~~", " ^tlaaaaaaa1", "| a | b |\n|---|--:|\n", "<script>", "\"", "'", "&amp;", "---\n", "word", "📅 2026-11-20", "\\",
            ]),
            0..40,
        )
    ) {
        let text = render(&parts.concat());
        let mut pieces = vec![text.lead_html];
        for section in text.sections {
            pieces.push(section.heading_html);
            pieces.push(section.body_html);
            pieces.extend(section.receipts.into_iter().map(|receipt| receipt.body_html));
        }
        pieces.extend(text.lead_receipts.into_iter().map(|receipt| receipt.body_html));
        for tag in scan::tags(&pieces.concat()) {
            prop_assert!(ALLOWED.contains(&tag.name.as_str()), "{}", tag.name);
            for (name, value) in &tag.attributes {
                prop_assert!(["id", "class", "href", "rel", "aria-hidden", "aria-label", "scope", "start"].contains(&name.as_str()), "{name}");
                let foreign = name == "href" && value.contains(':') && !value.starts_with("https://e.example");
                prop_assert!(!foreign, "{value}");
            }
        }
    }
}
