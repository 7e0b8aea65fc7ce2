//! Why something was found: the signs in its quotes, who answered, the day's words, and what an earlier commitment shares with it. It
//! is made when somebody asks, from the same reading of the talk that the item was found by; it finds nothing itself.

use jiff::civil::Date;

use super::day_words;
use super::dialogue::{Answer, Speech};
use super::lexicon::Hit;
use super::quote;
use super::words;
use crate::extract::Found;
use crate::model::{Detail, Evidence, ItemId, Kind};

/// Why an item was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// Its quotes, the primary one first.
    pub quotes: Vec<Quoted>,
    /// Where its day was said; none where it has none.
    pub day: Option<DaySaid>,
    /// The earlier commitment that it is held to speak of.
    pub link: Option<Link>,
}

/// A quote and what was heard in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// The quote.
    pub evidence: Evidence,
    /// The signs in it, in the order of its words.
    pub signs: Vec<Sign>,
    /// How the next speaker answered, where an answer says yes or no: the turn's number, its first words, whether it says yes.
    pub answer: Option<(u32, String, bool)>,
}

/// A sign that was heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// The words, as they were said.
    pub words: String,
    /// The phrase of the lexicon.
    pub phrase: String,
    /// What it means.
    pub meaning: String,
}

/// The words by which a day was named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DaySaid {
    /// The day.
    pub date: Date,
    /// The words, and the number of the turn in which they fell; none where they cannot be told any more.
    pub words: Option<(String, u32)>,
    /// The meeting's day, from which it was counted.
    pub from: Date,
}

/// The commitment that an item speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Which one.
    pub item: ItemId,
    /// Its words.
    pub text: String,
    /// The words that both hold, as this meeting has them.
    pub shared: Vec<String>,
}

/// Why an item was found in a talk.
pub(super) fn of(speech: &Speech<'_>, found: &Found) -> Trace {
    let quotes: Vec<Quoted> = found
        .evidence
        .iter()
        .map(|evidence| quoted(speech, evidence, found.detail.kind()))
        .collect();
    Trace {
        day: due(&found.detail).map(|date| day_said(speech, found, date)),
        link: link(speech, found),
        quotes,
    }
}

fn due(detail: &Detail) -> Option<Date> {
    match detail {
        Detail::Action { due, .. } => *due,
        Detail::FollowUp(follow_up) => follow_up.new_due,
        _ => None,
    }
}

fn quoted(speech: &Speech<'_>, evidence: &Evidence, kind: Kind) -> Quoted {
    let Some(at) = speech.turn(evidence.turn) else {
        return Quoted {
            evidence: evidence.clone(),
            signs: Vec::new(),
            answer: None,
        };
    };
    let said = &speech.turns[at];
    let words = quote::held(said, &evidence.quote);
    let inside = |hit: &&Hit| hit.at.start >= words.start && hit.at.end <= words.end;
    let hits = said.sentences.iter().flat_map(|sentence| &sentence.hits);
    let mut signs: Vec<Sign> = Vec::new();
    let counts = |hit: &&Hit| {
        hit.cue.speaks_of().contains(&kind) && (speech.is_group() || !hit.cue.is_of_groups())
    };
    for hit in hits.filter(inside).filter(counts) {
        let known = speech.job.lexicon.sign(hit);
        let sign = Sign {
            words: said.text(hit.at.clone()).to_owned(),
            phrase: known.text.to_string(),
            meaning: known.meaning.to_string(),
        };
        if !signs.iter().any(|other| other.meaning == sign.meaning) {
            signs.push(sign);
        }
    }
    let answer = speech
        .answer_to(at)
        .and_then(|next| match speech.answer(next) {
            Answer::Yes => Some((next, true)),
            Answer::No => Some((next, false)),
            Answer::Open => None,
        });
    Quoted {
        evidence: evidence.clone(),
        signs,
        answer: answer.map(|(next, yes)| {
            let said = &speech.turns[next];
            let first = said.sentences.first().map_or(0..0, |sentence| {
                let words = sentence.bounds.words.clone();
                words.start..words.end.min(words.start + 8)
            });
            (said.turn.number, said.text(first).to_owned(), yes)
        }),
    }
}

fn day_said(speech: &Speech<'_>, found: &Found, date: Date) -> DaySaid {
    let words = day_words::find(speech, &found.evidence, date).map(|(turn, words)| {
        let said = &speech.turns[turn];
        (said.text(words).to_owned(), said.turn.number)
    });
    DaySaid {
        date,
        words,
        from: speech.job.transcript.date,
    }
}

fn link(speech: &Speech<'_>, found: &Found) -> Option<Link> {
    let item = match &found.detail {
        Detail::Action { again, .. } => again.as_ref()?,
        Detail::FollowUp(follow_up) => follow_up.of.as_ref()?,
        _ => return None,
    };
    let open = speech.job.context.open.iter();
    let open = open.into_iter().find(|open| open.item.id == item.id)?;
    let matter = words::stems_of(&format!("{} {}", open.text, open.quote));
    let mut shared: Vec<String> = Vec::new();
    let turns = found
        .evidence
        .iter()
        .filter_map(|evidence| speech.turn(evidence.turn));
    for turn in turns.flat_map(|turn| turn.saturating_sub(1)..=turn) {
        let said = &speech.turns[turn];
        for (at, stem) in said.stems.iter().enumerate() {
            let word = said.word(at);
            if stem.is_some_and(|stem| matter.contains(&stem)) && !shared.iter().any(|w| w == word)
            {
                shared.push(word.to_owned());
            }
        }
    }
    Some(Link {
        item: open.item.id.clone(),
        text: open.text.clone(),
        shared,
    })
}
