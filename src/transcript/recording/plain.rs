//! Text in which nothing says who speaks: dictation, Whisper's text, captions without names. It knows paragraphs, and times at the
//! beginning of a line or above it.

use super::super::labels::take_time;
use super::sheet::Sheet;
use super::{Format, Moment, Recording, Refusal, Segment, Warning, clock};

/// A page with a heading and fewer words than this is a note about a meeting.
const FEWEST_WORDS: usize = 100;

/// From this time of day on, `17:32:36 text` tells when it was said and not how long the recording ran.
const WALL: u64 = 4 * 3600 * 1000;

/// Reads one segment a paragraph, or one for each line that begins with a time.
pub(super) fn read(sheet: &Sheet<'_>) -> Result<Recording, Refusal> {
    if let Some(index) = sheet.lines.iter().position(|line| is_time_code(line)) {
        return Err(Refusal {
            line: Some(sheet.number(index)),
            message: "there are times in this text as in a transcript, but no form in which they stand is known"
                .into(),
            hint: "Export it once more in another format (.vtt, .srt, .docx or .txt), or begin each turn with `**Name:**`."
                .into(),
        });
    }
    let mut segments: Vec<Segment> = Vec::new();
    let (mut open, mut heading, mut pending) = (false, None, None);
    for (index, line) in sheet.lines.iter().enumerate() {
        let line = line.trim();
        if is_heading(line) {
            heading = heading.or(Some(index));
        }
        if line.is_empty() || is_heading(line) || line.starts_with("```") || is_rule(line) {
            open = false;
            continue;
        }
        if let Some(time) = clock::alone(line) {
            // A page of captions, copied, has each time above its words.
            pending = Some(time);
            open = false;
            continue;
        }
        let timed = take_time(line).filter(|(_, rest)| !rest.trim().is_empty());
        if open
            && timed.is_none()
            && let Some(last) = segments.last_mut()
        {
            last.text.push('\n');
            last.text.push_str(line);
            continue;
        }
        let (stamp, text) = timed.map_or((None, line), |(stamp, rest)| (stamp.0, rest.trim()));
        let time = stamp
            .map(|stamp| u64::from(stamp.0) * 1000)
            .or(pending.take());
        segments.push(Segment {
            line: sheet.number(index),
            speaker: None,
            time: time.map_or(Moment::Unknown, Moment::Header),
            end: None,
            text: text.to_owned(),
        });
        open = true;
    }
    let words: usize = segments
        .iter()
        .map(|segment| segment.text.split_whitespace().count())
        .sum();
    if let Some(index) = heading.filter(|_| words < FEWEST_WORDS) {
        return Err(nothing(sheet.number(index)));
    }
    let Some(first) = segments.first() else {
        return Err(nothing(sheet.number(0)));
    };
    let line = Some(first.line);
    if matches!(first.time, Moment::Header(time) if time >= WALL) {
        for segment in &mut segments {
            if let Moment::Header(time) = segment.time {
                segment.time = Moment::WallClock(time);
            }
        }
    }
    Ok(Recording {
        format: Format::Plain,
        segments,
        warnings: vec![Warning {
            line,
            message: "no line says who is speaking, so that nothing can be told about anybody; begin each turn with `**Name:**`"
                .into(),
        }],
        ..Recording::default()
    })
}

fn nothing(line: u32) -> Refusal {
    Refusal {
        line: Some(line),
        message: "this is no transcript: nothing in it says who spoke or when".into(),
        hint: "Import the file that the recorder exported, or begin each turn with `**Name:**`."
            .into(),
    }
}

/// A time behind a gap at a line's end, or two with an arrow between them: somebody wrote down when things were said.
fn is_time_code(line: &str) -> bool {
    if let Some((before, _)) = clock::at_end(line)
        && (before.ends_with("  ") || before.ends_with('\t'))
        && !before.trim().is_empty()
    {
        return true;
    }
    let digit = line
        .trim_start()
        .as_bytes()
        .first()
        .is_some_and(u8::is_ascii_digit);
    digit && line.contains(" --> ")
}

fn is_heading(line: &str) -> bool {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    (1..=6).contains(&level) && line[level..].starts_with(' ')
}

fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && (line.bytes().all(|byte| byte == b'-') || line.bytes().all(|byte| byte == b'='))
}
