//! From a recording to turns as they will stand in a transcript: neighbouring cues of one speaker joined, times counted from the start,
//! noises left out. It changes no word, knows no people, and does not know how a transcript is written down.

use std::sync::LazyLock;

use jiff::civil::Time;
use regex::Regex;

use crate::model::Offset;

use super::recording::{Moment, RecordersAction, Recording, Refusal, Segment, Warning};

/// Two cues of one speaker are one turn below this gap: 99 % of real ones lie under 12.5 s (FORMATS 5.2).
const GAP: u64 = 30_000;

/// A turn grows no longer than this by joining, so that all of it is searched.
const LONGEST: usize = 10_000;

/// No recording is longer than a day.
const DAY: u64 = 24 * 3600 * 1000;

/// What a recorder writes where nobody speaks.
static NOISE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^(?:>>\s*)?[\[(*♪]+\s*(?:blank[ _]audio|silence|music(?: playing)?|inaudible|unintelligible|crosstalk|laughter|laughs|laughing|chuckles|applause|cough(?:s|ing)?|noise|background noise|no speech|speaker[ _]turn|sound|sighs|pause)(?: \d{1,2}(?::\d\d){1,2})?\s*[\])*♪]+\.?$",
    )
    .expect("the pattern is a constant")
});

/// What was said in a meeting, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Talk {
    /// The turns in their order.
    pub turns: Vec<Said>,
    /// The time of day at which it began, where the recording or its clock times tell.
    pub start: Option<Time>,
    /// How long it took.
    pub minutes: Option<u32>,
    /// What the recorder itself took for action items.
    pub actions: Vec<RecordersAction>,
    /// What the owner should know about the reading.
    pub warnings: Vec<Warning>,
}

/// One turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The label, one line; none where the recorder did not tell who spoke.
    pub label: Option<String>,
    /// When it began, where that is known.
    pub time: Option<Offset>,
    /// A mark that stands before this turn: what follows was said then or later.
    pub mark: Option<Offset>,
    /// The words, one line.
    pub text: String,
}

/// Makes the turns of a recording. `start` is the time of day at which it began, where the file's name tells and the file does not.
pub fn talk(recording: &Recording, start: Option<Time>) -> Result<Talk, Refusal> {
    let mut talk = Talk {
        start: recording.start.or(start),
        actions: recording.recorders_actions.clone(),
        warnings: recording.warnings.clone(),
        ..Talk::default()
    };
    let midnight = talk.start.map(since_midnight).or_else(|| {
        // Without any other clock the meeting began when the first of its words was taken down.
        let first = recording
            .segments
            .iter()
            .find_map(|segment| match segment.time {
                Moment::WallClock(time) => Some(time),
                _ => None,
            })?;
        talk.start = of_midnight(first);
        Some(first)
    });
    let mut mark = None;
    let mut backwards = None;
    let mut latest = 0;
    let mut last: Option<Open> = None;
    for segment in &recording.segments {
        let at = offset(segment.time, midnight);
        refuse_beyond_a_day(segment, at)?;
        let text = one_line(&segment.text);
        if text.is_empty() || NOISE.is_match(&text) {
            continue;
        }
        if let (Moment::Header(now), Some(Moment::Header(before))) =
            (segment.time, last.as_ref().map(|last| last.moment))
            && now < before
        {
            backwards.get_or_insert(segment.line);
        }
        let label = segment
            .speaker
            .as_deref()
            .map(one_line)
            .filter(|label| !label.is_empty());
        latest = latest.max(segment.end.or(at).unwrap_or_default());
        let is_mark = matches!(segment.time, Moment::Mark(_));
        let turn = Open {
            at: at.filter(|_| !is_mark),
            end: segment.end.or(at).filter(|_| !is_mark),
            moment: segment.time,
        };
        if let (Some(open), Some(said)) = (&mut last, talk.turns.last_mut())
            && label.is_some()
            && said.label == label
            && open.goes_on(&turn)
            && said.text.len() + text.len() < LONGEST
        {
            said.text.push(' ');
            said.text.push_str(&text);
            open.end = turn.end;
            open.moment = turn.moment;
            continue;
        }
        let passed = at.filter(|_| is_mark).filter(|at| mark != Some(*at));
        mark = passed.or(mark);
        talk.turns.push(Said {
            label,
            time: turn.at.map(seconds),
            mark: passed.map(seconds),
            text,
        });
        last = Some(turn);
    }
    if let Some(line) = backwards {
        talk.warnings.push(Warning {
            line: Some(line),
            message: "a time lies before the one above it; the order of the file was kept"
                .to_owned(),
        });
    }
    if talk.turns.is_empty() {
        return Err(Refusal {
            line: recording.segments.first().map(|segment| segment.line),
            message: "nobody says anything in this file".to_owned(),
            hint: "Look whether the recorder exported the transcript, and export it again."
                .to_owned(),
        });
    }
    let length = recording.duration.or((latest > 0).then_some(latest));
    talk.minutes = length.and_then(|length| u32::try_from((length + 30_000) / 60_000).ok());
    talk.minutes = talk.minutes.filter(|minutes| *minutes > 0);
    Ok(talk)
}

