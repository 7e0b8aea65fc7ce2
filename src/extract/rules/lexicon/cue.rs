//! What a phrase is a sign of. The phrases themselves and what each sign means stand in the lexicons, which are data.

use serde::Deserialize;

use crate::model::Kind;

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
    /// When or where it was: "on Tuesday's call".
    Situation,
    /// What came of it: "so we had to do it again".
    Impact,
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
    /// Somebody else has it now.
    HandedOn,
    /// The speaker takes over what the other was to do.
    TakenOff,
    /// The day will not hold, said ahead of it.
    NotInTime,
    /// A story of people who have nothing to do with the work.
    OtherStory,
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

impl Cue {
    /// Whether it plays a part only where several sit at the table.
    pub(in super::super) fn is_of_groups(self) -> bool {
        matches!(
            self,
            Self::Ahead
                | Self::WrapUp
                | Self::Briefing
                | Self::InRoom
                | Self::Outlast
                | Self::OnTheSpot
        )
    }

    /// The kinds of items that it speaks for or against, for whoever asks why one was found. None of a cue that is no reason by itself.
    pub(in super::super) fn speaks_of(self) -> &'static [Kind] {
        match self {
            Self::Promise
            | Self::Able
            | Self::Plan
            | Self::Going
            | Self::Receipt
            | Self::Ready
            | Self::Take
            | Self::Assign
            | Self::Ask
            | Self::Tell
            | Self::Offer
            | Self::NoPromise
            | Self::InCall
            | Self::Yes
            | Self::Ahead
            | Self::WrapUp
            | Self::Briefing
            | Self::InRoom
            | Self::Outlast
            | Self::OnTheSpot => &[Kind::Action],
            Self::Nobody
            | Self::Passive
            | Self::We
            | Self::Vague
            | Self::NotMine
            | Self::Fix
            | Self::OwnerAsk
            | Self::EverAsk
            | Self::MeasureAsk
            | Self::Evade
            | Self::Loose => &[Kind::Unclear],
            Self::Park
            | Self::Defer
            | Self::DeferTalk
            | Self::Later
            | Self::Agenda
            | Self::NextTalk
            | Self::NotNow
            | Self::Far => &[Kind::Deferred],
            Self::Praise
            | Self::Thanked
            | Self::Corrective
            | Self::Complaint
            | Self::SoftGap
            | Self::Good
            | Self::YouDid
            | Self::Meant
            | Self::Fault
            | Self::Harm
            | Self::Bad
            | Self::Wrap
            | Self::Hedge
            | Self::Count
            | Self::Counter
            | Self::Contrite
            | Self::Situation
            | Self::Impact
            | Self::Slip => &[Kind::Feedback],
            Self::Norm
            | Self::Want
            | Self::Standard
            | Self::Frequency
            | Self::Result
            | Self::Demand
            | Self::Oblige
            | Self::Universal
            | Self::Within
            | Self::Named
            | Self::Alert => &[Kind::Expectation],
            Self::Done
            | Self::DoneStrong
            | Self::NotDone
            | Self::Waiting
            | Self::Partly
            | Self::DroppedIt
            | Self::AskedAfter
            | Self::Workload
            | Self::Forgot
            | Self::Unclear
            | Self::Tools
            | Self::World
            | Self::Private
            | Self::HandedOn
            | Self::TakenOff
            | Self::NotInTime => &[Kind::FollowUp],
            // What is supposed, told of others, usual or a joke speaks against anything.
            Self::If | Self::Quoting | Self::Habit | Self::Joke => &Kind::ALL,
            Self::No | Self::Thanks | Self::Turning | Self::OtherStory => &[],
        }
    }
}
