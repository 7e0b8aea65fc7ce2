//! The command line's door: parse, run, print one error, exit code. Nothing else.

use std::process::ExitCode;

fn main() -> ExitCode {
    throughline::cli::main()
}
