//! Whether a transcript is good enough to measure who said what. It judges labels and words, never people, and guesses nothing.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::model::transcript::Doubt;
use crate::model::{People, Problem, Slug, Turn, VaultPath, text};

use super::speakers::{bare, is_bot};

/// Below so many words nothing is judged.
const LEAST: usize = 100;

/// Somebody is called by name so often, and hardly ever by anybody else, before labels are taken for swapped.
const CALLS: usize = 3;

/// Somebody who is spoken to: `Thanks, Sally.`, `Hi Sally`, `Sally, can you …`, `… this week, Sally?`
static CALLED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:^|[.!?]\s+)(?:(?:hi|hey|hello|thanks|thank you|cheers|good morning|morning|sorry|bye|okay|ok|so|well|right|yes|no),? )?(\p{L}+)(?:, |[!?]| [–—-])|, (\p{L}+)[.?!](?:\s|$)|(?:^|[.!?]\s+)(?:hi|hey|hello|thanks|thank you|bye),? (\p{L}+)[.,!?]")
        .expect("the pattern is a constant")
});

/// Why these turns cannot be measured by speaker; none when they can.
pub(super) fn doubt(turns: &[Turn], people: &People) -> Option<Doubt> {
    let said = |turn: &Turn| turn.text.split_whitespace().count();
    let total: usize = turns.iter().map(said).sum();
    if total < LEAST {
        return None;
    }
    let nobodys = turns.iter().filter(|turn| turn.speaker.is_none());
    let nobodys: usize = nobodys.map(said).sum();
    if nobodys * 2 > total {
        return Some(Doubt::Unattributed(nobodys * 100 / total));
    }
    let voices: BTreeSet<String> = turns
        .iter()
        .filter(|turn| !is_bot(&turn.label))
        .map(|turn| text::fold(&bare(&turn.label)))
        .collect();
    if voices.len() == 1 {
        return Some(Doubt::OneVoice(turns[0].label.clone()));
    }
    swapped(turns, people)
}

/// Two people who call themselves by name, and never each other.
fn swapped(turns: &[Turn], people: &People) -> Option<Doubt> {
    let speakers: BTreeSet<&Slug> = turns
        .iter()
        .filter_map(|turn| turn.speaker.as_ref())
        .collect();
    let [one, other] = speakers.into_iter().collect::<Vec<_>>()[..] else {
        return None;
    };
    let first = |slug: &Slug| Some(people.get(slug)?.first_name());
    let (one_written, other_written) = (first(one)?, first(other)?);
    let (one_name, other_name) = (text::fold(one_written), text::fold(other_written));
    if one_name == other_name {
        return None;
    }
    let (mut own, mut others) = (0, 0);
    for turn in turns {
        let (mine, theirs) = match &turn.speaker {
            Some(slug) if slug == one => (&one_name, &other_name),
            Some(_) => (&other_name, &one_name),
            None => continue,
        };
        // Hardly any turn calls anybody, and looking for a name is quick.
        if !turn.text.contains(one_written) && !turn.text.contains(other_written) {
            continue;
        }
        for found in CALLED.captures_iter(turn.searched()) {
            let called = found.iter().skip(1).flatten().next();
            let called = called.map(|name| text::fold(name.as_str()));
            own += usize::from(called.as_ref() == Some(mine));
            others += usize::from(called.as_ref() == Some(theirs));
        }
    }
    (own >= CALLS && own > others * 3).then_some(Doubt::Swapped)
}

/// The doubt as a problem of its file.
pub(super) fn problem(path: &VaultPath, doubt: &Doubt) -> Problem {
    let hint = match doubt {
        Doubt::Unattributed(_) => {
            format!("Say who they are: `throughline speakers {path} --set \"LABEL=NAME\"`.")
        }
        Doubt::OneVoice(_) => {
            "Export the transcript again with its speakers told apart, or split the turns by hand."
                .to_owned()
        }
        Doubt::Swapped => format!(
            "Read a few turns. If so, turn them round: `throughline speakers {path} --set \"LABEL=NAME\"`."
        ),
    };
    Problem::new(path, None, doubt.to_string(), hint)
}

#[cfg(test)]
mod tests {
    use crate::model::Person;

    use super::*;

    fn turns(said: &[(&str, Option<&str>, &str)]) -> Vec<Turn> {
        let turn = |(label, speaker, text): &(&str, Option<&str>, &str)| Turn {
            number: 1,
            label: (*label).to_owned(),
            speaker: speaker.map(Slug::new),
            text: (*text).to_owned(),
            time: None,
            line: 1,
        };
        said.iter().map(turn).collect()
    }

    fn judged(said: &[(&str, Option<&str>, &str)]) -> Option<Doubt> {
        doubt(
            &turns(said),
            &People::new([Person::named("Sally Chen"), Person::named("Dana Whitlock")]),
        )
    }

    const SALLY: Option<&str> = Some("sally-chen");
    const DANA: Option<&str> = Some("dana-whitlock");

    #[test]
    fn too_little_to_judge_is_no_doubt() {
        assert_eq!(judged(&[("Sally", SALLY, "Hello there.")]), None);
        assert_eq!(judged(&[]), None);
    }

    #[test]
    fn one_voice_and_words_of_nobody_are_doubts() {
        let long = "word ".repeat(60);
        assert_eq!(
            judged(&[("Sally", SALLY, &long), ("Sally (Guest)", SALLY, &long)]),
            Some(Doubt::OneVoice("Sally".into()))
        );
        assert_eq!(
            judged(&[("Sally", SALLY, &long), ("Dana", DANA, &long)]),
            None
        );
        assert_eq!(
            judged(&[
                ("Sally", SALLY, &long),
                ("Speaker 1", None, &long),
                ("Speaker 2", None, &long)
            ]),
            Some(Doubt::Unattributed(66))
        );
    }

    #[test]
    fn who_calls_themselves_by_name_is_somebody_else() {
        let long = "word ".repeat(60);
        let calls = "Morning, Sally. Are you well, Sally? Thanks, Sally.";
        let answers = "Hi Dana, yes. It is Sally who asks.";
        let right = [
            ("Dana", DANA, calls),
            ("Sally", SALLY, answers),
            ("Sally", SALLY, &long),
            ("Dana", DANA, &long),
        ];
        assert_eq!(judged(&right), None);
        let wrong = [
            ("Sally", SALLY, calls),
            ("Dana", DANA, answers),
            ("Sally", SALLY, &long),
            ("Dana", DANA, &long),
        ];
        assert_eq!(judged(&wrong), Some(Doubt::Swapped));
    }
}
