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
        return Some(Err(container(bytes)));
    }
    let is_zip = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06");
    is_zip.then(|| unpack(bytes, MOST_UNPACKED))
}

/// Why one of Word's older containers is not read: the names of its parts tell what it is.
fn container(bytes: &[u8]) -> Refusal {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes
            .windows(name.len())
            .any(|part| part == name.as_slice())
    };
    if has("EncryptedPackage") {
        return protected();
    }
    if has("WordDocument") {
        return refusal(
            "this is a Word document from before 2007",
            "Open it in Word, and save it as .docx or as plain text.",
        );
    }
    refusal(
        "this is a Word document from before 2007, or one that is protected by a password",
        "Open it in Word, take the password off, and save it as .docx or as plain text.",
    )
}

fn unpack(bytes: &[u8], most: u64) -> Result<Document, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let Some(xml) = part(&mut archive, "word/document.xml", most)? else {
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
    let made = part(&mut archive, "docProps/core.xml", most)
        .ok()
        .flatten()
        .and_then(|xml| made(&xml));
    Ok(Document { text, made })
}

/// One file of the archive as text; none when it has no such file.
fn part(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
    most: u64,
) -> Result<Option<String>, Refusal> {
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
    let read = file.take(most + 1).read_to_end(&mut bytes);
    if bytes.len() as u64 > most {
        return Err(refusal(
            "the document unpacks to more than 256 MB",
            "No transcript is that long; export it again, or save its text as a plain file.",
        ));
    }
    read.map_err(|_| damaged())?;
    // Word writes UTF-8 and nothing else.
    String::from_utf8(bytes).map(Some).map_err(|_| damaged())
}

