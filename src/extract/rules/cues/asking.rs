//! How people promise, ask, offer and take.

use super::Cue;

pub(super) const PHRASES: &[(Cue, &str)] = &[
    (
        Cue::Promise,
        "i 'll; i will; i shall; i 'm going to; i am going to; i 'm gonna; let me; lemme; i 'll be sure to; i promise to; i commit to; i 'm happy to; i 'm gonna have to; i 'm to",
    ),
    (
        Cue::Able,
        "i can; i could; i can maybe|probably|certainly; i 'd be happy|glad|delighted to; i 'm happy|glad to; happy to; i don't mind",
    ),
    (
        Cue::Plan,
        "what i 'd like to do is; what i 'll do is; what i 'm going|gonna to? do is; my plan is to; the plan is to; the plan 's to; i plan to; i 'm planning to|on; i intend to; i 'm aiming to; i aim to; i figure it 's me; i figure i; i need to @do; i should @do; i have to @do; i 've got to @do; i 've to @do; i must @do; i owe you; here 's how i 'd do it; my next step is; next step for me is",
    ),
    (
        Cue::Going,
        "i 'm @ing; i am @ing; i 've .. in|coming on|at; i 've got * in on|at; i 've .. booked|lined; we start|begin; i start|begin",
    ),
    (
        Cue::Receipt,
        "he|she|they can have it|that|them|this|those; they 'll all|both have|get it|that|them; he|she|they 'll|'d have|get it|that|them|this|the|a|an|his|her|their|one|theirs|hers; you 'd have|get it|that|them|the|a|an|your|both; it|that|they|these|those 'll be @ed|wrapped|written|built|cut|sent|made;  you 'll have|get|see|hear it|that|them|this|something|everything|the|my|a|an|your|one|those|both|all|from; you will have|get it|that|them|this|something|the|my|a; it 'll be with|on|in|over|at|there|ready|done|out|up; it will be with|on|in|over|at|there|ready|done|out|up; that 'll be with|on|in|over|ready|done|out|up; they 'll be with|on|in|over|ready|done|out|up; you can have it|that|them; you 'll be in|set|sorted by; you 'll have .. by|on|before|tomorrow|tonight|today|this; it 's yours by|on; with you by; on your desk by; in your inbox by",
    ),
    (
        Cue::Ready,
        "will|'ll be done|finished|ready|out|up|live|complete|completed|sent|sorted|closed|fixed|posted|published|filed|shipped|over|in; then it 's live|out|up|done; it 's live|done|out|up @soonday; it 'll go up|out|in|off; it goes up|out|in|off @soonday; will go up|out|in|off; that|it 's done by",
    ),
    (
        Cue::Take,
        "leave it|that|this|those|them one? with|to me; leave that one with me; i 've got it|that|this one; i 've got this; let me take|own|handle it|that|this|those; i 'll take|own|handle|grab it|that|this|those|care|on; ^that 's mine; that one 's mine; that 's on|with me; it 's on|with me; ^that 's me; it is me; it 's me; put me down for|as; i 'm on it|that; ^on it; mine to do; count me in; give it|him|her|them|that to me; consider it done|sorted|handled|in; consider that done|sorted; i 'll do it|that|this; i 'll sort it|that|this; i 'll see to it|that; i 'll look after it|that; i 'll get on to it|that|them|him|her; i 'll get onto it|that|them|him|her; i 'll get on it|that; i 'll make sure; i 'll own; ^will do; ^can do; ^i will; ^i can; i can do that; i 'll do; that 's for me; leave me with it; pop me down; i 'm your man|woman",
    ),
    (
        Cue::Assign,
        "you 'll be @ing; you 're going|gonna to? @do; you 'll @soft? @do; you will @soft? @do; your job is to; your job will be; you 're to; you 're on|doing|taking|leading|running|handling; i 'll leave you to; i 'll leave that|it|this with|to you; that 's yours; that one 's yours; i 'm putting you on|down; you own; you take|handle|run|lead; can i leave that|it|this with you; for you it 's",
    ),
    (
        Cue::Ask,
        "send|get|bring|show|drop me; give me a call|ring|shout|bell|list|copy|the|your; i need a|the|your|some .. from you; i 'd like a|the|your|some .. from you; i want a|the|your|some .. from you; could|can|would|will you @soft? please? @do; could|can|would|will you maybe|possibly|at|quickly @do; could|can you not @do; would you mind; would you be able|up|willing|okay; do you mind @ing; are you able|okay|happy to; i need you to; i 'd need you to; i 'll need you to; i 'd like|love|want you to; i 'd really like|love you to; i want you to; i would like|love you to; if you could|can|would .. @do; i 'd love|like a|one|some; can|could i ask|get|have|trouble|borrow you|one|a|the; make sure you|that|the|it|to|they; don't forget to; be sure to; remember to; any chance you; any chance of; is there any chance; is there any way; do you think you could|can|might; you might @do; you could @do; could you maybe; why don't you; how about you; have him|her|them|someone @do you; can you have|get him|her|them|* to? @do; i 'd ask you to; i 'd appreciate it if you; it 'd be great|good|helpful|lovely|useful if you; it would be great|good|helpful|useful|lovely if you; something you could|can do for me; one thing you could do; what i 'd need|like|love from you; what i need from you; what i need is; let me know; are you all right|ok|okay|alright to; i 'll get|have you to? @do; i 'd love you to; you want to @do; you 'll want to @do; you should @do; you need to @do; you 'll need to @do; you have to @do; you 've to @do; you 'd want to @do; i was hoping you; i was wondering if you; i wonder if you could; can we @do; could we @do; is that something you; do us a favour|favor; do me a favour|favor; mind @ing; can i leave; will you not @do; would you ever @do; you couldn't @do; you might give|ask|tell|have|get",
    ),
    (
        Cue::Tell,
        "^@do it|that|them|him|her|the|a|an|your|my|me|this|those|some|these|up|out|off|on|in|with|to|over; ^@soft @do it|that|them|him|her|the|a|an|your|my|me|this|those|some|these|up|out|off|on|in|with|to|over; ^please @do; ^just @do; ^@do * in; ^go and @do; ^go @do; ^get * to; ^have * @do; ^have a look|word|chat|think|go; ^do that|it|this|the; ^@do for|by|on|before",
    ),
    (
        Cue::Offer,
        "can|could i call|ring|help|book|send|take|do|try|write|draft|order|set|put|bring|move|change|start|tell|speak|talk|email|invite|hire|go|run|chase|sort|arrange|organise|organize|schedule|pick|buy|post|check|look; do you want me to; would you like me to; shall i; will i @do; should i; want me to; d'you want me to; so i can|could @do; i could @do; i can @do .. if you; i can @do .. for you; i 'd be happy to; happy to @do; would it help if i; is it okay if i; am i okay|ok|all to @do; i might @do; why don't i; how about i; what if i; suppose i; i 'd like to",
    ),
    (
        Cue::NoPromise,
        "i 'll give you that; i 'll tell you; i 'll be honest|straight|frank; i 'll say so|one; i 'll admit; let me see; let me think; let me guess; let me tell; let me ask; let me finish; let me explain; let me put it; let me be; let me know; let me start; let me stop; let me say; let me rephrase; let me just say|check|see; let me back up; let me go first; i 'll go first; i 'll start; i 'll bet; i 'll let you go|get|off; i 'll never; i 'll believe; i 'll grant; i 'll take it; i 'll have to; i 'll live; i 'll manage; i 'll survive; i 'll get there|over|used|through; i 'll need; i 'll take your word|that|the; i 'll not; i 'll hold you; i 'll say that|this|it; i 'm going to be|say|go|have|need|miss|lie|kill|cry|stop|die; i 'm gonna be|say|go|have|need|miss|lie|kill|cry|stop|die; i 'm going to need; i 'm not going; i 'll come to|back to; i 'll spare; i 'll shut; i 'll stop; i 'll leave it|you there|at; let me in; let me off; let me down; let me go; let me have; i 'll do my best; i 'll do what i can; i can see; i can tell; i could see; i could feel; i could cry|kill|murder|eat|sleep|hug|kiss|scream|strangle|hardly|barely|do without|go on|go for; i could 've; i could always; i could maybe have|be; i can sort|kind of;  i can hear; i can imagine; i can't; i can understand; i can live; i can always; i can only; i could see; i could tell; i could hear; i could be; i could have; i could do with; i could use; i could live; i could never; i could swear; i can be; i can say; i can feel; i 'll save you; i 'll be the; i 'll hear; i 'll keep it short|brief; i 'll have a coffee|tea; i 'll do mine; i 'll try not; let me not; i can remember|think|believe",
    ),
    (
        Cue::InCall,
        "put that|this|it back; put the * back; hang on i; @do it now; right now; while you 're here; stay there; hang on; hold on; bear with me; one second|sec; give me a second|sec|minute|moment; as we speak; share my screen; pull it up; pull up; where 's; let me just; i 'm @ing it; writing that|it|this down; making a note; note that; noted; i 'm typing; i 'll read it; let me read; let me open; let me pull; let me find; let me grab; let me scroll; let me bring up; let me check; first i 'll; start with; before i forget; i 'm looking|reading|only|not|just|sure|sorry|afraid|glad|happy|saying|telling",
    ),
];
