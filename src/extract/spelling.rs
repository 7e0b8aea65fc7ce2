//! A word as a number: words are compared some hundred times each, and numbers compare fast. It knows no meanings.

/// The letters of a word. Words of up to 15 bytes are this number and no other; of longer ones it holds a hash (FNV-1a), which no two
/// words that anybody says share.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(super) struct Spelling(u128);

/// The longest word that is written out, in bytes.
const WRITTEN: usize = 15;

/// The number of a longer word has this as its highest byte, which is the length of a shorter one.
const HASHED: u128 = 0xff << 120;

impl Spelling {
    /// The number of a word.
    pub(super) fn of(word: &str) -> Self {
        Self::at(word, 0, word.len())
    }

    /// The number of the word that stands between two bytes of a text.
    pub(super) fn at(text: &str, start: usize, end: usize) -> Self {
        let (bytes, length) = (text.as_bytes(), end - start);
        if length > WRITTEN {
            let hash = bytes[start..end].iter().fold(
                0x6c62_272e_07bb_0142_62b8_2175_6295_c58d,
                |hash: u128, byte| {
                    (hash ^ u128::from(*byte))
                        .wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b)
                },
            );
            return Self(hash | HASHED);
        }
        // Reading what stands behind the word too and taking it off is faster than reading a length that is not known.
        let letters = if let Some(ahead) = bytes[start..].first_chunk() {
            u128::from_le_bytes(*ahead) & !(u128::MAX << (8 * length))
        } else {
            let mut own = [0; 16];
            own[..length].copy_from_slice(&bytes[start..end]);
            u128::from_le_bytes(own)
        };
        Self(letters | (length as u128) << 120)
    }

    /// One of 64 bits by the letters, for asking at once whether a word can be one of many.
    pub(super) fn bit(self) -> u64 {
        #[expect(clippy::cast_possible_truncation, reason = "both halves are taken")]
        let folded = (self.0 >> 64) as u64 ^ self.0 as u64;
        1 << (folded.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 58)
    }
}

#[cfg(test)]
mod tests {
    use super::Spelling;

    #[test]
    fn words_have_the_same_number_if_they_are_the_same() {
        let words = [
            "",
            "a",
            "b",
            "ab",
            "ba",
            "'ll",
            "é",
            "fifteen-letters",
            "sixteen-letters!",
            "sixteen-letters?",
        ];
        for one in words {
            for other in words {
                assert_eq!(
                    Spelling::of(one) == Spelling::of(other),
                    one == other,
                    "{one} {other}"
                );
            }
            let text = format!("so {one} and much more behind it");
            assert_eq!(Spelling::at(&text, 3, 3 + one.len()), Spelling::of(one));
        }
    }
}
