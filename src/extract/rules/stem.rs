//! Words without their endings, so that "sending" and "sent" are known as one word. It knows no sentence.

/// A word without its endings, as a number (FNV-1a of what is left): words are only ever compared by it, and numbers compare fast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Stem(u64);

impl Stem {
    fn of(parts: [&str; 2]) -> Self {
        let bytes = parts.iter().flat_map(|part| part.bytes());
        Self(bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        }))
    }
}

/// Past forms and their bases, so that "I rang him" speaks of "I'll ring him".
fn irregular(word: &str) -> Option<&'static str> {
    Some(match word {
        "rang" | "rung" => "ring",
        "sent" => "send",
        "spoke" | "spoken" => "speak",
        "wrote" | "written" => "writ",
        "told" => "tell",
        "met" => "meet",
        "built" | "rebuilt" | "rebuild" => "build",
        "bought" => "buy",
        "brought" => "bring",
        "drew" | "drawn" => "draw",
        "found" => "find",
        "sat" => "sit",
        "taught" => "teach",
        "sold" => "sell",
        "paid" => "pay",
        "held" => "hold",
        "led" => "lead",
        "drove" | "driven" => "driv",
        "swapped" => "swap",
        "people" => "person",
        "cancelled" => "cancel",
        "costed" => "cost",
        "hung" => "hang",
        "texted" => "text",
        "chose" | "chosen" => "choos",
        "typed" => "typ",
        "thrown" => "throw",
        "sung" => "sing",
        _ => return None,
    })
}

/// A word without its endings: good enough to find it again, never shown.
pub(super) fn stem(word: &str) -> Stem {
    if let Some(base) = irregular(word) {
        return Stem::of([base, ""]);
    }
    let mut root = word;
    for ending in ["ings", "ing", "ed", "ies", "es", "s"] {
        let Some(rest) = root.strip_suffix(ending) else {
            continue;
        };
        if rest.chars().nth(2).is_none()
            || ending == "s" && (rest.ends_with('s') || rest.ends_with('u'))
        {
            continue;
        }
        if ending == "ies" {
            return Stem::of([rest, "y"]);
        }
        root = rest;
        break;
    }
    let out = root.trim_end_matches('e');
    match out.as_bytes() {
        [_, .., before, last] if out.len() > 3 && before == last && last.is_ascii_alphabetic() => {
            Stem::of([&out[..out.len() - 1], ""])
        }
        _ => Stem::of([out, ""]),
    }
}
