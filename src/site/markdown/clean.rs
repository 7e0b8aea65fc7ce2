//! What of a document is never shown: its front matter and its comments, the merge state among them. It works on text alone.

/// The text that is shown, with `\n` as the only line break.
pub(super) fn visible(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let (_, body) = front_matter(text);
    without_comments(body)
}

/// The value of a key of the front matter that stands on one line, without quotes.
pub(crate) fn front_value(text: &str, key: &str) -> Option<String> {
    let text = text.replace("\r\n", "\n");
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let (front, _) = front_matter(text);
    front.lines().find_map(|line| {
        let value = line.strip_prefix(key)?.strip_prefix(':')?.trim();
        Some(value.trim_matches(['"', '\'']).to_owned())
    })
}

/// Front matter and body. A front matter that is never closed is body.
fn front_matter(text: &str) -> (&str, &str) {
    let Some(rest) = text.strip_prefix("---\n") else {
        return ("", text);
    };
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return (&rest[..at], &rest[at + line.len()..]);
        }
        at += line.len();
    }
    ("", text)
}

/// Takes out `%% … %%`, as Obsidian does, but not in code. A comment that is never closed is text, so that nothing gets lost
/// from view; only the merge state is known for what it is, and hidden to the end.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut fence: Option<&str> = None;
    while !rest.is_empty() {
        let line_start = out.is_empty() || out.ends_with('\n');
        let line_end = rest.find('\n').map_or(rest.len(), |at| at + 1);
        if line_start {
            let bare = rest[..line_end].trim_start_matches([' ', '\t', '>']);
            let mark = ["```", "~~~"]
                .into_iter()
                .find(|mark| bare.starts_with(mark));
            match (fence, mark) {
                (None, Some(mark)) => fence = Some(mark),
                (Some(open), Some(mark)) if open == mark => fence = None,
                _ => {}
            }
            if fence.is_some() || mark.is_some() {
                out.push_str(&rest[..line_end]);
                rest = &rest[line_end..];
                continue;
            }
        }
        let Some(at) = rest[..line_end].find(['\\', '`', '%']) else {
            out.push_str(&rest[..line_end]);
            rest = &rest[line_end..];
            continue;
        };
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken = match rest.as_bytes()[0] {
            b'\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            b'`' => code_span(rest),
            _ if rest.starts_with("%%") => match rest[2..].find("%%") {
                Some(end) => {
                    rest = &rest[2 + end + 2..];
                    continue;
                }
                None if rest.starts_with("%% throughline") => return out,
                None => 2,
            },
            _ => 1,
        };
        out.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    out
}

/// How long the code span is that begins here: to the same run of backticks on the same line, else the run alone.
fn code_span(text: &str) -> usize {
    let run = text.len() - text.trim_start_matches('`').len();
    let line = text.find('\n').unwrap_or(text.len());
    let close = text[run..line].find(&text[..run]);
    close.map_or(run, |at| run + at + run)
}
