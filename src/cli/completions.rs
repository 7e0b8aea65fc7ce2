//! `throughline completions SHELL`.

use std::process::ExitCode;

use anyhow::Result;
use clap_complete::Shell;

use super::Desk;

/// Print the completions of a shell.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  throughline completions bash > ~/.local/share/bash-completion/completions/throughline"
)]
pub(super) struct Completions {
    /// Which shell
    shell: Shell,
}

impl Completions {
    pub(super) fn run(&self, desk: &Desk, mut command: clap::Command) -> Result<ExitCode> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, "throughline", &mut script);
        desk.screen.print(&String::from_utf8_lossy(&script))?;
        Ok(ExitCode::SUCCESS)
    }
}
