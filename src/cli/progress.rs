//! A bar for long work, only where a terminal shows it.

use std::sync::Mutex;

use indicatif::{ProgressBar, ProgressStyle};

use crate::pipeline::Progress;

use super::Screen;

/// Draws a bar, or nothing.
pub(super) struct Bar {
    shown: bool,
    bar: Mutex<ProgressBar>,
}

impl Bar {
    pub(super) fn new(screen: &Screen) -> Self {
        Self {
            shown: screen.shows_progress(),
            bar: Mutex::new(ProgressBar::hidden()),
        }
    }
}

impl Progress for Bar {
    fn begin(&self, stage: &'static str, steps: usize) {
        if !self.shown {
            return;
        }
        let bar = ProgressBar::new(u64::try_from(steps).unwrap_or_default());
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}") {
            bar.set_style(style);
        }
        bar.set_message(stage);
        if let Ok(mut current) = self.bar.lock() {
            *current = bar;
        }
    }

    fn step(&self) {
        if let (true, Ok(bar)) = (self.shown, self.bar.lock()) {
            bar.inc(1);
        }
    }

    fn end(&self) {
        if let (true, Ok(bar)) = (self.shown, self.bar.lock()) {
            bar.finish_and_clear();
        }
    }
}
