//! What a build costs: CPU seconds, peak memory, and how cost grows with the vault. Run by hand: `cargo bench`, or `cargo bench -- extraction`
//! or `cargo bench -- recordings` for one part alone, `cargo bench -- extraction FOLDER` for the transcripts of a folder.
//! Vaults are made by a small generator, the same on every machine. Judge ratios, not seconds: machines differ and are shared.

mod extraction;
mod recordings;
mod vault;

use std::path::Path;
use std::process::{Command, Stdio};

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike as _;
use tempfile::TempDir;

/// Meetings in the small vault; the large one has ten times as many, and ten times the people.
const SMALL: usize = 260;

#[expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
fn main() {
    // `cargo test` runs benches too, only to see that they start.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let asked = |part| arguments.iter().position(|argument| argument == part);
    let extraction = asked("extraction");
    let folders: Vec<&String> = arguments
        .iter()
        .skip(extraction.map_or(arguments.len(), |place| place + 1))
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    if extraction.is_none() {
        recordings::print();
    }
    if asked("recordings").is_none() && folders.is_empty() {
        extraction::print();
    }
    for folder in &folders {
        extraction::print_for(Path::new(folder));
    }
    if extraction.is_some() || asked("recordings").is_some() {
        return;
    }
    let small = Measured::of(SMALL);
    small.print(SMALL);
    let large = Measured::of(SMALL * 10);
    large.print(SMALL * 10);
    println!(
        "ten times the meetings: first build {:.1} x the CPU, again {:.1} x (linear is 10)",
        large.first / small.first,
        large.again / small.again
    );
}

/// CPU seconds of a build from nothing and of one with nothing to do, and the peak memory of both.
struct Measured {
    megabytes: f64,
    first: f64,
    again: f64,
    no_extract: f64,
    memory: i64,
}

impl Measured {
    fn of(meetings: usize) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let megabytes = vault::write(folder.path(), meetings);
        let first = build(folder.path(), &[]);
        let again = build(folder.path(), &[]);
        let no_extract = build(folder.path(), &["--no-extract"]);
        Self {
            megabytes,
            first,
            again,
            no_extract,
            // The children's peak: the largest vault is measured last.
            memory: getrusage(UsageWho::RUSAGE_CHILDREN)
                .expect("usage")
                .max_rss()
                / 1024,
        }
    }

    #[expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
    fn print(&self, meetings: usize) {
        println!(
            "{meetings} meetings, {:.0} MB: build from nothing {:.2} s CPU, again {:.2} s, again without extraction {:.2} s, peak memory {} MB",
            self.megabytes, self.first, self.again, self.no_extract, self.memory
        );
    }
}

/// CPU seconds (user and system) of one build.
fn build(folder: &Path, more: &[&str]) -> f64 {
    let cpu = || {
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("usage");
        let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
        #[expect(
            clippy::cast_precision_loss,
            reason = "a build takes fewer than 2^52 microseconds"
        )]
        let seconds = micros as f64 / 1e6;
        seconds
    };
    let before = cpu();
    let status = Command::new(env!("CARGO_BIN_EXE_throughline"))
        .args(["--quiet", "--today", "2026-12-31", "--vault"])
        .arg(folder)
        .arg("build")
        .args(more)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("the program runs");
    assert!(status.success(), "the build failed");
    cpu() - before
}
