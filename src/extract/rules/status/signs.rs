//! What the words of a sentence say of whether a deed exists by now: it was done, it was not, a part of it was, others hold it up.
//! Each sign stands at a word, so that the last word on it can be told from the first.

use super::super::dialogue::{Said, Sentence};
use super::super::heard::Matter;
use super::super::lexicon::{Class, Cue};
use super::super::tense::{self, Base, Verb};

const NUMBER: Class = Class::named("number");
const SOFT: Class = Class::named("soft");
const GOOD: Class = Class::named("good");

/// What a sign says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// The speaker did it, or it is in the state in which it should be.
    Did,
    Stands,
    /// A phrase that plainly tells something done, and one that may.
    Plain,
    Told,
    /// "In the end", "finally".
    Late,
    /// "I got it", "thank you for it", a good word.
    Receipt,
    Thanks,
    Good,
    /// The speaker did not, or it is not in that state.
    DidNot,
    StandsNot,
    /// A phrase that tells something not done.
    Undone,
    Forgot,
    Waiting,
    /// "I was going to", "I'd have had it", "I had it open".
    Thwarted,
    /// "I did two", "half of it", "four to go".
    Partial,
    /// "It's only that", "it's just the dogs".
    Only,
    /// "And then", "but", "it turns out".
    Turned,
    /// What came in between.
    Blocked,
    /// "It was to be Friday".
    WasTo,
    /// "Leave it", "that's not happening".
    Dropped,
    /// "Oh no", "sorry".
    Sorry,
    /// "I'll do it tonight".
    Renewed,
    Asks,
}

/// What a sentence is held against.
pub(super) struct Deed<'a> {
    pub(super) verb: &'a Verb,
    pub(super) matter: &'a Matter,
}

/// The signs of a sentence with their words, in order.
pub(super) fn signs(said: &Said<'_>, sentence: &Sentence, deed: &Deed<'_>) -> Vec<(usize, Sign)> {
    let words = sentence.bounds.words.clone();
    let mut out: Vec<(usize, Sign)> = Vec::new();
    if sentence.bounds.question {
        out.push((words.end - 1, Sign::Asks));
    }
    for hit in &sentence.hits {
        let sign = match hit.cue {
            Cue::DoneStrong => Sign::Plain,
            Cue::Done => Sign::Told,
            Cue::NotDone => Sign::Undone,
            Cue::Forgot => Sign::Forgot,
            Cue::Waiting => Sign::Waiting,
            Cue::Tools | Cue::Workload | Cue::World | Cue::Private => Sign::Blocked,
            Cue::DroppedIt => Sign::Dropped,
            Cue::Thanks => Sign::Thanks,
            _ => continue,
        };
        out.push((hit.at.start, sign));
    }
    let mut view = View {
        said,
        sentence,
        deed,
        first: words.start,
        end: words.end,
    };
    for at in words {
        view.at(at, &mut out);
    }
    out.sort_unstable();
    out.dedup();
    out
}

struct View<'a> {
    said: &'a Said<'a>,
    sentence: &'a Sentence,
    deed: &'a Deed<'a>,
    first: usize,
    end: usize,
}

