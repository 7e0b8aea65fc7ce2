//! Topics put off to another time.

use super::actions::{Draft, FIRM};
use super::cues::Cue;
use super::dialogue::Speech;
use super::words;
use crate::extract::Found;
use crate::model::Detail;

/// What was put off, with its turn; one item for what is said in neighbouring turns.
pub(super) fn find(speech: &Speech<'_>, drafts: &[Draft]) -> Vec<(usize, Found)> {
    let mut out: Vec<(usize, Found)> = Vec::new();
    for at in 0..speech.turns.len() {
        let said = &speech.turns[at];
        for sentence in &said.sentences {
            let park = sentence.of(Cue::Park).next();
            let strong = park.or_else(|| sentence.of(Cue::Defer).next());
            let later = sentence.of(Cue::Later).next();
            let talk = sentence.of(Cue::DeferTalk).next();
            let day = sentence
                .days
                .iter()
                .any(|day| day.date > speech.job.transcript.date);
            let weight = i32::from(park.is_some())
                + i32::from(strong.is_some()) * 3
                + i32::from(talk.is_some()) * 2
                + i32::from(later.is_some() || day) * 2;
            let Some(hit) = strong.or(talk) else { continue };
            let taken = drafts.iter().any(|draft| {
                draft.at == at
                    && draft.weight >= FIRM
                    && draft.evidence[0].quote.contains(said.text(hit.at.clone()))
            });
            if weight < 4 || sentence.any(&[Cue::Quoting]) && strong.is_none() || taken {
                continue;
            }
            let text = words::put_off(speech, at, sentence, hit);
            if let Some((before, found)) = out.last_mut()
                && at - *before <= 2
            {
                found.evidence.push(speech.quote(at, hit.at.clone()));
                found.evidence.truncate(3);
                continue;
            }
            out.push((
                at,
                Found {
                    detail: Detail::Deferred,
                    text,
                    evidence: vec![speech.quote(at, hit.at.clone())],
                    sure: weight >= 4,
                },
            ));
        }
    }
    out
}
