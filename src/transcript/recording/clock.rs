//! Times of day and times into a recording, as headers carry them. It knows digits and colons, and no format.

const SECOND: u64 = 1000;
const MINUTE: u64 = 60 * SECOND;
const HOUR: u64 = 60 * MINUTE;

/// `9:28`, `09:28:44` or `1:02:03` in milliseconds; nothing else may stand there.
pub(super) fn offset(text: &str) -> Option<u64> {
    let mut parts = text.split(':');
    let (first, second) = (two_digits(parts.next()?)?, parts.next()?);
    let third = parts.next();
    if parts.next().is_some() || second.len() != 2 || third.is_some_and(|third| third.len() != 2) {
        return None;
    }
    let second = two_digits(second)?;
    match third {
        None => (second < 60).then_some(first * MINUTE + second * SECOND),
        Some(third) => {
            let third = two_digits(third)?;
            (second < 60 && third < 60).then_some(first * HOUR + second * MINUTE + third * SECOND)
        }
    }
}

/// Hours, minutes and seconds in milliseconds, whatever their size; none where the sum is no time any more.
pub(super) fn sum(hours: u64, minutes: u64, seconds: u64, milliseconds: u64) -> Option<u64> {
    hours
        .checked_mul(HOUR)?
        .checked_add(minutes.checked_mul(MINUTE)?)?
        .checked_add(seconds.checked_mul(SECOND)?)?
        .checked_add(milliseconds)
}

/// A time that stands alone on its line.
pub(super) fn alone(line: &str) -> Option<u64> {
    if !ends_in_digit(line) {
        return None;
    }
    let line = line.trim();
    // The longest is `00:00:00`; nearly all lines leave here.
    if line.len() > 8 || !line.as_bytes().first()?.is_ascii_digit() {
        return None;
    }
    offset(line)
}

/// A time at the end of a line, and what stands before it, the gap included.
pub(super) fn at_end(line: &str) -> Option<(&str, u64)> {
    if !ends_in_digit(line) {
        return None;
    }
    let line = line.trim_end();
    let is_part = |byte: &u8| byte.is_ascii_digit() || *byte == b':';
    let length = line.bytes().rev().take(9).take_while(is_part).count();
    let (before, time) = line.split_at(line.len() - length);
    Some((before, offset(time)?))
}

/// A time at the beginning of a line, and the rest of it.
pub(super) fn at_start(line: &str) -> Option<(u64, &str)> {
    if !line.as_bytes().first()?.is_ascii_digit() {
        return None;
    }
    let is_part = |byte: &u8| byte.is_ascii_digit() || *byte == b':';
    let length = line.bytes().take(9).take_while(is_part).count();
    Some((offset(&line[..length])?, &line[length..]))
}

/// Whether the last character that can be seen is a digit: the cheapest way to say that a line is no header.
fn ends_in_digit(line: &str) -> bool {
    match line.as_bytes().last() {
        None => false,
        Some(last) if last.is_ascii_digit() => true,
        Some(last) if last.is_ascii_graphic() => false,
        Some(_) => line
            .trim_end()
            .as_bytes()
            .last()
            .is_some_and(u8::is_ascii_digit),
    }
}

fn two_digits(text: &str) -> Option<u64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    (digits && (1..=2).contains(&text.len())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_to_the_millisecond() {
        for (text, milliseconds) in [
            ("0:03", Some(3_000)),
            ("11:58", Some(718_000)),
            ("1:00:02", Some(3_602_000)),
            ("09:28:44", Some(34_124_000)),
            ("75:03", Some(4_503_000)),
            ("1:2", None),
            ("1:60", None),
            ("1:61:00", None),
            ("1:02:3", None),
            ("1:02:03:04", None),
            ("100:00", None),
            ("", None),
            (":", None),
            ("٣:00", None),
        ] {
            assert_eq!(offset(text), milliseconds, "{text}");
        }
        assert_eq!(
            at_end("Dev (Guest)   11:58 "),
            Some(("Dev (Guest)   ", 718_000))
        );
        assert_eq!(at_end("Dev\u{a0}11:58\u{a0}"), Some(("Dev\u{a0}", 718_000)));
        assert_eq!(at_end("at 123456789:00"), None);
        assert_eq!(at_start("0:09 - Dev"), Some((9_000, " - Dev")));
        assert_eq!(alone(" 11:17 "), Some(677_000));
        assert_eq!(alone("00:07:08/00:42:41"), None);
        assert_eq!(sum(u64::MAX, 0, 0, 0), None);
    }
}
