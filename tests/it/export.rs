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
fn every_quote_stands_in_its_turn() {
    let test = VaultTest::example();
    let export = check(&test);
    let mut quotes = 0;
    for meeting in export["meetings"].as_array().unwrap() {
        let transcript = test.read(meeting["path"].as_str().unwrap());
        let words = squash(&transcript);
        for kind in [
            "actions",
            "unclear",
            "expectations",
            "follow_ups",
            "feedback",
            "deferred",
            "maybe",
        ] {
            for item in meeting[kind].as_array().unwrap() {
                for evidence in item["evidence"].as_array().unwrap() {
                    let quote = squash(evidence["quote"].as_str().unwrap());
                    assert!(words.contains(&quote), "{}: {quote}", meeting["path"]);
                    quotes += 1;
                }
            }
        }
    }
    assert!(quotes > 100, "only {quotes} quotes were looked at");
}

fn squash(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
