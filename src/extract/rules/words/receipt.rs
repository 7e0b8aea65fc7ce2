//! What somebody will have: "you'll have it Thursday", "it'll be on the drive", "the handle will be done".

use super::super::lexicon::Class;
use super::super::promise::Promise;
use super::antecedent::{Meant, Place, Wanted, antecedent, shown};
use super::deed::{Deed, Line};
use super::grammar::is_object;
use super::line::{Names, first_name, kept, render};
use super::noun::phrase_at;
use super::undated::{trim_end, undated};
use super::{capital, carries};

const FILLER: Class = Class::named("filler");

/// The line of a receipt.
pub(super) fn receipt(deed: &Deed<'_>, found: &Promise) -> Option<Line> {
    let said = &deed.speech.turns[deed.at];
    let to = deed.speech.listener(deed.at).map(|who| first_name(&who));
    match said.word(found.cue.start) {
        "you" => had(deed, found, &to?),
        who @ ("he" | "she" | "they") if said.word(found.cue.start + 2) != "be" => {
            third(deed, found, who)
        }
        "hears" | "hear" | "gets" | "get" | "has" | "have" => heard(deed, found),
        _ => will_be(deed, found, &to.unwrap_or_default()),
    }
}

/// "She'll have it Monday": it is to be got to her.
fn third(deed: &Deed<'_>, found: &Promise, who: &str) -> Option<Line> {
    let wanted = match who {
        "he" => Wanted::He,
        "she" => Wanted::She,
        _ => Wanted::They,
    };
    let place = Place {
        at: deed.at,
        word: found.cue.start,
    };
    if let Some(known) = antecedent(deed.speech, place, wanted, &deed.owner) {
        return had(deed, found, &known.text);
    }
    let to = match wanted {
        Wanted::He => "him",
        Wanted::She => "her",
        _ => "them",
    };
    let line = had(deed, found, to)?;
    Some(Line {
        clear: false,
        ..line
    })
}

/// "The bank hears it from me": they are to be told.
fn heard(deed: &Deed<'_>, found: &Promise) -> Option<Line> {
    let said = &deed.speech.turns[deed.at];
    let clause = deed.sentence.bounds.clause_of(found.cue.start);
    let first = (clause.start..found.cue.start).find(|at| !said.is(*at, FILLER))?;
    let phrase = phrase_at(said, first, found.cue.start)
        .filter(|phrase| phrase.words.end == found.cue.start)?;
    let who = shown(deed.speech, deed.at, &phrase.words, &deed.owner);
    let verb = if said.word(found.cue.start).starts_with("hear") {
        "Tell"
    } else {
        "Get it to"
    };
    Some(Line::new(format!("{verb} {who}"), false))
}

/// What a pronoun of a receipt stands for.
fn thing(deed: &Deed<'_>, found: &Promise, pronoun: &str) -> Option<Meant> {
    let wanted = match pronoun {
        "they" | "them" | "those" | "both" | "all" => Wanted::Things,
        _ => Wanted::Thing,
    };
    let place = Place {
        at: deed.at,
        word: found.cue.start,
    };
    deed.fronted()
        .or_else(|| antecedent(deed.speech, place, wanted, &deed.owner))
}

