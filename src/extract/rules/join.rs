//! A deed agreed over several turns is one item: requests meet their answers, and what only confirms becomes part of what it confirms.

use super::actions::{Draft, FIRM};
use super::asked::Asked;
use super::dialogue::Speech;
use super::due::turned;
use super::lexicon::{Cue, Hit};
use super::promise::Form;

/// How many turns apart the same matter is still the same promise: more than most meetings have. It keeps a transcript of a whole
/// day from comparing all with all.
const FAR: usize = 300;

/// Brings a request and what was answered together.
pub(super) fn answer(speech: &Speech<'_>, drafts: &mut Vec<Draft>, asked: &Asked) {
    // The one who was asked says it in their own words: that is the item, the request is its second receipt.
    let own = drafts
        .iter_mut()
        .filter(|draft| asked.answers.contains(&draft.at) && !asked.offer && draft.weight > -4)
        .max_by_key(|draft| (draft.form != Form::Take, draft.rich, draft.weight));
    let request = speech.quote(asked.at, asked.words.clone());
    if let Some(draft) = own {
        draft.weight += 2;
        let same = draft.rich == 0 || draft.matter.iter().any(|stem| asked.matter.contains(stem));
        let beside = asked.weight >= 4
            && draft.rich <= 1
            && asked.matter.len() >= 2
            && draft.due.is_none()
            && same;
        let dimmer = asked.wording.dim && !draft.dim;
        let pointing = draft.form == Form::Take || draft.text.starts_with("Do ");
        let blank = draft.idle && (!asked.idle || pointing);
        if !dimmer && (blank || beside || draft.form == Form::Loose && asked.weight >= 3) {
            draft.text.clone_from(&asked.wording.text);
            draft.dim = asked.wording.dim;
            draft.evidence.truncate(1);
            draft.idle = asked.idle;
            draft.rich = asked.rich;
            draft.form = Form::Deed;
        } else if draft.rich <= 1 && draft.dim && !asked.wording.dim {
            draft.text.clone_from(&asked.wording.text);
            draft.dim = asked.wording.dim;
        }
        draft.matter.extend(asked.matter.iter().copied());
        draft.hint.extend(asked.hint.iter().copied());
        if draft.due.is_none() {
            draft.due = asked.due;
        }
        draft.evidence.insert(1, request);
        draft.evidence.extend(asked.wording.rests_on.clone());
        draft.turns.push(asked.at);
        return;
    }
    let Some(agreed) = asked.agreed else { return };
    let reply = speech.quote(agreed, 0..1);
    let at = asked.at;
    let evidence = [request, reply]
        .into_iter()
        .chain(asked.wording.rests_on.clone())
        .collect();
    drafts.push(Draft {
        at,
        place: asked.place,
        owner: asked.owner.clone(),
        text: asked.wording.text.clone(),
        dim: asked.wording.dim,
        due: asked.due,
        evidence,
        turns: vec![at, agreed],
        weight: asked.weight,
        idle: asked.idle,
        rich: asked.rich,
        hint: asked.hint.clone(),
        matter: asked.matter.clone(),
        form: if asked.detail {
            Form::Loose
        } else {
            Form::Deed
        },
    });
}

/// Whether a turn opens a new matter. "I'll print it, then" does not.
fn moves_on(speech: &Speech<'_>, at: usize) -> bool {
    turned(speech, at)
        && speech.turns[at].sentences.first().is_none_or(|sentence| {
            let words = &sentence.bounds.words;
            let last = |hit: &Hit| hit.at.end == words.end && hit.at.start > words.start;
            !sentence.has(Cue::Turning) || sentence.of(Cue::Turning).any(|hit| !last(hit))
        })
}

