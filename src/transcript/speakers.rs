//! What a speaker's label is: somebody's name, a recorder's stand-in, or a bot. It knows no people; who bears a name is decided
//! elsewhere.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;
use unicode_normalization::UnicodeNormalization;

use crate::model::person::link_name;
use crate::model::text;

/// Stand-ins of recorders, over the folded label. They are never a person and never the same one in two files.
static GENERIC: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^(?:(?:unknown )?(?:speaker|spk|guest|user|participant|caller|voice|channel)(?: [0-9a-z]{1,3}|[0-9]{1,4})?|unknown|them|me|you|\
         system|[a-z]|call in user.*|(?:team|conference|meeting|board) room.*|[0-9 ]+)$",
    )
    .expect("the pattern is a constant")
});

/// Machines that sit in meetings, over the folded label.
static BOT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "(?:^| )note ?taker$|fireflies ai|otter ai|otterpilot|read ai|^fathom|^tl dv|^fellow app|\
         s presentation$|^(?:microsoft )?copilot$|^gemini$|^zoom ai|^recorder$|^recording$",
    )
    .expect("the pattern is a constant")
});

/// What follows a comma in a name and is no first name.
const DEGREES: [&str; 14] = [
    "psyd", "phd", "md", "dds", "dmd", "mba", "jr", "sr", "ii", "iii", "esq", "cpa", "rn", "pe",
];

/// The name in a label, for matching only: one line, no direction marks, no trailing `(Guest)`, `[Org]` or ` | Team`, a
/// wikilink's name, and `Last, First` turned round.
pub fn bare(label: &str) -> String {
    let label: Cow<'_, str> = if label.is_ascii() {
        Cow::Borrowed(label)
    } else {
        Cow::Owned(
            label
                .chars()
                .filter(|c| !is_invisible(*c))
                .nfc()
                .collect::<String>(),
        )
    };
    let label = text::squash(&label);
    let linked = link_name(&label);
    if linked.len() != label.len() {
        return linked.to_owned();
    }
    let label = label.split(" | ").next().unwrap_or(&label);
    let label = without_tail(label);
    let Some((last, first)) = label.split_once(',') else {
        return label.to_owned();
    };
    let (last, first) = (last.trim(), first.trim());
    if DEGREES.contains(&text::fold(first).replace(' ', "").as_str()) || first.is_empty() {
        return last.to_owned();
    }
    format!("{first} {last}")
}

/// The label without the `(…)` and `[…]` at its end; one that is nothing else stays as it is.
pub(super) fn without_tail(label: &str) -> &str {
    let mut name = label.trim();
    loop {
        let open = match name.as_bytes().last() {
            Some(b')') => name.rfind('('),
            Some(b']') => name.rfind('['),
            _ => None,
        };
        match open.map(|open| name[..open].trim_end()) {
            Some(shorter) if !shorter.is_empty() => name = shorter,
            _ => return name,
        }
    }
}

/// Whether the label is a recorder's stand-in: `Speaker 2`, `SPEAKER_00`, `Guest`, a telephone number, a room.
pub fn is_generic(label: &str) -> bool {
    let folded = text::fold(&bare(label));
    folded.is_empty() || GENERIC.is_match(&folded)
}

/// Whether the label is a machine's: a note taker or a shared screen.
pub fn is_bot(label: &str) -> bool {
    BOT.is_match(&text::fold(label))
}

/// Whether the label could be somebody's name.
pub fn is_name(label: &str) -> bool {
    !is_generic(label) && !is_bot(label)
}

/// Marks that steer the direction of text; some exports put them into names.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_bared_for_matching() {
        for (label, name) in [
            ("Sally  Chen", "Sally Chen"),
            ("Chen, Sally (Guest)", "Sally Chen"),
            ("Mireille Reece, PsyD", "Mireille Reece"),
            ("Mireille Reece, Psy.D.", "Mireille Reece"),
            ("Bo Ek [Acme] (He/Him, OPS)", "Bo Ek"),
            ("Bo Ek | Platform", "Bo Ek"),
            ("[[people/sally-chen|Sally]]", "sally-chen"),
            ("\u{200e}Sally\u{a0}Chen", "Sally Chen"),
            ("Gra\u{301}inne", "Gráinne"),
            ("(Guest)", "(Guest)"),
            ("", ""),
        ] {
            assert_eq!(bare(label), name, "{label}");
        }
    }

    #[test]
    fn stand_ins_and_bots_are_no_names() {
        for generic in [
            "Speaker 2",
            "SPEAKER_00",
            "spk_0",
            "Guest",
            "Unknown Speaker",
            "A",
            "+1 (555) 010-2030",
            "Call-in User 3",
            "Conference Room Oslo",
            "Them",
            "",
            "?",
        ] {
            assert!(is_generic(generic), "{generic}");
        }
        for bot in [
            "Sally's Notetaker",
            "Fireflies.ai Notetaker Bo",
            "Otter.ai",
            "Bo Ek's Presentation",
        ] {
            assert!(is_bot(bot), "{bot}");
        }
        for name in [
            "Sally",
            "Guestrin",
            "Al",
            "Gráinne Foley",
            "stokes",
            "Dr. Patel",
            "名前",
        ] {
            assert!(is_name(name), "{name}");
        }
    }
}