/// The last turn, as long as it may go on.
struct Open {
    at: Option<u64>,
    end: Option<u64>,
    moment: Moment,
}

impl Open {
    fn goes_on(&self, next: &Self) -> bool {
        match (self.end, next.at) {
            (Some(end), Some(at)) => at.saturating_sub(end) < GAP,
            _ => false,
        }
    }
}

fn refuse_beyond_a_day(segment: &Segment, at: Option<u64>) -> Result<(), Refusal> {
    let latest = at.max(segment.end);
    if latest.is_none_or(|time| time <= DAY) {
        return Ok(());
    }
    Err(Refusal {
        line: Some(segment.line),
        message: "this time lies more than 24 hours after the start".to_owned(),
        hint: "Correct the time, or cut the file into its meetings.".to_owned(),
    })
}

/// Milliseconds from the start, where they can be told.
fn offset(moment: Moment, midnight: Option<u64>) -> Option<u64> {
    match moment {
        Moment::Exact(time) | Moment::Header(time) | Moment::Mark(time) => Some(time),
        // A meeting may pass midnight. A clock that lies a little before the start is no day later: it is the start.
        Moment::WallClock(time) => {
            let start = midnight?;
            Some(match time.checked_sub(start) {
                Some(since) => since,
                None if start - time < DAY / 2 => 0,
                None => time + DAY - start,
            })
        }
        Moment::Unknown => None,
    }
}

fn since_midnight(time: Time) -> u64 {
    let part = |part: i8| u64::try_from(part).unwrap_or_default();
    (part(time.hour()) * 3600 + part(time.minute()) * 60 + part(time.second())) * 1000
}

fn of_midnight(time: u64) -> Option<Time> {
    let seconds = time / 1000;
    let part = |part: u64| i8::try_from(part).ok();
    Time::new(
        part(seconds / 3600)?,
        part(seconds / 60 % 60)?,
        part(seconds % 60)?,
        0,
    )
    .ok()
}

fn seconds(milliseconds: u64) -> Offset {
    Offset(u32::try_from(milliseconds / 1000).unwrap_or(u32::MAX))
}

