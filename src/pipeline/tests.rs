//! The owner and the program in turns: whatever is edited, whenever transcripts arrive or change, nothing of the owner's is lost and a
//! second run has nothing to do.

use std::sync::Arc;

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

const TRANSCRIPTS: [(&str, &str); 3] = [
    (
        "transcripts/2026-11-02-sally-chen.md",
        include_str!("../cli/example/2026-11-02-sally-chen.md"),
    ),
    (
        "transcripts/2026-11-09-sally-chen.md",
        include_str!("../cli/example/2026-11-09-sally-chen.md"),
    ),
    (
        "transcripts/2026-11-16-sally-chen.md",
        include_str!("../cli/example/2026-11-16-sally-chen.md"),
    ),
];

/// What the owner, or the world, does to the vault.
#[derive(Debug, Clone)]
enum Step {
    Tick(usize, usize),
    Reword(usize, usize),
    Delete(usize, usize),
    Add(usize, u16),
    AddBelow(usize, usize, u16),
    Move(usize, usize, usize),
    Reverse(usize),
    Accept(usize),
    OwnHeading(usize, usize),
    Crlf(usize),
    CutShort(usize),
    Arrive(usize),
    Speak(usize, u16),
    Again,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let note = 0_usize..5;
    let place = 0_usize..9;
    let one = prop_oneof![
        3 => (note.clone(), place.clone()).prop_map(|(note, place)| Step::Tick(note, place)),
        3 => (note.clone(), place.clone()).prop_map(|(note, place)| Step::Reword(note, place)),
        3 => (note.clone(), place.clone()).prop_map(|(note, place)| Step::Delete(note, place)),
        3 => (note.clone(), any::<u16>()).prop_map(|(note, n)| Step::Add(note, n)),
        2 => (note.clone(), place.clone(), any::<u16>()).prop_map(|(note, place, n)| Step::AddBelow(note, place, n)),
        2 => (note.clone(), place, note.clone()).prop_map(|(note, place, to)| Step::Move(note, place, to)),
        1 => note.clone().prop_map(Step::Reverse),
        2 => note.clone().prop_map(Step::Accept),
        2 => (note.clone(), 0_usize..9).prop_map(|(note, place)| Step::OwnHeading(note, place)),
        1 => note.clone().prop_map(Step::Crlf),
        1 => note.clone().prop_map(Step::CutShort),
        2 => (0_usize..3).prop_map(Step::Arrive),
        1 => (0_usize..3, any::<u16>()).prop_map(|(transcript, n)| Step::Speak(transcript, n)),
        1 => Just(Step::Again),
    ];
    proptest::collection::vec(one, 1..14)
}

/// A vault in memory, and what its owner wrote into it.
struct World {
    snapshot: Snapshot,
    own_lines: Vec<String>,
    deleted: Vec<String>,
}

impl World {
    fn new() -> Self {
        let mut world = Self {
            snapshot: Snapshot::default(),
            own_lines: Vec::new(),
            deleted: Vec::new(),
        };
        world.snapshot.config.manager = Some("Dana Whitlock".into());
        world.put(
            "people/sally-chen.md",
            include_str!("../cli/example/sally-chen.md"),
        );
        world.put(TRANSCRIPTS[2].0, TRANSCRIPTS[2].1);
        world
    }

    fn put(&mut self, path: &str, text: &str) {
        self.snapshot
            .files
            .insert(VaultPath::new(path), Arc::from(text.as_bytes()));
    }

    fn text(&self, path: &VaultPath) -> String {
        String::from_utf8(self.snapshot.files[path].to_vec()).unwrap()
    }

    /// Runs, writes, and gives what was written.
    fn run(&mut self, reading: Reading) -> usize {
        let options = Options {
            reading,
            today: date(2026, 11, 20),
        };
        let compiled = compile(&self.snapshot, options, &Silent);
        for (path, file) in &compiled.files {
            self.snapshot
                .files
                .insert(path.clone(), Arc::from(file.bytes.clone()));
        }
        compiled.files.len()
    }

    /// The n-th document that we write, if there is one.
    fn document(&self, n: usize) -> Option<VaultPath> {
        let ours = |path: &&VaultPath| {
            ["meetings", "agendas", "reviews"]
                .iter()
                .any(|folder| path.below(folder).is_some())
        };
        let all: Vec<&VaultPath> = self.snapshot.files.keys().filter(ours).collect();
        Some((*all.get(n % all.len().max(1))?).clone())
    }