/// Whether two things taken on in one breath are two: each has its own day, or the second is added to the first as another.
fn apart(speech: &Speech<'_>, before: &Draft, draft: &Draft) -> bool {
    let deed = |draft: &Draft| matches!(draft.form, Form::Deed | Form::Loose);
    if draft.form == Form::Take {
        return false;
    }
    let shares = draft.matter.iter().any(|stem| before.matter.contains(stem));
    let other = !draft.matter.is_empty() && !shares && deed(draft) && deed(before);
    let full = !draft.idle && !before.idle;
    let days = draft.due.is_some() && draft.due != before.due && before.due.is_some();
    let said = &speech.turns[draft.at];
    let added = said.sentences.get(draft.place).is_some_and(|sentence| {
        let first = sentence.bounds.words.start;
        matches!(said.word(first), "and" | "also" | "plus" | "oh")
    });
    (full || other) && days
        || full && other && added && draft.place != before.place && draft.rich > 0
}

/// Adds an item, or makes it part of one that it only confirms, completes or says again.
pub(super) fn join(speech: &Speech<'_>, out: &mut Vec<Draft>, draft: Draft) {
    let same_matter = |before: &Draft| {
        before.owner == draft.owner && {
            let shared = draft
                .matter
                .iter()
                .filter(|stem| before.matter.contains(stem))
                .count();
            let least = draft.matter.len().min(before.matter.len());
            let near = draft.at.saturating_sub(before.at) <= 4;
            let thin = before.idle || draft.idle || before.rich.min(draft.rich) <= 1;
            shared >= 3
                || shared >= 2 && shared * 3 >= least * 2
                || near && thin && shared >= 1 && shared * 2 >= least
        }
    };
    let near = out
        .iter()
        .rev()
        .take_while(|before| draft.at.saturating_sub(before.at) <= FAR)
        .count();
    let far = out.len() - near;
    let found = out[far..].iter().rposition(|before| {
        if before.owner != draft.owner {
            return false;
        }
        let last = before.turns.iter().max().copied().unwrap_or(before.at);
        let gap = draft.at.saturating_sub(last);
        if draft.at == before.at {
            return !apart(speech, before, &draft) || same_matter(before);
        }
        let confirms = gap <= 2
            && (draft.idle && !draft.text.starts_with("Be ") || draft.form != Form::Deed)
            && !(last + 1..=draft.at).any(|turn| moves_on(speech, turn));
        confirms || same_matter(before)
    });
    let Some(before) = found.map(|place| &mut out[far + place]) else {
        if draft.form == Form::Take && draft.matter.is_empty() && draft.weight < FIRM {
            return;
        }
        out.push(draft);
        return;
    };
    // The firmer of two sayings is the primary one.
    let one_breath = draft.at == before.at;
    let richer =
        draft.rich > before.rich && draft.form != Form::Receipt && draft.form != Form::Take;
    let dated = draft.due.is_some() || before.due.is_none();
    let told = before.form == Form::Take && draft.form == Form::Deed;
    let firmer = draft.weight >= FIRM
        && (before.weight < FIRM || told || richer && dated && (one_breath || before.idle));
    before.due = match (before.due, draft.due) {
        // "I'll do it Sunday. You'll have it Monday": due is when it is there.
        (Some(old), Some(new)) if draft.form == Form::Receipt && new > old => Some(new),
        (Some(old), Some(new)) if before.form == Form::Receipt && old > new => Some(old),
        (Some(_), Some(new)) if firmer => Some(new),
        (old, new) => old.or(new),
    };
    before.weight = before.weight.max(draft.weight);
    if firmer {
        // What was said plainly before is not forgotten for a pronoun.
        if before.dim || before.idle || !draft.dim {
            before.text = draft.text;
            before.dim = draft.dim;
        }
        before.idle = draft.idle;
        before.rich = draft.rich;
        before.form = draft.form;
        let rest = std::mem::replace(&mut before.evidence, draft.evidence);
        before.evidence.extend(rest);
        before.at = draft.at;
        before.place = draft.place;
    } else {
        before.evidence.extend(draft.evidence);
    }
    let mut seen: Vec<String> = Vec::new();
    before.evidence.retain(|piece| {
        let fresh = !seen.contains(&piece.quote);
        seen.push(piece.quote.clone());
        fresh
    });
    before.turns.extend(draft.turns);
    before.matter.extend(draft.matter);
    before.hint.extend(draft.hint);
}