/// The same words on one line: what breaks a line becomes one space, and no other character changes.
pub(super) fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let gap = |c: char| c == ' ' || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    for word in text.split(gap).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    let trimmed = out.trim();
    if trimmed.len() == out.len() {
        return out;
    }
    trimmed.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(speaker: &str, time: Moment, end: Option<u64>, text: &str) -> Segment {
        Segment {
            line: 7,
            speaker: (!speaker.is_empty()).then(|| speaker.to_owned()),
            time,
            end,
            text: text.to_owned(),
        }
    }

    fn of(segments: Vec<Segment>) -> Result<Talk, Refusal> {
        talk(
            &Recording {
                segments,
                ..Recording::default()
            },
            None,
        )
    }

    fn lines(talk: &Talk) -> Vec<String> {
        let line = |said: &Said| {
            let label = said.label.as_deref().unwrap_or("-");
            let time = said
                .time
                .map_or_else(|| "-".to_owned(), |time| time.to_string());
            format!("{label} {time} {}", said.text)
        };
        talk.turns.iter().map(line).collect()
    }

    #[test]
    fn cues_of_one_speaker_are_joined_below_thirty_seconds() {
        let exact = |second: u64| Moment::Exact(second * 1000);
        let talk = of(vec![
            segment("Sally", exact(3), Some(5_000), "Morning."),
            segment("Sally", exact(6), Some(8_000), "How was\nit?"),
            segment("Sally", exact(38), Some(39_000), "Hello?"),
            segment("Bo", exact(40), None, "Umm, great"),
            segment("", exact(41), None, "one"),
            segment("", exact(42), None, "two"),
        ])
        .unwrap();
        assert_eq!(
            lines(&talk),
            [
                "Sally 0:03 Morning. How was it?",
                "Sally 0:38 Hello?",
                "Bo 0:40 Umm, great",
                "- 0:41 one",
                "- 0:42 two",
            ]
        );
        assert_eq!(talk.minutes, Some(1));
    }

    #[test]
    fn turns_without_a_time_are_never_joined() {
        let talk = of(vec![
            segment("Sally", Moment::Unknown, None, "a"),
            segment("Sally", Moment::Unknown, None, "b"),
        ]);
        assert_eq!(lines(&talk.unwrap()), ["Sally - a", "Sally - b"]);
    }

    #[test]
    fn a_mark_is_no_time_of_the_turn() {
        let mark = Moment::Mark(300_000);
        let talk = of(vec![
            segment("Sally", Moment::Unknown, None, "a"),
            segment("Bo", mark, None, "b"),
            segment("Sally", mark, None, "c"),
        ])
        .unwrap();
        assert_eq!(lines(&talk), ["Sally - a", "Bo - b", "Sally - c"]);
        let marks: Vec<_> = talk.turns.iter().map(|said| said.mark).collect();
        assert_eq!(marks, [None, Some(Offset(300)), None]);
    }

    #[test]
    fn noises_alone_are_left_out_and_in_a_sentence_they_stay() {
        let talk = of(vec![
            segment("Sally", Moment::Unknown, None, "[Music]"),
            segment("Sally", Moment::Unknown, None, "(laughter)"),
            segment("Sally", Moment::Unknown, None, "[inaudible 00:01:02]"),
            segment("Sally", Moment::Unknown, None, "the [inaudible] list"),
            segment("Sally", Moment::Unknown, None, "[Sally]"),
        ]);
        let talk = talk.unwrap();
        assert_eq!(
            lines(&talk),
            ["Sally - the [inaudible] list", "Sally - [Sally]"]
        );
        let silent = of(vec![segment("Sally", Moment::Unknown, None, "[Music]")]);
        assert_eq!(silent.unwrap_err().line, Some(7));
    }

    #[test]
    fn clock_times_count_from_the_start_also_over_midnight() {
        let at = |hour: u64, minute: u64| Moment::WallClock((hour * 60 + minute) * 60_000);
        let talk = of(vec![
            segment("Sally", at(23, 50), None, "a"),
            segment("Bo", at(0, 10), None, "b"),
        ])
        .unwrap();
        assert_eq!(lines(&talk), ["Sally 0:00 a", "Bo 20:00 b"]);
        assert_eq!(talk.start, Time::new(23, 50, 0, 0).ok());
    }

    #[test]
    fn a_header_that_goes_back_is_told_once_and_more_than_a_day_is_refused() {
        let header = |second: u64| Moment::Header(second * 1000);
        let talk = of(vec![
            segment("Sally", header(60), None, "a"),
            segment("Bo", header(50), None, "b"),
            segment("Sally", header(40), None, "c"),
        ]);
        assert_eq!(talk.unwrap().warnings.len(), 1);
        let refused = of(vec![segment("Sally", header(90_000), None, "a")]).unwrap_err();
        assert_eq!(refused.line, Some(7));
    }
}
