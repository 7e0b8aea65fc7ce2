//! Events to HTML. Every tag that is written is one of a few dozen constants; every word goes through `escape`.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Alignment, Event, LinkType, Tag, TagEnd};

use super::super::escape::escape;
use super::super::scene::Scene;
use super::super::words;
use super::events::Parsed;
use super::{Text, inline};

/// Writes a document.
pub(super) fn write(parsed: &Parsed<'_>, scene: &Scene<'_>) -> Text {
    let mut writer = Writer {
        scene,
        out: vec![String::new()],
        links: Vec::new(),
        ends: Vec::new(),
        cells: Cells::default(),
        plain: None,
        html: None,
        depth: 0,
        ids: parsed.ids.values().cloned().collect(),
        notes: &parsed.notes,
        numbers: BTreeMap::new(),
        used: vec![Vec::new()],
        text: Text::default(),
        titled: false,
        title: Title::None,
        inline: 0,
        cancelled: false,
    };
    for (index, event) in parsed.events.iter().enumerate() {
        writer.event(event, parsed.ids.get(&index), &parsed.events[index + 1..]);
    }
    writer.close_section();
    writer.receipts(&parsed.order);
    writer.text
}

/// How an item ends, and how it ends while its own line is still open.
const ITEM: &str = "</li>\n";
const ITEM_LINE: &str = "</div></li>\n";

/// Where a table is being written.
#[derive(Debug, Default)]
pub(super) struct Cells {
    alignments: Vec<Alignment>,
    head: bool,
    column: usize,
    end: &'static str,
}

pub(super) struct Writer<'a> {
    pub(super) scene: &'a Scene<'a>,
    /// What is being written; a heading and a callout's title have a place of their own until they end.
    pub(super) out: Vec<String>,
    /// Whether each open link was written.
    pub(super) links: Vec<bool>,
    /// How each open quote, item or callout ends.
    pub(super) ends: Vec<&'static str>,
    pub(super) cells: Cells,
    /// The words of the heading that is open, without tags.
    pub(super) plain: Option<String>,
    /// The HTML block that is open.
    pub(super) html: Option<String>,
    /// How many quotes and lists are open: a heading inside of one begins no section.
    pub(super) depth: usize,
    pub(super) ids: BTreeSet<String>,
    pub(super) notes: &'a BTreeMap<String, Vec<Event<'a>>>,
    /// The number of each footnote, and where it was referred to.
    pub(super) numbers: BTreeMap<String, (usize, Vec<String>)>,
    /// The footnotes that each section uses first.
    pub(super) used: Vec<Vec<String>>,
    pub(super) text: Text,
    pub(super) titled: bool,
    pub(super) title: Title,
    /// How many emphases and links are open: a title ends only where none is.
    pub(super) inline: usize,
    /// The next words begin with the `[-]` of a cancelled task.
    pub(super) cancelled: bool,
}

/// Where a callout's title is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Title {
    None,
    Next,
    Open,
}

/// The box of a task.
#[derive(Debug, Clone, Copy)]
enum Check {
    Open,
    Done,
    Dropped,
}