impl View<'_> {
    fn word(&self, at: usize) -> &str {
        if at < self.end && at >= self.first {
            self.said.word(at)
        } else {
            ""
        }
    }

    fn before(&self, at: usize, steps: usize) -> &str {
        at.checked_sub(steps).map_or("", |at| self.word(at))
    }

    fn ends(&self, at: usize) -> bool {
        at >= self.end || self.sentence.bounds.clauses.contains(&at)
    }

    fn at(&mut self, at: usize, out: &mut Vec<(usize, Sign)>) {
        let mut put = |there: bool, sign: Sign| {
            if there {
                out.push((at, sign));
            }
        };
        put(self.denied(at), Sign::DidNot);
        put(self.did(at), Sign::Did);
        put(self.stands(at), Sign::Stands);
        put(self.stands_not(at), Sign::StandsNot);
        put(self.thwarted(at), Sign::Thwarted);
        put(self.partial(at), Sign::Partial);
        put(self.only(at), Sign::Only);
        put(self.turned(at), Sign::Turned);
        put(self.late(at), Sign::Late);
        put(self.was_to(at), Sign::WasTo);
        put(self.sorry(at), Sign::Sorry);
        put(self.receipt(at), Sign::Receipt);
        put(self.renewed(at), Sign::Renewed);
        put(
            self.said.is(at, GOOD) && self.sentence.len() <= 8,
            Sign::Good,
        );
    }

    fn subject(&self, at: usize) -> &str {
        let from = at.saturating_sub(4).max(self.first);
        (from..at)
            .rev()
            .map(|before| self.word(before))
            .find(|word| {
                matches!(
                    *word,
                    "i" | "we"
                        | "you"
                        | "he"
                        | "she"
                        | "it"
                        | "they"
                        | "that"
                        | "who"
                        | "which"
                        | "those"
                        | "there"
                )
            })
            .unwrap_or_default()
    }

    /// Whether the words behind a verb mean the deed's thing: a pronoun, nothing at all, or what the deed is about.
    fn means_it(&self, at: usize) -> bool {
        if self.ends(at) {
            return true;
        }
        let word = self.word(at);
        if matches!(
            word,
            "it" | "that"
                | "them"
                | "those"
                | "him"
                | "her"
                | "to"
                | "round"
                | "around"
                | "yet"
                | "so"
                | "no"
                | "sorry"
                | "any"
                | "anything"
                | "near"
                | "because"
        ) {
            return true;
        }
        (at..(at + 4).min(self.end)).any(|place| self.is_matter(place))
    }

    fn is_matter(&self, at: usize) -> bool {
        self.said
            .stems
            .get(at)
            .and_then(Option::as_ref)
            .is_some_and(|stem| self.deed.matter.shared(std::slice::from_ref(stem)) > 0.2)
    }

    /// The place of the verb behind a helper, adverbs skipped.
    fn verb_behind(&self, mut at: usize) -> usize {
        while at < self.end
            && (self.said.is(at, SOFT)
                || matches!(
                    self.word(at),
                    "even"
                        | "quite"
                        | "yet"
                        | "really"
                        | "ever"
                        | "exactly"
                        | "not"
                        | "been"
                        | "got"
                ))
        {
            at += 1;
        }
        at
    }

    fn denied(&self, at: usize) -> bool {
        let word = self.word(at);
        let helper = matches!(
            word,
            "haven't" | "hasn't" | "hadn't" | "didn't" | "couldn't" | "don't" | "doesn't"
        ) || word == "not"
            && matches!(
                self.before(at, 1),
                "'ve" | "have" | "'d" | "had" | "'s" | "has" | "did"
            )
            || word == "never";
        let no = word == "no" && at < self.first + 2 && self.ends(at + 1);
        if no {
            return true;
        }
        if !helper || self.sentence.bounds.question {
            return false;
        }
        let subject = self.subject(at);
        if matches!(subject, "you" | "who" | "which") {
            return false;
        }
        let now = matches!(word, "don't" | "doesn't");
        let verb = self.verb_behind(at + 1);
        if self.ends(verb) {
            return !now || subject == "i";
        }
        let name = self.word(verb);
        if now {
            return matches!(name, "have") && self.means_it(verb + 1);
        }
        let base = tense::base(self.said, verb).unwrap_or(name);
        let same = self.deed.verb.told_by(&Base::of(base)) > 0;
        let office = matches!(
            name,
            "done"
                | "do"
                | "get"
                | "have"
                | "had"
                | "manage"
                | "managed"
                | "made"
                | "make"
                | "happened"
                | "happen"
                | "gone"
                | "come"
                | "started"
                | "start"
                | "finished"
                | "touched"
                | "looked"
                | "opened"
                | "begun"
                | "send"
                | "sent"
                | "been"
        );
        (same || office) && self.means_it(verb + 1)
            || matches!(
                name,
                "happened" | "happen" | "come" | "gone" | "arrived" | "moved" | "started"
            )
            || self.is_matter(verb + 1)
            || self.is_matter(verb + 2)
    }

    fn did(&self, at: usize) -> bool {
        let base = tense::base(self.said, at);
        let Some(base) = base else {
            return self.word(at) == "did"
                && matches!(self.before(at, 1), "i" | "we" | "you")
                && self.ends(at + 1);
        };
        let subject = self.subject(at);
        let speaker = matches!(subject, "i" | "we" | "");
        let denied = (at.saturating_sub(4).max(self.first)..at).any(|place| {
            matches!(
                self.word(place),
                "not"
                    | "haven't"
                    | "didn't"
                    | "hadn't"
                    | "never"
                    | "couldn't"
                    | "hasn't"
                    | "nearly"
                    | "almost"
                    | "half"
                    | "to"
                    | "'ll"
                    | "will"
                    | "would"
                    | "can"
                    | "could"
                    | "should"
                    | "was"
                    | "were"
                    | "'d"
                    | "when"
                    | "if"
                    | "before"
            )
        });
        if !speaker || denied {
            return false;
        }
        let told = self.deed.verb.told_by(&Base::of(base));
        told == 2
            || told == 1 && (self.means_it(at + 1))
            || base == "do"
                && matches!(self.word(at + 1), "it" | "that" | "them" | "those" | "mine")
            || told == 0
                && (at + 1..(at + 4).min(self.end)).any(|place| self.is_matter(place))
                && base != "have"
    }

    fn stands(&self, at: usize) -> bool {
        let be = matches!(
            self.word(at),
            "'s" | "is" | "'re" | "are" | "'ve" | "has" | "was" | "were" | "got" | "gets"
        ) && !matches!(self.word(at + 1), "not" | "n't");
        let mut place = at + 1;
        while place < self.end
            && (self.said.is(place, SOFT)
                || matches!(
                    self.word(place),
                    "been" | "all" | "now" | "already" | "gone"
                ))
            && !self.ends(place + 1)
        {
            place += 1;
        }
        let state = matches!(
            self.word(place),
            "done"
                | "in"
                | "up"
                | "on"
                | "out"
                | "sorted"
                | "signed"
                | "fixed"
                | "live"
                | "sent"
                | "booked"
                | "finished"
                | "written"
                | "gone"
                | "ready"
                | "here"
                | "back"
                | "closed"
                | "shut"
                | "paid"
                | "ordered"
                | "posted"
                | "filed"
                | "over"
                | "through"
                | "complete"
                | "off"
                | "yours"
        );
        let went = matches!(self.word(at), "went" | "came" | "landed" | "arrived")
            && matches!(
                self.subject(at),
                "it" | "they" | "that" | "those" | "he" | "she" | ""
            );
        let subject = self.subject(at);
        let asked = self.sentence.bounds.question;
        !asked
            && (be
                && state
                && !matches!(subject, "i" | "we" | "you" | "who" | "there")
                && !(at.saturating_sub(3).max(self.first)..at).any(|p| {
                    matches!(
                        self.word(p),
                        "till" | "until" | "when" | "if" | "before" | "where" | "not"
                    )
                })
                || went && !matches!(self.word(at + 1), "to" | "wrong" | "down" | "mad" | "from"))
    }

    fn stands_not(&self, at: usize) -> bool {
        let word = self.word(at);
        let not = word == "not"
            && matches!(self.before(at, 1), "'s" | "is" | "'re" | "are" | "was")
            || matches!(word, "isn't" | "aren't" | "wasn't");
        let place = self.verb_behind(at + 1);
        let state = matches!(
            self.word(place),
            "on" | "up"
                | "in"
                | "done"
                | "there"
                | "ready"
                | "out"
                | "finished"
                | "written"
                | "signed"
                | "gone"
                | "sent"
                | "fit"
                | "started"
                | "right"
                | "complete"
                | "here"
                | "back"
                | "moved"
                | "happened"
                | "come"
                | "going"
                | "happening"
                | "live"
        ) || self.ends(place);
        let yet = matches!(word, "not" | "nothing" | "none" | "no") && self.word(at + 1) == "yet"
            || word == "still"
                && matches!(
                    self.word(at + 1),
                    "to" | "not"
                        | "no"
                        | "haven't"
                        | "hasn't"
                        | "sat"
                        | "sitting"
                        | "there"
                        | "waiting"
                        | "on"
                );
        let empty = matches!(word, "'ve" | "have" | "got" | "had" | "is" | "'s" | "there")
            && matches!(self.word(at + 1), "nothing" | "no")
            && !matches!(self.word(at + 2), "idea" | "problem" | "doubt");
        !self.sentence.bounds.question
            && (not && state && !matches!(self.subject(at), "i" | "you" | "we") || yet || empty)
    }

    fn thwarted(&self, at: usize) -> bool {
        let (word, next, third) = (self.word(at), self.word(at + 1), self.word(at + 2));
        let me = matches!(word, "i" | "we");
        let would = me
            && (matches!(next, "'d" | "would")
                && matches!(third, "have" | "of" | "'ve")
                && self.word(at + 3) != "to"
                || next == "would've"
                || next == "'d"
                    && matches!(
                        third,
                        "nearly" | "almost" | "got" | "had" | "started" | "every"
                    ));
        let going = me
            && matches!(next, "was" | "were")
            && matches!(
                third,
                "going"
                    | "gonna"
                    | "about"
                    | "meant"
                    | "supposed"
                    | "hoping"
                    | "planning"
                    | "all"
                    | "to"
                    | "on"
                    | "halfway"
                    | "just"
                    | "doing"
                    | "nearly"
            );
        let meant =
            me && matches!(
                next,
                "meant" | "tried" | "thought" | "intended" | "kept" | "keep"
            ) && !matches!(third, "it" | "that");
        let sat = matches!(word, "sat" | "sit")
            && next == "down"
            && matches!(third, "to" | "with" | "and" | "");
        let set_up = matches!(word, "had" | "'d")
            && matches!(self.subject(at), "i" | "we")
            && (at + 1..at + 6).any(|place| {
                matches!(
                    self.word(place),
                    "open"
                        | "blocked"
                        | "cleared"
                        | "booked"
                        | "half"
                        | "planned"
                        | "carved"
                        | "pencilled"
                        | "lined"
                        | "ready"
                        | "every"
                )
            });
        let nearly = matches!(word, "nearly" | "almost")
            && !matches!(next, "a" | "every" | "all")
            && matches!(self.subject(at), "i" | "we");
        would || going || meant || sat || set_up || nearly
    }

    fn is_count(&self, at: usize) -> bool {
        self.said.is(at, NUMBER) && self.word(at) != "one"
            || self.word(at).starts_with(|c: char| c.is_ascii_digit())
            || matches!(
                self.word(at),
                "some" | "half" | "most" | "part" | "one" | "bits"
            )
    }

    fn partial(&self, at: usize) -> bool {
        let (word, next, third) = (self.word(at), self.word(at + 1), self.word(at + 2));
        let behind = |place: usize| {
            self.ends(place)
                || matches!(
                    self.word(place),
                    "of" | "so"
                        | "out"
                        | "and"
                        | "near"
                        | "yet"
                        | "but"
                        | "from"
                        | "left"
                        | "done"
                        | "up"
                )
        };
        let did = matches!(
            word,
            "did"
                | "done"
                | "got"
                | "made"
                | "'ve"
                | "have"
                | "sent"
                | "wrote"
                | "had"
                | "finished"
                | "through"
        ) && (self.is_count(at + 1) && behind(at + 2)
            || matches!(next, "like" | "about" | "maybe" | "only" | "just")
                && (self.is_count(at + 2) || matches!(third, "a" | "the"))
            || matches!(next, "a" | "an")
                && matches!(
                    third,
                    "page" | "start" | "draft" | "rough" | "bit" | "few" | "couple" | "first"
                ));
        let of = self.is_count(at)
            && matches!(next, "out" | "of")
            && (next == "out" && third == "of" || matches!(third, "it" | "them" | "those"));
        let to_go = word == "to" && next == "go" && self.is_count(at.wrapping_sub(1))
            || word == "left" && self.is_count(at.wrapping_sub(1));
        let near = matches!(
            word,
            "nearly" | "almost" | "about" | "half" | "partly" | "mostly" | "halfway"
        ) && matches!(
            next,
            "done" | "there" | "finished" | "written" | "ready" | "through"
        );
        let started = word == "started"
            && matches!(self.subject(at), "i" | "we")
            && !matches!(self.before(at, 1), "not");
        let so_far = word == "so" && next == "far"
            || word == "getting" && next == "there"
            || word == "more" && next == "like";
        let alone = self.sentence.len() <= 4
            && self.is_count(at)
            && at == self.first
            && !matches!(self.word(at), "one");
        let rest = matches!(word, "just" | "only")
            && matches!(next, "the" | "one")
            && matches!(third, "one" | "first" | "two" | "half" | "");
        did || of || to_go || near || started || so_far || alone || rest
    }

    fn only(&self, at: usize) -> bool {
        let (word, next, third) = (self.word(at), self.word(at + 1), self.word(at + 2));
        let it = matches!(word, "it" | "there" | "that")
            && matches!(next, "'s" | "is" | "was")
            && matches!(third, "only" | "just")
            && !matches!(self.word(at + 3), "as" | "brilliant" | "great" | "like");
        let thing = word == "only" && matches!(next, "thing" | "that");
        let bar = matches!(word, "bar" | "except") || word == "apart" && next == "from";
        it || thing || bar
    }

    fn turned(&self, at: usize) -> bool {
        let (word, next, third) = (self.word(at), self.word(at + 1), self.word(at + 2));
        word == "but" && !matches!(next, "yeah" | "yes" | "thank" | "it" | "i" | "")
            || word == "but"
                && matches!(next, "i" | "it")
                && !matches!(third, "did" | "got" | "sent" | "'s" | "went")
            || word == "and" && next == "then" && at <= self.first + 1
            || word == "turns" && next == "out"
            || word == "only" && at == self.first
    }

    fn late(&self, at: usize) -> bool {
        let (word, next, third) = (self.word(at), self.word(at + 1), self.word(at + 2));
        word == "in" && next == "the" && third == "end"
            || matches!(word, "finally" | "eventually")
            || word == "better" && next == "late"
            || matches!(word, "day" | "days" | "bit" | "hour" | "week")
                && matches!(next, "late" | "over")
            || word == "two" && next == "goes"
    }

    fn was_to(&self, at: usize) -> bool {
        let (word, next, third) = (self.word(at), self.word(at + 1), self.word(at + 2));
        matches!(word, "was" | "were")
            && (matches!(next, "to" | "meant" | "supposed" | "due" | "for")
                || next == "going" && third == "to")
            && !matches!(self.before(at, 1), "i" | "we")
            || word == "you" && (matches!(next, "said") || next == "'d" && third == "said")
    }

    fn sorry(&self, at: usize) -> bool {
        let (word, next, third) = (self.word(at), self.word(at + 1), self.word(at + 2));
        matches!(
            (word, next),
            ("oh", "no")
                | ("fair", "enough")
                | ("no", "rush")
                | ("no", "worries")
                | ("what", "happened")
        ) || matches!(word, "sorry" | "apologise" | "apologize" | "gutted")
            || word == "what" && next == "'s" && third == "up"
            || self.sentence.len() <= 2 && matches!(word, "right" | "hm" | "ah" | "okay")
    }

    fn receipt(&self, at: usize) -> bool {
        let (word, next, third) = (self.word(at), self.word(at + 1), self.word(at + 2));
        let got = matches!(word, "i" | "we")
            && matches!(
                next,
                "got"
                    | "saw"
                    | "read"
                    | "had"
                    | "used"
                    | "opened"
                    | "heard"
                    | "noticed"
                    | "loved"
                    | "liked"
            )
            && (matches!(
                third,
                "it" | "that" | "them" | "your" | "the" | "yours" | "those"
            ) || self.is_matter(at + 2));
        let you = word == "you"
            && matches!(
                next,
                "did" | "got" | "sent" | "had" | "gave" | "rang" | "put"
            )
            && !matches!(third, "n't" | "say" | "tell" | "not")
            && !self.sentence.bounds.question;
        let has = matches!(word, "he" | "she" | "they")
            && matches!(
                next,
                "got" | "sent" | "came" | "rang" | "told" | "showed" | "said"
            );
        got || you || has
    }

    fn renewed(&self, at: usize) -> bool {
        let promised = self.sentence.hits.iter().any(|hit| {
            hit.at.start == at
                && matches!(hit.cue, Cue::Promise | Cue::Receipt | Cue::Plan | Cue::Able)
        });
        let it = (at..self.end).any(|place| {
            matches!(
                self.word(place),
                "it" | "that" | "them" | "him" | "her" | "those" | "mine" | "again" | "then"
            ) || self.is_matter(place)
        });
        promised && it
    }
}
