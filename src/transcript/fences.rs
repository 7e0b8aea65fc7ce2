//! The code fences of a Markdown body. It knows marks and lines, and nothing of what stands in them.

/// The code fences of a body as ranges of lines, marks included. A fence that is never closed is none.
#[derive(Debug)]
pub(super) struct Fences {
    ranges: Vec<(usize, usize)>,
    /// The mark of the one that is never closed.
    unclosed: Option<usize>,
    /// Whether what stands inside is read as if there were no fence.
    see_through: bool,
}

impl Fences {
    /// Finds the fences among these lines.
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut ranges = Vec::new();
        let mut open: Option<(usize, &str)> = None;
        for (index, line) in lines.enumerate() {
            let line = line.trim();
            let Some(mark @ (b'`' | b'~')) = line.as_bytes().first() else {
                continue;
            };
            let length = line.bytes().take_while(|byte| byte == mark).count();
            if length < 3 {
                continue;
            }
            match open {
                Some((from, fence)) => {
                    if line.starts_with(fence) && line.len() == length {
                        ranges.push((from, index));
                        open = None;
                    }
                }
                // Backticks later in the line make it code in a sentence.
                None if *mark == b'`' && line[length..].contains('`') => {}
                None => open = Some((index, &line[..length])),
            }
        }
        Self {
            ranges,
            unclosed: open.map(|(from, _)| from),
            see_through: false,
        }
    }

    /// The same fences, through which one looks.
    pub(super) fn see_through(self) -> Self {
        Self {
            see_through: true,
            ..self
        }
    }

    /// The largest fence as the indices of its marks; of one that is never closed the end is the body's.
    pub(super) fn largest(&self, lines: usize) -> Option<(usize, usize)> {
        let unclosed = self.unclosed.map(|from| (from, lines));
        let all = self.ranges.iter().copied().chain(unclosed);
        all.max_by_key(|(from, to)| to - from)
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// How many lines stand inside of fences.
    pub(super) fn lines(&self) -> usize {
        self.ranges
            .iter()
            .map(|(from, to)| (to - from).saturating_sub(1))
            .sum()
    }

    fn around(&self, line: usize) -> Option<(usize, usize)> {
        let after = self.ranges.partition_point(|(from, _)| *from <= line);
        let range = *self.ranges.get(after.checked_sub(1)?)?;
        (line <= range.1).then_some(range)
    }

    /// Whether the line is part of a fence that hides it.
    pub(super) fn holds(&self, line: usize) -> bool {
        !self.see_through && self.around(line).is_some()
    }

    /// Whether the line begins or ends a fence.
    pub(super) fn is_mark(&self, line: usize) -> bool {
        self.around(line)
            .is_some_and(|(from, to)| line == from || line == to)
    }
}
