//! What wrote this? Judged by content alone, never by a file's name. It knows what is typical of each format and reads none.

use serde::de::IgnoredAny;

use super::sheet::Sheet;
use super::teams::{self, arrow, head};
use super::{chat, clock, fathom, granola, meet, otter, rev, whisper, zoom};

/// Who reads the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// Any JSON.
    Json,
    /// `WebVTT`, `SubRip`, `SubViewer` and Whisper's table: pieces of text between two times.
    Cues,
    /// The oldest text of Teams.
    TeamsArrow,
    /// Teams' text since then.
    Teams,
    /// What whisper.cpp prints.
    WhisperCpp,
    /// Any chat.
    Chat,
    /// Captions that Zoom saved.
    ZoomCaption,
    /// Zoom's page, copied.
    ZoomPage,
    /// Fathom's text.
    Fathom,
    /// Otter's text.
    Otter,
    /// Rev's text.
    Rev,
    /// A note of Granola's.
    Granola,
    /// Meet's document.
    Meet,
    /// Lines with labels, or nothing but paragraphs.
    Labels,
}

/// Finds the family that reads this text. The first rule that fits decides, so that the order is part of the rules.
pub(super) fn family(sheet: &Sheet<'_>) -> Family {
    if is_json(sheet.text) {
        return Family::Json;
    }
    let first = sheet.lines.iter().find(|line| !line.trim().is_empty());
    let vtt = first
        .and_then(|line| line.strip_prefix("WEBVTT"))
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
    let table = first.is_some_and(|line| line.trim_end() == "start\tend\ttext");
    if vtt || table {
        return Family::Cues;
    }
    let census = Census::of(sheet);
    // Without a zero left out anywhere it is a cue file that lost its first line, and the name in it is found there too.
    let teams = census.teams_arrows >= 2 && census.unpadded > 0;
    if teams && census.commas == 0 && census.numbered == 0 {
        return Family::TeamsArrow;
    }
    // A cue has few lines; a page that quotes one has many.
    if census.arrows > 0 && census.arrows * 20 >= census.lines {
        return Family::Cues;
    }
    if census.whisper > 0 {
        return Family::WhisperCpp;
    }
    if chat::is_zoom(sheet) {
        return Family::Chat;
    }
    if census.captions > 0 && census.captions * 4 >= census.lines {
        return Family::ZoomCaption;
    }
    if census.alone >= 2 && zoom::pairs(&sheet.lines) >= 2 {
        return Family::ZoomPage;
    }
    census.by_header(sheet)
}

