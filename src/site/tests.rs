//! The site as a whole: every link leads somewhere, nothing from the vault is live, and the same input gives the same bytes.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fixture::{self, PLAIN, Words};
use super::scan::{self, Tag};
use super::{Input, Site};

const HOSTILE: Words<'static> = Words {
    name: "Sally \"><script>alert('x')</script> O'Chen",
    text: "<img src=x onerror=alert(1)> {{ 7*7 }} {% include 'x' %} \" ' & <!-- %% [[people/x|y]]",
    speech: "</mark></a></p><script>alert(2)</script> {{ 7*7 }} \"quoted\" 'single' &lt;b&gt;",
    markdown: "<script>alert(3)</script> [x](javascript:alert(4)) [y](JaVaScRiPt:alert(5)) [z](data:text/html,x) \
               ![i](https://evil.example/i.png) ![[x.png]] <b onclick=alert(6)>b</b> [[javascript:alert(7)|w]] \
               [[meetings/nowhere|away]] [[\"onmouseover=alert(8)|q]] [v](vbscript:x) [r](/etc/passwd) {{ 7*7 }} \
               <https://ok.example/?a=\"b\"> <a@b.example> [p](//evil.example/x) `</code><script>`",
    file: "sally's \"a\" #1 100% <b>",
};

fn tags(page: &str, file: &str) -> Vec<Tag> {
    let found = std::panic::catch_unwind(|| scan::tags(page));
    found.unwrap_or_else(|_| panic!("{file} is not well formed"))
}

