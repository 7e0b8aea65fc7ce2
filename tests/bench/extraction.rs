//! What extraction alone costs on one core, without reading files, notes and site: megabytes of transcript a second.

use std::fs;
use std::path::Path;

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike as _;
use throughline::extract::{self, Job};
use throughline::model::{Config, Context, People, Transcript, VaultPath};
use throughline::transcript;

use crate::vault;

/// How often each set is read; the quickest time counts, because whatever else runs on the machine only ever adds to it.
const ROUNDS: usize = 7;

/// Prints the rates for made-up transcripts of 28 KB and for the example vault's talk.
pub(crate) fn print() {
    one("made-up talk, 28 KB a transcript", &vault::transcripts(100));
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-vault/transcripts");
    one(
        "the example vault, written as people speak",
        &told(&example),
    );
}

/// Prints the rate for the transcripts of a folder.
pub(crate) fn print_for(folder: &Path) {
    one(&folder.display().to_string(), &told(folder));
}

fn told(folder: &Path) -> Vec<(VaultPath, String)> {
    let mut told: Vec<(VaultPath, String)> = fs::read_dir(folder)
        .expect("a folder of transcripts")
        .map(|entry| {
            let entry = entry.expect("an entry");
            let name = entry.file_name().into_string().expect("a name in UTF-8");
            let text = fs::read_to_string(entry.path()).expect("a transcript");
            (VaultPath::new(&format!("transcripts/{name}")), text)
        })
        .collect();
    told.sort_by(|one, other| one.0.cmp(&other.0));
    told
}

#[expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#[expect(clippy::cast_precision_loss, reason = "fewer than 2^52 bytes")]
fn one(name: &str, sources: &[(VaultPath, String)]) {
    let config = Config::default();
    let bytes: usize = sources.iter().map(|(_, text)| text.len()).sum();
    let parse = || -> Vec<_> {
        sources
            .iter()
            .map(|(path, text)| transcript::parse(path, text.as_bytes(), "transcripts"))
            .collect()
    };
    let (people, _) = transcript::people(Vec::new(), &parse(), &config);
    let read: Vec<Transcript> = parse()
        .into_iter()
        .filter_map(|parsed| transcript::resolve(parsed, &people, &config).0)
        .collect();
    let rate = |seconds: f64| bytes as f64 / 1e6 / seconds;
    let mut found = 0;
    let extracting = quickest(|| found = extract_all(&read, &people));
    let parsing = quickest(|| {
        std::hint::black_box(parse());
    });
    println!(
        "{name}: extraction {:.1} MB/s, parsing {:.1} MB/s ({} meetings, {:.2} MB, {found} found)",
        rate(extracting),
        rate(parsing),
        read.len(),
        bytes as f64 / 1e6
    );
}

fn extract_all(read: &[Transcript], people: &People) -> usize {
    let context = Context::default();
    let found = read.iter().map(|transcript| {
        let extraction = extract::extract(&Job {
            lexicon: extract::Lexicon::built_in(),
            transcript,
            context: &context,
            people,
            cadence_days: 7,
        });
        extraction.found.len()
    });
    found.sum()
}

/// The CPU seconds of this process so far.
#[expect(clippy::cast_precision_loss, reason = "fewer than 2^52 microseconds")]
fn cpu() -> f64 {
    let used = getrusage(UsageWho::RUSAGE_SELF).expect("the system tells");
    (used.user_time() + used.system_time()).num_microseconds() as f64 / 1e6
}

/// The CPU seconds of the quickest round.
pub(crate) fn quickest(mut round: impl FnMut()) -> f64 {
    (0..ROUNDS)
        .map(|_| {
            let start = cpu();
            round();
            cpu() - start
        })
        .fold(f64::INFINITY, f64::min)
}
