//! A table of phrases, said on Monday 7 September 2026 and on Thursday 10 September 2026.

use jiff::civil::{Date, date};

use super::{Frame, find};

fn said(text: &str, today: Date) -> Option<Date> {
    let all = find(
        text,
        Frame {
            today,
            cadence_days: 7,
        },
    );
    assert!(all.len() < 2, "{text}: {all:?}");
    all.first().map(|spoken| spoken.date)
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn phrases_name_their_day() {
    let monday = date(2026, 9, 7);
    let table = [
        ("you'll have it today", (9, 7)),
        ("I'll do it tonight", (9, 7)),
        ("I'll ring this afternoon", (9, 7)),
        ("by EOD please", (9, 7)),
        ("by the end of the day", (9, 7)),
        ("I'll do it right after this", (9, 7)),
        ("before I go home", (9, 7)),
        ("tomorrow", (9, 8)),
        ("tomorrow first thing", (9, 8)),
        ("first thing tomorrow", (9, 8)),
        ("tomorrow arvo", (9, 8)),
        ("by noon tomorrow", (9, 8)),
        ("I'll get him in the morning", (9, 8)),
        ("by Wednesday", (9, 9)),
        ("Thursday", (9, 10)),
        ("on the Friday", (9, 11)),
        ("this Friday", (9, 11)),
        ("by Friday morning", (9, 11)),
        ("Monday", (9, 14)),
        ("this coming Saturday", (9, 12)),
        ("next Thursday", (9, 17)),
        ("next Monday", (9, 14)),
        ("Friday week", (9, 18)),
        ("a week on Friday", (9, 18)),
        ("Wednesday fortnight", (9, 23)),
        ("today week", (9, 14)),
        ("tomorrow week", (9, 15)),
        ("a week from today", (9, 14)),
        ("two weeks from Friday", (9, 25)),
        ("by the end of the week", (9, 11)),
        ("by the end of next week", (9, 18)),
        ("end of this week", (9, 11)),
        ("this week", (9, 11)),
        ("sometime next week", (9, 18)),
        ("the week after next", (9, 25)),
        ("Tuesday of next week", (9, 15)),
        ("next week on Tuesday", (9, 15)),
        ("in two weeks", (9, 21)),
        ("in two weeks' time", (9, 21)),
        ("in a fortnight", (9, 21)),
        ("within ten days", (9, 17)),
        ("ten days from now", (9, 17)),
        ("in a couple of weeks", (9, 21)),
        ("in a month", (10, 7)),
        ("by the fourteenth", (9, 14)),
        ("by the 14th", (9, 14)),
        ("before the thing on the 23rd", (9, 23)),
        ("the sixth", (10, 6)),
        ("by the first", (10, 1)),
        ("the twenty-first", (9, 21)),
        ("14 October", (10, 14)),
        ("October fourteenth", (10, 14)),
        ("the fourteenth of October", (10, 14)),
        ("October 14", (10, 14)),
        ("2026-10-14", (10, 14)),
        ("Friday the eleventh", (9, 11)),
        ("The Monday, the twenty-first, first thing", (9, 21)),
        ("before we meet on the fifteenth", (9, 15)),
        ("end of the month", (9, 30)),
        ("by month end", (9, 30)),
        ("at the end of next month", (10, 31)),
        ("by the end of October", (10, 31)),
        ("sometime in October", (10, 31)),
        ("end of the quarter", (9, 30)),
        ("by the end of next quarter", (12, 31)),
        ("end of Q4", (12, 31)),
        ("in Q3", (9, 30)),
        ("by the end of the year", (12, 31)),
        ("next time", (9, 14)),
        ("when we next sit down", (9, 14)),
        ("at our next one", (9, 14)),
        ("when we meet next", (9, 14)),
        ("this weekend", (9, 13)),
        ("over the weekend", (9, 13)),
        ("by Christmas", (12, 25)),
        ("on Tuesday and Wednesday", (9, 9)),
        ("a week Monday", (9, 21)),
        ("a week tomorrow", (9, 15)),
        ("a week on Tuesday", (9, 15)),
        ("Monday week", (9, 21)),
        ("a fortnight on Thursday", (9, 24)),
        ("a fortnight today", (9, 21)),
        ("the Friday after next", (9, 25)),
        ("the Tuesday of the week after next", (9, 22)),
        ("the start of next week", (9, 14)),
        ("middle of next week", (9, 16)),
        ("mid October", (10, 15)),
        ("the middle of October", (10, 15)),
        ("the beginning of next month", (10, 1)),
        ("the last Friday of the month", (9, 25)),
        ("the first Monday in October", (10, 5)),
        ("the last day of the month", (9, 30)),
        ("before the weekend", (9, 11)),
        ("by the weekend", (9, 11)),
        ("before the week's out", (9, 11)),
        ("this time next week", (9, 14)),
        ("by this time tomorrow", (9, 8)),
        ("by the time we meet", (9, 14)),
        ("by the time we next sit down", (9, 14)),
        ("before we talk again", (9, 14)),
        ("for the next one", (9, 14)),
        ("by next time", (9, 14)),
        ("before our next meeting", (9, 14)),
        ("the next time we're together", (9, 14)),
        ("I'll tell them when we come out of here", (9, 7)),
        ("as soon as you've gone", (9, 7)),
        ("before the day's out", (9, 7)),
        ("by lunchtime tomorrow", (9, 8)),
        ("by five o'clock", (9, 7)),
        ("by half past four on Thursday", (9, 10)),
        ("in a day or two", (9, 9)),
        ("in the next couple of weeks", (9, 21)),
        ("over the next two weeks", (9, 21)),
        ("Thursday, Friday at the latest", (9, 11)),
        ("by tomorrow night", (9, 8)),
        ("Monday first thing", (9, 14)),
        ("first thing Monday", (9, 14)),
        ("the following Monday", (9, 14)),
        ("by the eighth", (10, 8)),
        ("by tomorrow, the eighth", (9, 8)),
        ("Tuesday the eighth", (9, 8)),
    ];
    for (phrase, (month, day)) in table {
        assert_eq!(
            said(phrase, monday),
            Some(date(2026, month, day)),
            "{phrase}"
        );
    }
    // A day without a year is the next one, unless one has just gone by.
    for (phrase, expected) in [
        ("by 4 May", Some(date(2027, 5, 4))),
        ("in May", Some(date(2027, 5, 31))),
        ("in August", None),
        ("on 24 July", None),
    ] {
        assert_eq!(said(phrase, monday), expected, "{phrase}");
    }
    let thursday = date(2026, 9, 10);
    for (phrase, (month, day)) in [
        ("today week", (9, 17)),
        ("next Thursday", (9, 17)),
        ("Thursday", (9, 17)),
        ("tomorrow evening", (9, 11)),
        ("next week", (9, 18)),
        ("by the end of next week", (9, 18)),
    ] {
        assert_eq!(
            said(phrase, thursday),
            Some(date(2026, month, day)),
            "{phrase}"
        );
    }
}

#[test]
fn ordinary_words_are_no_dates() {
    for phrase in [
        "you may want to look",
        "they march in and march out",
        "give me a second",
        "the second one is better",
        "the first thing I noticed",
        "the fourth quarter was slow",
        "on the third floor",
        "last Friday",
        "since Monday",
        "every Tuesday",
        "Fridays are quiet",
        "of a Friday",
        "two weeks ago",
        "it took two weeks",
        "at seven in the morning",
        "at the end of the day it is his call",
        "half of the week",
        "over a third",
        "in august company",
        "it was the first of these",
        "next time you do that, ring me",
        "the week after that",
        "the start of the week was slow",
        "the last day was hard",
        "it came the next day",
        "by five or six people",
        "",
    ] {
        assert_eq!(said(phrase, date(2026, 9, 7)), None, "{phrase}");
    }
}

#[test]
fn the_phrase_is_cut_from_the_text() {
    let text = "I’ll send it by Friday the eleventh, promise";
    let all = find(
        text,
        Frame {
            today: date(2026, 9, 7),
            cadence_days: 7,
        },
    );
    assert_eq!(&text[all[0].range.clone()], "Friday the eleventh");
}
