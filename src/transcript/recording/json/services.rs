//! The services whose speech is not one list of sentences: Gong, Rev, Amazon, Google, Deepgram and Speechmatics, and what `AssemblyAI`
//! writes without utterances. Each function takes the whole file and gives nothing if it is another's.

use rustc_hash::FxHashMap;

use super::super::{Format, Segment};
use super::node::Node;
use super::values::{Unit, id, label, named, names, segment, start, time};
use super::words::{Word, join};

#[cfg(test)]
mod tests;

/// What was found, and by whom it was written.
pub(super) type Found = Option<(Format, Vec<Segment>)>;

/// Gong: calls with turns of sentences, speakers by number, and the parties beside them.
pub(super) fn gong(root: &Node<'_>) -> Found {
    let call = root.at(&["callTranscripts", "0"])?;
    let parties = [
        root.get("parties"),
        call.get("parties"),
        root.at(&["calls", "0", "parties"]),
    ];
    let mut known: FxHashMap<String, String> = FxHashMap::default();
    for list in parties {
        known.extend(names(list, &["speakerId", "id"]));
    }
    let mut segments = Vec::new();
    for turn in call.get("transcript")?.list() {
        let speaker = turn.get("speakerId").and_then(|speaker| {
            let name = known.get(&id(speaker)?).cloned();
            name.or_else(|| label(Some(speaker)))
        });
        for sentence in turn.get("sentences").map_or(&[][..], Node::list) {
            let at = |key| time(sentence.get(key), Unit::Millis);
            let text = sentence.get("text").and_then(Node::text);
            segments.extend(
                text.and_then(|text| {
                    segment(sentence, text, speaker.clone(), at("start"), at("end"))
                }),
            );
        }
    }
    Some((Format::GongJson, segments))
}

/// Rev: monologues of elements, which are words and the marks and blanks between them.
pub(super) fn rev(root: &Node<'_>) -> Found {
    let monologues = root.get("monologues")?.list();
    let known = names(root.get("speakers"), &["id"]);
    let name = |monologue: &Node<'_>| -> Option<String> {
        if let Some(name) = monologue.at(&["speaker_info", "display_name"]) {
            return named(name.text()?);
        }
        let speaker = monologue.get("speaker")?;
        let name = known.get(&id(speaker)?).cloned();
        name.or_else(|| label(Some(speaker)))
    };
    let segments = monologues.iter().filter_map(|monologue| {
        let elements = monologue.get("elements")?.list();
        let values = elements
            .iter()
            .filter_map(|element| match element.get("value")? {
                Node::Text(text) => Some(text.as_ref()),
                _ => None,
            });
        let text: String = values.collect();
        let mut starts = elements.iter().map(|element| element.get("ts"));
        let mut ends = elements.iter().rev().map(|element| element.get("end_ts"));
        let first = starts.find_map(|at| time(at, Unit::Seconds));
        let last = ends.find_map(|at| time(at, Unit::Seconds));
        let own = |key| time(monologue.get(key), Unit::Seconds);
        segment(
            monologue,
            &text.split_whitespace().collect::<Vec<_>>().join(" "),
            name(monologue),
            first.or_else(|| own("start_time")),
            last.or_else(|| own("end_time")),
        )
    });
    Some((Format::RevJson, segments.collect()))
}

/// Amazon: words and marks, and the speaker of each word beside it or in a list of its own, found by the word's start.
pub(super) fn aws(root: &Node<'_>) -> Found {
    let results = root.get("results")?;
    results.get("transcripts")?;
    let items = results.get("items")?.list();
    let mut speakers: FxHashMap<&str, &str> = FxHashMap::default();
    let labels = results.at(&["speaker_labels", "segments"]);
    for part in labels.map_or(&[][..], Node::list) {
        for item in part.get("items").map_or(&[][..], Node::list) {
            let (at, who) = (item.get("start_time"), item.get("speaker_label"));
            if let (Some(at), Some(who)) = (at.and_then(Node::text), who.and_then(Node::text)) {
                speakers.insert(at, who);
            }
        }
    }
    let words = items.iter().filter_map(|item| {
        let at = item.get("start_time");
        let own = item.get("speaker_label").and_then(Node::text);
        let who = own.or_else(|| speakers.get(at?.text()?).copied());
        Some(Word {
            line: item.line()?,
            text: item.at(&["alternatives", "0", "content"])?.text()?.into(),
            speaker: who.and_then(named),
            start: time(at, Unit::Seconds),
            end: time(item.get("end_time"), Unit::Seconds),
            mark: is_mark(item),
        })
    });
    Some((Format::AwsJson, join(words, false)))
}

fn is_mark(item: &Node<'_>) -> bool {
    item.get("type").and_then(Node::text) == Some("punctuation")
}

/// Google: results with words. With diarisation the last result repeats all the others and alone knows the speakers.
pub(super) fn google(root: &Node<'_>) -> Found {
    let results = root.at(&["response", "results"]).or(root.get("results"))?;
    let results = results.list();
    let words = |result: &Node<'_>| -> Vec<Word> {
        let words = result.at(&["alternatives", "0", "words"]);
        let words = words.map_or(&[][..], Node::list).iter();
        words.filter_map(google_word).collect()
    };
    // Speechmatics has a list of that name too, of single words with a type.
    let is_google = |result: &Node<'_>| {
        result.at(&["alternatives", "0"]).is_some() && result.get("type").is_none()
    };
    if !results.iter().any(is_google) {
        return None;
    }
    let all: Vec<Vec<Word>> = results.iter().map(words).collect();
    let (last, before) = all.split_last()?;
    let counted: usize = before.iter().map(Vec::len).sum();
    if last.iter().any(|word| word.speaker.is_some()) && last.len() >= counted {
        return Some((Format::GoogleJson, join(last.iter().cloned(), false)));
    }
    let mut segments = Vec::new();
    for (result, words) in results.iter().zip(all) {
        if !words.is_empty() {
            segments.extend(join(words, false));
        } else if let Some(text) = result.at(&["alternatives", "0", "transcript"]) {
            segments.extend(segment(
                result,
                text.text().unwrap_or_default(),
                None,
                None,
                None,
            ));
        }
    }
    Some((Format::GoogleJson, segments))
}

