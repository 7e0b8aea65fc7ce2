//! The small closed classes of English that item texts are cut by: determiners, prepositions, pronouns, titles, weak nouns.
//! No trade has words here; what is not listed is a word with a meaning of its own.

use std::collections::BTreeSet;
use std::sync::LazyLock;

type Set = BTreeSet<&'static str>;

fn list(words: &'static str) -> Set {
    words.split_whitespace().collect()
}

/// Whether a word is one of a few.
pub(super) fn among(word: &str, list: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == word)
}

static DETERMINER: LazyLock<Set> = LazyLock::new(|| {
    list(
        "the a an my your his her our their its this that these those some every each another any no",
    )
});

/// Words that open a noun phrase.
pub(super) fn is_determiner(word: &str) -> bool {
    DETERMINER.contains(word)
}

static DEMONSTRATIVE: LazyLock<Set> = LazyLock::new(|| list("this that these those her one"));

/// Determiners that are pronouns when no noun follows.
pub(super) fn is_demonstrative(word: &str) -> bool {
    DEMONSTRATIVE.contains(word)
}

static OBJECT: LazyLock<Set> = LazyLock::new(|| list("it that this them those these him her one"));

/// Pronouns that stand for a thing or a person as an object.
pub(super) fn is_object(word: &str) -> bool {
    OBJECT.contains(word)
}

static SUBJECT: LazyLock<Set> = LazyLock::new(|| {
    list(
        "i you he she it we they there nobody somebody someone everybody everyone neither who whoever \
     what that's",
    )
});

/// Pronouns that begin a clause as its subject.
pub(super) fn is_subject(word: &str) -> bool {
    SUBJECT.contains(word)
}

static PREPOSITION: LazyLock<Set> = LazyLock::new(|| {
    list(
        "of for to from with without about at by into onto against between behind beside under during per \
     than as like on in off over up out down through round around along across past back away near \
     after before",
    )
});

pub(super) fn is_preposition(word: &str) -> bool {
    PREPOSITION.contains(word)
}

static PARTICLE: LazyLock<Set> = LazyLock::new(|| {
    list("up out off in on over down back through round around away along forward across together")
});

/// What may part a verb from its object: "put up", "sort out", "get on to".
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLE.contains(word)
}

static NOISE: LazyLock<Set> =
    LazyLock::new(|| list("um uh er erm eh ah oh hm hmm mm mmm uhm laughs pause sighs exhales"));

/// Hesitations: never shown.
pub(in super::super) fn is_noise(word: &str) -> bool {
    NOISE.contains(word)
}

static PADDING: LazyLock<Set> = LazyLock::new(|| {
    list(
        "just actually basically honestly literally obviously probably maybe perhaps definitely certainly \
     simply personally possibly please quickly really happily gladly myself ourselves",
    )
});

/// Small adverbs that an order does without.
pub(super) fn is_padding(word: &str) -> bool {
    PADDING.contains(word)
}

static DANGLES: LazyLock<Set> = LazyLock::new(|| {
    list(
        "by before until till for at the a an and or but so from of as than because cos if when then \
     though okay ok right yeah yes anyway too please sometime latest like myself is was are who which \
     where what my your their our every into with also well now not i he she we they alright grand \
     mate sure about else straightaway through while",
    )
});

/// Words that end no line.
pub(super) fn dangles(word: &str) -> bool {
    DANGLES.contains(word)
}

/// Phrases that end a line and add nothing to it, word by word.
pub(super) static TAILS: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    let all = "you know; i mean; i think; i suppose; i guess; i reckon; i promise; i swear; to be honest; as \
     well; and all; at all; first thing; straight away; right away; straight after; straight after \
     this; after this; this week; next week; next time; this time; this afternoon; this morning; this \
     evening; later on; in a minute; in a bit; in a sec; at the latest; at some point; when i can; if \
     i can; or something; or whatever; and everything; and that; sort of; kind of; isn't it; if i \
     have to; or so; the day after; the day before; there and then; the same day; it the day; the night before; the night; days before; the week before; no bother; this aft; this \
     arvo";
    all.split(';')
        .map(|tail| tail.split_whitespace().collect())
        .collect()
});

