//! The small closed classes of English that item texts are cut by: determiners, prepositions, pronouns, titles, weak nouns. Their
//! words stand in the lexicon; what is not listed is a word with a meaning of its own.

use std::sync::LazyLock;

use super::super::dialogue::known_word;
use super::super::lexicon::Class;

fn is(word: &str, class: Class) -> bool {
    known_word(word).is(class)
}

pub(super) const DETERMINER: Class = Class::named("determiner");

/// Words that open a noun phrase.
pub(super) fn is_determiner(word: &str) -> bool {
    is(word, DETERMINER)
}

pub(super) const DEMONSTRATIVE: Class = Class::named("demonstrative");

/// Determiners that are pronouns when no noun follows.
pub(super) fn is_demonstrative(word: &str) -> bool {
    is(word, DEMONSTRATIVE)
}

pub(super) const OBJECT: Class = Class::named("object");

/// Pronouns that stand for a thing or a person as an object.
pub(super) fn is_object(word: &str) -> bool {
    is(word, OBJECT)
}

pub(super) const SUBJECT: Class = Class::named("subject");

/// Pronouns that begin a clause as its subject.
pub(super) fn is_subject(word: &str) -> bool {
    is(word, SUBJECT)
}

pub(super) const PREPOSITION: Class = Class::named("preposition");

pub(super) fn is_preposition(word: &str) -> bool {
    is(word, PREPOSITION)
}

pub(super) const PARTICLE: Class = Class::named("particle");

/// What may part a verb from its object: "put up", "sort out", "get on to".
pub(super) fn is_particle(word: &str) -> bool {
    is(word, PARTICLE)
}

pub(super) const NOISE: Class = Class::named("noise");

/// Hesitations: never shown.
pub(in super::super) fn is_noise(word: &str) -> bool {
    is(word, NOISE)
}

pub(super) const PADDING: Class = Class::named("padding");

/// Small adverbs that an order does without.
pub(super) fn is_padding(word: &str) -> bool {
    is(word, PADDING)
}

pub(super) const DANGLES: Class = Class::named("dangles");

/// Words that end no line.
pub(super) fn dangles(word: &str) -> bool {
    is(word, DANGLES)
}

/// Phrases that end a line and add nothing to it, word by word.
pub(super) static TAILS: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    let all = "you know; i mean; i think; i suppose; i guess; i reckon; i promise; i swear; to be honest; as \
     well; and all; at all; first thing; straight away; right away; straight after; straight after \
     this; after this; this week; next week; next time; this time; this afternoon; this morning; this \
     evening; later on; in a minute; in a bit; in a sec; at the latest; at some point; when i can; if \
     i can; or something; or whatever; and everything; and that; sort of; kind of; isn't it; if i \
     have to; or so; the day after; the day before; at the outside; there and then; the same day; it the day; the night before; the night; days before; the week before; no bother; this aft; this \
     arvo";
    all.split(';')
        .map(|tail| tail.split_whitespace().collect())
        .collect()
});

pub(super) const TITLE: Class = Class::named("title");

pub(super) fn is_title(word: &str) -> bool {
    is(word, TITLE)
}

pub(super) const CALENDAR: Class = Class::named("calendar");

/// Days and months: they are capitals and no names.
pub(super) fn is_calendar(word: &str) -> bool {
    is(word, CALENDAR)
}

pub(super) const MODIFIER: Class = Class::named("modifier");

/// Adjectives and the like among the stop words, that may stand inside a noun phrase.
pub(super) fn is_modifier(word: &str) -> bool {
    is(word, MODIFIER)
}

pub(super) const WEAK: Class = Class::named("weak");

/// Nouns that name nothing by themselves.
pub(super) fn is_weak(word: &str) -> bool {
    is(word, WEAK)
}

pub(super) const ROLE: Class = Class::named("role");

/// People by what they are to somebody: generic words only.
pub(super) fn is_role(word: &str) -> bool {
    is(word, ROLE)
}

pub(super) const POST: Class = Class::named("post");

/// Whether a label is what somebody is and not what they are called: "Site Manager".
pub(in super::super) fn is_post_of(name: &str) -> bool {
    name.rsplit_once(' ')
        .is_some_and(|(_, last)| is(&last.to_lowercase(), POST))
}

pub(super) const CONTACT: Class = Class::named("contact");

/// Verbs whose object is somebody: "ring them" asks for people.
pub(super) fn is_contact(word: &str) -> bool {
    is(word, CONTACT)
}

pub(super) const ASKING: Class = Class::named("asking");

/// Verbs that ask or find out: what follows "if" or "when" is their object.
pub(super) fn is_asking(word: &str) -> bool {
    is(word, ASKING)
}

pub(super) const WANTS_OBJECT: Class = Class::named("wants-object");

/// Verbs that say nothing without an object.
pub(super) fn wants_object(word: &str) -> bool {
    is(word, WANTS_OBJECT)
}
