//! Block ids: how they are made from what was said. An id is derived once and then kept, so this can never change without breaking vaults.

use sha2::{Digest, Sha256};

use crate::model::ItemId;

const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// `tl` and the first 40 bits of the SHA-256 of the parts, each ended by a line feed, as eight base-32 characters.
pub fn mint(parts: &[&str]) -> ItemId {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update(b"\n");
    }
    let digest = hasher.finalize();
    let bits = digest
        .iter()
        .take(5)
        .fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    let mut id = String::from("tl");
    for place in (0..8).rev() {
        let digit = usize::try_from(bits >> (place * 5) & 31).unwrap_or_default();
        id.push(char::from(ALPHABET[digit]));
    }
    ItemId::parse(&id).expect("eight characters of the alphabet make an id")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_stable_for_ever() {
        let id = mint(&["action", "2026-11-16", "sally chen", "yeah i can", "0"]);
        assert_eq!(id.as_str(), "tlmsd7qfp5");
        assert_ne!(
            id,
            mint(&["action", "2026-11-16", "sally chen", "yeah i can", "1"])
        );
    }
}