static TITLE: LazyLock<Set> =
    LazyLock::new(|| list("mr mrs ms miss dr prof father sister auntie uncle"));

pub(super) fn is_title(word: &str) -> bool {
    TITLE.contains(word)
}

static CALENDAR: LazyLock<Set> = LazyLock::new(|| {
    list(
        "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays \
     fridays saturdays sundays january february march april may june july august september october \
     november december christmas easter god jesus christ lord ok aye ta ooh ha",
    )
});

/// Days and months: they are capitals and no names.
pub(super) fn is_calendar(word: &str) -> bool {
    CALENDAR.contains(word)
}

static MODIFIER: LazyLock<Set> = LazyLock::new(|| {
    list(
        "new old big little long whole good great last first second third next other same own right \
     lovely perfect true two three four five six seven eight nine ten few more back best most",
    )
});

/// Adjectives and the like among the stop words, that may stand inside a noun phrase.
pub(super) fn is_modifier(word: &str) -> bool {
    MODIFIER.contains(word)
}

static WEAK: LazyLock<Set> = LazyLock::new(|| {
    list(
        "thing things bit way lot time times day days week weeks month months year years one ones minute \
     minutes hour hours second seconds moment half reason point idea fault sake course kind sort \
     world end rest side matter chance luck sense mind truth morning afternoon evening night weekend \
     fortnight quarter today tomorrow stuff something anything nothing everything couple people man \
     woman head hand hands eye eyes face word words place while go look think love life heart feeling \
     difference mess joke problem shame pleasure laugh mistake fuss worry trouble fun doubt case fact \
     sorry thanks goodness heavens deal job work fella lad bloke guy start turn chat talk home please \
     cheers none per cent percent",
    )
});

/// Nouns that name nothing by themselves.
pub(super) fn is_weak(word: &str) -> bool {
    WEAK.contains(word)
}

static ROLE: LazyLock<Set> = LazyLock::new(|| {
    list(
        "mum mam mom dad mother father sister brother son daughter wife husband aunt uncle boss manager \
     owner customer customers client clients supplier suppliers accountant solicitor lawyer landlord \
     agent driver drivers engineer engineers teacher nurse doctor lady gentleman woman man lad lads \
     girl girls boy boys fella bloke guy guys team bank council agency office company neighbour \
     neighbor apprentice trainee volunteer volunteers inspector assistant director colleague staff \
     crew parents family people",
    )
});

/// People by what they are to somebody: generic words only.
pub(super) fn is_role(word: &str) -> bool {
    ROLE.contains(word)
}

static CONTACT: LazyLock<Set> = LazyLock::new(|| {
    list(
        "ring call phone tell ask text email mail message chase speak talk remind invite thank warn meet \
     nudge ping catch interview write",
    )
});

/// Verbs whose object is somebody: "ring them" asks for people.
pub(super) fn is_contact(word: &str) -> bool {
    CONTACT.contains(word)
}

static ASKING: LazyLock<Set> = LazyLock::new(|| {
    list(
        "ask see check find know tell decide confirm work figure say show explain wonder sure out him her \
     them on about",
    )
});

/// Verbs that ask or find out: what follows "if" or "when" is their object.
pub(super) fn is_asking(word: &str) -> bool {
    ASKING.contains(word)
}

static WANTS_OBJECT: LazyLock<Set> = LazyLock::new(|| {
    list(
        "sign ring call phone send do write draft book order check chase email text finish fix sort bring \
     print post clean cancel collect deliver fill measure pay price read test update have get put \
     make take confirm file submit arrange prepare review handle",
    )
});

/// Verbs that say nothing without an object.
pub(super) fn wants_object(word: &str) -> bool {
    WANTS_OBJECT.contains(word)
}
