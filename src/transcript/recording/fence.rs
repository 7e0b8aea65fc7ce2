//! A transcript inside a code fence, between what people wrote about the meeting. It knows fences, and hands what is inside on.

use super::super::fences::Fences;
use super::detect::{self, Family};
use super::head::Head;
use super::sheet::Sheet;
use super::turns::label;
use super::{Format, Recording, Refusal, lines, meet};

/// Reads the largest fence, if some recorder wrote what is in it and it is a good part of the page.
pub(super) fn read(sheet: &Sheet<'_>) -> Option<Result<Recording, Refusal>> {
    let fences = Fences::of(sheet.lines.iter().copied());
    let (from, to) = fences.largest(sheet.lines.len())?;
    let inside = sheet.part(from + 1..to);
    let said = |lines: &[&str]| lines.iter().filter(|line| !line.trim().is_empty()).count();
    if said(&inside.lines) * 5 < said(&sheet.lines) {
        return None;
    }
    // Lines with labels need no help: the vote looks into fences by itself. A chat may stand beside a transcript that is not fenced.
    if matches!(
        detect::family(&inside),
        Family::Labels | Family::Chat | Family::Json
    ) {
        return None;
    }
    let mut recording = match lines(&inside, &Head::default()) {
        Ok(recording) => recording,
        refused => return Some(refused),
    };
    let title = sheet.lines[..from]
        .iter()
        .find_map(|line| line.strip_prefix("# "))
        .and_then(label);
    recording.title = recording.title.or(title);
    if recording.format == Format::MeetText {
        let mut actions = meet::actions(sheet, 0..from);
        actions.append(&mut recording.recorders_actions);
        recording.recorders_actions = actions;
    }
    Some(Ok(recording))
}
