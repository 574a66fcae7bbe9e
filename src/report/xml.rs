//! Suites and cases as XML.

use super::junit::{Case, Suite};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

type Xml = Writer<Vec<u8>>;

pub(super) fn document(xml: &mut Xml, suites: &[Suite], timestamp: &str) -> io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = xml.create_element("testsuites");
    if suites.is_empty() {
        return root.write_empty().map(|_| ());
    }
    root.write_inner_content(|xml| suites.iter().enumerate().try_for_each(|(id, suite)| write_suite(xml, id, suite, timestamp)))?;
    Ok(())
}

fn write_suite(xml: &mut Xml, id: usize, suite: &Suite, timestamp: &str) -> io::Result<()> {
    let ended = |element: &str| {
        suite.cases.iter().filter(|case| case.ending.as_ref().is_some_and(|ending| ending.element == element)).count().to_string()
    };
    let (id, tests, time) = (id.to_string(), suite.cases.len().to_string(), format!("{:.3}", suite.took.as_secs_f64()));
    let name = if suite.name.is_empty() { "unnamed" } else { &suite.name };
    let package = suite.name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let (failures, errors, skipped) = (ended("failure"), ended("error"), ended("skipped"));
    let attributes = [
        ("id", id.as_str()),
        ("name", name),
        ("package", package),
        ("timestamp", timestamp),
        ("hostname", "localhost"),
        ("tests", &tests),
        ("failures", &failures),
        ("errors", &errors),
        ("skipped", &skipped),
        ("time", &time),
    ];
    xml.create_element("testsuite").with_attributes(attributes).write_inner_content(|xml| {
        xml.create_element("properties").write_empty()?;
        suite.cases.iter().try_for_each(|case| write_case(xml, case))?;
        xml.create_element("system-out").write_text_content(BytesText::new(suite.output.trim_start()))?;
        xml.create_element("system-err").write_text_content(BytesText::new(""))?;
        Ok(())
    })?;
    Ok(())
}

fn write_case(xml: &mut Xml, case: &Case) -> io::Result<()> {
    let time = format!("{:.6}", case.took.as_secs_f64());
    let element =
        xml.create_element("testcase").with_attributes([("classname", case.class.as_str()), ("name", &case.name), ("time", &time)]);
    let Some(ending) = &case.ending else { return element.write_empty().map(|_| ()) };
    element.write_inner_content(|xml| {
        let mut element = xml.create_element(ending.element).with_attribute(("message", ending.message.as_str()));
        if let Some(kind) = ending.kind {
            element = element.with_attribute(("type", kind));
        }
        if ending.text.is_empty() {
            element.write_empty()?
        } else {
            element.write_text_content(BytesText::new(&ending.text))?
        };
        Ok(())
    })?;
    Ok(())
}
