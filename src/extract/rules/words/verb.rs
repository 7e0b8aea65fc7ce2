//! Verbs back to the form that an order has: "measuring" is "measure", "have signed" is "sign".

use super::super::super::token::tokens;
use super::super::dialogue::known;
use super::super::lexicon::Class;

const DO: Class = Class::named("do");

/// Past participles and their verbs.
const PERFECT: [(&str, &str); 34] = [
    ("done", "do"),
    ("sent", "send"),
    ("made", "make"),
    ("written", "write"),
    ("rung", "ring"),
    ("spoken", "speak"),
    ("taken", "take"),
    ("given", "give"),
    ("told", "tell"),
    ("found", "find"),
    ("met", "meet"),
    ("paid", "pay"),
    ("brought", "bring"),
    ("built", "build"),
    ("drawn", "draw"),
    ("held", "hold"),
    ("kept", "keep"),
    ("got", "get"),
    ("had", "have"),
    ("bought", "buy"),
    ("begun", "begin"),
    ("chosen", "choose"),
    ("driven", "drive"),
    ("thrown", "throw"),
    ("read", "read"),
    ("cut", "cut"),
    ("said", "say"),
    ("gone", "go"),
    ("seen", "see"),
    ("taught", "teach"),
    ("sold", "sell"),
    ("put", "put"),
    ("set", "set"),
    ("come", "come"),
];

fn is_verb(word: &str) -> bool {
    let words = tokens(word);
    known(&words).first().is_some_and(|word| word.is(DO))
}

/// The base form of a line's verb, and how many words it took: "have written" is one verb of two words.
pub(super) fn base_form(word: &str, next: &str) -> (String, usize) {
    // "E-mail" is two words of one verb.
    if word == "e" && matches!(next, "mail" | "mailing") {
        return ("email".to_owned(), 2);
    }
    if word == "have"
        && let Some(base) = perfect(next)
    {
        return (base, 2);
    }
    if let Some(stem) = word.strip_suffix("ing").filter(|stem| stem.len() > 1)
        && !is_verb(word)
    {
        return (from_stem(stem), 1);
    }
    (word.to_owned(), 1)
}

/// The base of a past form that stands where a verb in its base form could.
pub(super) fn past(word: &str) -> Option<String> {
    if is_verb(word) {
        return None;
    }
    super::super::tense::base_of(word)
        .map(str::to_owned)
        .or_else(|| perfect(word))
}

pub(super) fn perfect(word: &str) -> Option<String> {
    if let Some((_, base)) = PERFECT.iter().find(|(form, _)| *form == word) {
        return Some((*base).to_owned());
    }
    let stem = word.strip_suffix("ed").filter(|stem| stem.len() > 2)?;
    let base = from_stem(stem);
    is_verb(&base).then_some(base)
}

fn from_stem(stem: &str) -> String {
    let with_e = format!("{stem}e");
    let mut chars: Vec<char> = stem.chars().collect();
    let double = chars.len() > 2 && chars[chars.len() - 1] == chars[chars.len() - 2];
    if is_verb(stem) {
        return stem.to_owned();
    }
    if is_verb(&with_e) {
        return with_e;
    }
    if let Some(stem) = stem.strip_suffix('i') {
        return format!("{stem}y");
    }
    if double
        && !matches!(
            chars.last(),
            Some('l' | 's' | 'z' | 'e' | 'o' | 'a' | 'i' | 'u')
        )
    {
        chars.pop();
        return chars.into_iter().collect();
    }
    match stem {
        "hav" | "giv" | "leav" | "driv" | "mak" | "tak" | "com" | "writ" | "mov" | "us"
        | "shar" => with_e,
        _ => stem.to_owned(),
    }
}
