//! The date of a meeting as people and tools write it, in a field, in a line, or in a file's name. No clock, and no guess between
//! day and month.

use jiff::civil::{Date, Time};

use crate::model::{VaultPath, calendar};

/// A date and, where it stands there, a time of day.
pub(super) type When = (Date, Option<Time>);

/// Reads `2026-06-18`, `2026/06/18`, `2026-06-18T09:28`, `2026-06-18 09:28:00+02:00`, `[[2026-06-18]]`, `18.06.2026`, `18 June 2026`
/// and `Thursday, June 18, 2026`.
pub fn read(text: &str) -> Option<When> {
    let text = text.trim().trim_matches(['"', '\'']);
    let text = crate::model::person::link_name(text);
    numeric(text).or_else(|| named(text))
}

fn numeric(text: &str) -> Option<When> {
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '/' | '.')))
        .unwrap_or(text.len());
    let day = parts(text[..end].trim_end_matches('.'))?;
    let rest = text[end..].trim_start_matches(['T', 't', ',']).trim();
    if rest.is_empty() {
        return Some((day, None));
    }
    Some((day, Some(time(rest)?)))
}

fn parts(text: &str) -> Option<Date> {
    let mark = text.chars().find(|c| !c.is_ascii_digit())?;
    let numbers: Vec<i16> = text
        .split(mark)
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let [first, second, third] = numbers[..] else {
        return None;
    };
    if first > 999 {
        return date(first, second, third);
    }
    if third <= 999 {
        return None;
    }
    match mark {
        '.' => date(third, second, first),
        // With slashes America writes the month first and the rest of the world the day: only one over twelve settles it.
        _ if first > 12 => date(third, second, first),
        _ if second > 12 => date(third, first, second),
        _ => None,
    }
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    let plausible = (1900..2200).contains(&year);
    let date = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    plausible.then_some(date)
}

/// Day, month's name and year in any order, words such as a weekday's name around them.
fn named(text: &str) -> Option<When> {
    if text.len() > 60 {
        return None;
    }
    let (mut day, mut month, mut year) = (None, None, None);
    for word in text.split([' ', ',', '-', '.', '/']) {
        if word.is_empty() {
            continue;
        }
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if let Ok(number) = digits.parse::<i16>() {
            let slot = if number > 99 { &mut year } else { &mut day };
            if slot.replace(number).is_some() {
                return None;
            }
        } else if let Some(found) = (1..=12).find(|month| begins_name(*month, word))
            && month.replace(i16::from(found)).is_some()
        {
            return None;
        }
    }
    Some((date(year?, month?, day?)?, None))
}

fn begins_name(month: i8, word: &str) -> bool {
    let name = calendar::month_name(month);
    word.len() >= 3
        && name
            .get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
        || month == 9 && word.eq_ignore_ascii_case("sept")
}

/// Reads `09:28`, `9:28:15.250Z`, `09:28+02:00`, `9:28 AM`. The zone is not kept: a meeting's time is where it was held.
pub(super) fn time(text: &str) -> Option<Time> {
    let text = text.trim();
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.')))
        .unwrap_or(text.len());
    let mut numbers = text[..end].split(['.']).next()?.split(':');
    let mut number = || numbers.next().map(str::parse::<i8>);
    let (mut hour, minute) = (number()?.ok()?, number()?.ok()?);
    let second = number().transpose().ok()?.unwrap_or(0);
    let rest = text[end..].trim().to_ascii_lowercase();
    match rest.split_whitespace().next() {
        Some("pm" | "p.m.") if hour < 12 => hour += 12,
        Some("am" | "a.m.") if hour == 12 => hour = 0,
        None | Some("am" | "a.m." | "pm" | "p.m." | "z" | "uhr" | "h") => {}
        Some(zone) if zone.starts_with(['+', '-']) => {}
        Some(zone) if zone.len() <= 5 && zone.bytes().all(|b| b.is_ascii_alphabetic()) => {}
        Some(_) => return None,
    }
    Time::new(hour, minute, second, 0).ok()
}

