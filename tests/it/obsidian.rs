//! What Obsidian makes of our files: the Tasks plugin finds every status and date, and every link leads to what it names.

use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;

use crate::harness::VaultTest;

/// A task as the plugin reads it.
#[derive(Debug, Default, PartialEq)]
struct Task {
    status: String,
    due: Option<String>,
    done: Option<String>,
    id: Option<String>,
}

static LINE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^([\s\t>]*)([-*+]|[0-9]+[.)]) +\[(.)\] *(.*)$").unwrap());
static BLOCK: LazyLock<Regex> = LazyLock::new(|| Regex::new(r" \^([a-zA-Z0-9-]+)$").unwrap());
static DUE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("[📅📆🗓]\u{fe0f}? *(\\d{4}-\\d{2}-\\d{2})$").unwrap());
static DONE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("✅\u{fe0f}? *(\\d{4}-\\d{2}-\\d{2})$").unwrap());
static OTHER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("([🔺⏫🔼🔽⏬]|(➕|🛫|⏳|⌛|❌)\u{fe0f}? *\\d{4}-\\d{2}-\\d{2})$").unwrap()
});
static TAG: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"(^|\s)#[^ !@#$%^&*(),.?":{}|<>]+$"#).unwrap());

/// A port of the plugin's own reading (FORMATS 7): fields are taken off the line's end, one by one; the first word that is none ends it.
fn read(line: &str) -> Option<Task> {
    let found = LINE.captures(line)?;
    let mut task = Task {
        status: found[3].to_owned(),
        ..Task::default()
    };
    let mut rest = found[4].trim_end().to_owned();
    if let Some(block) = BLOCK.captures(&rest) {
        task.id = Some(block[1].to_owned());
        let start = block.get(0).unwrap().start();
        rest.truncate(start);
    }
    for _ in 0..20 {
        rest.truncate(rest.trim_end().len());
        let (field, start) = if let Some(due) = DUE.captures(&rest) {
            (&mut task.due, due)
        } else if let Some(done) = DONE.captures(&rest) {
            (&mut task.done, done)
        } else if let Some(found) = OTHER.find(&rest).or_else(|| TAG.find(&rest)) {
            let start = found.start();
            rest.truncate(start);
            continue;
        } else {
            break;
        };
        *field = Some(start[1].to_owned());
        let start = start.get(0).unwrap().start();
        rest.truncate(start);
    }
    Some(task)
}

#[test]
fn the_port_reads_what_the_plugin_reads_and_not_what_it_does_not() {
    let seen = read(
        "- [x] Sally: write it up #task 🔼 ➕ 2026-06-18 📅 2026-06-19 ✅ 2026-06-20 ^tl3f9a2cab",
    )
    .unwrap();
    assert_eq!(
        (
            seen.status.as_str(),
            seen.due.as_deref(),
            seen.done.as_deref()
        ),
        ("x", Some("2026-06-19"), Some("2026-06-20"))
    );
    // Words behind a field hide it, as they do there.
    assert_eq!(
        read("- [ ] write it up 📅 2026-06-19 (see note)")
            .unwrap()
            .due,
        None
    );
}

#[track_caller]
fn check_tasks(test: &VaultTest) -> usize {
    let export: Value = serde_json::from_str(&test.ok(&["export"])).unwrap();
    let mut seen = 0;
    for meeting in export["meetings"].as_array().unwrap() {
        let note = test.read(meeting["note"].as_str().unwrap());
        for action in meeting["actions"].as_array().unwrap() {
            let id = action["id"].as_str().unwrap();
            let lines: Vec<&str> = note
                .lines()
                .filter(|line| line.ends_with(&format!(" ^{id}")))
                .collect();
            assert_eq!(lines.len(), 1, "{id} in {}", meeting["note"]);
            let task = read(lines[0]).unwrap_or_else(|| panic!("no task: {}", lines[0]));
            assert_eq!(task.id.as_deref(), Some(id));
            assert_eq!(task.due.as_deref(), action["due"].as_str(), "{}", lines[0]);
            let done = action["state"] == "done";
            assert_eq!(task.status == "x", done, "{}", lines[0]);
            assert_eq!(task.done.is_some(), done, "{}", lines[0]);
            seen += 1;
        }
    }
    seen
}

#[test]
fn the_tasks_plugin_finds_every_status_and_date() {
    let test = VaultTest::example();
    assert!(check_tasks(&test) > 80);
    test.ok(&["settle", "--write"]);
    check_tasks(&test);
    let tagged = VaultTest::samples();
    tagged.edit("throughline.yaml", "#  tag: task", "  tag: one-on-one");
    tagged.ok(&["build"]);
    assert!(check_tasks(&tagged) > 3);
    assert!(
        tagged
            .read("meetings/2026-11-02-sally-chen.md")
            .contains(" #one-on-one 📅 ")
    );
}

#[test]
fn every_link_leads_to_a_file_or_a_block_of_it() {
    let test = VaultTest::example();
    let link = Regex::new(r"\[\[([^\[\]|#]+)(?:#\^([A-Za-z0-9-]+))?(?:\|[^\[\]]+)?\]\]").unwrap();
    let mut links = 0;
    for (path, bytes) in test.vault_bytes() {
        if !["meetings/", "agendas/", "reviews/"]
            .iter()
            .any(|folder| path.starts_with(folder))
        {
            continue;
        }
        for found in link.captures_iter(&String::from_utf8(bytes).unwrap()) {
            // Obsidian takes an exact path from the vault's root before it looks for a name.
            let target = test.place(&format!("{}.md", &found[1]));
            assert!(target.exists(), "{path}: {}", &found[0]);
            if let Some(block) = found.get(2) {
                let text = std::fs::read_to_string(target).unwrap();
                let mark = format!(" ^{}", block.as_str());
                assert!(
                    text.lines().any(|line| line.ends_with(&mark)),
                    "{path}: {}",
                    &found[0]
                );
            }
            links += 1;
        }
    }
    assert!(links > 200, "only {links} links were looked at");
}
