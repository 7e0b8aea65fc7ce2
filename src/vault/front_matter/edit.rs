//! One key of a document's front matter set anew: only the bytes of that key change, and everything else stays as its owner wrote it.

use super::{Fault, quoted, split};

/// The document with `key` set to a map of these entries, in quotes; without entries the key goes. Front matter that is broken is not
/// touched.
pub fn set_map(text: &str, key: &str, entries: &[(String, String)]) -> Result<String, Fault> {
    let cut = split(text);
    if let Some(fault) = cut.fault {
        return Err(fault);
    }
    let eol = if text
        .split('\n')
        .next()
        .is_some_and(|line| line.ends_with('\r'))
    {
        "\r\n"
    } else {
        "\n"
    };
    let block = block(key, entries, eol);
    if cut.body_line == 1 {
        let (mark, rest) = match text.strip_prefix('\u{feff}') {
            Some(rest) => ("\u{feff}", rest),
            None => ("", text),
        };
        if block.is_empty() {
            return Ok(text.to_owned());
        }
        return Ok(format!("{mark}---{eol}{block}---{eol}{rest}"));
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let closing = index(cut.body_line) - 1;
    let fields = cut.front_matter.fields();
    let place = fields.iter().position(|field| field.key == key);
    let (from, to) = match place {
        None => (closing, closing),
        Some(place) => {
            let from = index(fields[place].line);
            let next = fields
                .get(place + 1)
                .map_or(closing, |next| index(next.line));
            // What stands between two keys at the left edge belongs to the next one, or to nobody.
            let own = lines[from + 1..next]
                .iter()
                .rposition(|line| !line.trim().is_empty() && !line.starts_with('#'));
            (from, from + 1 + own.map_or(0, |last| last + 1))
        }
    };
    let mut out = lines[..from].concat();
    out.push_str(&block);
    out.push_str(&lines[to..].concat());
    Ok(out)
}

fn index(line: u32) -> usize {
    usize::try_from(line)
        .unwrap_or(usize::MAX)
        .saturating_sub(1)
}

fn block(key: &str, entries: &[(String, String)], eol: &str) -> String {
    if entries.is_empty() {
        return String::new();
    }
    let lines = entries
        .iter()
        .map(|(name, value)| format!("  {}: {}{eol}", quoted(name), quoted(value)));
    format!("{key}:{eol}{}", lines.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str, entries: &[(&str, &str)]) -> String {
        let entries: Vec<_> = entries
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        set_map(text, "speakers", &entries).unwrap()
    }

    #[test]
    fn only_the_bytes_of_one_key_change() {
        let entry = [("Speaker 1", "[[people/s|S]]")];
        let block = "speakers:\n  \"Speaker 1\": \"[[people/s|S]]\"\n";
        for (before, after) in [
            (
                "---\na: 1 # mine\n---\n# T\n".to_owned(),
                format!("---\na: 1 # mine\n{block}---\n# T\n"),
            ),
            (
                format!("---\n{block}\n# about b\nb:\n- x\n---\n"),
                format!("---\n{block}\n# about b\nb:\n- x\n---\n"),
            ),
            (
                "---\nspeakers: {A: b,\n  C: d}\nb: 2\n---\n".to_owned(),
                format!("---\n{block}b: 2\n---\n"),
            ),
            (
                "---\nspeakers:\n  A: b\n  # why\n  C: d\n---\nx".to_owned(),
                format!("---\n{block}---\nx"),
            ),
            ("# T\n".to_owned(), format!("---\n{block}---\n# T\n")),
            (String::new(), format!("---\n{block}---\n")),
            ("---\n---\n".to_owned(), format!("---\n{block}---\n")),
        ] {
            assert_eq!(set(&before, &entry), after);
        }
        assert_eq!(
            set("---\r\na: 1\r\n---\r\n", &[("A", "b")]),
            "---\r\na: 1\r\nspeakers:\r\n  \"A\": \"b\"\r\n---\r\n"
        );
        assert_eq!(
            set(&format!("---\na: 1\n{block}---\n"), &[]),
            "---\na: 1\n---\n"
        );
        assert_eq!(set("# T\n", &[]), "# T\n");
        assert!(set_map("---\na: [\n---\n", "speakers", &[]).is_err());
    }
}