    /// The n-th list item of a document with its children, and where it begins.
    fn block(text: &str, n: usize) -> Option<(usize, String)> {
        let mut blocks: Vec<(usize, String)> = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            if line.starts_with("- ") {
                blocks.push((at, line.to_owned()));
            } else if line.starts_with('\t')
                && blocks
                    .last()
                    .is_some_and(|(start, block)| start + block.len() == at)
            {
                blocks.last_mut().unwrap().1.push_str(line);
            }
            at += line.len();
        }
        let count = blocks.len();
        (count > 0).then(|| blocks.swap_remove(n % count))
    }

    fn step(&mut self, step: &Step) {
        match *step {
            Step::Tick(note, place) => {
                self.change(note, place, |line| line.replacen("- [ ]", "- [x]", 1));
            }
            Step::Reword(note, place) => {
                self.change(note, place, |line| line.replacen("- ", "- really: ", 1));
            }
            Step::Delete(note, place) => {
                self.edit(note, |text, world| {
                    let (at, block) = Self::block(&text, place)?;
                    let first = block.lines().next().unwrap_or_default().trim_end();
                    let id = first.rsplit_once(" ^tl").map(|(_, id)| format!("^tl{id}"));
                    world
                        .own_lines
                        .retain(|line| !block.contains(line.as_str()));
                    world.deleted.extend(id);
                    Some(text[..at].to_owned() + &text[at + block.len()..])
                });
            }
            Step::Add(note, n) => self.edit(note, |text, world| {
                let line = format!("My own thought number {n}.");
                world.own_lines.push(line.clone());
                let (before, after) = text.split_once("\n## ")?;
                let (heading, rest) = after.split_once('\n')?;
                Some(format!("{before}\n## {heading}\n\n{line}\n\n{rest}"))
            }),
            Step::AddBelow(note, place, n) => self.edit(note, |text, world| {
                let (at, block) = Self::block(&text, place)?;
                let child = format!("\t- a remark of mine {n}\n");
                world.own_lines.push(child.trim_end().to_owned());
                let end = at + block.len();
                Some(format!("{}{child}{}", &text[..end], &text[end..]))
            }),
            Step::Move(note, place, to) => self.shift(note, place, to),
            Step::Reverse(note) => self.edit(note, |text, _| {
                let (one_at, one) = Self::block(&text, 0)?;
                let (other_at, other) = Self::block(&text, 1)?;
                (other_at == one_at + one.len()).then(|| {
                    format!(
                        "{}{other}{one}{}",
                        &text[..one_at],
                        &text[other_at + other.len()..]
                    )
                })
            }),
            Step::Accept(note) => self.edit(note, |text, world| {
                let at = text.find("\n> - ")? + 1;
                let block: String = text[at..]
                    .split_inclusive('\n')
                    .enumerate()
                    .take_while(|(n, line)| *n == 0 || line.starts_with("> \t"))
                    .map(|(_, line)| line)
                    .collect();
                let accepted = block.replace("> ", "");
                world
                    .own_lines
                    .push(accepted.lines().next()?.trim_end().to_owned());
                let rest = text.replacen(&block, "", 1);
                let (before, after) = rest.split_once("## My notes")?;
                Some(format!(
                    "{before}## Action items\n{accepted}\n## My notes{after}"
                ))
            }),
            Step::OwnHeading(note, place) => self.edit(note, |text, world| {
                let (at, block) = Self::block(&text, place)?;
                let rest = text[..at].to_owned() + &text[at + block.len()..];
                let (before, after) = rest.split_once("\n## ")?;
                world.own_lines.push("## Before lunch".to_owned());
                world
                    .own_lines
                    .push(block.lines().next()?.trim_end().to_owned());
                Some(format!("{before}\n## Before lunch\n{block}\n## {after}"))
            }),
            Step::Crlf(note) => self.edit(note, |text, _| {
                Some(text.replace("\r\n", "\n").replace('\n', "\r\n"))
            }),
            Step::CutShort(note) => self.edit(note, |text, world| {
                let end = text.rfind("%% throughline 1")?;
                // With the comment goes the memory of what was deleted.
                world.deleted.clear();
                Some(text[..end].to_owned())
            }),
            Step::Arrive(n) => self.put(TRANSCRIPTS[n].0, TRANSCRIPTS[n].1),
            Step::Speak(n, number) => {
                let path = VaultPath::new(TRANSCRIPTS[n].0);
                if self.snapshot.files.contains_key(&path) {
                    let text = format!(
                        "{}\n\n**Dana:** I'll send you list {number} by Friday.\n",
                        self.text(&path)
                    );
                    self.put(TRANSCRIPTS[n].0, &text);
                }
            }
            Step::Again => {
                self.run(Reading::Everything);
            }
        }
    }

    /// Changes the first line of an item; from then on it is the owner's.
    fn change(&mut self, note: usize, place: usize, how: impl Fn(&str) -> String) {
        self.edit(note, |text, world| {
            let (at, block) = Self::block(&text, place)?;
            let line = block.lines().next()?.trim_end();
            let changed = how(line);
            if changed == line {
                return None;
            }
            world.own_lines.retain(|own| own != line);
            world.own_lines.push(changed.clone());
            Some(format!(
                "{}{changed}{}",
                &text[..at],
                &text[at + line.len()..]
            ))
        });
    }

    fn shift(&mut self, note: usize, place: usize, to: usize) {
        let (Some(from), Some(to)) = (self.document(note), self.document(to)) else {
            return;
        };
        if from == to || from.below("meetings").is_none() || to.below("meetings").is_none() {
            return;
        }
        let text = self.text(&from);
        let Some((at, block)) = Self::block(&text, place) else {
            return;
        };
        let target = self.text(&to);
        let Some((before, after)) = target.split_once("## My notes") else {
            return;
        };
        let rest = text[..at].to_owned() + &text[at + block.len()..];
        let line = block
            .lines()
            .next()
            .unwrap_or_default()
            .trim_end()
            .to_owned();
        self.own_lines.push(line);
        let target = format!("{before}## My notes\n{block}{after}");
        self.put(from.as_str(), &rest);
        self.put(to.as_str(), &target);
    }

    fn edit(&mut self, note: usize, how: impl FnOnce(String, &mut Self) -> Option<String>) {
        let Some(path) = self.document(note) else {
            return;
        };
        if let Some(text) = how(self.text(&path), self) {
            self.put(path.as_str(), &text);
        }
    }

    fn everything(&self) -> String {
        let ours = self
            .snapshot
            .files
            .iter()
            .filter(|(path, _)| path.below("transcripts").is_none());
        ours.map(|(_, bytes)| String::from_utf8_lossy(bytes).replace('\r', "") + "\n")
            .collect()
    }
}

