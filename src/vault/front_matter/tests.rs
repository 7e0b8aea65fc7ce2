//! Front matter as owners write it, broken, odd and hostile.

use proptest::prelude::*;

use super::*;

fn read(yaml: &str) -> FrontMatter {
    FrontMatter::parse(yaml, 2).unwrap()
}

#[test]
fn a_document_is_cut_at_its_second_fence() {
    let text = "\u{feff}---\r\ndate: 2026-06-18\r\nperson: Sally\r\n--- \r\nHello\r\n";
    let split = split(text);
    assert_eq!(split.front_matter.text("date"), Some("2026-06-18"));
    assert_eq!(split.front_matter.get("person").unwrap().line, 3);
    assert_eq!((split.body, split.body_line), ("Hello\r\n", 5));
    assert_eq!(split.fault, None);
}

#[test]
fn what_has_no_front_matter_is_all_body() {
    for text in ["", "Hello", " ---\na: b\n---\n", "----\na: b\n---\n"] {
        let split = split(text);
        assert_eq!((split.body, split.body_line), (text, 1));
        assert_eq!(split.fault, None);
    }
}

#[test]
fn broken_front_matter_leaves_the_body_and_names_its_line() {
    for (yaml, line) in [
        ("date: 2026-06-18\nperson: a: b", 3),
        ("date: 1\nperson: x\ndate: 2", 4),
        ("date: 1\n\tperson: x", 3),
        ("date: [1, 2\nperson: x", 3),
        ("just words", 2),
        ("- a\n- b", 2),
        ("a:\n  b: 1\n  c: 2\n  b: 3", 5),
    ] {
        let text = format!("---\n{yaml}\n---\nbody\n");
        let split = split(&text);
        assert_eq!(split.body, "body\n", "{yaml}");
        let fault = split.fault.unwrap();
        assert_eq!(fault.line, line, "{yaml}: {fault:?}");
        assert!(split.front_matter.fields().is_empty());
    }
    let open = split("---\ndate: 1\nSally: hello\n");
    assert_eq!((open.body, open.body_line), ("date: 1\nSally: hello\n", 2));
    assert_eq!(open.fault.unwrap().line, 1);
}

#[test]
fn values_stand_as_they_are_written() {
    let matter = read(
        "a: 1.10\nb: 0x1F\nc: 12345678901234567890123\nd: 2026-06-18\ne: yes\nf: true\ng:\nh: \"0012\"\n\
         i: [31, 1.0]\n2026: !x 5\nj: 16:30\nk: 1_000\nl: 1e3\nm: ~",
    );
    let seen: Vec<(&str, Option<String>)> = matter
        .fields()
        .iter()
        .map(|field| (field.key.as_str(), field.value.as_text()))
        .collect();
    let expected = [
        ("a", Some("1.10")),
        ("b", Some("0x1F")),
        ("c", Some("12345678901234567890123")),
        ("d", Some("2026-06-18")),
        ("e", Some("yes")),
        ("f", Some("true")),
        ("g", None),
        ("h", Some("0012")),
        ("i", None),
        ("2026", Some("5")),
        ("j", Some("16:30")),
        ("k", Some("1_000")),
        ("l", Some("1e3")),
        ("m", None),
    ];
    assert_eq!(
        seen,
        expected.map(|(key, value)| (key, value.map(str::to_owned)))
    );
    assert_eq!(matter.texts("i"), ["31", "1.0"]);
}

#[test]
fn wikilinks_without_quotes_are_links_again() {
    let matter = read(
        "person: [[Sally Chen]]\nattendees:\n  - [[people/bo|Bo]]\n  - \"[[Ana]]\"\n  - Cy\n  -\nflow: [[[A]], [[B]]]\n\
         two: [[A], [B]]\none: Dana\nnone:\ncomma: [[Last, First]]",
    );
    assert_eq!(
        matter.get("person").unwrap().value.as_text().as_deref(),
        Some("[[Sally Chen]]")
    );
    for (key, texts) in [
        ("person", vec!["[[Sally Chen]]"]),
        ("attendees", vec!["[[people/bo|Bo]]", "[[Ana]]", "Cy"]),
        ("flow", vec!["[[A]]", "[[B]]"]),
        ("two", vec!["[[A]]", "[[B]]"]),
        ("one", vec!["Dana"]),
        ("none", vec![]),
        ("comma", vec!["[[Last, First]]"]),
        ("absent", vec![]),
    ] {
        assert_eq!(matter.texts(key), texts, "{key}");
    }
}

