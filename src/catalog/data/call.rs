use super::payload::{Payload, Sample, is_false};
use serde::{Deserialize, Serialize};

/// One call of the client SDK's with which a widget has something done. What it reads is a [`super::Property`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// The verb, and what it is done to: `set database`, `invoke ROUTE_TO`, `showpopup`; `${variable}` in it makes it a template.
    pub name: String,
    /// The rule that documents it.
    pub rule: String,
    /// A few words.
    pub title: String,
    /// What it does, and what else there is to know.
    pub text: String,
    /// As an extension writes it.
    pub written: String,
    /// How pages of an app call the same, where it is a function of its server's: `client.db.get`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub also: Option<String>,
    /// The name that it is about, where only some will do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub property: Option<Payload>,
    /// What it is given, one after another, where it is a function of Freshdesk's; those that may be left out stand last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub arguments: Vec<Payload>,
    /// What is given with it; `None` where nothing is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Payload>,
    /// The limit of how many values may be given at once, in a list; `None` where one is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<String>,
    /// How often it may be made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<Rate>,
    /// What its promise resolves to.
    pub answer: Payload,
    /// Values that the pages show to be given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub samples: Vec<Sample>,
    /// Answers that the pages show.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Sample>,
    /// From where it may be made; `None` where the pages give no list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locations: Option<Vec<String>>,
    /// Other rules that bear on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
    /// Quirks that bear on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quirks: Vec<String>,
    /// Page and section.
    pub sources: Vec<String>,
    /// Whether no page documents it: real widgets make it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub derived: bool,
    /// Whether the model plays it so far.
    #[serde(default, skip_serializing_if = "is_false")]
    pub played: bool,
    /// The catalogue's file.
    #[serde(default)]
    pub file: String,
}

/// How often an extension may make a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// The limit of how many times.
    pub times: String,
    /// The limit of how long they count.
    pub within: String,
}

impl Call {
    /// Every documented shape: of the name, of the value, of the answer.
    pub fn shapes(&self) -> impl Iterator<Item = &Payload> {
        self.property.iter().chain(&self.arguments).chain(&self.value).chain([&self.answer])
    }

    /// The limits that bound it.
    pub fn limits(&self) -> impl Iterator<Item = &str> {
        let rate = self.rate.iter().flat_map(|rate| [&rate.times, &rate.within]);
        self.batch.iter().chain(rate).map(String::as_str)
    }
}
