//! A vault of any size, the same on every machine: dialogues of about 28 KB with promises, follow-ups and much talk between them.

use std::fs;
use std::path::Path;

use throughline::model::VaultPath;

const NAMES: [&str; 10] = [
    "Ann", "Bo", "Cy", "Dee", "Ed", "Flo", "Gus", "Hal", "Ivy", "Jo",
];
const FAMILIES: [&str; 10] = [
    "Aster", "Birch", "Cedar", "Dahl", "Elm", "Fern", "Gorse", "Hazel", "Iris", "Juniper",
];
const THINGS: [&str; 12] = [
    "the price list",
    "the stock count",
    "the rota",
    "the supplier contract",
    "the returns report",
    "the new labels",
    "the safety check",
    "the budget",
    "the van booking",
    "the training plan",
    "the customer survey",
    "the shelf plan",
];
const TALK: [&str; 12] = [
    "It rained the whole way in and the car park was full by eight.",
    "Well, you know how it is, they come in on a Monday and by noon half of them have gone again.",
    "He told me about the game, and I said I had not seen it.",
    "We used to do that every week and then it just stopped.",
    "I think it is mostly the time of year, to be honest with you.",
    "The thing about the old system is that nobody remembers who set it up.",
    "She was very good about it, I have to say.",
    "There were eleven of them in the room and two chairs.",
    "If it had been me I would probably have waited a day.",
    "That is what they said last year too, and look what happened.",
    "Honestly, it looks better than it did in the spring.",
    "And then the phone went, and that was the morning gone.",
];
const DAYS: [&str; 5] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

/// Writes a vault of so many meetings, 52 for each person, and gives its size in megabytes.
#[expect(
    clippy::disallowed_methods,
    reason = "a benchmark sets its scene with plain writes"
)]
pub(crate) fn write(folder: &Path, meetings: usize) -> f64 {
    fs::create_dir_all(folder.join("transcripts")).expect("a folder");
    fs::write(folder.join("throughline.yaml"), "manager: Zoe Yarrow\n").expect("settings");
    let mut bytes = 0;
    for (path, text) in transcripts(meetings) {
        bytes += text.len();
        fs::write(folder.join(path.as_str()), text).expect("a transcript");
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "a benchmark vault has fewer than 2^52 bytes"
    )]
    let megabytes = bytes as f64 / 1e6;
    megabytes
}

/// So many transcripts, 52 for each person.
pub(crate) fn transcripts(meetings: usize) -> Vec<(VaultPath, String)> {
    (0..meetings).map(one).collect()
}

fn one(at: usize) -> (VaultPath, String) {
    let (person, week) = (at / 52, at % 52);
    let name = format!(
        "{} {}{}",
        NAMES[person % 10],
        FAMILIES[person / 10 % 10],
        "son".repeat(person / 100)
    );
    let first = name.split(' ').next().unwrap_or_default().to_owned();
    let date = jiff::civil::date(2026, 1, 5).saturating_add(jiff::ToSpan::days(
        i64::try_from(week * 7).unwrap_or_default(),
    ));
    let mut text = format!("---\ndate: {date}\nperson: {name}\n---\n\n");
    let mut dice = Dice(at as u64 + 1);
    let mut turn = 0;
    while text.len() < 28_000 {
        let speaker = if turn % 2 == 0 { "Zoe" } else { &first };
        text.extend(["**", speaker, ":** "]);
        for _ in 0..3 + dice.roll(4) {
            text.extend([TALK[dice.roll(TALK.len())], " "]);
        }
        let (thing, day) = (THINGS[dice.roll(THINGS.len())], DAYS[dice.roll(5)]);
        let matter = match dice.roll(14) {
            0 => format!("I'll send you {thing} by {day}."),
            1 => format!("Can you finish {thing} by the end of next week?"),
            2 => format!("I did send {thing} on {day}."),
            3 => format!("I haven't got to {thing}, we were two people down."),
            4 => format!("Somebody really needs to look at {thing}."),
            5 => format!("You handled {thing} really well, that saved us a week."),
            6 => format!("Let's leave {thing} for next time."),
            _ => String::new(),
        };
        text.push_str(&matter);
        text.push_str("\n\n");
        turn += 1;
    }
    let path = format!(
        "transcripts/{date}-{}.md",
        name.to_lowercase().replace(' ', "-")
    );
    (VaultPath::new(&path), text)
}

/// A linear congruential generator (Knuth's MMIX constants): the same numbers everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides
    }
}