/// "You'll have the list": it is to be got to them.
fn had(deed: &Deed<'_>, found: &Promise, to: &str) -> Option<Line> {
    let (speech, at) = (deed.speech, deed.at);
    let said = &speech.turns[at];
    let names = Names::of(speech, at, Some(deed.owner.clone()));

    // What the other will have begins with the cue's last word.
    let has = found
        .cue
        .clone()
        .find(|at| matches!(said.word(*at), "have" | "get" | "getting" | "see" | "hear"));
    let object = has.map_or(found.deed.start, |at| (at + 1).min(found.deed.start));
    let phrase = phrase_at(said, object, found.deed.end)
        .filter(|phrase| phrase.words.clone().any(|at| carries(said, at)));
    let from_me = (object..found.deed.end).any(|at| {
        said.word(at) == "me" && matches!(said.word(at.saturating_sub(1)), "from" | "of")
    });
    let calls = phrase.as_ref().is_some_and(|phrase| {
        matches!(
            said.word(phrase.head),
            "call" | "ring" | "text" | "email" | "message"
        )
    });
    if let Some(phrase) = phrase.as_ref().filter(|_| calls && from_me) {
        let verb = capital(said.word(phrase.head));
        return Some(Line::new(format!("{verb} {to}"), true));
    }
    if from_me && said.word(found.cue.start + 2) == "hear" {
        return Some(Line::new(format!("Get back to {to}"), true));
    }
    let mut places = kept(said, object..found.deed.end, true);
    undated(said, &mut places);
    let pronoun = said.word(object);
    if phrase.is_none()
        && (is_object(pronoun) || matches!(pronoun, "something" | "both" | "all" | "them"))
    {
        return Some(match thing(deed, found, pronoun) {
            Some(thing) => Line::naming(format!("Get {} to {to}", thing.text), &thing),
            None => Line::new(format!("Get {pronoun} to {to}"), false),
        });
    }
    if let Some(phrase) = phrase {
        places.retain(|at| phrase.words.contains(at));
    }
    trim_end(said, &mut places);
    let object = render(said, &places, &names, &[]);
    let clear = places.iter().any(|at| carries(said, *at));
    (!object.is_empty()).then(|| Line::new(format!("Get {object} to {to}"), clear))
}

/// "It'll be on the drive": a thing, and where or how it will be.
fn will_be(deed: &Deed<'_>, found: &Promise, to: &str) -> Option<Line> {
    let (speech, at) = (deed.speech, deed.at);
    let said = &speech.turns[at];
    let names = Names::of(speech, at, Some(deed.owner.clone()));
    let be = (found.cue.start..found.cue.end.max(found.deed.end)).find(|at| {
        matches!(
            said.word(*at),
            "be" | "'s" | "go" | "goes" | "with" | "on" | "in"
        )
    })?;
    let mut start = if matches!(said.word(be), "with" | "on" | "in") {
        be
    } else {
        be + 1
    };
    if matches!(said.word(be), "go" | "goes") {
        start = be + 1;
    }
    let end = found.deed.end.max(found.cue.end);
    let subject_end = (found.deed.start.min(found.cue.start)..=be).find(|at| {
        matches!(
            said.word(*at),
            "will" | "'ll" | "'s" | "it" | "that" | "they" | "be" | "goes" | "go"
        )
    })?;
    let clause = deed.sentence.bounds.clause_of(found.cue.start);
    let subject = clause.start..subject_end;
    let named = phrase_at(
        said,
        (subject.start..subject.end)
            .find(|at| !said.is(*at, FILLER))
            .unwrap_or(subject.start),
        subject.end,
    )
    .filter(|phrase| phrase.words.end == subject.end)
    .map(|phrase| Meant {
        text: shown(speech, at, &phrase.words, &deed.owner),
        turn: at,
        words: phrase.words,
    });
    let pronoun = said.word(subject_end);
    let mut places = kept(said, start..end, true);
    undated(said, &mut places);
    deed.cut_after(&mut places);
    trim_end(said, &mut places);
    // "It goes on Monday" is on no list and on no wall: the preposition led to the date.
    if places.len() == 1
        && matches!(said.word(places[0]), "on" | "by" | "at" | "for" | "from")
        && end > start + 1
    {
        places.clear();
    }
    let where_to = render(said, &places, &names, &[]);
    let name = named.or_else(|| thing(deed, found, pronoun));
    let clear = name.is_some();
    let from = name.as_ref().map(|name| (name.turn, name.words.clone()));
    let name = name.map_or_else(|| "it".to_owned(), |name| name.text);
    let text = match places.first().map(|at| said.word(*at)) {
        Some("with") => format!(
            "Get {name} to {}",
            where_to.trim_start_matches("with ").trim()
        ),
        Some(_) if !where_to.is_empty() => format!("Have {name} {where_to}"),
        _ => format!("Get {name} to {to}"),
    };
    Some(Line {
        from,
        ..Line::new(text, clear)
    })
}
