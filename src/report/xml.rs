//! Suites and cases as XML.

use super::suite::{Case, Suite, output};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::io::{self, Write};

/// The root element's name.
const ROOT: &str = "testsuites";

/// A report that is being written, suite by suite.
pub(super) struct Document<W: Write> {
    xml: Writer<W>,
    timestamp: String,
    suites: usize,
}

impl<W: Write> Document<W> {
    pub(super) fn begin(out: W, timestamp: String) -> io::Result<Self> {
        let mut xml = Writer::new_with_indent(out, b' ', 2);
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(Self { xml, timestamp, suites: 0 })
    }

    pub(super) fn suite(&mut self, suite: &Suite) -> io::Result<()> {
        if self.suites == 0 {
            self.xml.write_event(Event::Start(BytesStart::new(ROOT)))?;
        }
        let id = self.suites;
        self.suites += 1;
        write_suite(&mut self.xml, id, suite, &self.timestamp)
    }

    pub(super) fn end(mut self) -> io::Result<()> {
        match self.suites {
            0 => self.xml.write_event(Event::Empty(BytesStart::new(ROOT)))?,
            _ => self.xml.write_event(Event::End(BytesEnd::new(ROOT)))?,
        }
        let mut out = self.xml.into_inner();
        out.write_all(b"\n")?;
        out.flush()
    }
}

fn write_suite<W: Write>(xml: &mut Writer<W>, id: usize, suite: &Suite, timestamp: &str) -> io::Result<()> {
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
        write_properties(xml, suite)?;
        suite.cases.iter().try_for_each(|case| write_case(xml, case))?;
        xml.create_element("system-out").write_text_content(BytesText::new(&output(&suite.told)))?;
        xml.create_element("system-err").write_text_content(BytesText::new(""))?;
        Ok(())
    })?;
    Ok(())
}

/// Both schemas have them, and neither has another place for how many scenarios are flaky.
fn write_properties<W: Write>(xml: &mut Writer<W>, suite: &Suite) -> io::Result<()> {
    let properties = xml.create_element("properties");
    if suite.flaky == 0 {
        return properties.write_empty().map(|_| ());
    }
    let flaky = suite.flaky.to_string();
    properties.write_inner_content(|xml| {
        xml.create_element("property").with_attributes([("name", "flaky"), ("value", flaky.as_str())]).write_empty().map(|_| ())
    })?;
    Ok(())
}

fn write_case<W: Write>(xml: &mut Writer<W>, case: &Case) -> io::Result<()> {
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
