//! The lexicons, as data: what people say when they promise, ask, answer, praise, put off. Written for talk between two people at work
//! in any trade and in British, Irish, American and Australian English; no trade's own words belong here. The language of the phrases
//! is that of `pattern`.

mod asking;
mod judging;
mod norm;
mod open;
mod outcome;
mod talk;

/// What a phrase is a sign of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Cue {
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
}

/// Classes of words, by the name that a phrase uses behind `@`.
pub(super) const CLASSES: &[(&str, &str)] = &[
    (
        "adv",
        "just definitely probably also actually really certainly still then maybe only personally quickly happily gladly absolutely obviously simply even kind kinda sort sorta of always likely at least now go and try to get",
    ),
    (
        "soft",
        "just definitely probably also actually really certainly still then maybe only personally quickly happily gladly absolutely obviously simply even always",
    ),
    (
        "do",
        "accept add adjust agree allocate amend announce apply apologise apologize appoint approach approve arrange ask assign attach audit authorise authorize back book brief bring build buy calculate call cancel cc change chase check circulate clean clear close collate collect compare compile complete confirm connect contact coordinate copy correct cost count cover create cut deliver demo design detail dig discuss distribute document do double download draft draw drive drop edit email escalate estimate explain explore export extend figure file fill finalise finalize find finish fit fix flag follow forward gather get give go grab hand handle have hire host implement inform inspect install interview introduce invite invoice iron issue join keep label launch lay lead leave let line list lodge log look loop mail make map mark measure meet mention message mock move negotiate note nudge offer open order organise organize own pack paint pass pay phone pick pin ping place plan pop post prep prepare present price print prioritise prioritize process produce propose provide pull push put query quote raise read rearrange rebook record redo reduce refund register release remind remove renew reorder repair replace reply report request research reserve reset resolve respond restock return review revise rewrite ring rota rotate run sack scan schedule send separate serve set share shift shoot shortlist show sign sit sketch slot sort source speak spec split spread square start stick stock stop submit summarise summarize supply swap switch tackle take talk teach tell test text tidy track train transfer translate trial type update upload verify visit walk warn wash work wrap write",
    ),
    (
        "send",
        "send email mail forward text message ping call phone ring write draft share post shoot submit file book order schedule arrange organise organize chase confirm cc copy circulate print deliver invite upload sign lodge finalise finalize circulate",
    ),
    (
        "mind",
        "be know think believe want need like love hate miss remember forget hope guess bet admit wait suppose say swear die enjoy wish understand mean mind survive manage live stay feel see hear regret believe never spare grant kill cry laugh sleep retire quit lie shut scream starve pretend wear eat drink become seem happen cope lose last win",
    ),
    (
        "idle",
        "it that this them him her one those these so theirs mine ours yours own",
    ),
    (
        "who",
        "he she they it who nobody everybody someone somebody people mum dad mam",
    ),
    (
        "stop",
        "a an the and or but so if then than that this these those there here it its he him his she her they them their we us our you your i me my mine yours is are was were be been being am do does did done doing have has had having will would shall should can could may might must to of in on at by for with from into onto out off up down over about as not no yes yeah just like really very too also well now okay ok right oh um uh eh ah hm mm 'll 've 're 'd 'm 's don't didn't doesn't can't couldn't won't wouldn't isn't wasn't haven't hasn't i'm get got getting go going gone went come came coming one thing things something anything everything bit lot all any some what which who when where how why because before after again still back only even ever never much more most other same say said says think thought know mean look see let make made take took put want need good great way time day today tomorrow tonight week month year next last first morning afternoon evening end monday tuesday wednesday thursday friday saturday sunday two three four five six seven eight nine ten sure maybe actually anyway though theirs ours own hi us am by if me my or ye yo ha tv gosh god hello hey bye lads lad guy guys fella bloke man woman through around until till since sort kind stuff people somebody someone nobody anybody everybody give gave them themselves myself yourself himself herself itself each every both another else ones gonna gotta wanna need needs use used tell told ask asked keep kept whole little big new old long far ago yet already soon later whatever whoever being does able try trying happen happened feel start started send sent done sorry thanks thank please wait waiting waited hi us am by if me my or ye yo ha tv gosh god hello hey bye lads lad guy guys fella bloke man woman mr mrs ms dr inaudible crosstalk laughs pause sighs exhales somewhere rest couple while few guess course fair sound ahead together properly gets goes lets puts comes takes wants needs gives keeps means makes looks seems theirs ours heard hearing",
    ),
    (
        "common",
        "day days home kid kids face place person life world hand hands side part job work word case name line point reason idea night house car door room table story family friend minute hour hours mind head eye eyes body water food money care rest half start call calls talk chat question answer change move turn run walk play sort look feel real right left high low early late hard easy nice fine happy bad worse better best true free full open short small large young busy quiet once twice quite almost enough less matter front top bottom outside inside",
    ),
    (
        "good",
        "good great lovely fantastic brilliant excellent terrific amazing wonderful outstanding superb savage serious class impressive beautiful beautifully fabulous awesome stellar exceptional incredible magic deadly ace top cracking solid smart clever spot phenomenal perfect well strong tidy sharp proud delighted impressed better best",
    ),
    (
        "verygood",
        "fantastic brilliant excellent terrific amazing wonderful outstanding superb impressive fabulous awesome stellar exceptional incredible cracking phenomenal beautifully",
    ),
    ("someone", "somebody someone"),
    (
        "pos",
        "good great nice lovely kind thoughtful helpful useful clear neat thorough careful calm patient honest brave quick fair generous tactful straight sensible mature accurate reliable organised organized polished sharp creative reassuring refreshing grown strong solid smart clever impressive tidy classy decent proper gracious bold cool funny warm readable simple professional persuasive convincing",
    ),
    (
        "vpos",
        "fantastic brilliant excellent terrific amazing wonderful outstanding superb impressive fabulous awesome stellar exceptional incredible cracking phenomenal smashing marvellous marvelous splendid super magnificent exemplary perfect spotless flawless stunning faultless masterly masterful immaculate ace magic belting tremendous superb gorgeous unreal invaluable priceless",
    ),
    (
        "sup",
        "best clearest cleanest fastest quickest smoothest tidiest strongest neatest kindest bravest easiest nicest sharpest calmest fairest quietest finest smartest biggest",
    ),
    (
        "posadv",
        "well brilliantly beautifully perfectly superbly nicely wonderfully carefully calmly kindly fantastically excellently flawlessly impressively gracefully thoroughly cleverly neatly quickly gently patiently tactfully",
    ),
    (
        "bad",
        "bad poor wrong unfair unkind rude late slow sloppy careless messy rushed short sharp harsh abrupt vague unclear confusing thin long muddled patchy weak rough disappointing annoying frustrating awkward embarrassing unhelpful unacceptable incomplete missing untidy scruffy heavy cold blunt curt dismissive defensive distracted unprofessional inconsistent unreliable much loose flat dense wordy bare brief fussy clumsy heavy quiet",
    ),
    (
        "int",
        "really very so absolutely genuinely seriously properly proper pure just such incredibly extremely truly dead bloody honestly totally completely rather pretty quite",
    ),
    (
        "times",
        "twice once times time weeks months years days weeks' months' fortnight week month mornings meetings",
    ),
    (
        "soonday",
        "today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday",
    ),
    (
        "talkverb",
        "do discuss cover tackle revisit review settle talk chat address pick have look go get sit come finish return dig figure circle",
    ),
    (
        "past",
        "did went got sent rang called spoke wrote made took gave had put told came found met saw ran set sat fixed signed booked ordered finished completed sorted paid brought built drew drove held kept left read said sold stood taught thought won began bought caught cut dealt fell felt flew hit hung let lost rode rebuilt redid shot shut stuck swapped tore threw typed counted asked emailed texted talked checked",
    ),
    (
        "perf",
        "done sent gone finished completed sorted fixed signed booked ordered written rung called spoken made taken given put told found met seen run set sat paid brought built drawn held kept left read sold begun bought dealt redone rebuilt got gotten had been started changed moved posted printed filed lodged agreed closed delivered installed updated approved ready live up out in through over",
    ),
    (
        "neg",
        "not never n't don't didn't doesn't haven't hasn't hadn't isn't wasn't won't can't couldn't",
    ),
    (
        "month",
        "january february march april may june july august september october november december summer autumn spring winter christmas easter",
    ),
    (
        "filler",
        "so and but okay ok yeah yep yes well look right now then um uh eh ah oh no sure hm mm hmm anyway also like actually listen grand fine alright lovely perfect great good thanks cool true basically honestly obviously again because cause laughs pause sighs absolutely exactly mate plus or sorry please nah yeh aye cheers ta anyways righto cool wow haha ha ouch yikes hmm welp",
    ),
];

/// The phrases of every cue, table by table.
pub(super) const PHRASES: &[(Cue, &str)] = &{
    const PARTS: [&[(Cue, &str)]; 6] = [
        asking::PHRASES,
        talk::PHRASES,
        open::PHRASES,
        judging::PHRASES,
        norm::PHRASES,
        outcome::PHRASES,
    ];
    const LEN: usize = PARTS[0].len()
        + PARTS[1].len()
        + PARTS[2].len()
        + PARTS[3].len()
        + PARTS[4].len()
        + PARTS[5].len();
    let mut all = [(Cue::Yes, ""); LEN];
    let (mut part, mut at) = (0, 0);
    while part < PARTS.len() {
        let mut row = 0;
        while row < PARTS[part].len() {
            all[at] = PARTS[part][row];
            at += 1;
            row += 1;
        }
        part += 1;
    }
    all
};