struct Silent;

impl Progress for Silent {
    fn begin(&self, _: &'static str, _: usize) {}
    fn step(&self) {}
    fn end(&self) {}
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_line_of_the_owners_is_ever_lost(steps in steps()) {
        let mut world = World::new();
        world.run(Reading::Missing);
        for step in &steps {
            world.step(step);
            world.run(Reading::Missing);
            prop_assert_eq!(world.run(Reading::Missing), 0, "a second run writes after {:?}", step);
            let all = world.everything();
            for line in &world.own_lines {
                prop_assert!(all.lines().any(|other| other.trim_end().starts_with(line.as_str())), "lost {:?} after {:?}\n{}", line, step, all);
            }
            for id in &world.deleted {
                prop_assert!(!all.lines().any(|other| other.starts_with("- ") && other.trim_end().ends_with(id.as_str())), "{} came back after {:?}\n{}", id, step, all);
            }
        }
    }
}

#[test]
fn the_order_in_which_transcripts_arrive_does_not_matter_to_the_ledger() {
    let arrive = |order: [usize; 3]| {
        let mut world = World::new();
        world
            .snapshot
            .files
            .remove(&VaultPath::new(TRANSCRIPTS[2].0));
        for n in order {
            world.put(TRANSCRIPTS[n].0, TRANSCRIPTS[n].1);
            world.run(Reading::Missing);
        }
        let options = Options {
            reading: Reading::Nothing,
            today: date(2026, 11, 20),
        };
        compile(&world.snapshot, options, &Silent)
            .record
            .ledger
            .clone()
    };
    let expected = arrive([0, 1, 2]);
    assert!(expected.commitments.len() > 3);
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let ledger = arrive(order);
        let key = |ledger: &crate::ledger::Ledger| {
            let mut all: Vec<_> = ledger
                .commitments
                .iter()
                .map(|one| (one.id.clone(), one.chain.clone(), one.state, one.due))
                .collect();
            all.sort();
            all
        };
        assert_eq!(key(&ledger), key(&expected), "{order:?}");
    }
}

#[test]
fn a_line_moved_out_of_a_note_is_known_when_that_note_loses_its_memory() {
    let mut world = World::new();
    world.run(Reading::Missing);
    for step in [Step::Arrive(0), Step::Move(2, 0, 1), Step::CutShort(2)] {
        world.step(&step);
        world.run(Reading::Missing);
        assert_eq!(world.run(Reading::Missing), 0, "{step:?}");
    }
}
