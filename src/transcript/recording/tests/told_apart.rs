//! What a text is, and that what is no transcript is refused with its line.

use super::*;

#[test]
fn a_chat_is_recognised_and_refused() {
    for text in [
        // The cloud's, with bare line feeds inside of records.
        "00:01:02\tSally Moss:\tmorning\r\n00:01:05\tDev Roy:\tReplying to \"morning\"\n\nhello\nthere\nand\nso on\r\n00:01:09\tSally Moss:\tbye\r\n",
        "2026-06-18 09:29:11 From Dev Roy to Everyone:\n\thttps://example.org\n2026-06-18 09:30:02 From Sally Moss to Dev Roy(Direct Message):\n\tthank you: yes\n",
        "2026-06-18 09:29:11 От Dev Roy кому Все:\n\tпривет\n",
        "09:29:11\t From Dev Roy : the link: https://example.org\r\n09:30:02\t From Sally Moss to Dev Roy(Privately) : thanks\r\n",
        "[\u{200e}1/\u{200e}26/\u{200e}2017 9:05 AM]  Dev Roy:  \nhi\n \n[\u{200e}1/\u{200e}26/\u{200e}2017 9:07 AM]  Sally Moss:  \nyes\n \n[\u{200e}1/\u{200e}26/\u{200e}2017 9:08 AM]  Sally Moss:  \nno\n",
        "[Thursday 9:24 AM] Dev Roy\nhi\n[Thursday 9:25 AM] Sally Moss\nyes\n[Thursday 9:26\u{202f}AM] Dev Roy\nno\n",
        "Dev Roy 9:34 AM:\nhi\nSally Moss 9:35 AM:\nyes\nDev Roy 9:36 AM:\nno\n",
        "Dev Roy\n8/20/2020 4:32:45 PM\nhi\nSally Moss\n8/20/2020 4:33:45 PM\nyes\nDev Roy\n8/20/2020 4:34:45 PM\nno\n",
    ] {
        let refusal = refusal(text);
        assert_eq!(refusal.line, Some(1));
        assert!(refusal.message.contains("chat"), "{text}");
    }
    // Notes that quote a chat, and a dialogue with a time of day beside one name, are none.
    let quoting = "**Sally:** I read you the chat.\n\n> 00:01:02\tDev Roy:\thello there\n\n**Dev:** Yes, that was mine.\n\n**Sally:** Very good then.\n\n**Dev:** All right, bye.\n";
    assert_eq!(recording(quoting).segments.len(), 4);
}

#[test]
fn times_without_a_known_form_are_an_error_that_names_the_line() {
    let refusal = refusal("A meeting\n\nsomeone said\tat the end 0:05\t0:07\nhello\n");
    assert_eq!(refusal.line, Some(3));
}

#[test]
fn a_page_about_a_meeting_is_no_transcript() {
    let found = refusal("# Community call\n\nOops, something went wrong! Look into the notes.\n");
    assert_eq!(found.line, Some(1));
    assert!(refusal("# Notes\n").message.contains("no transcript"));
    assert!(refusal("").message.contains("empty"));
    assert!(refusal(" \r\n\u{feff}\n").message.contains("empty"));
}

#[test]
fn json_is_told_from_a_time_in_brackets() {
    for (text, json) in [
        ("{\"a\": 1}", true),
        (" [{\"a\": 1}", true),
        ("{\"a\": ", true),
        ("[]", true),
        ("[00:01:02] Sally: hi", false),
        ("{not so}", false),
    ] {
        let family = detect::family(&Sheet::new(text));
        assert_eq!(family == Family::Json, json, "{text}");
    }
}

#[test]
fn cue_files_are_known_by_their_times() {
    for (text, cues) in [
        ("WEBVTT\n", true),
        ("WEBVTT - a title\n", true),
        ("WEBVTTX\n", false),
        ("start\tend\ttext\n3100\t5400\tMorning.\n", true),
        ("1\n00:00:03,120 --> 00:00:05,400\nhi\n", true),
        ("00:03.100 --> 00:05.400\nhi\n", true),
        (
            "1\n0:00:03.120 --> 0:00:05.400\nhi\n2\n0:00:03.120 --> 0:00:05.400\nho\n",
            true,
        ),
        ("0:00:03.120,0:00:05.400\nhi\n", true),
        ("a --> b\n1 --> 2\n", false),
        ("10,000 people\n", false),
    ] {
        let family = detect::family(&Sheet::new(text));
        assert_eq!(family == Family::Cues, cues, "{text}");
    }
}
