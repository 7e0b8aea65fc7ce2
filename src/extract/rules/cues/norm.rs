//! How managers say what good looks like: rules, demands, measures of amount and of time.

use super::Cue;

pub(super) const PHRASES: &[(Cue, &str)] = &[
    (
        Cue::Norm,
        "still the same; haven't|hasn't|not changed; what i|we still? want; nobody * .. without; no one * .. without; nothing * .. without; it|that 's got to be; has got to be; 's gotta be; every single one; not a single one; not optional; i can't stress; can't stress that enough; hard and fast; red line; sacrosanct; needs|has|have|got|ought to @do|sit|stay|run|land|be|get|come|finish at|under|over|above|below|within|inside|between; needs|has to sit|stay; from now on; going forward; going forwards; in future; in the future; as a rule; have a rule; the rule is; my rule is; rule of thumb; non negotiable; no exceptions; no excuses; without fail; at all times; the standard is|'s; the standard; the bar is|'s; the bar; is the floor; 's the floor; the floor is; is the minimum; the minimum is; at a minimum; at the very least; as a minimum; bare minimum; the target is|'s; target of; the target; the goal is|'s; what good looks like; good looks like; what i expect; i expect; i 'd expect; i 'm expecting; the expectation is; expectation; expected to; my expectation; i 'm going to be a stickler; stickler; you 're responsible for; you 're accountable for; responsible for; your responsibility; your job is; your role is; hear it from you; i don't want to find out; i never want to; i don't ever want; never want to see; zero tolerance; nothing goes|leaves|ships|gets|counts; nothing .. without; we don't count; doesn't count; counts as; has to land; have to land; must land; is signed off; what was signed off; needs to be at|under|over|above|below|in|there|back|out|within|done; has to be at|under|over|above|below|in|there|back|out|within|done; have to be at|under|over|above|below|in|there|back|out|within|done; meant to be #; meant to be at|under|over|above|below; supposed to be #|at|under|over; should be at|under|over|above|below; should be #; is no good to; isn't good enough; no later than; same standard; come what may; whatever happens; no matter what; non starter; that 's the deal; the deal is; that 's what success; success is; success looks like; success for me; a good # looks; done means; finished means; good means; for me that means; i 'm holding you to; hold you to; what i expect|'d expect; i @soft? expect; the rule; the deal is|was|'s; that 's the deal|rule|standard|bar|number|target|line|expectation; my|our|the expectation|rule|standard|line|bar is|was|'s; from this|next week|month|now|today|monday|tuesday|wednesday|thursday|friday on|onwards; from here on; what i|we need|want is for|to|it|that|the|every|them|you|a|one|no; what i|we want is for|to|it|that|the|every|them|you|a|one|no; what i 'm looking for; what good is; that 's good; good|done|finished|success|great means|is|'s when; i don't want to be @ing; shouldn't be @ing; shouldn't take|need|have|be more|longer|any; without exception; as standard; the least i|we|you; we agreed on|at|to #; signed up to; committed to|at #; held|measured|judged to|on|by; on you|your shoulders; down to you to; yours to; that 's the job; it 's your job; non-negotiable; no ifs; end of story; full stop; it 's still #; that 's still it; it stays at|#; is still #; still want|need|have to; i 'm not lowering; not going to lower|drop|move",
    ),
    (
        Cue::Want,
        "i want; i need; i 'd want; i 'd like; i would like; i 'm looking for; what i want|need is; what i 'd like is; what i 'm after is; i 'd like us; i 'd want us; we need to be; we want to be; we have to be; i want us; you need to be; we 're aiming for; aim for; aiming for; get it to; get us to",
    ),
    (
        Cue::Standard,
        "# working|business|clear days|hours; meant to be #; supposed to be #; should be #; # percent; # %; %; percent; pc; $ #; # days|hours|minutes|weeks; # out of; # in #; under #; over #; above #; below #; at least #; at most #; no more than; fewer than; less than; more than #; # or better|more|less|fewer|above|under; hundred percent; a hundred percent; every one; each one; zero; none; # a day|week|month|quarter|year; @number in|out of @number; # per cent; per cent; @number percent; @number @number? percent|%|per; nine in ten; no more|fewer|less|later than; not more|less|later than; at least|most; minimum|maximum of?; all of them; the lot; nil; half; one in; @number or @number; twice|once|three|four|five a day|week|month|year; plus or minus; every last; as near as; on the day; to the day|hour|minute",
    ),
    (
        Cue::Frequency,
        "every day|week|month|friday|monday|tuesday|wednesday|thursday|morning|evening|time|single|quarter|shift|job|order|one|night; of a friday|monday|tuesday|wednesday|thursday; each day|week|month|friday|time|quarter|shift|job; daily; weekly; monthly; same day; each and every; once a day|week|month|quarter; twice a day|week|month; day or night; day in; per day|week|month|shift; on a monday|tuesday|wednesday|thursday|friday; mondays|tuesdays|wednesdays|thursdays|fridays; every * time|day|week|month; every other day|week; first|last thing every|each; end of every|each; start of every|each; every @soonday; each @soonday; by @soonday noon|lunch|lunchtime|midday|close|night|morning; the first of the|every; per job|order|customer|client|visit; all year|month|week; month in month; week in week",
    ),
    (
        Cue::Result,
        "per cent; nine in ten; @number in|out of @number; percent; %; number; rate; margin; revenue; sales; target; cost; costs; score; customers; turnover; profit; growth; retention; complaints; returns; waste; satisfaction; occupancy; utilisation; utilization; accuracy; churn; conversion; on time; floor; average; index; backlog; wait; defects; incidents; accidents",
    ),
    (
        Cue::Demand,
        "i @soft? want|need|expect @idle|the|every|each|all|no|any|a|one|everyone|everybody|people|nobody|nothing|our|your; i 'd @soft? like|want|expect|rather @idle|the|every|each|all|no|any|everyone|everybody|people|our|your; i @soft? want|need|expect you to|there|in|on|at|out|up|@ing; i 'd @soft? like|want|expect you to|there|in|on|at|out|up; i want us; we 're aiming for|at; i 'm looking for|at; i @soft? want|need to be able to; i don't want @idle|the|any|a|to @soft? see|find|be|have|hear|read|get; i never want to; i can't be @ing; i 'm not having|accepting|happy with|taking; i won't have|accept",
    ),
    (
        Cue::Oblige,
        "has|have|needs|need|ought|'s|'ve got? to be|go|come|leave|land|stay|sit|run|happen|start|finish|get|hit|reach|match|read|look|say|show|add|balance|open|close|work|arrive|clear; must|should @soft? be|go|come|leave|land|stay|sit|run|happen|start|finish|hit|reach|match|arrive|have; must|should always|never; is|are|'s to be; is|are|'s meant|supposed|expected|required|due to be?; has|have|gets|get to be; gets @ed|@perf; go|goes|leaves|leave out|in|up|off|back; you @soft? always|never @do; you @do it|that|them every|always; we @soft? always|never|don't @do|@past; we don't @do; can't be|go|leave|happen|wait|sit; you can't @do; nothing|nobody|no @soft? @do|goes|leaves|gets|moves|starts; doesn't|don't go|leave|count|happen|start|move|sit; comes before|first; is|'s the minimum|maximum|limit|ceiling|target|number|floor",
    ),
    (
        Cue::Named,
        "that 's|is @soft? the|my|our whole|only|one? rule|deal|standard|bar|number|target|line|expectation|job|measure|test|minimum|limit|floor|goal|aim; that 's|is @soft? it; that 's|is @soft? what i|we want|expect|need|agreed|said|mean|meant|'d|call; that 's|is what good|done|finished|success|great; that 's|is @soft? the rule|deal|standard|bar|number|target; not looked|started|nearly|mostly|about|almost|roughly @ed?; no more no less; nothing else; is|'s @soft? the rule|deal|standard|target|bar; those are|'re the|my; no exceptions; that 's|is how we|i; it 's|is @soft? the same; hasn't|haven't|not changed|moved; i mean it; every one; the lot",
    ),
    (
        Cue::Universal,
        "every; each; all of; always; never; any; anything; everything; everyone; everybody; nobody; no one; nothing; whenever; any time; no matter; without; whoever; whatever",
    ),
    (
        Cue::Within,
        "in # working|business|clear days|hours; in # days|hours|minutes|weeks; by|before noon|midday|lunchtime|lunch|close|breakfast|dark; noon on; noon|midday on? the|a? @soonday; @soonday noon|midday|lunchtime; within|inside|under # @soft? working|business|clear? minutes|hours|days|weeks|months; within|inside a|an|the @soft? working? minute|hour|day|week|fortnight|month; same day|week|morning|afternoon|shift|hour; before close|noon|lunch|midday|dark|end|they|it|the|you|we|anyone|anybody; by noon|midday|lunchtime|close|end; by @number o'clock|every|each|on; by # on; no later than; at the latest; on the day; the day before|after|of; day before; # hours|days|minutes|weeks before|after|of|from|notice|ahead; a day|week|hour|minute before|notice|ahead|in advance; straight away|off; right away; immediately; there and then; first thing; as soon as; the moment|minute|second; up front; in advance; on time; turned|answered|closed|returned|replied|cleared|paid|out within|inside|in",
    ),
    (
        Cue::Alert,
        "i|we @soft? want|need|expect|'d|like to? @soft? hear|know|see|be|get; i 'd rather|like|want|sooner to? @soft? hear|know|see|be told; you @soft? tell|ring|call|text|message|come|let|warn|ask|say|flag me|to|us; hear it|that|about|from; rings|calls|tells|hears|knows|gets; i get a|told; ring|call|tell|phone|text|warn|ask me|us|them|him|her|somebody|someone; let me|us know; come to|and me|find|tell",
    ),
];
