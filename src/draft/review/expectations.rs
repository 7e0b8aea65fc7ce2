//! Outcomes and outputs of a review: what the owner wrote down, what was said, and how clear it was.

use crate::ledger::Expectation;
use crate::model::calendar::day_month;
use crate::model::{Framework, VaultPath};
use crate::note::Block;
use crate::transcript::inert;

use super::super::prose::{Paragraph, Prose, listed, quoted};
use super::Desk;

impl Desk<'_> {
    pub(super) fn expected(&self, prose: &mut Prose<'_>, framework: Framework) -> Vec<Block> {
        let (word, written) = match framework {
            Framework::Outcome => ("outcome", &self.person.outcomes),
            Framework::Output => ("output", &self.person.outputs),
        };
        let mut blocks = Vec::new();
        for line in written {
            let mut text = Paragraph::default();
            let file = self.person.file.as_ref().map_or("", VaultPath::link);
            let words = format!(
                "Written down as an {word}: {} ([[{file}|{}’s file]]).",
                inert::escape(line),
                self.person.first_name()
            );
            prose.say(&mut text, &words, []);
            if framework == Framework::Outcome {
                prose.say(
                    &mut text,
                    "Whether it was reached the record does not say by itself.",
                    [],
                );
            }
            blocks.push(prose.block(&format!("{word} {line}"), &text));
        }
        let stated: Vec<&Expectation> = self
            .ledger
            .expectations
            .iter()
            .filter(|expectation| expectation.person.as_ref() == Some(&self.person.slug))
            .filter(|expectation| {
                expectation.framework == framework && self.period.contains(expectation.stated)
            })
            .collect();
        for expectation in &stated {
            blocks.push(self.stated(prose, expectation));
        }
        if blocks.is_empty() && framework == Framework::Outcome {
            let mut text = Paragraph::default();
            prose.say(&mut text, "The record holds no outcome that was stated in this period. This draft therefore judges none.", []);
            blocks.push(prose.block("no outcome", &text));
        }
        blocks
    }

    fn stated(&self, prose: &mut Prose<'_>, expectation: &Expectation) -> Block {
        let mut text = Paragraph::default();
        let words = match self.record.item(&expectation.item.id) {
            Some((_, item)) => quoted(item),
            None => inert::escape(&expectation.text),
        };
        let said = format!(
            "On {} {} said: {words}.",
            day_month(expectation.stated),
            self.manager
        );
        prose.say(&mut text, &said, [&expectation.item.id]);
        let (with, without): (Vec<_>, Vec<_>) = [
            (expectation.measure, "a measure"),
            (expectation.date, "a date"),
        ]
        .into_iter()
        .partition(|(is, _)| *is);
        let names = |parts: Vec<(bool, &str)>| {
            listed(
                &parts
                    .into_iter()
                    .map(|(_, name)| name.to_owned())
                    .collect::<Vec<_>>(),
                ", ",
            )
        };
        let clear = match (with.is_empty(), without.is_empty()) {
            (false, true) => "It came with a measure and a date".to_owned(),
            (true, _) => "It came without a measure and without a date".to_owned(),
            (false, false) => format!(
                "It came with {} and without {}",
                names(with),
                names(without)
            ),
        };
        let heard = if expectation.acknowledged {
            format!("{clear}; {} said yes to it.", self.person.first_name())
        } else {
            format!(
                "{clear}; the record holds no yes from {}.",
                self.person.first_name()
            )
        };
        prose.say(&mut text, &heard, [&expectation.item.id]);
        prose.block(&format!("expectation {}", expectation.item.id), &text)
    }
}
