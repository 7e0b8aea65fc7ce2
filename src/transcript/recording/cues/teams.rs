//! The cues of Teams: one utterance is cut into several cues whose ids say so. It knows those ids and nothing of the words.

use rustc_hash::FxHashMap;

use super::Piece;

/// The utterance of an id: `GUID/U` of `GUID/U-S`.
pub(super) fn utterance(id: &str) -> Option<&str> {
    let (guid, rest) = id.trim().split_once('/')?;
    let (number, part) = rest.split_once('-')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let length = guid.len() + 1 + number.len();
    (is_guid(guid) && digits(number) && digits(part)).then(|| &id.trim()[..length])
}

/// `7f1c2a30-5b8e-4a11-9c77-0d2e4b6f8a01`: the whole id of a cue in older files, and the beginning of one in newer.
pub(super) fn is_guid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Joins the pieces of one utterance: the first one's start, the last one's end, a space between the words. Another voice under the
/// same id stays by itself.
pub(super) fn join(pieces: Vec<Piece<'_>>) -> Vec<Piece<'_>> {
    let mut whole: Vec<Piece<'_>> = Vec::with_capacity(pieces.len());
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    for piece in pieces {
        let known = piece.utterance.and_then(|id| places.get(id).copied());
        if let Some(first) = known.and_then(|place| whole.get_mut(place))
            && first.voice == piece.voice
        {
            let text = first.text.to_mut();
            text.push(' ');
            text.push_str(&piece.text);
            first.end = piece.end.max(first.end);
            continue;
        }
        if let Some(id) = piece.utterance {
            places.insert(id, whole.len());
        }
        whole.push(piece);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_names_its_utterance() {
        let guid = "7f1c2a30-5b8e-4a11-9c77-0d2e4b6f8a01";
        assert_eq!(
            utterance(&format!("{guid}/7-0")),
            Some(format!("{guid}/7").as_str())
        );
        assert!(is_guid(guid));
        for other in [
            "7",
            "a/7-0",
            guid,
            &format!("{guid}/7"),
            &format!("{guid}/7-x"),
        ] {
            assert_eq!(utterance(other), None, "{other}");
        }
    }
}
