//! The interchange holds what its schema says, on real vaults.

use serde_json::Value;

use crate::harness::VaultTest;

#[track_caller]
fn check(test: &VaultTest) -> Value {
    let schema: Value = serde_json::from_str(&test.ok(&["export", "--schema"])).unwrap();
    let export: Value = serde_json::from_str(&test.ok(&["export", "--format", "json"])).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let wrong: Vec<String> = validator
        .iter_errors(&export)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
    export
}

#[test]
fn the_schema_holds_for_empty_small_and_large() {
    let empty = VaultTest::new();
    empty.file("throughline.yaml", "");
    check(&empty);
    let small = VaultTest::samples();
    small.ok(&["build"]);
    small.edit(
        "meetings/2026-11-02-sally-chen.md",
        "## Action items\n",
        "## Action items\n- [-] by hand\n",
    );
    small.ok(&["build"]);
    check(&small);
    let large = VaultTest::example();
    let export = check(&large);
    let schema: Value = serde_json::from_str(&large.ok(&["export", "--schema"])).unwrap();
    let mut broken = export;
    broken["meetings"][0]["actions"][0]["evidence"] = Value::Array(Vec::new());
    assert!(
        !jsonschema::validator_for(&schema)
            .unwrap()
            .is_valid(&broken)
    );
}

#[test]
fn every_quote_stands_in_its_turn_and_was_said_by_its_speaker() {
    let test = VaultTest::example();
    let export = check(&test);
    let mut quotes = 0;
    for meeting in export["meetings"].as_array().unwrap() {
        let path = meeting["path"].as_str().unwrap();
        let Some(turns) = turns(&test.read(path)) else {
            continue;
        };
        for kind in [
            "actions",
            "unclear",
            "expectations",
            "follow_ups",
            "feedback",
            "deferred",
            "maybe",
        ] {
            for evidence in meeting[kind]
                .as_array()
                .unwrap()
                .iter()
                .flat_map(|item| item["evidence"].as_array().unwrap())
            {
                let at = usize::try_from(evidence["turn"].as_u64().unwrap()).unwrap() - 1;
                let (speaker, words) = &turns[at];
                assert_eq!(
                    evidence["speaker"].as_str().unwrap(),
                    speaker,
                    "{path}, turn {}",
                    at + 1
                );
                let quote = squash(evidence["quote"].as_str().unwrap());
                assert!(
                    squash(words).contains(&quote),
                    "{path}, turn {}: {quote}",
                    at + 1
                );
                quotes += 1;
            }
        }
    }
    assert!(quotes > 200, "only {quotes} quotes were looked at");
}

/// The turns of a transcript in the style `**Name:** text` or `Name Name: text`, read in the plainest way; none of any other style.
fn turns(transcript: &str) -> Option<Vec<(String, String)>> {
    let body = transcript.splitn(3, "---\n").nth(2)?;
    let mut turns: Vec<(String, String)> = Vec::new();
    for line in body.lines().filter(|line| !line.is_empty()) {
        let bold = line
            .strip_prefix("**")
            .and_then(|rest| rest.split_once(":** "));
        let plain = line.split_once(": ").filter(|(name, _)| {
            name.split(' ').count() == 2
                && name
                    .split(' ')
                    .all(|word| word.starts_with(char::is_uppercase))
                && !name.contains('*')
        });
        match (bold.or(plain), turns.last_mut()) {
            (Some((name, text)), _) => turns.push((name.to_owned(), text.to_owned())),
            (None, Some((_, text))) => {
                text.push('\n');
                text.push_str(line);
            }
            (None, None) => return None,
        }
    }
    Some(turns)
}

fn squash(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_words_of_a_day_stand_in_a_quote() {
    let test = VaultTest::example();
    let export = check(&test);
    let meetings = export["meetings"].as_array().unwrap().iter();
    let dated: Vec<&Value> = meetings
        .flat_map(|meeting| meeting["actions"].as_array().unwrap())
        .filter(|action| !action["due"].is_null())
        .collect();
    let worded = dated
        .iter()
        .filter(|action| {
            let Some(phrase) = action["due_phrase"].as_str() else {
                return false;
            };
            let mut evidence = action["evidence"].as_array().unwrap().iter();
            assert!(
                evidence.any(|evidence| evidence["quote"].as_str().unwrap().contains(phrase)),
                "{action}"
            );
            true
        })
        .count();
    // A day that hangs on a turn whose words the quotes do not hold has none.
    assert!(worded * 10 > dated.len() * 9, "{worded} of {}", dated.len());
}
