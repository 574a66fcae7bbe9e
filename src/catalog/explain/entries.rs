use super::{call, exchange, facts, http, sheet::Sheet};
use crate::catalog::{Catalog, Entry};

const PLAYED: &str = "the model plays it";
const CHECKED: &str = "`deskspec check` looks at it";
const NOT_PLAYED: &str = "documented; the model does not play it yet";
const NO_LIST: &str = "the pages give no list: any live subscriber";

impl Entry<'_> {
    /// What `deskspec explain` prints: plain text, at most 100 columns wide, ending in a newline.
    #[must_use]
    pub fn explain(&self, catalog: &Catalog) -> String {
        self.explain_with(catalog, &[])
    }

    /// The same with more lists, which others know of: each a heading and its lines.
    #[must_use]
    pub fn explain_with(&self, catalog: &Catalog, more: &[(String, Vec<String>)]) -> String {
        let mut sheet = Sheet::default();
        let own = self
            .rules()
            .first()
            .filter(|_| matches!(self, Entry::Event(_) | Entry::Hook(_) | Entry::Exchange(_) | Entry::Call(_)))
            .map(|rule| format!(" · {rule}"));
        sheet.paragraph(&format!("{} · {}{}", self.label(), self.kind(), own.unwrap_or_default()));
        sheet.paragraph(&format!("{}.", cased(self.title().trim_end_matches('.'), |first| first.to_uppercase().collect())));
        match self {
            Entry::Event(event) => exchange::event_sheet(&mut sheet, event),
            Entry::Hook(hook) => exchange::hook_sheet(&mut sheet, hook),
            Entry::Location(location) => facts::location_sheet(&mut sheet, location, catalog),
            Entry::Property(property) => facts::property_sheet(&mut sheet, property, catalog),
            Entry::Exchange(exchange) => http::exchange_sheet(&mut sheet, exchange, catalog),
            Entry::Call(call) => call::call_sheet(&mut sheet, call, catalog),
            Entry::Rule(rule) => facts::rule_sheet(&mut sheet, rule, catalog),
            Entry::Quirk(quirk) => facts::quirk_sheet(&mut sheet, quirk, catalog),
            Entry::Limit(limit) => facts::limit_sheet(&mut sheet, limit),
            Entry::Message(message) => facts::message_sheet(&mut sheet, message),
        }
        more.iter().for_each(|(heading, lines)| sheet.list(heading, lines.iter().map(String::as_str)));
        self.references(&mut sheet, catalog);
        sheet.finish()
    }

    fn references(&self, sheet: &mut Sheet, catalog: &Catalog) {
        for (heading, ids) in [("rules", self.rules()), ("quirks", self.quirks())] {
            let lines: Vec<String> = ids.iter().map(|id| titled(catalog, id)).collect();
            sheet.list(heading, lines.iter().map(String::as_str));
        }
        sheet.list("sources", self.sources());
        let others: Vec<String> = catalog
            .entries(self.label())
            .iter()
            .filter(|other| other.kind() != self.kind())
            .map(|other| format!("deskspec explain {}:{}", other.kind(), other.label()))
            .collect();
        sheet.list("of the same name", others.iter().map(String::as_str));
        let state = match self {
            Entry::Rule(rule) if rule.checked => CHECKED,
            _ if self.played() => PLAYED,
            _ => NOT_PLAYED,
        };
        sheet.paragraph(&format!("catalog/{} · {state}", self.file()));
    }
}

fn titled(catalog: &Catalog, id: &str) -> String {
    let found = catalog.rule(id).map(|rule| &rule.title).or_else(|| catalog.quirk(id).map(|quirk| &quirk.title));
    found.map_or_else(|| id.to_owned(), |title| format!("{id}  {title}"))
}

/// Locations below a heading, or that there is no list.
pub(super) fn places(sheet: &mut Sheet, heading: &str, list: Option<&[String]>) {
    match list {
        Some(list) => sheet.list(heading, list.iter().map(String::as_str)),
        None => sheet.list(heading, [NO_LIST]),
    }
}

/// The sentence with its first letter in the other case.
pub(super) fn cased(sentence: &str, change: impl Fn(char) -> String) -> String {
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| change(first) + chars.as_str())
}
