//! The chat of a meeting. It is recognised so that nobody takes what was typed for what was said, and never read.

use super::Refusal;
use super::clock;
use super::sheet::Sheet;

/// Whether most records of the file are those of a Zoom chat.
pub(super) fn is_zoom(sheet: &Sheet<'_>) -> bool {
    // A record of the cloud's ends in CRLF and may have bare line feeds inside; all others are lines.
    let (mut chat, mut other) = (0_usize, 0_usize);
    for line in sheet.lines.iter().filter(|line| !line.trim().is_empty()) {
        if is_record(line) {
            chat += 1;
        } else if !line.starts_with(['\t', ' ']) {
            other += 1;
        }
    }
    if chat > 0 && chat < other {
        other = sheet
            .text
            .split("\r\n")
            .filter(|record| !record.trim().is_empty() && !is_record(record))
            .count();
    }
    chat > 0 && chat >= other
}

/// `09:29:11<tab> From Dev : text`, `2026-06-18 09:29:11 From Dev to Everyone:`, `00:01:02<tab>Dev:<tab>text`. Of the words that a
/// translation changes only their place is looked at.
fn is_record(line: &str) -> bool {
    let line = line.trim_start_matches(' ');
    if !line.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    let dated = line
        .split_once(' ')
        .filter(|(day, _)| day.len() == 10 && day.bytes().filter(|byte| *byte == b'-').count() == 2)
        .map(|(_, rest)| rest);
    let Some((_, rest)) = clock::at_start(dated.unwrap_or(line)) else {
        return false;
    };
    if dated.is_some() {
        // Above the text, which is indented below it.
        return rest.starts_with(' ') && rest.trim_end().ends_with(':');
    }
    let from = rest.trim_start();
    match rest.strip_prefix('\t') {
        Some(record) if !record.starts_with(' ') => record.contains(":\t"),
        _ => from.starts_with("From ") && (from.contains(" : ") || from.trim_end().ends_with(':')),
    }
}

/// Whether the line is one of a Teams or Skype chat: a day or a time of day that ends in AM or PM stands beside the name.
pub(super) fn is_line(line: &str) -> bool {
    let line = line.trim_end();
    match line.as_bytes().first() {
        Some(b'[') => line[1..]
            .split_once(']')
            .is_some_and(|(moment, rest)| rest.starts_with(' ') && is_noon(moment)),
        Some(first) if first.is_ascii_whitespace() => false,
        Some(first) if line.len() <= 80 => {
            let named = line.strip_suffix(':').unwrap_or(line);
            let dated =
                first.is_ascii_digit() && named.bytes().filter(|byte| *byte == b'/').count() == 2;
            is_noon(named) && (dated || !first.is_ascii_digit())
        }
        _ => false,
    }
}

/// Whether a text ends in `9:24 AM`.
fn is_noon(text: &str) -> bool {
    let Some(text) = text.strip_suffix("AM").or_else(|| text.strip_suffix("PM")) else {
        return false;
    };
    let text = text.trim_end();
    let digits = text
        .bytes()
        .rev()
        .take_while(|byte| byte.is_ascii_digit() || *byte == b':')
        .count();
    clock::offset(&text[text.len() - digits..]).is_some()
}

/// What to say to whoever imports a chat.
pub(super) fn refusal(sheet: &Sheet<'_>) -> Refusal {
    Refusal {
        line: Some(sheet.number(0)),
        message: "this is the chat of a meeting: it holds what was typed, not what was said".into(),
        hint: "Export the meeting's transcript and import that; the chat was left as it is.".into(),
    }
}
