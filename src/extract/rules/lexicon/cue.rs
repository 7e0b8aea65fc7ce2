//! What a phrase is a sign of. The phrases themselves and what each sign means stand in the lexicons, which are data.

use serde::Deserialize;

/// What a phrase is a sign of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(in super::super) enum Cue {
    // Asking and promising.
    Promise,
    Able,
    Plan,
    Going,
    Receipt,
    Ready,
    Take,
    Assign,
    Ask,
    Tell,
    Offer,
    NoPromise,
    InCall,
    // Talk.
    Yes,
    No,
    Thanks,
    Quoting,
    If,
    Habit,
    Hedge,
    Turning,
    // Left open.
    Nobody,
    Passive,
    We,
    Vague,
    NotMine,
    Park,
    Defer,
    DeferTalk,
    Later,
    /// A word that turns "we should" into something that nobody was given: get it sorted, find a way, look into it.
    Fix,
    /// Asking who has something.
    OwnerAsk,
    /// Asking whether anybody ever did something.
    EverAsk,
    /// Asking what would do, how much, by when.
    MeasureAsk,
    /// An answer that gives nothing to hold on to.
    Evade,
    /// Vague words that are harmless unless somebody asked for more.
    Loose,
    /// What makes a saying about later one about this talk's own topics.
    Agenda,
    /// The next of these talks.
    NextTalk,
    /// Not now, which alone may be said of anything.
    NotNow,
    /// A time weeks away or not known.
    Far,
    // Judging.
    Praise,
    Thanked,
    Corrective,
    Complaint,
    SoftGap,
    /// A good word about something, which may or may not be the other's doing.
    Good,
    /// What the other did, without a word of judgement.
    YouDid,
    /// The speaker underlines what was said: "I mean it".
    Meant,
    /// The other's conduct with a shortcoming in it.
    Fault,
    /// What it did to the speaker: "nobody rang me".
    Harm,
    /// A shortcoming of a piece of work or of an act.
    Bad,
    /// The wrapping of a reproach: "it's only that".
    Wrap,
    /// How often or how long already.
    Count,
    /// What would have been better.
    Counter,
    /// How people take a reproach: "that's fair", "I know, I'm sorry".
    Contrite,
    /// A day that was said and went by.
    Slip,
    /// Said in fun.
    Joke,
    Norm,
    Want,
    Standard,
    Frequency,
    Result,
    /// The manager wants a state of things, not a favour.
    Demand,
    /// Something has to be so.
    Oblige,
    /// Every, each, no, always: a rule rather than a task.
    Universal,
    /// A measure of time: within, by each, the same day.
    Within,
    /// What was just said is called a rule: "that's the number".
    Named,
    /// "I want to hear".
    Alert,
    // What became of it.
    Done,
    DoneStrong,
    NotDone,
    Waiting,
    Partly,
    DroppedIt,
    AskedAfter,
    Workload,
    Forgot,
    Unclear,
    Tools,
    World,
    Private,
    // Meetings of several.
    /// What comes behind this meeting: the next one, the time until then.
    Ahead,
    /// The meeting comes to its end.
    WrapUp,
    /// Who does what is told out: "here's what we're each going to do".
    Briefing,
    /// The talk is about this meeting's own course: its agenda, its slides.
    InRoom,
    /// A verb whose deed outlives the meeting: send, look into, type up.
    Outlast,
    /// A verb whose deed is done there and then: show, give, go to the next slide.
    OnTheSpot,
}