/// A date in the file's name, else in the names of its folders: `2026-06-18-sally.md`, `20260618 sally.md`, `2026/06/18 sally.md`.
pub(super) fn in_path(path: &VaultPath) -> Option<Date> {
    in_name(path.stem()).or_else(|| in_name(path.as_str()))
}

fn in_name(name: &str) -> Option<Date> {
    let bytes = name.as_bytes();
    (0..bytes.len()).find_map(|start| {
        let borders = start > 0 && bytes[start - 1].is_ascii_digit();
        if borders || !bytes[start].is_ascii_digit() {
            return None;
        }
        let (year, rest) = digits(&bytes[start..], 4)?;
        let (month, rest) = digits(after_mark(rest), 2)?;
        let (day, rest) = digits(after_mark(rest), 2)?;
        if rest.first().is_some_and(u8::is_ascii_digit) {
            return None;
        }
        date(year, month, day)
    })
}

fn digits(bytes: &[u8], count: usize) -> Option<(i16, &[u8])> {
    let (digits, rest) = bytes.split_at_checked(count)?;
    let number = std::str::from_utf8(digits).ok()?;
    let all = digits.iter().all(u8::is_ascii_digit);
    all.then(|| Some((number.parse().ok()?, rest)))?
}

fn after_mark(bytes: &[u8]) -> &[u8] {
    match bytes {
        [b'-' | b'_' | b'.' | b' ' | b'/', rest @ ..] => rest,
        _ => bytes,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time as at};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let day = date(2026, 6, 18);
        let nine = Some(at(9, 28, 0, 0));
        for (text, time) in [
            ("2026-06-18", None),
            ("\"2026-06-18\"", None),
            ("2026/06/18", None),
            ("2026-6-18", None),
            ("2026.06.18", None),
            ("[[2026-06-18]]", None),
            ("18.06.2026", None),
            ("18.6.2026.", None),
            ("06/18/2026", None),
            ("18/06/2026", None),
            ("18 June 2026", None),
            ("Thursday, June 18th, 2026", None),
            ("18-Jun-2026", None),
            ("2026-06-18T09:28", nine),
            ("2026-06-18 09:28", nine),
            ("2026-06-18 9:28 AM", nine),
            ("2026-06-18T09:28:00.000Z", nine),
            ("2026-06-18T09:28:00+02:00", nine),
            ("2026-06-18, 09:28 CEST", nine),
        ] {
            assert_eq!(read(text), Some((day, time)), "{text}");
        }
        for wrong in [
            "",
            "soon",
            "2026-13-01",
            "2026-02-30",
            "06/07/2026",
            "2026-06",
            "18 June",
            "2026-06-18 morning",
            "2026-06-18T25:00",
            "0206-06-18",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert_eq!(time("2:05 pm"), Some(at(14, 5, 0, 0)));
    }

    #[test]
    fn dates_stand_in_names() {
        for (path, day) in [
            ("transcripts/2026-06-18-sally.md", Some(date(2026, 6, 18))),
            ("t/Sally 20260618_0928.md", Some(date(2026, 6, 18))),
            ("t/2026/06/18 sally.md", Some(date(2026, 6, 18))),
            ("t/2026-06-18/sally.md", Some(date(2026, 6, 18))),
            ("t/sally 120260618.md", None),
            ("t/2026-13-18.md", None),
            ("t/sally.md", None),
        ] {
            assert_eq!(in_path(&VaultPath::new(path)), day, "{path}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics_and_every_date_is_read_back(text in "\\PC*", days in 0_i32..80_000) {
            let _ = (read(&text), time(&text), in_name(&text));
            let day = calendar::plus_days(date(1950, 1, 1), days);
            prop_assert_eq!(read(&day.to_string()), Some((day, None)));
            prop_assert_eq!(read(&calendar::long(day)), Some((day, None)));
        }
    }
}