/// Whether this is JSON, whole or broken. `[00:01:02] Name: text` begins like JSON and is none.
fn is_json(text: &str) -> bool {
    let text = text.trim_start();
    let Some(inside) = text.strip_prefix(['{', '[']) else {
        return false;
    };
    let next = inside.trim_start();
    let plain = match text.as_bytes()[0] {
        b'{' => next.starts_with('"'),
        _ => next.starts_with('{'),
    };
    plain || serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// How often each thing that is typical of some format stands in a text.
#[derive(Debug, Default)]
struct Census {
    /// Lines that say something.
    lines: usize,
    arrows: usize,
    teams_arrows: usize,
    commas: usize,
    numbered: usize,
    unpadded: usize,
    whisper: usize,
    captions: usize,
    alone: usize,
    fathom: usize,
    fathom_link: bool,
    otter: usize,
    otter_trimmed: usize,
    otter_footer: bool,
    teams: usize,
    teams_words: usize,
    events: usize,
    rev: usize,
    granola: usize,
    marks: usize,
    chat: usize,
}

impl Census {
    fn of(sheet: &Sheet<'_>) -> Self {
        let mut census = Self::default();
        let mut above = "";
        for line in &sheet.lines {
            let trimmed = line.trim_end();
            let Some(last) = trimmed.bytes().next_back() else {
                continue;
            };
            census.lines += 1;
            census.count(line, trimmed, last, above);
            above = trimmed;
        }
        census
    }

    /// The first and the last byte rule out nearly everything for nearly all lines.
    fn count(&mut self, line: &str, trimmed: &str, last: u8, above: &str) {
        let first = trimmed.as_bytes()[0];
        match first {
            b'[' => {
                self.whisper += usize::from(whisper::line(line).is_some());
                self.chat += usize::from(chat::is_line(trimmed));
            }
            b'@' => self.fathom += usize::from(fathom::header(line).is_some()),
            b'V' => self.fathom_link |= fathom::is_link(line),
            b'#' => {
                self.granola += usize::from(granola::header(line).is_some());
                self.marks += usize::from(meet::mark(line).is_some());
            }
            b'*' if last == b'*' => self.marks += usize::from(meet::mark(line).is_some()),
            b'T' if otter::is_footer(line) => self.otter_footer = true,
            _ if first.is_ascii_digit() || first == b' ' => self.arrow(trimmed, above),
            _ => {}
        }
        match last {
            b'0'..=b'9' => self.timed(line, trimmed),
            b'd' | b's' => self.teams_words += usize::from(teams::words(line).is_some()),
            b'g' | b'n' => self.events += usize::from(head::event(line).is_some()),
            b':' => {
                self.rev += usize::from(rev::header(line).is_some());
                self.chat += usize::from(first != b'[' && chat::is_line(trimmed));
            }
            b'M' => self.chat += usize::from(first != b'[' && chat::is_line(trimmed)),
            _ => {}
        }
    }

    fn arrow(&mut self, line: &str, above: &str) {
        let line = line.trim_start();
        let is_time = |text: &str| {
            let text = text.trim();
            text.contains(':')
                && text
                    .bytes()
                    .next()
                    .is_some_and(|byte| byte.is_ascii_digit())
        };
        if let Some((start, end)) = line.split_once("-->") {
            if !is_time(start) || !is_time(end) {
                return;
            }
            self.arrows += 1;
            self.commas += usize::from(start.contains(','));
            if arrow::times(line).is_some() {
                self.teams_arrows += 1;
                self.unpadded += usize::from(arrow::is_unpadded(line));
                let id = above.trim();
                self.numbered +=
                    usize::from(!id.is_empty() && id.bytes().all(|b| b.is_ascii_digit()));
            }
        } else if line.len() < 40
            && let Some((start, end)) = line.split_once(',')
        {
            // SubViewer has a comma between its times.
            let full = |text: &str| {
                text.contains('.')
                    && is_time(text)
                    && text
                        .bytes()
                        .all(|b| b.is_ascii_digit() || b == b':' || b == b'.')
            };
            self.arrows += usize::from(full(start) && full(end));
        }
    }

    /// What ends in a digit could end in a time.
    fn timed(&mut self, line: &str, trimmed: &str) {
        let Some((before, _)) = clock::at_end(trimmed) else {
            return;
        };
        if before.trim().is_empty() {
            self.alone += 1;
            self.marks += usize::from(meet::mark(line).is_some());
        }
        if let Some(header) = otter::header(line) {
            self.otter += usize::from(header.complete);
            self.otter_trimmed += usize::from(!header.complete);
        }
        self.captions += usize::from(zoom::caption(line).is_some());
        let wide = before.ends_with("   ") || before.ends_with('\t');
        self.teams += usize::from(wide && teams::header(line).is_some());
        self.teams_words += usize::from(teams::words(line).is_some());
    }

    fn by_header(&self, sheet: &Sheet<'_>) -> Family {
        if self.fathom_link || self.fathom >= 2 {
            return Family::Fathom;
        }
        let otter = self.otter + self.otter_trimmed;
        if self.otter >= 3 || self.otter_trimmed >= 3 || otter >= 1 && self.otter_footer {
            return Family::Otter;
        }
        if self.teams >= 3 || self.teams >= 1 && self.events >= 1 || self.teams_words >= 3 {
            return Family::Teams;
        }
        if self.rev >= 2 {
            return Family::Rev;
        }
        if self.granola >= 2 {
            return Family::Granola;
        }
        if self.marks >= 2 || meet::is_disclaimer(sheet.text) || ends(sheet) {
            let labels = sheet
                .lines
                .iter()
                .filter(|line| meet::label(line, &[]).is_some());
            if labels.take(2).count() == 2 {
                return Family::Meet;
            }
        }
        if self.chat >= 3 && self.chat * 5 >= self.lines {
            return Family::Chat;
        }
        Family::Labels
    }
}

/// Whether some line says that the meeting ended. One look at the whole text spares one at each line.
fn ends(sheet: &Sheet<'_>) -> bool {
    sheet.text.contains(" ended after ") && sheet.lines.iter().any(|line| meet::end(line).is_some())
}