/// Every link of every page leads to a page and an anchor that exist; no id stands twice; nothing comes from another host.
fn check(site: &Site) {
    let pages = fixture::pages(site);
    let parsed: BTreeMap<&str, Vec<Tag>> = pages
        .iter()
        .map(|(file, page)| (file.as_str(), tags(page, file)))
        .collect();
    let ids: BTreeMap<&str, _> = parsed
        .iter()
        .map(|(file, tags)| (*file, scan::ids(tags)))
        .collect();
    let files: Vec<&str> = site.files().collect();
    for (file, tags) in &parsed {
        assert_eq!(
            tags.iter().filter(|tag| tag.name == "h1").count(),
            1,
            "{file} has one h1"
        );
        for tag in tags {
            assert!(
                ![
                    "script", "img", "iframe", "object", "embed", "form", "base", "style", "audio",
                    "video"
                ]
                .contains(&tag.name.as_str()),
                "{file}: <{}>",
                tag.name
            );
            for (name, value) in &tag.attributes {
                assert!(
                    !name.starts_with("on") && name != "style" && name != "src",
                    "{file}: {name}={value}"
                );
            }
            let Some(href) = tag.get("href") else {
                continue;
            };
            let outward = ["https://", "http://", "mailto:"]
                .iter()
                .any(|scheme| href.starts_with(scheme));
            if outward {
                assert_eq!(tag.name, "a", "{file}: {href}");
                continue;
            }
            let (target, anchor) = scan::resolve(file, href);
            assert!(
                files.contains(&target.as_str()),
                "{file} leads to {href}, which is no file"
            );
            if !anchor.is_empty() {
                let known = ids
                    .get(target.as_str())
                    .is_some_and(|ids| ids.contains(&anchor));
                assert!(known, "{file} leads to {href}, which has no such anchor");
            }
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    check(&fixture::site(PLAIN));
}

#[test]
fn an_empty_vault_has_a_site() {
    let site = Site::new(Input {
        record: Arc::default(),
        documents: Vec::new(),
        problems: Vec::new(),
        overrides: BTreeMap::new(),
        today: fixture::TODAY,
    });
    check(&site);
    let home = String::from_utf8(site.render("index.html").unwrap()).unwrap();
    assert!(home.contains("Nothing here yet"), "{home}");
}

#[test]
fn a_hostile_vault_leaves_nothing_live() {
    let site = fixture::site(HOSTILE);
    check(&site);
    for (file, page) in fixture::pages(&site) {
        let lower = page.to_lowercase();
        assert!(
            !lower.contains("<script") && !lower.contains("<img") && !lower.contains("<b onclick"),
            "{file}"
        );
        assert!(
            !lower.contains("href=\"javascript")
                && !lower.contains("href=\"data:")
                && !lower.contains("href=\"vbscript"),
            "{file}"
        );
        assert!(
            !lower.contains("href=\"//") && !lower.contains("href=\"/"),
            "{file}"
        );
        assert!(!page.contains("49"), "{file}: something was worked out");
    }
    let page = &fixture::pages(&site)["meetings/2026-10-05-sally's \"a\" #1 100% <b>.html"];
    assert!(
        page.contains("&lt;/mark&gt;&lt;/a&gt;&lt;/p&gt;&lt;script&gt;"),
        "{page}"
    );
}

#[test]
fn rendering_twice_gives_the_same_bytes() {
    assert_eq!(
        fixture::pages(&fixture::site(PLAIN)),
        fixture::pages(&fixture::site(PLAIN))
    );
}

#[test]
fn evidence_and_findings_are_linked_both_ways() {
    let pages = fixture::pages(&fixture::site(PLAIN));
    let page = &pages["meetings/2026-10-05-sally-chen.html"];
    assert!(page.contains("<mark class=\"them\" id=\"q-tlaaaaaaa1\"><a href=\"#n-tlaaaaaaa1\">yeah I can get him the new sheet by Friday</a></mark>"), "{page}");
    assert!(
        page.contains("<a href=\"#q-tlaaaaaaa1\">Send Martinez"),
        "{page}"
    );
    assert!(page.contains("<span id=\"q-tlaaaaaaa2\"></span>"), "{page}");
    assert!(page.contains("I think.<br>It is fine."), "{page}");
}

#[test]
fn files_have_stable_names() {
    let site = fixture::site(PLAIN);
    let files: Vec<&str> = site.files().collect();
    insta::assert_snapshot!(files.join("\n"));
    assert_eq!(site.render(".gitignore").unwrap(), b"*\n");
    assert!(site.render("nowhere.html").is_err());
}

fn with(overrides: &[(&str, &str)]) -> Site {
    let mut input = fixture::input(PLAIN);
    for (name, text) in overrides {
        input
            .overrides
            .insert((*name).to_owned(), Arc::from(text.as_bytes()));
    }
    Site::new(input)
}

fn main_of(site: &Site, file: &str) -> String {
    let page = String::from_utf8(site.render(file).unwrap()).unwrap();
    let from = page.find("<main").unwrap();
    page[from..page.find("</main>").unwrap()].to_owned()
}

#[test]
fn one_file_or_one_block_of_the_theme_can_be_replaced() {
    let site = with(&[
        (
            "foot.html",
            "<footer><p>Mine, from {{ frame.root }}</p></footer>",
        ),
        (
            "person.html",
            "{% extends \"default/person.html\" %}{% block story %}<p>no story</p>{% endblock %}",
        ),
        ("style.css", "body { color: red }"),
        ("extra.css", "p { color: blue }"),
    ]);
    assert_eq!(site.problems().len(), 2);
    let page = String::from_utf8(site.render("people/sally-chen/index.html").unwrap()).unwrap();
    assert!(
        page.contains("Mine, from ../../") && page.contains("<p>no story</p>"),
        "{page}"
    );
    assert!(page.contains("Throughline<small>"), "{page}");
    let style = String::from_utf8(site.render("style.css").unwrap()).unwrap();
    assert!(
        style.starts_with("body { color: red }") && style.contains(".p200{--p:100%}"),
        "{style}"
    );
    assert_eq!(
        site.render("theme/extra.css").unwrap(),
        b"p { color: blue }"
    );
}

#[test]
fn a_broken_template_is_a_problem_and_ours_is_used() {
    let ours = main_of(&fixture::site(PLAIN), "people/sally-chen/index.html");
    for (text, line, says) in [
        ("<p>\n{{ page.nmae }}</p>", 2, "name"),
        ("{% if %}", 1, ""),
        ("\n\n{{ page.name | shout }}", 3, "shout"),
        ("{% include \"nowhere.html\" %}", 1, "nowhere.html"),
    ] {
        let site = with(&[("person.html", text)]);
        let problem = site.problems().last().unwrap();
        assert_eq!(
            problem.path.as_str(),
            "themes/default/person.html",
            "{text}"
        );
        assert_eq!(problem.line, Some(line), "{text}: {problem:?}");
        assert!(problem.message.contains(says), "{problem:?}");
        assert_eq!(
            main_of(&site, "people/sally-chen/index.html"),
            ours,
            "{text}"
        );
        check(&site);
    }
}

#[test]
fn one_part_of_a_file_can_be_replaced() {
    let mine = "{% component item(row: map) %}<li>mine</li>{% endcomponent item %}";
    let site = with(&[("item.html", mine)]);
    assert_eq!(site.problems().len(), 2);
    let page = main_of(&site, "index.html");
    assert!(page.contains("<ul class=\"items\"><li>mine</li>"), "{page}");
}

#[test]
fn a_part_that_ours_cannot_use_is_blamed_and_put_aside() {
    let mine = "{% component glyph(shape: string) %}x{% endcomponent glyph %}";
    let site = with(&[("parts.html", mine), ("foot.html", "<footer>mine</footer>")]);
    assert_eq!(site.problems().len(), 3, "{:?}", site.problems());
    let problem = &site.problems()[2];
    assert_eq!(problem.path.as_str(), "themes/default/parts.html");
    assert!(problem.message.contains("shape"), "{problem:?}");
    assert!(problem.message.contains("default/"), "{problem:?}");
    let page = String::from_utf8(site.render("index.html").unwrap()).unwrap();
    assert!(page.contains("<footer>mine</footer>"), "{page}");
    assert!(page.contains("<use href=\"#open\"/>"), "{page}");
}

#[test]
fn a_site_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Site>();
}

#[test]
fn a_template_that_fails_on_one_page_only_is_told_on_that_page() {
    let text = "{% if page.name == \"Sally\" %}{{ page.nmae }}{% endif %}";
    let mut input = fixture::input(PLAIN);
    input
        .overrides
        .insert("person.html".to_owned(), Arc::from(text.as_bytes()));
    let mut site = Site::new(fixture::input(PLAIN));
    // As if none of the pages that it was tried on had shown it.
    site.theme = super::theme::Theme::with(&input.overrides).0;
    let page = main_of(&site, "people/sally-chen/index.html");
    assert!(
        page.contains("themes/default/person.html") && page.contains("Line 1, column"),
        "{page}"
    );
    assert!(page.contains("Throughline<small>"), "{page}");
}

#[test]
fn the_head_forbids_what_is_not_ours() {
    let page = &fixture::pages(&fixture::site(PLAIN))["index.html"];
    for meta in [
        "content=\"default-src 'none'; style-src 'self'",
        "<meta name=\"robots\" content=\"noindex",
        "<meta name=\"referrer\" content=\"no-referrer\">",
        "<html lang=\"en\">",
    ] {
        assert!(page.contains(meta), "{meta}");
    }
}

#[test]
fn pages_say_what_the_record_holds() {
    let site = fixture::site(PLAIN);
    insta::assert_snapshot!("home", main_of(&site, "index.html"));
    insta::assert_snapshot!("person", main_of(&site, "people/sally-chen/index.html"));
    insta::assert_snapshot!(
        "meeting",
        main_of(&site, "meetings/2026-10-12-sally-chen.html")
    );
    insta::assert_snapshot!("agenda", main_of(&site, "people/sally-chen/agenda.html"));
    insta::assert_snapshot!(
        "review",
        main_of(&site, "people/sally-chen/reviews/2026-H2.html")
    );
}
