//! How people tell what became of a promise, and why.

use super::Cue;

pub(super) const PHRASES: &[(Cue, &str)] = &[
    (
        Cue::Done,
        "you have the|it|them|that|your; you 've the|it|them; you 'll have got|seen|had; i @past; i @ed; we @past; we @ed; i 've @perf|@ed; we 've @perf|@ed; i just @past|@ed; i already @past|@ed; i finally @past|@ed; i did finally; i also @past|@ed; you @past|@ed; you 've @perf|@ed; he 's @ed|signed|sent|paid|agreed|gone|rung|done; she 's @ed|signed|sent|paid|agreed|gone|rung|done|put; it 's @perf; it was done|sent|sorted|signed|fixed; it went; they came; it came; he came; she came; they 're in|done|up|out|here|back|sorted; it arrived; all done; all sorted; that 's done|sorted|off|in|out|gone; it 's live; it 's up; it 's in; is done|live|sorted|fixed|finished|ready|signed|booked; are done|sorted|here; 's done|sorted|fixed|finished|signed|booked|live|gone; 's up and running; it 's up|out|in; got * @perf; got it in|done|out|over|back|up|sorted; got on to; got onto; got through; got hold of; sent it|them|that|you|him|her|the; rang him|her|them; called him|her|them; spoke to|with; talked to; talked with; had a word|chat|meeting|sit|call|conversation; met with; sat down with; sat him|her|them down; walked me|him|her|them through; went out; went in; went up; went live; went through; went over; went off; went to; gave it|them|him|her|you; handed it|them; turned out; came back; came in; she|he said yes; accepted|agreed; got your|the|my; i got it; you got it|the|my; did come; it did; she did; he did; they did; we did; i did; since the|then|monday|tuesday|wednesday|thursday|friday",
    ),
    (
        Cue::DoneStrong,
        "^done; ^all done; ^did it; ^i did; ^it 's done; ^sent; ^yes i did; ^sorted; ^finished; ^that 's done; off the list; off my list; tick that; ticked off; crossed off; cross that off; is done; 's all done; all sorted; that 's sorted; got done; did that; did it; i did the; it 's in; it 's live; it 's up; is live; is up; signed off; box ticked; wrapped up; finished it; in the bag; ahead of; a day early; early; empty; complete; completed; they 're here; you 'll have seen; you have it; you 've it; i have them done; 's fixed; went live",
    ),
    (
        Cue::NotDone,
        "i didn't; i haven't; i hadn't; we didn't; we haven't; he hasn't; she hasn't; it hasn't; it didn't; they haven't; they didn't; hasn't @perf|@ed|gone|happened|come; haven't @perf|@ed|got|had; didn't get|happen|do|go|manage|make|send|have|come; didn't get to|round|around; not yet; not done; isn't done; not finished; not started; never @past|@ed|got|happened|came|went|did; never got; never happened; never came; still no; still not; still haven't; still hasn't; still waiting; still on my|the list; still to; yet to; ran out of time; run out of time; wasn't able; couldn't; wasn't done; nothing yet; no luck; hit a wall; i was going to; i meant to; i 'd meant to; i was meant|supposed to; meant to; i kept meaning; i 'd hoped; i owe you; fell down; fell behind; fell off; slipped; slid; got away from me; got buried; got pushed; on the long finger; not great; haven't even; hadn't even; haven't looked; didn't get a chance; haven't had a chance|second|minute; i dropped|missed; my bad; i 'm sorry; i let; held up; stuck; bad news; no excuse; that 's still; it 's still; behind on; running late; overdue; not quite; won't; i 'd nearly; nearly finished; half done",
    ),
    (
        Cue::Waiting,
        "he|she|they|it never|hasn't|haven't @past|@perf|@ed|replied|answered|responded|confirmed; hasn't replied|answered|responded|confirmed; haven't replied|answered|confirmed; until|till @soonday; has to have; has to go through|to; needs to go through|to; he|she|they 's|'re away|off|out|gone|on|in till|until; hasn't signed; needs signing; waiting till; waiting on|for; i 'm waiting; been waiting; was waiting; still waiting; with legal|finance|hr|it|them|him|her|accounts|procurement|payroll|purchasing; is with; 's with; to come back to me; come back to me; coming back to me; get back to me; gets back; got back to me; hasn't come back; haven't heard; no answer|reply|response|word; went to voicemail; left him|her|them a message; left a message; on holiday|holidays|leave|vacation; he 's away|out|off; she 's away|out|off; they 're away|closed|shut; 's back on; until he|she|they 's|'re? back; needs a|two|his|her|their signature|signatures|sign|approval; chasing; chased; chase them|him|her; keeps putting; they keep; pending; they 've not; he 's to; she 's to; they 're to; he never; she never; they never; said it 's coming; it 's coming; promised me; has to sign; have to sign; got back late; stuck until; stuck till",
    ),
    (
        Cue::Partly,
        "halfway; half way; half of; half done; about half; most of; part of; partly; some of; started; i 've started; made a start; so far; up to; out of; first draft; a draft; drafted; nearly; almost; getting there; in progress; under way; underway; on track; on the way; working on|through; going through; # of the; # down; # to go; # left; the first; only the; just the; cut off; missing; but it 's; wrong; it 's only; not quite right; at more like; got through; rough; two thirds; bit more to; needs a bit; making progress; coming along; slowly; moving; pencilled; penciled; we 've been at; we 're at; we 're about; booked for; coming on",
    ),
    (
        Cue::DroppedIt,
        "leave it; forget it; forget about; no point; never mind; doesn't matter; don't need; don't bother; not needed; not worth; scrap that|it; let it go; let 's drop; drop it; dropped it; called off; cancelled; canceled; abandoned; overtaken by; moot; not doing; no longer; changed our mind; we decided not; decided against; killed; pulled the plug; take that off; come off the list; gone now; too late now; i suppose",
    ),
    (
        Cue::AskedAfter,
        "did you; did we; did the; did it; did that; did he|she|they; did * ever|come|get|go; have you; has he|she|it|that|the|anyone|anybody; how did; how 'd; how was; how is; how 's; how are; how are we|you|things on|with|getting; how are you getting; how are you going with; where are we; where are you; where 's; what happened; what about; any luck; any news|word|sign|joy|update|progress|movement; is it done; is that done; were you able; you were going to; you were to; you said you 'd; you said you; weren't you; you 'd said; did anything; is the; are the; what became; and the; you got|get the|my|it; any of; did you get a chance; had a chance; chance to; was for today; was due; it 's for; still on for",
    ),
    (
        Cue::Workload,
        "flat out; snowed under; swamped; up to my neck|eyes|ears; run off my feet; too much on; lot on; so much on; no time; ran out of time; run out of time; didn't have time; hadn't time; haven't had time|a; didn't get a minute|second|chance; got busy; too busy; so busy; been busy; was busy; crazy week; mad week; manic; mental; ate the|my|last; ate up; took over; took up; took all; firefighting; fire fighting; fires; back to back; slammed; buried; underwater; under water; stretched; short staffed; down a person; one person; on my own; only me; hands full; all week; had them all; had me; had us; got pulled|dragged; pulled onto|into; other priorities; prioritised; prioritized; couldn't get to; month end; all day; wall to wall; chock",
    ),
    (
        Cue::Forgot,
        "forgot; forgotten; clean forgot; slipped my mind; went out of my head; out of my head; went straight out; it went clean; escaped me; completely forgot; totally forgot; blanked; i blanked; lost track; overlooked; didn't think of; never thought; fell off my radar; off my radar; dropped off my; gone out of my mind; didn't write it down; never hit; fell asleep",
    ),
    (
        Cue::Unclear,
        "wasn't clear; wasn't sure; i wasn't sure; didn't know; i didn't know; didn't realise|realize; i thought you; i thought that; i thought it; i thought we; i thought * was|did|had; i assumed; i figured; i understood; was that me; is that me; what you meant; wasn't what you; not sure what; never said; nobody said; no one said; nobody told; hadn't said; unclear; misunderstood; misread; crossed wires; mixed up; took it as; i took it; depends what; was it mine; supposed to be me",
    ),
    (
        Cue::Tools,
        "the|my|our system|laptop|computer|phone|server|software|app|network|internet|wifi|printer|database|drive|machine|scanner|spreadsheet|portal|email|site|tool|file|template|van|truck @soft? was|went|is|kept|goes|keeps|died|wouldn't|crashed|froze|broke|won't|didn't|doesn't; it @soft? crashed|froze|kept crashing|freezing; there 's no file; a bug; wrong password; no signal; software update; no access; didn't have access; keeps the|my old; crashed; went down; was down; is down; goes down; froze; frozen; updating; locked out; couldn't log; can't log; permissions; timed out; timing out; glitch; broke; broken; broke down; corrupted; wouldn't open; wouldn't load; wouldn't save; error message; outage; the phone died; battery; it died; lost the file;",
    ),
    (
        Cue::World,
        "weather; rain; storm; flood; flooded; snow; strike; traffic; the customer|client cancelled|moved|changed|pulled; customer|client|supplier cancelled; delayed at; customs; the airport; train; flight; power cut; power was; blackout; the market; the council; the regulator; the bank holiday; public holiday; shut for; closed for; they cancelled; he cancelled; she cancelled; rescheduled; they moved; they pulled; sold out; out of stock; recall; police; accident; road; discontinued; no stock;",
    ),
    (
        Cue::Private,
        "sick; ill; illness; hospital; surgery; operation; doctor; gp; migraine; flu; covid; vomiting; thrown up; throwing up; tummy; stomach; pregnant; pregnancy; funeral; died; bereavement; my wife|husband|mother|father|mum|mom|mam|dad|son|daughter|kid|kids|baby; the kids|baby|kinder|daycare|creche|nursery; childcare; school run|rang|called; divorce; anxiety; depressed; burnt out; burned out; stressed; a&e; in hospital; broke his|her|my",
    ),
];
