//! The example vault edited by hand in thirty ways, then every transcript read again: the diff is what the program made of the edits.
//! It is a snapshot to be read by a person: each line in it has to have a reason.

use std::fmt::Write as _;

use similar::TextDiff;

use crate::harness::VaultTest;

const PRIYA: &str = "meetings/2026-09-08-priya-raman.md";
const PRIYA_2: &str = "meetings/2026-09-22-priya-raman.md";
const TOM: &str = "meetings/2026-09-10-tom-okafor.md";
const TOM_2: &str = "meetings/2026-09-24-tom-okafor.md";
const LENA: &str = "meetings/2026-09-14-lena-vogt.md";
const LENA_2: &str = "meetings/2026-09-28-lena-vogt.md";
const MARTIN: &str = "meetings/2026-09-09-martin-hale.md";
const AGENDA: &str = "agendas/2026-11-23-lena-vogt.md";
const REVIEW: &str = "reviews/2026-H2-martin-hale.md";

/// The n-th item below a heading, its children included; a callout's lines are found by their own heading.
#[track_caller]
fn item(test: &VaultTest, path: &str, heading: &str, n: usize) -> String {
    let text = test.read(path);
    let begins = if heading.starts_with('>') {
        "> - "
    } else {
        "- "
    };
    let mut items: Vec<String> = Vec::new();
    let mut within = false;
    for line in text.lines() {
        if line.starts_with('#') || line.starts_with("> [!") {
            within = line == heading;
        } else if within && line.starts_with(begins) {
            items.push(format!("{line}\n"));
        } else if within && (line.starts_with('\t') || line.starts_with("> \t")) {
            writeln!(items.last_mut().unwrap(), "{line}").unwrap();
        }
    }
    let count = items.len();
    items
        .into_iter()
        .nth(n)
        .unwrap_or_else(|| panic!("{path} holds {count} items below {heading}:\n{text}"))
}

fn first_line(item: &str) -> &str {
    item.lines().next().unwrap()
}

/// Changes the first line of an item.
#[track_caller]
fn change(test: &VaultTest, path: &str, heading: &str, n: usize, how: impl Fn(&str) -> String) {
    let item = item(test, path, heading, n);
    let line = first_line(&item);
    let changed = how(line);
    assert_ne!(changed, line, "{path}: nothing to change");
    test.edit(path, line, &changed);
}

const ACTIONS: &str = "## Action items";

fn before_id(line: &str, words: &str) -> String {
    let (rest, id) = line.rsplit_once(" ^").unwrap();
    format!("{rest} {words} ^{id}")
}

fn boxes_and_words(test: &VaultTest) {
    // 1 to 4: boxes.
    change(test, PRIYA, ACTIONS, 0, |line| {
        before_id(&line.replacen("[ ]", "[x]", 1), "✅ 2026-09-10")
    });
    change(test, PRIYA, ACTIONS, 1, |line| {
        line.replacen("[ ]", "[x]", 1)
    });
    change(test, TOM, ACTIONS, 0, |line| {
        before_id(&line.replacen("[ ]", "[-]", 1), "❌ 2026-09-12")
    });
    change(test, TOM, ACTIONS, 1, |line| line.replacen("[ ]", "[/]", 1));
    // 5 to 9: words, owner, dates, a priority.
    change(test, LENA, ACTIONS, 0, |line| {
        line.replacen(": ", ": by my own hand, ", 1)
    });
    change(test, LENA, ACTIONS, 1, |line| {
        let (_, words) = line.split_once(": ").unwrap();
        format!("- [ ] [[people/tom-okafor|Tom]]: {words}")
    });
    change(test, MARTIN, ACTIONS, 0, |line| {
        before_id(line, "📅 2026-12-24")
    });
    let dated = (0..20)
        .find(|n| item(test, TOM_2, ACTIONS, *n).contains(" 📅 "))
        .unwrap();
    change(test, TOM_2, ACTIONS, dated, |line| {
        line.split(" 📅 ").next().unwrap().to_owned() + " ^" + line.rsplit_once('^').unwrap().1
    });
    change(test, PRIYA_2, ACTIONS, 0, |line| {
        before_id(line, "🔼").replace("🔼 📅", "📅")
    });
}