#[test]
fn keys_keep_their_lines_at_every_depth() {
    let matter = read(
        "# the company\ncompany:\n  name: Lee Mills\n  goal: |\n    name: not this\n    more\n  \"head count\": 45\n\
         list:\n- a: 1\n  b: 2\n- a: 3\nflow: {x: 1, y: 2}\nlast: 1\n",
    );
    let line = |field: &Field| field.line;
    assert_eq!(
        matter.fields().iter().map(line).collect::<Vec<_>>(),
        [3, 9, 13, 14]
    );
    let Value::Map(company) = &matter.fields()[0].value else {
        panic!("a map");
    };
    assert_eq!(company.iter().map(line).collect::<Vec<_>>(), [4, 5, 8]);
    let Value::List(list) = &matter.fields()[1].value else {
        panic!("a list");
    };
    let lines: Vec<u32> = list
        .iter()
        .flat_map(|item| match item {
            Value::Map(fields) => fields.iter().map(line).collect::<Vec<_>>(),
            _ => vec![],
        })
        .collect();
    assert_eq!(lines, [10, 11, 12]);
}

#[test]
fn hostile_front_matter_is_refused() {
    let bomb = (1..40).fold("a0: &a0 [x,x]\n".to_owned(), |bomb, level| {
        let before = level - 1;
        format!("{bomb}a{level}: &a{level} [*a{before},*a{before}]\n")
    });
    let stairs = (0..340)
        .map(|depth| format!("{}a:\n", " ".repeat(depth)))
        .collect::<Vec<_>>()
        .concat();
    for hostile in [
        format!("a: {}", "[".repeat(60_000)),
        format!("a: {}", "[\n".repeat(30_000)),
        format!("a: {}", "{a: ".repeat(15_000)),
        format!("a: {}", "[\"]\",".repeat(10_000)),
        format!("a: {}", "[ #]\n".repeat(12_000)),
        format!("a: {}", "[!!str \"]\",".repeat(5_500)),
        "- ".repeat(30_000),
        "? ".repeat(30_000),
        bomb,
        stairs,
        "x".repeat(70_000),
    ] {
        // Read at its word each of these would take minutes: the test would be seen to hang.
        assert!(
            FrontMatter::parse(&hostile, 2).is_err(),
            "{}",
            &hostile[..20]
        );
    }
    let links = "- [[a]]\n- \"it's [\"\n- don't ] [x]\n".repeat(100);
    assert_eq!(read(&format!("a:\n{links}")).texts("a").len(), 300);
}

proptest! {
    #[test]
    fn nothing_panics_and_the_body_is_the_rest(text in "(---\n)?([a-z]: ?|[\\[\\]{}'\"#&*!|>,-]|[ \t\n]|\\PC){0,60}(\n---\n)?.{0,10}") {
        let split = split(&text);
        prop_assert!(text.ends_with(split.body));
        let before = &text[..text.len() - split.body.len()];
        prop_assert_eq!(split.body_line as usize, 1 + before.matches('\n').count());
    }

    #[test]
    fn texts_in_quotes_are_read_as_written(values in proptest::collection::vec("[ -~]{1,20}", 1..6)) {
        let yaml = values.iter().enumerate()
            .map(|(n, value)| format!("k{n}: '{}'\n", value.replace('\'', "''")))
            .collect::<Vec<_>>().concat();
        let matter = read(&yaml);
        for (n, (field, value)) in matter.fields().iter().zip(&values).enumerate() {
            prop_assert_eq!(field.value.as_text(), Some(value.clone()));
            prop_assert_eq!(field.line as usize, n + 2);
        }
    }
}
