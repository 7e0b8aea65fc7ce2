//! The small things inside a line: where a link may go, what a task's dates say, what a comment hides.
//! Whatever is not known to be harmless becomes text.

use jiff::civil::Date;

use super::super::escape::{escape, push};
use super::super::scene::Scene;
use super::super::words;

/// The emoji of the Tasks plugin that stand before a date, and what they say in words.
const FIELDS: [(char, &str); 9] = [
    ('📅', "by"),
    ('📆', "by"),
    ('🗓', "by"),
    ('✅', "done"),
    ('❌', "dropped"),
    ('➕', "written down"),
    ('🛫', "from"),
    ('⏳', "planned for"),
    ('⌛', "planned for"),
];

/// The `href` and further attributes of a link to `dest`; none when the link must be text.
pub(super) fn outward(dest: &str, is_email: bool) -> Option<String> {
    let dest = dest.trim();
    let address = if is_email {
        format!("mailto:{dest}")
    } else {
        dest.to_owned()
    };
    let lower = address.to_ascii_lowercase();
    let allowed = ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| lower.starts_with(scheme));
    allowed.then(|| format!("href=\"{}\" rel=\"noopener noreferrer\"", escape(&address)))
}

/// Where a link without a scheme leads inside the site: a note, an item, a person.
pub(super) fn inward(dest: &str, scene: &Scene<'_>) -> Option<String> {
    let dest = dest.trim();
    if dest.is_empty() || dest.starts_with(['#', '/']) || dest.contains(':') {
        return None;
    }
    scene.wiki_href(&dest.replace("%20", " ").replace("../", ""))
}

/// Words, with the dates of a task in words of their own.
pub(super) fn words(out: &mut String, text: &str, today: Date) {
    let mut rest = text;
    while let Some((at, c)) = rest
        .char_indices()
        .find(|(_, c)| FIELDS.iter().any(|(emoji, _)| emoji == c))
    {
        push(out, &rest[..at]);
        rest = &rest[at..];
        let behind = &rest[c.len_utf8()..];
        let date = behind.trim_start_matches(['\u{fe0f}', ' ', '\u{a0}']);
        let day: Option<Date> = date.get(..10).and_then(|date| date.parse().ok());
        let word = FIELDS.iter().find(|(emoji, _)| *emoji == c);
        if let (Some(day), Some((_, word))) = (day, word) {
            let day = words::short(day, today);
            out.push_str("<span class=\"when\">");
            push(out, &format!("{word} {day}"));
            out.push_str("</span>");
            rest = &date[10..];
        } else {
            out.push(c);
            rest = behind;
        }
    }
    push(out, rest);
}

/// HTML as the words that it is, without its comments.
pub(super) fn html(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("<!--") {
        push(out, before);
        let Some((_, after)) = behind.split_once("-->") else {
            return;
        };
        rest = after;
    }
    push(out, rest);
}

/// The kind and the title's first words of a callout: `[!question]- Maybe`.
pub(super) fn callout(text: &str) -> Option<(String, &str)> {
    let (kind, title) = text.strip_prefix("[!")?.split_once(']')?;
    let kind = kind.trim().to_ascii_lowercase();
    let plain = !kind.is_empty() && kind.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    let title = title.strip_prefix(['+', '-']).unwrap_or(title);
    plain.then(|| (kind, title.trim_start()))
}