fn lines_and_places(test: &VaultTest) {
    // 10 to 15: deleted, a quote deleted, a child, a paragraph, lines by hand.
    let gone = item(test, PRIYA, ACTIONS, 2);
    test.edit(PRIYA, &gone, "");
    let quoted = item(test, TOM, ACTIONS, 2);
    test.edit(TOM, &quoted, &format!("{}\n", first_line(&quoted)));
    let commented = item(test, MARTIN, ACTIONS, 1);
    test.edit(
        MARTIN,
        &commented,
        &format!("{commented}\t- he looked at the floor when he said it\n"),
    );
    let followed = item(test, LENA_2, ACTIONS, 0);
    test.edit(
        LENA_2,
        &followed,
        &format!("{followed}\nI do not believe this one.\n\n"),
    );
    test.edit(
        TOM,
        "## Action items\n",
        "## Action items\n- [ ] Tom: Ask Gareth for his old list 📅 2026-09-18\n",
    );
    test.edit(
        LENA,
        "## Action items\n",
        "## Action items\n- [ ] Dana: Buy a second key cupboard ^tlhandmade\n",
    );
    // 16 to 19: moved within, moved to another note, a Maybe accepted, a Maybe refused.
    let (one, other) = (
        item(test, PRIYA_2, ACTIONS, 1),
        item(test, PRIYA_2, ACTIONS, 2),
    );
    test.edit(PRIYA_2, &format!("{one}{other}"), &format!("{other}{one}"));
    let moved = item(test, TOM_2, ACTIONS, 1);
    test.edit(TOM_2, &moved, "");
    test.edit(
        "meetings/2026-10-08-tom-okafor.md",
        "## Action items\n",
        &format!("## Action items\n{moved}"),
    );
    let maybe = "> [!question]- Maybe";
    let accepted = item(test, MARTIN, maybe, 0);
    test.edit(MARTIN, &accepted, "");
    test.edit(
        MARTIN,
        "## Action items\n",
        &format!("## Action items\n{}", accepted.replace("> ", "")),
    );
    let refused = item(test, LENA, maybe, 0);
    test.edit(LENA, &refused, "");
}

fn meaning_and_surroundings(test: &VaultTest) {
    // 20 to 22: a verb, a reason, a kind.
    change(test, LENA_2, "## Follow-up", 0, |line| {
        let (_, rest) = line.split_once(": ").unwrap();
        format!("- Dropped: {rest}")
    });
    change(test, TOM_2, "## Follow-up", 0, |line| {
        let (_, rest) = line.split_once(": ").unwrap();
        format!("- Missed (workload): {rest}")
    });
    change(test, TOM, "## Unclear accountability", 0, |line| {
        let (_, rest) = line.split_once(": ").unwrap();
        format!("- No measure: {rest}")
    });
    // 23 to 27: a title, a heading, line ends, front matter, the owner's own room.
    test.edit(
        PRIYA,
        "# Priya Raman, 8 September 2026",
        "# Priya, the first one after the summer",
    );
    test.edit(MARTIN, "## Unclear accountability", "## Nobody's");
    let crlf = test.read(PRIYA_2).replace('\n', "\r\n");
    test.file(PRIYA_2, crlf);
    test.edit(
        LENA,
        "date: 2026-09-14\n",
        "date: 2026-09-14\nmood: 'grey'   # mine\ntags: [one-on-one]\n",
    );
    test.edit(TOM, "## My notes\n", "## My notes\n```\n- [ ] not an item\n```\n%% - [ ] nor this %%\nHe is better than I let him be.\n");
    // 28 to 30: an agenda, a review, a note of the owner's own.
    change(test, AGENDA, "## Lena owes", 0, |line| {
        line.replacen("- ", "- First of all: ", 1)
    });
    let dropped = item(test, AGENDA, "## Lena owes", 1);
    test.edit(AGENDA, &dropped, "");
    test.edit(AGENDA, "## Mine\n", "## Mine\n- her mother's hip\n");
    let review = test.read(REVIEW);
    let paragraph = review
        .lines()
        .find(|line| line.starts_with("Work that was never spoken of"))
        .unwrap()
        .to_owned();
    test.edit(
        REVIEW,
        &paragraph,
        &paragraph.replacen("Work that", "All the work that", 1),
    );
    test.edit(
        REVIEW,
        "## In my words\n",
        "## In my words\nHe built this place.\n",
    );
    test.file(
        "meetings/2026-11-18-walk-with-martin.md",
        "---\nperson: \"[[people/martin-hale|Martin Hale]]\"\ndate: 2026-11-18\n---\n# On the towpath\n\n## Action items\n- [ ] Martin: Ring the physio 📅 2026-11-27\n",
    );
}

#[test]
fn thirty_edits_survive_and_are_taken_for_the_truth() {
    let test = VaultTest::example();
    boxes_and_words(&test);
    lines_and_places(&test);
    meaning_and_surroundings(&test);
    let edited = test.vault_bytes();
    test.ok(&["extract", "--again"]);
    test.ok(&["build"]);
    let again = test.run(&["build"]);
    assert!(
        again.err.contains("0 files and 0 pages written"),
        "{}",
        again.err
    );
    let mut diff = String::new();
    for (path, after) in test.vault_bytes() {
        let after = String::from_utf8(after).unwrap();
        let before = edited
            .get(&path)
            .map(|bytes| String::from_utf8(bytes.clone()).unwrap())
            .unwrap_or_default();
        // The merge state holds hashes of everything: a change of it says nothing.
        let words = |text: &str| text.split("%% throughline 1").next().unwrap().to_owned();
        let (before, after) = (words(&before), words(&after));
        let lines = TextDiff::from_lines(&before, &after);
        write!(
            diff,
            "{}",
            lines.unified_diff().context_radius(0).header(&path, &path)
        )
        .unwrap();
    }
    insta::assert_snapshot!(diff);
}
