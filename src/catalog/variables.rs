use super::data::{Event, Message, Payload, Variable};
use super::template;
use std::borrow::Cow;

impl Event {
    /// Whether the name is a template.
    #[must_use]
    pub fn is_template(&self) -> bool {
        template::is_template(&self.name)
    }

    /// What the template's variables stand for in `name`, with their names; empty for a plain event of that name.
    #[must_use]
    pub fn bind(&self, name: &str) -> Option<Vec<(String, String)>> {
        let bound = template::bind(&self.name, name)?;
        let sound = |(variable, value): &(String, String)| {
            let word = value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
            let known = self.variables.iter().find(|known| known.name == *variable);
            word && known.is_none_or(|known| (known.values.is_empty() || known.values.contains(value)) && value.starts_with(&known.prefix))
        };
        (self.name == name || bound.iter().all(sound)).then_some(bound)
    }

    /// The name with its variables put in, in their order.
    #[must_use]
    pub fn called(&self, values: &[&str]) -> String {
        let bound: Vec<_> =
            self.variables.iter().zip(values).map(|(variable, value)| (variable.name.clone(), (*value).to_owned())).collect();
        template::fill(&self.name, &bound)
    }

    /// Names that the template stands for, made of parts of `name`; none for a plain event, and for a name that no event could have.
    pub(super) fn like(&self, name: &str) -> Vec<String> {
        const LONGEST: usize = 64;
        if !self.is_template() || name.len() > LONGEST {
            return Vec::new();
        }
        let parts = words_in(name);
        let values = |variable: &Variable| -> Vec<String> {
            let fits = |part: &&&str| part.starts_with(&variable.prefix);
            if variable.values.is_empty() { parts.iter().filter(fits).map(ToString::to_string).collect() } else { variable.values.clone() }
        };
        let one_more = |bounds: Vec<Vec<template::Bound>>, variable: &Variable| {
            let with = |bound: &Vec<template::Bound>, value| bound.iter().cloned().chain([(variable.name.clone(), value)]).collect();
            bounds.iter().flat_map(|bound| values(variable).into_iter().map(move |value| with(bound, value))).collect()
        };
        let bounds = self.variables.iter().fold(vec![Vec::new()], one_more);
        bounds.iter().map(|bound| template::fill(&self.name, bound)).collect()
    }

    /// The payload with the template's variables put in.
    #[must_use]
    pub fn payload_for(&self, name: &str) -> Cow<'_, Payload> {
        match self.bind(name) {
            Some(bound) if !bound.is_empty() => Cow::Owned(filled(&self.payload, &bound)),
            _ => Cow::Borrowed(&self.payload),
        }
    }

    /// Who may receive this name; `None` where the pages give no list.
    #[must_use]
    pub fn locations_for(&self, name: &str) -> Option<Vec<&str>> {
        let all = self.locations.as_ref()?.iter().map(String::as_str);
        let only = self.location.as_ref().zip(self.bind(name)).map(|(pattern, bound)| template::fill(pattern, &bound));
        Some(all.filter(|at| only.as_ref().is_none_or(|only| only == at)).collect())
    }
}

impl Message {
    /// The text with its variables put in, each by its name.
    #[must_use]
    pub fn filled(&self, values: &[(&str, &str)]) -> String {
        let bound: Vec<_> = values.iter().map(|(variable, value)| ((*variable).to_owned(), (*value).to_owned())).collect();
        template::fill(&self.text, &bound)
    }

    /// Whether `text` is this text with something in the place of its variables; a hint may stand behind it.
    #[must_use]
    pub fn says(&self, text: &str) -> bool {
        text == self.text || text.match_indices('.').any(|(end, _)| template::bind(&self.text, &text[..=end]).is_some())
    }
}

/// Every part of `name` that a variable may stand for.
fn words_in(name: &str) -> Vec<&str> {
    let word = |part: &&str| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let parts = (0..name.len()).flat_map(|from| (from + 1..=name.len()).filter_map(move |to| name.get(from..to)));
    parts.filter(word).collect()
}

fn filled(payload: &Payload, bound: &[template::Bound]) -> Payload {
    Payload {
        key: template::fill(&payload.key, bound),
        from: template::fill(&payload.from, bound),
        keys: payload.keys.iter().map(|key| filled(key, bound)).collect(),
        items: payload.items.as_ref().map(|items| Box::new(filled(items, bound))),
        ..payload.clone()
    }
}
