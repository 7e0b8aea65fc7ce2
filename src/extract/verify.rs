//! Law 3 for every engine: a claim stays only with quotes that stand word for word in the turns they name, said by the speakers they
//! name. It does not know how anything was found.

use super::{Extraction, Found};
use crate::model::{Detail, Evidence, Transcript};

/// The most pieces of evidence an item carries.
pub(super) const MOST: usize = 3;

/// Keeps what is proved. An item that loses its primary quote is dropped and counted; a later quote that fails is dropped and counted too.
pub fn verify(found: Vec<Found>, transcript: &Transcript) -> Extraction {
    let mut out = Extraction::default();
    for mut item in found {
        let primary_stands = item
            .evidence
            .first()
            .is_some_and(|first| transcript.holds(first));
        if !primary_stands {
            out.dropped += 1;
            continue;
        }
        // A label without a name names nobody.
        if let Detail::Action { owner, .. } = &mut item.detail {
            owner.take_if(|who| who.name.trim().is_empty());
        }
        let mut seen: Vec<Evidence> = Vec::new();
        item.evidence.retain(|piece| {
            let fresh = !seen.contains(piece);
            seen.push(piece.clone());
            fresh
        });
        let before = item.evidence.len().min(MOST);
        item.evidence.truncate(MOST);
        item.evidence.retain(|piece| transcript.holds(piece));
        out.dropped += u32::try_from(before - item.evidence.len()).unwrap_or(u32::MAX);
        out.found.push(item);
    }
    out
}
