//! What reading one transcript costs on one core, without disk, notes and site: megabytes a second of `WebVTT` and of Markdown.

use std::fmt::Write as _;

use throughline::model::VaultPath;
use throughline::transcript::{self, recording};

use crate::extraction::quickest;

const NAMES: [&str; 4] = [
    "Sally Moss",
    "Priya Farías",
    "Bo Ek",
    "Justin Florent (Ops)",
];
const TALK: [&str; 6] = [
    "Good, mostly.",
    "It rained the whole way in and the car park was full by eight.",
    "Well, you know how it is: they come in on a Monday and by noon half of them have gone again.",
    "I can get him the new sheet by Friday, and R & D will want to see it too.",
    "He told me about the game, and I said I had not seen it, so we talked about something else for a while.",
    "Yes.",
];

/// So many turns are about four megabytes.
const TURNS: usize = 30_000;

/// Prints the rates.
pub(crate) fn print() {
    let path = VaultPath::new("transcripts/one.md");
    let zoom = cues(|name, text| format!("{name}: {text}"));
    let voices = cues(|name, text| format!("<v {name}>{}</v>", text.replace('&', "&amp;")));
    let recorded =
        |text: &str| recording::read(text.as_bytes()).map_or(0, |read| read.segments.len());
    one("WebVTT with labels", &zoom, recorded);
    one("WebVTT with voice tags", &voices, recorded);
    let bold = markdown(|name, _, text| format!("**{name}:** {text}"));
    let timed = markdown(|name, at, text| format!("[{at}] {name}: {text}"));
    let parsed = |text: &str| {
        transcript::parse(&path, text.as_bytes(), "transcripts")
            .turns
            .len()
    };
    one("Markdown, bold labels", &bold, parsed);
    one("Markdown, labels with times", &timed, parsed);
    one("Markdown, bold labels, as an export", &bold, recorded);
}

#[expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#[expect(clippy::cast_precision_loss, reason = "fewer than 2^52 bytes")]
fn one(name: &str, text: &str, read: impl Fn(&str) -> usize) {
    assert_eq!(read(text), TURNS, "{name}");
    let seconds = quickest(|| {
        std::hint::black_box(read(text));
    });
    println!(
        "{name}: {:.0} MB/s ({TURNS} turns, {:.1} MB)",
        text.len() as f64 / 1e6 / seconds,
        text.len() as f64 / 1e6
    );
}

/// A file of cues, each as its recorder would write it.
fn cues(said: impl Fn(&str, &str) -> String) -> String {
    let mut text = String::from("WEBVTT\r\n\r\n");
    for (turn, (name, words)) in turns().enumerate() {
        let (from, to) = (clock(turn * 4), clock(turn * 4 + 3));
        let line = said(name, words);
        write!(
            text,
            "{}\r\n{from}.120 --> {to}.980\r\n{line}\r\n\r\n",
            turn + 1
        )
        .expect("a string takes everything");
    }
    text
}

fn markdown(said: impl Fn(&str, &str, &str) -> String) -> String {
    let mut text = String::from("---\ndate: 2026-06-18\nperson: Priya Farías\n---\n\n");
    for (turn, (name, words)) in turns().enumerate() {
        writeln!(text, "{}\n", said(name, &clock(turn * 4), words))
            .expect("a string takes everything");
    }
    text
}

fn turns() -> impl Iterator<Item = (&'static str, &'static str)> {
    (0..TURNS).map(|turn| (NAMES[turn * 7 % 5 % 4], TALK[turn * 5 % 11 % 6]))
}

fn clock(seconds: usize) -> String {
    format!(
        "{:02}:{:02}:{:02}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}
