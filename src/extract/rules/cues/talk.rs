//! How people answer, quote, hedge and turn to the next matter.

use super::Cue;

pub(super) const PHRASES: &[(Cue, &str)] = &[
    (
        Cue::Yes,
        "^yes; ^yeah; ^yep; ^yup; ^sure; ^of course; ^absolutely; ^definitely; ^certainly; ^no problem|problems|worries|bother|drama|dramas; ^not a problem|bother; ^will do; ^can do; ^i can; ^i will; ^i could; ^happy to; ^okay; ^ok; ^alright; ^all right; ^right so; ^right you are; ^right; ^grand; ^perfect; ^sounds good|fine|great|right; ^that works; ^works for me; ^deal; ^done; ^fine; ^fair enough; ^too easy; ^easy; ^hundred percent|%; ^a hundred percent|%; ^for sure; ^you got it; ^got it; ^understood; ^noted; ^consider it; ^leave it with me; ^on it; ^consider that; ^i 'll; ^i 'd be happy; ^please; ^go for it; ^go ahead; ^go on; ^do; ^lovely; ^great; ^brilliant; ^that 'd be; ^that would be; ^love it; ^good; ^makes sense; ^that makes sense; ^agreed; ^i agree; ^fantastic; ^wonderful; ^cool; ^thank you; ^thanks; ^too right; ^ah sure; ^i suppose i could|can; ^i don't see why not; ^why not; ^aye; ^righto; ^rightio; ^very good; ^excellent; ^cheers; ^ta; ^good idea|plan; ^sound; ^i 'm happy with; ^mm hm; ^yes please; ^that 's fine|grand|good|great|perfect|the; ^loud and clear; ^message received; ^beauty; ^good stuff; ^go; ^do that; ^i 'd say so; ^works",
    ),
    (
        Cue::No,
        "^no; ^nope; ^nah; ^not really; ^don't; ^leave it; ^no need; ^i 'd rather not; ^i 'd rather you didn't; ^i can't; ^i couldn't; ^i won't; ^not yet; ^you 're all right|grand; ^don't worry; ^forget it; ^never mind; ^no thanks|thank; ^it 's fine; ^i don't think; ^i 'd rather; ^i 'd prefer; ^not at the moment; ^not now; ^not today; ^i doubt",
    ),
    (
        Cue::Thanks,
        "thank you; thanks; appreciate it; appreciate that; that 'd be great|good|lovely|brilliant|grand|useful|helpful|a; that would be great|good|lovely|brilliant|grand|useful|helpful|a; that 'd help; that would help; perfect; wonderful; you 're a star|legend|gem|hero; good man|woman|girl|lad; that 's the job",
    ),
    (
        Cue::Quoting,
        "he|she|they|i|we|you|who goes|said|says|say|told|asked|swore|promised|reckons|thought|thinks|texted|wrote|goes; he|she|they|you 's|'d said|told|going|like|asked|saying; was like; 's going; 're going like; goes to me; says to me; said to me; saying; he|she|they was|were saying|like; dad|mum|mam|mom|somebody|everyone|everybody|someone|nobody says|said|goes|told; ^@who told; told me; told him|her|them; i 'd said; told you; quote; i 've told|said; says; goes;",
    ),
    (
        Cue::If,
        "if; unless; suppose; supposing; in case; otherwise; whether; if it came to that",
    ),
    (
        Cue::Habit,
        "every time; usually; normally; always; generally; most days|weeks|mornings; on mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays; whenever; tend to; used to; back when; when i was; in the old days; years ago; one time",
    ),
    (
        Cue::Hedge,
        "maybe; kind of; kinda; sort of; sorta; a bit; a little; i guess; i suppose; i just; it 's just; it 's only; just wondering; i wonder; i wondered; probably; perhaps; might have; might be; might 've; not a criticism; not a big deal; no big deal; don't want to make; don't want to be; don't want to go; not having a go; i don't know if; i could be wrong; i might be wrong; only a little|small|tiny; little thing; i 'm sure it; i 'm sure you; tiny bit; slightly; i feel like; don't take this; no pressure; when you get a chance; i hate to; not the end of the world; for what it 's worth; just a thought; not complaining; i did kind; would 've sort; i thought maybe; it may be; may just be; quite; possibly; nothing major|serious|scary; i know you 're busy; i know how busy; it 's probably; there 's been a; a touch; not blaming; no one 's blaming; nobody 's blaming; it might 've; not saying; i 'm not saying; bit of a; not trying to; there was just; just the one thing; just one thing; one small thing; one little thing; i 'm only saying; or whatever; if that makes sense; in hindsight; ever so",
    ),
    (
        Cue::Turning,
        "^one other thing; ^one more thing; ^one other; ^one last; ^different topic|subject; ^change of subject; ^switching gears; ^before i forget; ^while i think; ^while i remember; ^and then; ^what else; ^next; ^anyway; ^moving on; ^other thing; ^the other thing; ^another thing; ^one more; ^last thing; ^and the; ^now; ^speaking of; ^while we 're; ^on to; ^also; ^then; ^and there 's; ^what about; ^how about; ^how 's; ^where are we",
    ),
];
