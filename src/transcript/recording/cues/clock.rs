//! The line that gives a cue its times, in all three writings: `00:03.100 --> 00:05.400`, `00:00:03,100 --> 00:00:05,400` and
//! `0:00:03.100,0:00:05.400`. It knows nothing of the lines around it.

/// When a cue begins and ends, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Times {
    /// When it begins.
    pub(super) start: u64,
    /// When it ends.
    pub(super) end: u64,
}

/// The two times of a line that holds nothing else but settings.
pub(super) fn times(line: &str) -> Option<Times> {
    if !could_be_times(line) {
        return None;
    }
    let (start, rest) = time(line.trim_start().as_bytes())?;
    let blank = skip_blanks(rest);
    let (end, rest) = if let Some(rest) = blank.strip_prefix(b"-->") {
        time(skip_blanks(rest))?
    } else {
        time(rest.strip_prefix(b",")?)?
    };
    // What follows is settings, which stand apart from the time.
    let apart = rest
        .first()
        .is_none_or(|byte| byte.is_ascii_whitespace() || *byte == 0xC2);
    apart.then_some(Times { start, end })
}

/// Whether a line was meant to give times although they cannot be read: a digit, an arrow, a digit.
pub(super) fn broken_times(line: &str) -> bool {
    let digit = |text: &str| text.trim().bytes().any(|byte| byte.is_ascii_digit());
    could_be_times(line)
        && line.split_once("-->").is_some_and(|(from, to)| {
            digit(from) && digit(to) && !from.contains(char::is_alphabetic)
        })
}

/// Nearly every line of speech leaves here: a line of times begins with a digit.
fn could_be_times(line: &str) -> bool {
    let bytes = line.as_bytes();
    match bytes.first() {
        Some(byte) if byte.is_ascii_digit() => true,
        Some(b' ' | b'\t') => line.trim_start().starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}

/// `[h:]m:s[.fraction]` at the beginning, and what follows it. The fraction is a decimal one: `.5` is half a second.
fn time(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let (first, rest) = number(bytes)?;
    let (second, rest) = number(rest.strip_prefix(b":")?)?;
    let (seconds, rest) = match rest.strip_prefix(b":") {
        Some(rest) => {
            let (third, rest) = number(rest)?;
            (minutes(first, second)? * 60 + third, rest)
        }
        None => (first * 60 + second, rest),
    };
    let whole = seconds.checked_mul(1000)?;
    let Some((b'.' | b',', digits)) = rest.split_first() else {
        return Some((whole, rest));
    };
    let length = digits
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    // `0:00:03,0:00:05` has no fraction: the comma stands between two times.
    if length == 0 || digits.get(length) == Some(&b':') {
        return Some((whole, rest));
    }
    let thousandths = (0..3).fold(0, |sum, place| {
        let digit = if place < length {
            digits[place] - b'0'
        } else {
            0
        };
        sum * 10 + u64::from(digit)
    });
    Some((whole + thousandths, &digits[length..]))
}

fn minutes(hours: u64, minutes: u64) -> Option<u64> {
    hours.checked_mul(60)?.checked_add(minutes)
}

/// A number of up to nine digits; more are no time.
fn number(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let length = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    if !(1..=9).contains(&length) {
        return None;
    }
    let value = bytes[..length]
        .iter()
        .fold(0, |sum, byte| sum * 10 + u64::from(byte - b'0'));
    Some((value, &bytes[length..]))
}

fn skip_blanks(bytes: &[u8]) -> &[u8] {
    bytes.trim_ascii_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_writing_of_times_is_read() {
        for (line, start, end) in [
            ("00:00:03.100 --> 00:00:05.400", 3_100, 5_400),
            (
                "00:03.100 --> 00:05.400 align:start position:0%",
                3_100,
                5_400,
            ),
            ("00:00:03,100-->00:00:05,400", 3_100, 5_400),
            (" 1:02:03.5 -->\t100:00:00.05", 3_723_500, 360_000_050),
            ("0:00:03.120,0:00:05.400", 3_120, 5_400),
            ("0:00:03,0:00:05", 3_000, 5_000),
            ("00:00:03 --> 00:00:05", 3_000, 5_000),
            ("00:00:03.123456 --> 00:00:05.9", 3_123, 5_900),
        ] {
            assert_eq!(times(line), Some(Times { start, end }), "{line}");
        }
    }

    #[test]
    fn speech_with_arrows_is_no_time() {
        for line in [
            "a --> b",
            "3 --> 4",
            "00:01.000 --> later",
            "00:01.000 --> 00:02.000and",
            "at 00:01.000 --> 00:02.000",
            "00:01.000",
            "99999999999:00.000 --> 99999999999:01.000",
            "",
        ] {
            assert_eq!(times(line), None, "{line}");
        }
        assert!(!broken_times("00:0O:01.000 --> 00:00:02.000"));
        assert!(broken_times("00:00:0!.000 --> 00:00:02.000"));
        assert!(!broken_times("3 of them --> 4"));
    }
}