impl Writer<'_> {
    pub(super) fn push(&mut self, html: &str) {
        if let Some(out) = self.out.last_mut() {
            out.push_str(html);
        }
    }

    pub(super) fn words(&mut self, text: &str) {
        if let Some(plain) = &mut self.plain {
            plain.push_str(text);
        }
        let today = self.scene.today;
        if let Some(out) = self.out.last_mut() {
            inline::words(out, text, today);
        }
    }

    /// Words, without the mark at the beginning of a callout's title or of a cancelled task.
    fn line(&mut self, text: &str) {
        if let Some(html) = &mut self.html {
            html.push_str(text);
        } else if self.title == Title::Next {
            self.title = Title::Open;
            let (kind, title) = inline::callout(text).unwrap_or_default();
            let title = if title.is_empty() {
                kind
            } else {
                title.to_owned()
            };
            self.words(&words::sentence(&title));
        } else if std::mem::take(&mut self.cancelled) {
            self.checkbox(Check::Dropped);
            self.words(text.strip_prefix("[-]").unwrap_or(text).trim_start());
        } else {
            self.words(text);
        }
    }

    pub(super) fn event(&mut self, event: &Event<'_>, id: Option<&String>, next: &[Event<'_>]) {
        match event {
            Event::Start(tag) => self.start(tag, id, next),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) => self.line(text),
            Event::Code(code) => {
                let code = escape(code);
                self.push(&format!("<code>{code}</code>"));
            }
            Event::Html(html) | Event::InlineHtml(html) => match &mut self.html {
                Some(block) => block.push_str(html),
                None => {
                    if let Some(out) = self.out.last_mut() {
                        inline::html(out, html);
                    }
                }
            },
            Event::InlineMath(words) | Event::DisplayMath(words) => self.words(words),
            Event::FootnoteReference(label) => self.reference(label),
            Event::SoftBreak if self.title == Title::Open && self.inline == 0 => {
                self.title = Title::None;
                self.push("</p>\n<p>");
            }
            Event::SoftBreak => self.push("\n"),
            Event::HardBreak => self.push("<br>\n"),
            Event::Rule => self.push("<hr>\n"),
            Event::TaskListMarker(done) => {
                self.checkbox(if *done { Check::Done } else { Check::Open });
            }
        }
    }

    fn start(&mut self, tag: &Tag<'_>, id: Option<&String>, next: &[Event<'_>]) {
        self.inline += usize::from(is_inline(tag.to_end()));
        let id = id.map_or_else(String::new, |id| format!(" id=\"{}\"", escape(id)));
        match tag {
            Tag::Paragraph if self.title == Title::Next => {
                self.push(&format!("<p{id} class=\"sub\">"));
            }
            Tag::Paragraph => self.push(&format!("<p{id}>")),
            Tag::Heading { level, .. } => self.heading(*level, &id),
            Tag::BlockQuote(_) => self.quote(next),
            Tag::CodeBlock(_) => self.push("<pre><code>"),
            Tag::HtmlBlock => self.html = Some(String::new()),
            Tag::List(first) => {
                self.depth += 1;
                // The item's own line ends where a list inside of it begins.
                if let Some(end) = self.ends.last_mut().filter(|end| **end == ITEM_LINE) {
                    *end = ITEM;
                    self.push("</div>\n");
                }
                match first {
                    Some(1) => self.push("<ol>\n"),
                    Some(first) => self.push(&format!("<ol start=\"{first}\">\n")),
                    None => self.push("<ul>\n"),
                }
            }
            Tag::Item => self.item(&id, next),
            Tag::Table(alignments) => {
                self.cells.alignments.clone_from(alignments);
                self.push("<table>\n");
            }
            Tag::TableHead => {
                self.cells.head = true;
                self.cells.column = 0;
                self.push("<thead><tr>");
            }
            Tag::TableRow => {
                self.cells.column = 0;
                self.push("<tr>");
            }
            Tag::TableCell => self.cell(next),
            Tag::Emphasis => self.push("<em>"),
            Tag::Strong => self.push("<strong>"),
            Tag::Strikethrough => self.push("<del>"),
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => self.link(*link_type, dest_url),
            // Nothing is ever loaded: a picture is the words that stand for it.
            Tag::Image { .. } => self.push("<span class=\"pic\">picture: "),
            Tag::Superscript
            | Tag::Subscript
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        self.inline = self.inline.saturating_sub(usize::from(is_inline(tag)));
        match tag {
            TagEnd::Paragraph => {
                self.title = Title::None;
                self.push("</p>\n");
            }
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::BlockQuote(_) => {
                self.depth -= 1;
                let end = self.ends.pop().unwrap_or("</blockquote>\n");
                self.push(end);
            }
            TagEnd::CodeBlock => self.push("</code></pre>\n"),
            TagEnd::HtmlBlock => {
                let html = self.html.take().unwrap_or_default();
                let mut words = String::new();
                inline::html(&mut words, html.trim());
                if !words.is_empty() {
                    self.push(&format!("<p>{words}</p>\n"));
                }
            }
            TagEnd::List(ordered) => {
                self.depth -= 1;
                self.push(if ordered { "</ol>\n" } else { "</ul>\n" });
            }
            TagEnd::Item => {
                let end = self.ends.pop().unwrap_or(ITEM);
                self.push(end);
            }
            TagEnd::Table => self.push("</tbody></table>\n"),
            TagEnd::TableHead => {
                self.cells.head = false;
                self.push("</tr></thead><tbody>\n");
            }
            TagEnd::TableRow => self.push("</tr>\n"),
            TagEnd::TableCell => self.push(self.cells.end),
            TagEnd::Emphasis => self.push("</em>"),
            TagEnd::Strong => self.push("</strong>"),
            TagEnd::Strikethrough => self.push("</del>"),
            TagEnd::Link => {
                let written = self.links.pop() == Some(true);
                self.push(if written { "</a>" } else { "" });
            }
            TagEnd::Image => self.push("</span>"),
            _ => {}
        }
    }

    fn quote(&mut self, next: &[Event<'_>]) {
        self.depth += 1;
        let title = match next {
            [Event::Start(Tag::Paragraph), Event::Text(text), ..] => inline::callout(text),
            _ => None,
        };
        if let Some((kind, _)) = title {
            self.push(&format!("<div class=\"callout {kind}\">\n"));
            self.title = Title::Next;
            self.ends.push("</div>\n");
        } else {
            self.push("<blockquote>\n");
            self.ends.push("</blockquote>\n");
        }
    }

    fn item(&mut self, id: &str, next: &[Event<'_>]) {
        let inner = match next {
            [Event::Start(Tag::Paragraph), rest @ ..] => rest,
            all => all,
        };
        self.cancelled =
            matches!(inner.first(), Some(Event::Text(text)) if text.starts_with("[-] "));
        let task = self.cancelled || matches!(inner.first(), Some(Event::TaskListMarker(_)));
        let class = if task { " class=\"task\"" } else { "" };
        self.push(&format!("<li{id}{class}><div>"));
        self.ends.push(ITEM_LINE);
    }

    fn checkbox(&mut self, state: Check) {
        let (class, words) = match state {
            Check::Open => ("box", "open: "),
            Check::Done => ("box done", "done: "),
            Check::Dropped => ("box dropped", "dropped: "),
        };
        self.push(&format!(
            "<span class=\"{class}\" aria-hidden=\"true\"></span><span class=\"vh\">{words}</span>"
        ));
    }

    /// A cell. An empty one is never a heading: there is nothing that it could be read out as.
    fn cell(&mut self, next: &[Event<'_>]) {
        let right = self.cells.alignments.get(self.cells.column) == Some(&Alignment::Right);
        self.cells.column += 1;
        let class = if right { " class=\"num\"" } else { "" };
        let empty = matches!(next.first(), Some(Event::End(TagEnd::TableCell)));
        let (tag, end) = if self.cells.head && !empty {
            ("th scope=\"col\"", "</th>")
        } else {
            ("td", "</td>")
        };
        self.push(&format!("<{tag}{class}>"));
        self.cells.end = end;
    }

    fn link(&mut self, kind: LinkType, dest: &str) {
        let attributes = match kind {
            LinkType::WikiLink { .. } => None,
            _ => inline::outward(dest, kind == LinkType::Email),
        };
        let attributes = attributes.or_else(|| {
            inline::inward(dest, self.scene).map(|href| format!("href=\"{}\"", escape(&href)))
        });
        if let Some(attributes) = &attributes {
            self.push(&format!("<a {attributes}>"));
        }
        self.links.push(attributes.is_some());
    }
}

fn is_inline(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}
