//! One hash for everything: what a file held, what a note was made from.

use sha2::{Digest, Sha256};

/// The SHA-256 of some bytes, lower-case hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes)
        .iter()
        .fold(String::with_capacity(64), |mut out, byte| {
            let _ = write!(out, "{byte:02x}");
            out
        })
}
