//! `throughline init DIR`: a vault that can be used at once.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};

use crate::model::VaultPath;
use crate::vault::{CONFIG, Vault, config};

use super::Desk;
use super::write::{Dry, diff};

/// The samples of `--example`, by their place in the vault.
const SAMPLES: [(&str, &str); 4] = [
    (
        "people/sally-chen.md",
        include_str!("example/sally-chen.md"),
    ),
    (
        "transcripts/2026-11-02-sally-chen.md",
        include_str!("example/2026-11-02-sally-chen.md"),
    ),
    (
        "transcripts/2026-11-09-sally-chen.md",
        include_str!("example/2026-11-09-sally-chen.md"),
    ),
    (
        "transcripts/2026-11-16-sally-chen.md",
        include_str!("example/2026-11-16-sally-chen.md"),
    ),
];

/// Make a vault: settings with every key explained, and the folders.
///
/// In a folder that holds something already only throughline.yaml is written, and nothing that stands there is touched.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  throughline init my-team\n  throughline init my-team --example      with a person and three transcripts to try\n  throughline init ~/notes                beside the notes that are there"
)]
pub(super) struct Init {
    /// The folder, made if need be
    dir: PathBuf,
    /// Add a person and three short transcripts
    #[arg(long)]
    example: bool,
    #[command(flatten)]
    dry: Dry,
}

impl Init {
    pub(super) fn run(&self, desk: &Desk) -> Result<ExitCode> {
        let shown = self.dir.display();
        let samples = if self.example { &SAMPLES[..] } else { &[] };
        let files = [(CONFIG, config::TEMPLATE)]
            .into_iter()
            .chain(samples.iter().copied());
        if self.dir.join(CONFIG).exists() {
            bail!(
                "`{shown}` already is a vault: it holds {CONFIG}\nhint: run `throughline --vault {shown} build`"
            );
        }
        let is_empty = match fs::read_dir(&self.dir) {
            Ok(mut entries) => entries.next().is_none(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => true,
            Err(error) => {
                return Err(error).with_context(|| format!("cannot read the folder `{shown}`"));
            }
        };
        if !is_empty && self.example {
            bail!(
                "`{shown}` is not empty, and the samples would mix with what is there\nhint: name a new folder, or leave --example out"
            );
        }
        if self.dry.dry_run {
            let new =
                files.map(|(path, text)| diff(&VaultPath::new(path), None, Some(text.as_bytes())));
            desk.screen.print(&new.collect::<String>())?;
            return Ok(ExitCode::SUCCESS);
        }
        let folders = if is_empty {
            &["people", "transcripts"][..]
        } else {
            &[]
        };
        for folder in [""].iter().chain(folders) {
            let place = self.dir.join(folder);
            fs::create_dir_all(&place)
                .with_context(|| format!("cannot make the folder `{}`", place.display()))?;
        }
        let vault = Vault::at(&self.dir)?;
        for (path, text) in files {
            vault.write(&VaultPath::new(path), None, text.as_bytes())?;
        }
        let next = if self.example {
            format!("throughline --vault {shown} build")
        } else {
            format!(
                "put a transcript into {shown}/transcripts/, or a recorder's export into {shown}/inbox/, then: throughline --vault {shown} build"
            )
        };
        desk.screen.print(&format!(
            "A vault is in `{shown}`; its settings are in {CONFIG}.\nNext: {next}"
        ))?;
        Ok(ExitCode::SUCCESS)
    }
}