/// The text of a document's body. Entities are never expanded beyond XML's own five and numbers, so that there is no bomb in them.
fn text(xml: &str) -> Result<String, Refusal> {
    let mut reader = Reader::from_str(xml);
    let mut out = String::with_capacity(xml.len() / 4);
    let mut open: Vec<Element> = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                if open.len() >= DEEPEST {
                    return Err(broken(&out));
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
            Ok(Event::Eof) if open.is_empty() => return Ok(out),
            Ok(Event::Eof) | Err(_) => return Err(broken(&out)),
            Ok(_) => {}
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

/// The XML breaks off or makes no sense behind this text.
fn broken(text: &str) -> Refusal {
    let line = text.bytes().filter(|byte| *byte == b'\n').count() + 1;
    Refusal {
        line: u32::try_from(line).ok(),
        message: format!("the Word document is damaged: its text breaks off in line {line}"),
        ..damaged()
    }
}

fn protected() -> Refusal {
    refusal(
        "the document is protected by a password",
        "Open it, take the password off, and save it again.",
    )
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn archive(parts: &[(&str, &str)], options: SimpleFileOptions) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            writer.start_file(*name, options).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn body(inside: &str) -> String {
        format!(
            "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{inside}</w:body></w:document>"
        )
    }

    fn word(inside: &str) -> Vec<u8> {
        archive(
            &[("word/document.xml", &body(inside))],
            SimpleFileOptions::default(),
        )
    }

    fn lines(inside: &str) -> Vec<String> {
        let document = document(&word(inside)).unwrap().unwrap();
        document.text.lines().map(str::to_owned).collect()
    }

    /// Where the second header of the first file stands.
    fn central(bytes: &[u8]) -> usize {
        bytes
            .windows(4)
            .position(|four| four == b"PK\x01\x02")
            .unwrap()
    }

    fn refused(bytes: &[u8]) -> String {
        document(bytes).unwrap().unwrap_err().message
    }

    #[test]
    fn paragraphs_and_breaks_are_lines() {
        let inside = "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>Sally</w:t><w:tab/><w:t>0:03</w:t><w:br/><w:t xml:space=\"preserve\"> a &amp; b &#233; </w:t></w:r></w:p><w:p/><w:p><w:r><w:t>end</w:t><w:cr/></w:r></w:p>";
        assert_eq!(lines(inside), ["Sally\t0:03", " a & b é ", "", "end", ""]);
    }

    #[test]
    fn what_was_taken_out_or_is_there_twice_is_not_read() {
        let inside = "<w:p><w:del><w:r><w:t>gone</w:t><w:br/></w:r></w:del><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>kept</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText><mc:AlternateContent><mc:Choice><w:t> once</w:t></mc:Choice><mc:Fallback><w:t> twice</w:t></mc:Fallback></mc:AlternateContent><w:drawing><w:t>picture</w:t></w:drawing></w:r></w:p>";
        assert_eq!(lines(inside), ["kept once"]);
        let table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Sally</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>hi</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        assert_eq!(lines(table), ["Sally\thi"]);
    }

    #[test]
    fn the_day_on_which_it_was_made_is_found() {
        let core = "<cp:coreProperties><dcterms:created xsi:type=\"x\">2026-06-18T09:28:40Z</dcterms:created></cp:coreProperties>";
        let parts = [
            ("word/document.xml", body("")),
            ("docProps/core.xml", core.to_owned()),
        ];
        let parts = parts.each_ref().map(|(name, text)| (*name, text.as_str()));
        let document = document(&archive(&parts, SimpleFileOptions::default()));
        assert_eq!(
            document.unwrap().unwrap().made,
            Some(jiff::civil::date(2026, 6, 18))
        );
    }

    #[test]
    fn what_is_no_readable_document_is_refused() {
        let plain = SimpleFileOptions::default();
        assert!(document(b"PK is how this text begins").is_none());
        assert!(refused(b"PK\x03\x04").contains("damaged"));
        assert!(refused(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1]).contains("password"));
        assert!(refused(&archive(&[("a.txt", "hi")], plain)).contains("no Word document"));
        assert!(refused(&archive(&[("EncryptedPackage", "x")], plain)).contains("password"));
        let mut locked = word("");
        let central = central(&locked);
        for at in [6, central + 8] {
            locked[at] |= 1;
        }
        assert!(refused(&locked).contains("password"));
        assert!(refused(&word("<w:p><w:t>a</w:t>")).contains("damaged"));
        let cut = document(&word("<w:p><w:t>a</w:t></w:p><w:p><w:t>b</w:t>"));
        assert_eq!(cut.unwrap().unwrap_err().line, Some(2));
        for (name, told) in [
            ("EncryptedPackage", "password"),
            ("WordDocument", "before 2007"),
        ] {
            let name = name.encode_utf16().flat_map(u16::to_le_bytes);
            let bytes: Vec<u8> = [0xD0, 0xCF, 0x11, 0xE0].into_iter().chain(name).collect();
            let message = refused(&bytes);
            assert!(message.contains(told), "{message}");
            assert!(!message.contains(" or "), "{message}");
        }
        let deep = "<w:p>".repeat(DEEPEST + 1);
        assert!(refused(&word(&deep)).contains("damaged"));
        let bomb = format!(
            "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>{}",
            body("<w:p><w:t>&b;</w:t></w:p>")
        );
        let bomb = archive(&[("word/document.xml", &bomb)], plain);
        assert!(refused(&bomb).contains("entities"));
    }

    #[test]
    fn a_bomb_is_defused_whatever_its_header_says() {
        let mut bytes = word(&format!("<w:p><w:t>{}</w:t></w:p>", "a".repeat(100_000)));
        assert!(
            unpack(&bytes, 50_000)
                .unwrap_err()
                .message
                .contains("256 MB")
        );
        assert!(unpack(&bytes, 500_000).is_ok());
        // The size stands at this place of both headers of an archive of one file.
        let central = central(&bytes);
        for at in [22, central + 24] {
            bytes[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
        }
        let refusal = unpack(&bytes, 50_000).unwrap_err();
        assert!(refusal.message.contains("256 MB") || refusal.message.contains("damaged"));
    }
}
