//! The static site: a map from file to recipe, rendered when it is written or asked for. Nobody holds all pages.
//! It makes view models and safe HTML; it reads no files, knows no clock but the day it is given, and never sends anything.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::draft::{Document, DocumentKind};
use crate::ledger::Record;
use crate::model::Problem;

mod escape;
mod map;
mod markdown;
mod recipe;
mod scene;
mod talk;
mod theme;
mod threads;
mod transcript;
mod view;
mod words;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod scan;
#[cfg(test)]
mod tests;

use map::Map;
use recipe::Recipe;
use scene::Scene;
use theme::{Fault, Theme};

/// What the site is made of.
#[derive(Debug)]
pub struct Input {
    /// Everything that was read.
    pub record: Arc<Record>,
    /// The agendas and review drafts as they stand in the vault, by path.
    pub documents: Vec<Document>,
    /// What is wrong in the vault.
    pub problems: Vec<Problem>,
    /// Files of the theme that the owner replaced, `base.html`, by their path below `themes/<name>/`.
    pub overrides: BTreeMap<String, Arc<[u8]>>,
    /// The day the site is made for: what is past its date is past it on this day.
    pub today: Date,
}

/// The site: which files there are, and how each is made.
#[derive(Debug)]
pub struct Site {
    record: Arc<Record>,
    documents: Vec<Document>,
    problems: Vec<Problem>,
    today: Date,
    map: Map,
    recipes: BTreeMap<String, Recipe>,
    theme: Theme,
    ours: Theme,
}

impl Site {
    /// Plans every file. It never fails: a template of the owner's that cannot be used becomes a problem, and ours is used.
    pub fn new(input: Input) -> Self {
        let (theme, faults) = Theme::with(&input.overrides);
        let map = Map::new(&input.record, &input.documents);
        let recipes = recipe::all(&input.record, &input.documents, &map, &theme);
        let mut site = Self {
            record: input.record,
            documents: input.documents,
            problems: input.problems,
            today: input.today,
            map,
            recipes,
            theme,
            ours: Theme::ours(),
        };
        let mut faults = faults;
        faults.extend(site.try_out());
        let name = site.record.config.theme.clone();
        site.problems
            .extend(faults.iter().map(|fault| fault.problem(&name)));
        site
    }

    /// Every file's path below the site's folder, in order.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.recipes.keys().map(String::as_str)
    }

    /// One file's bytes. The error is a text that names template, line and column.
    pub fn render(&self, file: &str) -> Result<Vec<u8>, String> {
        let (file, recipe) = self
            .recipes
            .get_key_value(file)
            .ok_or_else(|| format!("the site has no file {file}"))?;
        let scene = self.scene(file);
        recipe
            .bytes(&scene, &self.theme, None)
            .or_else(|fault| {
                if !self.theme.is_changed() {
                    return Err(fault);
                }
                recipe.bytes(&scene, &self.ours, Some(&fault))
            })
            .map_err(|fault| format!("themes/{}/{}", self.record.config.theme, fault.text()))
    }

    /// What is wrong: what was handed in, and what is wrong with the owner's theme.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    fn scene<'a>(&'a self, file: &'a str) -> Scene<'a> {
        Scene {
            record: &self.record,
            documents: &self.documents,
            problems: &self.problems,
            map: &self.map,
            today: self.today,
            file,
        }
    }

    /// Most of what can be wrong with a template shows only when it is rendered. So a few pages of each kind are, and a template
    /// that fails is put aside.
    fn try_out(&mut self) -> Vec<Fault> {
        let mut faults = Vec::new();
        while self.theme.is_changed() {
            let failed = recipe::samples(&self.recipes)
                .into_iter()
                .find_map(|file| Some((file, self.fails(file, &self.theme)?)));
            let Some((file, fault)) = failed else { break };
            let Some(name) = self.to_blame(file, &fault) else {
                break;
            };
            self.theme = self.theme.without(&name);
            faults.push(fault.blamed_on(&name));
        }
        faults
    }

    /// Which of the owner's templates is at fault: the one that failed, else the one without which ours does not fail.
    fn to_blame(&self, file: &str, fault: &Fault) -> Option<String> {
        let mut owners = self.theme.owners();
        let own = owners.find(|name| *name == fault.file);
        let mended = || {
            self.theme
                .owners()
                .find(|name| self.fails(file, &self.theme.without(name)).is_none())
        };
        let any = || self.theme.owners().next();
        own.or_else(mended).or_else(any).map(str::to_owned)
    }

    fn fails(&self, file: &str, theme: &Theme) -> Option<Fault> {
        let recipe = self.recipes.get(file)?;
        recipe.bytes(&self.scene(file), theme, None).err()
    }
}
