//! The lines of a cue file to its cues: which line is an id, which gives times, which is a comment and which was said. It knows
//! neither tags nor speakers.

use std::ops::Range;

use super::clock;

/// One cue, its words still in lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cue<'a> {
    /// The line of its times, from 1.
    pub(super) line: u32,
    /// Its id, where it has one that is no number.
    pub(super) id: Option<&'a str>,
    /// When it begins; none when its times cannot be read.
    pub(super) start: Option<u64>,
    /// When it ends.
    pub(super) end: Option<u64>,
    /// Who speaks, by a comment above it.
    pub(super) note: Option<&'a str>,
    /// Its words, as indexes into [`Blocks::lines`].
    pub(super) text: Range<usize>,
}

/// A line of speech and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said<'a> {
    /// The line, from 1.
    pub(super) line: u32,
    /// Its text.
    pub(super) text: &'a str,
}

/// The cues of a file.
#[derive(Debug, Default)]
pub(super) struct Blocks<'a> {
    /// In the order of the file.
    pub(super) cues: Vec<Cue<'a>>,
    /// What was said, line by line.
    pub(super) lines: Vec<Said<'a>>,
    /// Cues that end before they begin: the first one's line, and how many.
    pub(super) backwards: Tally,
    /// Lines of times that cannot be read.
    pub(super) broken: Tally,
    /// How many cues have a number for their id.
    numbered: usize,
    /// Lines that stand between cues and were taken for words of the cue before.
    pub(super) loose: Tally,
}

/// How often something was seen, and where first.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tally {
    /// The line of the first, from 1.
    pub(super) first: u32,
    /// How many.
    pub(super) count: usize,
}

impl Tally {
    /// Counts one more.
    pub(super) fn add(&mut self, line: u32) {
        if self.count == 0 {
            self.first = line;
        }
        self.count += 1;
    }
}

/// Where the reader stands.
#[derive(Debug, Clone, Copy)]
enum At<'a> {
    /// A block may begin.
    Between,
    /// One line of a block was read that may be an id.
    Named(Said<'a>),
    /// In the words of the last cue.
    Cue,
    /// In what nobody said, until the next blank line.
    Skipped { note: bool },
}

/// Reads the blocks of a file.
pub(super) fn read<'a>(lines: impl Iterator<Item = Said<'a>>) -> Blocks<'a> {
    let mut blocks = Blocks::default();
    let mut at = At::Between;
    let mut note = None;
    for said in lines {
        at = blocks.step(at, said, &mut note);
    }
    if let At::Named(name) = at {
        blocks.loose(name);
    }
    blocks
}

impl<'a> Blocks<'a> {
    /// The words of a cue.
    pub(super) fn text(&self, cue: &Cue<'_>) -> &[Said<'a>] {
        &self.lines[cue.text.clone()]
    }

    /// Whether each cue has a number and one line of words, as Zoom writes them.
    pub(super) fn numbered_lines(&self) -> bool {
        self.numbered == self.cues.len() && self.cues.iter().all(|cue| cue.text.len() == 1)
    }

    fn step(&mut self, at: At<'a>, said: Said<'a>, note: &mut Option<&'a str>) -> At<'a> {
        let line = said.text;
        // A line that holds one space is not blank: YouTube and Meet write those inside of a cue.
        if line.is_empty() {
            if let At::Named(name) = at {
                self.loose(name);
            }
            return At::Between;
        }
        if let Some(times) = clock::times(line) {
            let id = match at {
                At::Named(name) => Some(name.text),
                At::Cue => self.take_id(),
                _ => None,
            };
            self.open(said.line, id, Some((times.start, times.end)), note.take());
            return At::Cue;
        }
        match at {
            At::Cue => {
                self.push(said);
                at
            }
            At::Skipped { note: true } => {
                *note = note_of(line).or(*note);
                at
            }
            At::Skipped { note: false } => at,
            _ if clock::broken_times(line) => {
                let id = if let At::Named(name) = at {
                    Some(name.text)
                } else {
                    None
                };
                self.open(said.line, id, None, note.take());
                At::Cue
            }
            At::Between => {
                if let Some(is_note) = comment(line) {
                    if is_note {
                        *note = note_of(line[4..].trim()).or(*note);
                    }
                    return At::Skipped { note: is_note };
                }
                At::Named(said)
            }
            At::Named(name) => {
                if self.cues.is_empty() {
                    return At::Skipped { note: false };
                }
                self.loose(name);
                self.push(said);
                At::Cue
            }
        }
    }

    /// Begins a cue; times that cannot be read, and an end before the start, are counted.
    pub(super) fn open(
        &mut self,
        line: u32,
        id: Option<&'a str>,
        times: Option<(u64, u64)>,
        note: Option<&'a str>,
    ) {
        let end = times.and_then(|(start, end)| (end >= start).then_some(end));
        if times.is_none() {
            self.broken.add(line);
        } else if end.is_none() {
            self.backwards.add(line);
        }
        let from = self.lines.len();
        self.numbered += usize::from(id.is_some_and(is_number));
        self.cues.push(Cue {
            line,
            id: id.filter(|id| !is_number(id)),
            start: times.map(|(start, _)| start),
            end,
            note,
            text: from..from,
        });
    }

    /// Adds a line to the last cue.
    pub(super) fn push(&mut self, said: Said<'a>) {
        if let Some(cue) = self.cues.last_mut() {
            self.lines.push(said);
            cue.text.end += 1;
        }
    }

    /// A line with no times of its own, after a blank line: words of the cue before it, since a blank line within speech ends a cue.
    fn loose(&mut self, said: Said<'a>) {
        if !self.cues.is_empty() && !is_number(said.text) {
            self.loose.add(said.line);
            self.push(said);
        }
    }

    /// Without a blank line between cues the last line of one is the id of the next, where it looks like an id.
    fn take_id(&mut self) -> Option<&'a str> {
        let cue = self.cues.last_mut()?;
        let last = self.lines.last().filter(|_| !cue.text.is_empty())?.text;
        if !is_number(last) && super::teams::utterance(last).is_none() {
            return None;
        }
        cue.text.end -= 1;
        self.lines.pop();
        Some(last)
    }
}

