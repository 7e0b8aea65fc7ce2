//! What a JSON file says of the meeting itself: title, day, people, and what the recorder asks somebody to do. It knows the keys that
//! services have for these, and nothing of what was said.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::super::{Moment, RecordersAction, Recording, Warning};
use super::node::Node;
use super::values::{Unit, millis, named, start, time};

/// Fills in what the file says of the meeting and is not known yet.
pub(super) fn about(root: &Node<'_>, recording: &mut Recording) {
    let holders: Vec<&Node<'_>> = [
        Some(root),
        root.at(&["data", "transcript"]),
        root.get("transcript"),
        root.get("meeting"),
        root.get("metaData"),
        root.at(&["calls", "0", "metaData"]),
    ]
    .into_iter()
    .flatten()
    .filter(|node| matches!(node, Node::Map(_)))
    .collect();
    let keys = |names: &'static [&'static str]| {
        holders
            .iter()
            .flat_map(move |holder| names.iter().filter_map(|name| holder.get(name)))
    };
    if recording.title.is_none() {
        let mut titles = keys(&["title", "meeting_title", "name"]).filter_map(Node::text);
        recording.title = titles.next().map(str::to_owned);
    }
    for begin in keys(&[
        "recording_start_time",
        "start_time",
        "started",
        "started_at",
        "start_datetime",
        "date",
        "scheduled_start_time",
        "created_at",
    ]) {
        when(Some(begin), recording);
    }
    if recording.duration.is_none() {
        recording.duration = duration(&holders);
    }
    if recording.attendees.is_empty() {
        for holder in &holders {
            recording.attendees.extend(people(holder));
        }
        let mut seen = BTreeSet::new();
        recording.attendees.retain(|name| seen.insert(name.clone()));
    }
    for holder in &holders {
        actions(holder, &mut recording.recorders_actions);
    }
}

