//! example-vault is demo, fixture and documentation at once: what is committed is what a build makes.

use crate::harness::VaultTest;

#[test]
fn a_build_of_the_example_changes_nothing_in_it() {
    let test = VaultTest::example();
    let committed = test.vault_bytes();
    test.ok(&["build"]);
    assert_eq!(
        test.vault_bytes().keys().collect::<Vec<_>>(),
        committed.keys().collect::<Vec<_>>()
    );
    for (path, bytes) in test.vault_bytes() {
        assert!(
            committed[&path] == bytes,
            "{path} is not what a build makes of it: run a build and commit it"
        );
    }
}

#[test]
fn its_notes_are_what_a_first_build_makes_of_the_transcripts() {
    let test = VaultTest::example();
    let committed = test.vault_bytes();
    for path in committed.keys().filter(|path| {
        ["meetings/", "agendas/", "reviews/"]
            .iter()
            .any(|folder| path.starts_with(folder))
    }) {
        std::fs::remove_file(test.place(path)).unwrap();
    }
    test.ok(&["build"]);
    for (path, bytes) in test.vault_bytes() {
        assert!(
            committed[&path] == bytes,
            "{path} is not what a first build makes"
        );
    }
}

#[test]
fn its_people_have_what_the_story_tells() {
    let test = VaultTest::example();
    let check = test.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.out);
    let status = test.ok(&["status"]);
    for name in ["Priya Raman", "Tom Okafor", "Lena Vogt", "Martin Hale"] {
        assert!(status.contains(name), "{status}");
    }
}