fn is_number(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a line opens a block that nobody said, and whether that is a comment. A second header stands where files were joined.
fn comment(line: &str) -> Option<bool> {
    let opens = |word: &str| {
        line.strip_prefix(word)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
    };
    if opens("NOTE") {
        Some(true)
    } else {
        ["WEBVTT", "STYLE", "REGION"]
            .into_iter()
            .any(opens)
            .then_some(false)
    }
}

/// The speaker whom a comment names: `Speaker 1`, `Speaker: Sally`.
fn note_of(text: &str) -> Option<&str> {
    let text = text.trim();
    let rest = ["Speaker", "speaker", "SPEAKER"]
        .into_iter()
        .find_map(|word| text.strip_prefix(word))?;
    if let Some(name) = rest.trim_start().strip_prefix(':') {
        return Some(name.trim()).filter(|name| !name.is_empty());
    }
    let number = rest.trim_start_matches([' ', '_', '#']);
    let numbered = !number.is_empty() && number.len() < 4 && is_number(number);
    numbered.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cues(text: &str) -> (Vec<(u32, Option<u64>, String)>, Blocks<'_>) {
        let lines = text.split('\n').zip(1..);
        let blocks = read(lines.map(|(text, line)| Said { line, text }));
        let told = blocks
            .cues
            .iter()
            .map(|cue| {
                let words: Vec<&str> = blocks.text(cue).iter().map(|said| said.text).collect();
                (cue.line, cue.start, words.join("|"))
            })
            .collect();
        (told, blocks)
    }

    #[test]
    fn comments_styles_ids_and_headers_are_not_speech() {
        let (told, _) = cues(
            "WEBVTT - a title\nKind: captions\n\nSTYLE\n::cue {\n}\n\nNOTE Confidence: 0.8\n\nintro\n00:01.000 --> 00:02.000\nHello\nNOTE this was said\n\nNOTE\nnot\nsaid\n\n2\n00:02.000 --> 00:03.000\nthere\n",
        );
        assert_eq!(
            told,
            [
                (11, Some(1_000), "Hello|NOTE this was said".into()),
                (20, Some(2_000), "there".into())
            ]
        );
    }

    #[test]
    fn cues_without_blank_lines_between_are_parted() {
        let (told, _) = cues(
            "1\n00:01,000 --> 00:02,000\nHello\n2\n00:02,000 --> 00:03,000\n42\n\n3\n00:03,000 --> 00:04,000\na --> b\n",
        );
        assert_eq!(
            told,
            [
                (2, Some(1_000), "Hello".into()),
                (5, Some(2_000), "42".into()),
                (9, Some(3_000), "a --> b".into())
            ]
        );
    }

    #[test]
    fn words_after_a_blank_line_are_kept_and_told() {
        let (told, blocks) = cues(
            "1\n00:01,000 --> 00:02,000\nHello\n\nthere\nagain\n\n2\n00:09,000 --> 00:08,000\nBye\n\nthe end\n",
        );
        assert_eq!(told[0].2, "Hello|there|again");
        assert_eq!(told[1].2, "Bye|the end");
        assert_eq!(blocks.loose, Tally { first: 5, count: 2 });
        assert_eq!(blocks.backwards, Tally { first: 9, count: 1 });
        assert_eq!(blocks.cues[1].end, None);
    }

    #[test]
    fn a_time_that_cannot_be_read_keeps_its_words() {
        let (told, blocks) = cues("WEBVTT\n\n1\n00:00:!!.000 --> 00:00:03.000\nHello\n");
        assert_eq!(told, [(4, None, "Hello".into())]);
        assert_eq!(blocks.broken, Tally { first: 4, count: 1 });
    }

    #[test]
    fn a_comment_names_the_speaker_of_the_next_cue() {
        let (_, blocks) = cues(
            "WEBVTT\n\nNOTE Speaker 1\n\n00:01.000 --> 00:02.000\nHello\n\nNOTE\nSpeaker: Priya\n\n00:02.000 --> 00:03.000\nHi\n\nNOTE Speakers are many\n\n00:03.000 --> 00:04.000\nBye\n",
        );
        let notes: Vec<_> = blocks.cues.iter().map(|cue| cue.note).collect();
        assert_eq!(notes, [Some("Speaker 1"), Some("Priya"), None]);
    }
}