fn google_word(word: &Node<'_>) -> Option<Word> {
    let either = |one, other| word.get(one).or_else(|| word.get(other));
    let at = |one, other, newest| {
        let node = either(one, other).or_else(|| word.get(newest));
        time(node, Unit::Seconds)
    };
    // The tag 0 stands on words of whose speaker nothing is known.
    let tag = either("speakerTag", "speaker_tag")
        .filter(|tag| **tag != Node::Whole(0))
        .or_else(|| either("speakerLabel", "speaker_label"));
    Some(Word {
        line: word.line()?,
        text: word.get("word")?.text()?.into(),
        speaker: label(tag),
        start: at("startTime", "start_time", "startOffset"),
        end: at("endTime", "end_time", "endOffset"),
        mark: false,
    })
}

/// Deepgram without utterances: words, their speakers beside them, or one channel for each speaker.
pub(super) fn deepgram(root: &Node<'_>) -> Found {
    let channels = root.at(&["results", "channels"])?.list();
    let several = channels.len() > 1;
    let mut segments: Vec<Segment> = Vec::new();
    for (channel, number) in channels.iter().zip(1_u32..) {
        let best = channel.at(&["alternatives", "0"]);
        let words = best.and_then(|best| best.get("words"));
        let words = words.map_or(&[][..], Node::list).iter();
        let words = words.filter_map(|word| {
            let mut word = timed_word(word, &["punctuated_word", "word"], Unit::Seconds)?;
            if several {
                word.speaker = Some(format!("Speaker {number}"));
            }
            Some(word)
        });
        segments.extend(join(words, several));
    }
    segments.sort_by_key(start);
    Some((Format::DeepgramJson, segments))
}

/// `AssemblyAI` without utterances: words alone.
pub(super) fn assembly(root: &Node<'_>) -> Found {
    root.get("audio_url")?;
    let words = root.get("words")?.list().iter();
    let words = words.filter_map(|word| timed_word(word, &["text"], Unit::Millis));
    Some((Format::AssemblyAiJson, join(words, false)))
}

fn timed_word(word: &Node<'_>, texts: &[&str], unit: Unit) -> Option<Word> {
    let text = texts.iter().find_map(|key| word.get(key)?.text())?;
    Some(Word {
        line: word.line()?,
        text: text.into(),
        speaker: label(word.get("speaker")),
        start: time(word.get("start"), unit),
        end: time(word.get("end"), unit),
        mark: false,
    })
}

/// Speechmatics: in its newer form a list of words and marks, in its older one words beside speakers.
pub(super) fn speechmatics(root: &Node<'_>) -> Found {
    if let Some(words) = root.get("words")
        && let Some(turns) = root.get("speakers")
        && words.at(&["0", "name"]).is_some()
    {
        return Some((Format::SpeechmaticsJson, older(words.list(), turns.list())));
    }
    let results = root.get("results")?.list();
    results.first()?.get("type")?;
    let words = results.iter().filter_map(|item| {
        let best = item.at(&["alternatives", "0"])?;
        Some(Word {
            line: item.line()?,
            text: best.get("content")?.text()?.into(),
            speaker: best.get("speaker").and_then(Node::text).and_then(spelled),
            start: time(item.get("start_time"), Unit::Seconds),
            end: time(item.get("end_time"), Unit::Seconds),
            mark: is_mark(item),
        })
    });
    Some((Format::SpeechmaticsJson, join(words, false)))
}

fn older(words: &[Node<'_>], turns: &[Node<'_>]) -> Vec<Segment> {
    let at = |item: &Node<'_>| time(item.get("time"), Unit::Seconds);
    let mut turns: Vec<(u64, Option<String>)> = turns
        .iter()
        .filter_map(|turn| Some((at(turn)?, spelled(turn.get("name")?.text()?))))
        .collect();
    turns.sort_by_key(|(at, _)| *at);
    let words = words.iter().filter_map(|word| {
        let begins = at(word);
        let place = turns.partition_point(|(turn, _)| begins.is_some_and(|begins| *turn <= begins));
        let who = place.checked_sub(1).and_then(|place| turns.get(place));
        let length = time(word.get("duration"), Unit::Seconds);
        let text = word.get("name")?.text()?;
        Some(Word {
            line: word.line()?,
            text: text.into(),
            speaker: who.and_then(|(_, who)| who.clone()),
            start: begins,
            end: begins.and_then(|begins| begins.checked_add(length?)),
            mark: text.chars().all(|c| c.is_ascii_punctuation()),
        })
    });
    join(words, false)
}

/// `S1`, and `F4` of older files, are somebody whom Speechmatics does not know; another name was given to it.
fn spelled(name: &str) -> Option<String> {
    let number = name.strip_prefix(['S', 'F', 'M']).unwrap_or_default();
    if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) {
        let kept = name.strip_prefix('S').unwrap_or(name);
        return Some(format!("Speaker {kept}"));
    }
    named(name)
}