/// How long it took: between two instants, or, as Fireflies says it, in minutes.
fn duration(holders: &[&Node<'_>]) -> Option<u64> {
    for holder in holders {
        let instant = |keys: [&str; 2]| {
            keys.iter().find_map(|key| {
                let (at, _) = moment(holder.get(key)?)?;
                at.to_zoned(TimeZone::UTC).ok()
            })
        };
        if let (Some(from), Some(to)) = (
            instant(["recording_start_time", "start_time"]),
            instant(["recording_end_time", "end_time"]),
        ) {
            let length = to.timestamp().as_millisecond() - from.timestamp().as_millisecond();
            return u64::try_from(length).ok();
        }
        if holder.get("sentences").is_some()
            && let Some(minutes) = holder.get("duration").and_then(Node::number)
        {
            return millis(minutes * 60_000.0);
        }
    }
    None
}

/// Takes the day and the time of day from an instant, unless they are known. Of one in UTC only the day is taken.
pub(super) fn when(node: Option<&Node<'_>>, recording: &mut Recording) {
    if recording.date.is_some() {
        return;
    }
    let Some(node) = node else { return };
    if let Some((at, utc)) = moment(node) {
        recording.date = Some(at.date());
        // A time of day in UTC is nobody's clock.
        recording.start = (!utc).then(|| at.time());
        // Where people work at this hour of UTC, the day may be another one.
        if utc && !(8..19).contains(&at.hour()) {
            recording.warnings.push(Warning {
                line: None,
                message: format!(
                    "the file gives its time in UTC ({} {:02}:{:02}); give the date yourself if it was another day where you are",
                    at.date(), at.hour(), at.minute()
                ),
            });
        }
    } else if let Some(day) = node.text().and_then(|text| text.parse::<Date>().ok()) {
        recording.date = Some(day);
    }
}

/// An instant, and whether it is told in UTC: `2026-06-18T09:28:40Z`, the same with an offset, or seconds or milliseconds since 1970.
fn moment(node: &Node<'_>) -> Option<(DateTime, bool)> {
    if let Some(text) = node.text()
        && text.contains('T')
    {
        if let Ok(instant) = text.parse::<Timestamp>() {
            let utc = text.ends_with(['Z', 'z']) || text.ends_with("+00:00");
            return if utc {
                Some((instant.to_zoned(TimeZone::UTC).datetime(), true))
            } else {
                text.parse().ok().map(|local| (local, false))
            };
        }
        return text.parse().ok().map(|local| (local, false));
    }
    let instant = since_1970(node.number()?)?;
    Some((instant.to_zoned(TimeZone::UTC).datetime(), true))
}

/// The beginning of this century in milliseconds since 1970: no recording is so long, so a later time counts from there.
const CENTURY: u64 = 946_684_800_000;

/// An instant in milliseconds or seconds since 1970, if it lies in this century.
fn since_1970(number: f64) -> Option<Timestamp> {
    let seconds = if number > 1e11 {
        number / 1_000.0
    } else {
        number
    };
    let ms = (946_684_800.0..4_102_444_800.0)
        .contains(&seconds)
        .then(|| millis(seconds * 1_000.0))??;
    Timestamp::from_millisecond(i64::try_from(ms).ok()?).ok()
}

/// Turns times since 1970 into times since the meeting began, or since the first of them where nothing tells its beginning.
pub(super) fn rebase(root: &Node<'_>, recording: &mut Recording) {
    let Some(first) = recording.segments.iter().filter_map(start).min() else {
        return;
    };
    if first < CENTURY {
        return;
    }
    let begin = time(root.get("start_time"), Unit::Since1970);
    let begin = begin
        .filter(|begin| (CENTURY..=first).contains(begin))
        .unwrap_or(first);
    for segment in &mut recording.segments {
        if let Moment::Exact(ms) = &mut segment.time {
            *ms = ms.saturating_sub(begin);
        }
        segment.end = segment.end.map(|end| end.saturating_sub(begin));
    }
}

/// Who was there, by name or else by address.
fn people(holder: &Node<'_>) -> Vec<String> {
    let lists = [
        "participants",
        "attendees",
        "calendar_invitees",
        "meeting_attendees",
        "parties",
    ];
    let mut all = Vec::new();
    for person in lists
        .iter()
        .filter_map(|key| holder.get(key))
        .flat_map(Node::list)
    {
        let name = match person.text() {
            Some(name) => named(name),
            None => [
                "name",
                "displayName",
                "display_name",
                "email",
                "emailAddress",
            ]
            .into_iter()
            .find_map(|key| named(person.get(key)?.text()?)),
        };
        all.extend(name);
    }
    all
}

/// Action items: a list of texts or objects, or, as Fireflies has it, a text with a line `**Name**` above each person's.
fn actions(holder: &Node<'_>, out: &mut Vec<RecordersAction>) {
    let summary = holder.get("summary");
    let found = [
        (holder, holder.get("action_items")),
        (holder, holder.get("actionItems")),
        (
            summary.unwrap_or(holder),
            summary.and_then(|summary| summary.get("action_items")),
        ),
    ];
    for (around, items) in found {
        let Some(items) = items else { continue };
        let line = around.line().unwrap_or(1);
        if let Some(text) = items.text() {
            out.extend(in_text(text, line));
            continue;
        }
        out.extend(items.list().iter().filter_map(|item| {
            let text = item.text().or_else(|| {
                ["text", "description", "title", "content"]
                    .into_iter()
                    .find_map(|key| item.get(key)?.text())
            })?;
            let owner = ["assignee", "owner"].into_iter().find_map(|key| {
                let owner = item.get(key)?;
                let name = owner.text().or_else(|| owner.get("name")?.text())?;
                named(name)
            });
            Some(RecordersAction {
                line: item.line().unwrap_or(line),
                owner,
                text: text.to_owned(),
            })
        }));
    }
}

fn in_text(text: &str, line: u32) -> Vec<RecordersAction> {
    let mut owner = None;
    let mut all = Vec::new();
    for words in text
        .lines()
        .map(str::trim)
        .filter(|words| !words.is_empty())
    {
        let name = words
            .strip_prefix("**")
            .and_then(|rest| rest.trim_end_matches(':').strip_suffix("**"));
        if let Some(name) = name {
            let name = name.trim_end_matches(':');
            owner = named(name).filter(|name| name != "Unassigned");
            continue;
        }
        all.push(RecordersAction {
            line,
            owner: owner.clone(),
            text: words.trim_start_matches(['-', '*', '•', ' ']).to_owned(),
        });
    }
    all
}
