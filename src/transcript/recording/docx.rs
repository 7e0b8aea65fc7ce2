//! The words of a Word document, as lines. It knows zip and Word's XML, and no transcript; nobody else names those packages.

use std::io::{Cursor, Read};

use jiff::civil::Date;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;
use quick_xml::reader::Reader;
use zip::ZipArchive;
use zip::result::ZipError;

use super::super::when;
use super::Refusal;

/// No document is unpacked further than this, whatever its header says of its size.
const MOST_UNPACKED: u64 = 256 << 20;

/// How deep the elements of a document may stand in one another; Word's own stay below fifty.
const DEEPEST: usize = 2000;

/// What was found in the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Document {
    /// The body, a paragraph and each break in it a line.
    pub(super) text: String,
    /// The day on which the document was made, which need not be the meeting's.
    pub(super) made: Option<Date>,
}

/// Reads the document when the bytes are an archive or one of Word's older containers; none when they are something else.
pub(super) fn document(bytes: &[u8]) -> Option<Result<Document, Refusal>> {
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Some(Err(refusal(
            "this is a Word document from before 2007, or one that is protected by a password",
            "Open it in Word, take the password off, and save it as .docx or as plain text.",
        )));
    }
    let is_zip = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06");
    is_zip.then(|| unpack(bytes))
}

fn unpack(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let Some(xml) = part(&mut archive, "word/document.xml")? else {
        let encrypted = archive
            .file_names()
            .any(|name| name.is_ok_and(|name| name == "EncryptedPackage"));
        return Err(if encrypted {
            protected()
        } else {
            refusal(
                "this is an archive and no Word document",
                "Unzip it first, and import what is inside.",
            )
        });
    };
    let text = text(&xml)?;
    let made = part(&mut archive, "docProps/core.xml")
        .ok()
        .flatten()
        .and_then(|xml| made(&xml));
    Ok(Document { text, made })
}

/// One file of the archive as text; none when it has no such file.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, Refusal> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(ZipError::UnsupportedArchive(why)) if why == ZipError::PASSWORD_REQUIRED => {
            return Err(protected());
        }
        Err(ZipError::InvalidPassword) => return Err(protected()),
        Err(_) => return Err(damaged()),
    };
    // The size in the header is what a bomb lies about, so that reading itself stops.
    let mut bytes = Vec::new();
    let read = file.take(MOST_UNPACKED + 1).read_to_end(&mut bytes);
    if bytes.len() as u64 > MOST_UNPACKED {
        return Err(refusal(
            "the document unpacks to more than 256 MB",
            "No transcript is that long; export it again, or save its text as a plain file.",
        ));
    }
    read.map_err(|_| damaged())?;
    String::from_utf8(bytes).map(Some).map_err(|_| damaged())
}

/// The text of a document's body. Entities are never expanded beyond XML's own five and numbers, so that there is no bomb in them.
fn text(xml: &str) -> Result<String, Refusal> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let mut out = String::with_capacity(xml.len() / 4);
    let mut open: Vec<Element> = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                if open.len() >= DEEPEST {
                    return Err(damaged());
                }
                let hidden = open.last().is_some_and(|element| element.hidden);
                let element = Element::new(tag.local_name().into_inner(), hidden);
                element.begin(&mut out);
                open.push(element);
            }
            Ok(Event::Empty(tag)) => {
                let hidden = open.last().is_some_and(|element| element.hidden);
                let element = Element::new(tag.local_name().into_inner(), hidden);
                element.begin(&mut out);
                element.end(&mut out);
            }
            Ok(Event::End(_)) => {
                if let Some(element) = open.pop() {
                    element.end(&mut out);
                }
            }
            Ok(Event::Text(said)) if speaks(&open) => out.push_str(&said),
            Ok(Event::CData(said)) if speaks(&open) => out.push_str(&said),
            Ok(Event::GeneralRef(entity)) if speaks(&open) => {
                if let Ok(Some(c)) = entity.resolve_char_ref() {
                    out.push(c);
                } else if let Some(c) = resolve_predefined_entity(&entity) {
                    out.push_str(c);
                }
            }
            Ok(Event::DocType(_)) => {
                return Err(refusal(
                    "the document defines entities of its own, as no word processor does",
                    "Open it in Word and save it again, or save its text as a plain file.",
                ));
            }
            Ok(Event::Eof) => return Ok(out),
            Ok(_) => {}
            Err(_) => return Err(damaged()),
        }
    }
}

/// What an element of Word's means for the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Break,
    Tab,
    Paragraph,
    Cell,
    Row,
    Other,
}

#[derive(Debug, Clone, Copy)]
struct Element {
    kind: Kind,
    /// What stands inside was taken out, is a field's code, or is there a second time for older programs.
    hidden: bool,
}

impl Element {
    fn new(name: &str, inside_hidden: bool) -> Self {
        let kind = match name {
            "t" => Kind::Text,
            "br" | "cr" => Kind::Break,
            "tab" => Kind::Tab,
            "p" => Kind::Paragraph,
            "tc" => Kind::Cell,
            "tr" => Kind::Row,
            _ => Kind::Other,
        };
        // The stops of a paragraph's ruler are called tabs too; they stand in its properties.
        let own = matches!(
            name,
            "del" | "moveFrom" | "instrText" | "Fallback" | "pPr" | "rPr" | "drawing" | "pict"
        );
        Self {
            kind,
            hidden: inside_hidden || own,
        }
    }

    fn begin(self, out: &mut String) {
        match self.kind {
            Kind::Break if !self.hidden => out.push('\n'),
            Kind::Tab if !self.hidden => out.push('\t'),
            _ => {}
        }
    }

    /// A cell ends in a tab instead of its last paragraph's line end, and a row in a line end.
    fn end(self, out: &mut String) {
        if self.hidden {
            return;
        }
        match self.kind {
            Kind::Paragraph => out.push('\n'),
            Kind::Cell => {
                if out.ends_with('\n') {
                    out.pop();
                }
                out.push('\t');
            }
            Kind::Row => {
                if out.ends_with('\t') {
                    out.pop();
                }
                out.push('\n');
            }
            _ => {}
        }
    }
}

fn speaks(open: &[Element]) -> bool {
    open.last()
        .is_some_and(|element| element.kind == Kind::Text && !element.hidden)
}

/// The day in `dcterms:created`.
fn made(xml: &str) -> Option<Date> {
    let mut reader = Reader::from_str(xml);
    let mut inside = false;
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) => inside = tag.local_name().into_inner() == "created",
            Event::Text(day) if inside => return when::read(&day).map(|(day, _)| day),
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn refusal(message: &str, hint: &str) -> Refusal {
    Refusal {
        line: None,
        message: message.into(),
        hint: hint.into(),
    }
}

fn damaged() -> Refusal {
    refusal(
        "the Word document is damaged and cannot be unpacked",
        "Download it again, or open it in Word and save its text as a plain file.",
    )
}

fn protected() -> Refusal {
    refusal(
        "the document is protected by a password",
        "Open it, take the password off, and save it again.",
    )
}
