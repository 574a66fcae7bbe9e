use super::exchange::Alias;
use super::payload::{Payload, Sample, is_false};
use serde::{Deserialize, Serialize};
use std::fmt;

/// One request and its answer over HTTP, between Desk and an extension's or a vendor's server, in either direction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exchange {
    /// For example `channel.pull`; the pages have no names for most of them, so the names are ours.
    pub name: String,
    /// The rule that documents it.
    pub rule: String,
    /// A few words.
    pub title: String,
    /// What makes the caller call, and what else there is to know.
    pub text: String,
    /// Who calls.
    pub caller: Party,
    /// Who is called, and answers.
    pub callee: Party,
    /// How.
    pub method: Method,
    /// Where to.
    pub address: Address,
    /// Other addresses of Desk's that pages give it, where Desk has nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub misplaced: Vec<Alias>,
    /// The exchange by whose means it is made, where it needs one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<String>,
    /// The scope that it needs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// The parameters of the query, as an object of texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub query: Option<Payload>,
    /// The documented headers, as an object of texts; a request always has others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headers: Option<Payload>,
    /// What the request carries; `None` where it carries nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<Body>,
    /// The status of a good answer; `None` where no page names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// What a good answer carries; `None` where nobody reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<Body>,
    /// Limits that bear on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<String>,
    /// Other rules that bear on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
    /// Quirks that bear on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quirks: Vec<String>,
    /// Page and section.
    pub sources: Vec<String>,
    /// Whether the model plays it so far.
    #[serde(default, skip_serializing_if = "is_false")]
    pub played: bool,
    /// The catalogue's file.
    #[serde(default)]
    pub file: String,
}

/// One end of an exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Party {
    /// The host.
    Desk,
    /// The extension: its widgets, or its vendor's server.
    Extension,
    /// The agent's browser.
    Agent,
}

/// How a server is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// Reads.
    Get,
    /// Sends.
    Post,
    /// Deletes.
    Delete,
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Delete => "DELETE",
        })
    }
}

/// Where a request goes: to Desk's own path, or to the URL that a file of the package declares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Address {
    /// A path of Desk's; `{{installationId}}` in it is the placeholder.
    Path(String),
    /// A key of plugin-manifest.json whose value is the URL.
    Manifest(String),
    /// A key of resources.json whose value is the URL.
    Resources(String),
}

/// What a request or an answer carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// The Content-Type.
    pub media: String,
    /// The shape.
    pub payload: Payload,
    /// What the pages show.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub samples: Vec<Sample>,
}

impl Exchange {
    /// Every documented shape, with what it is the shape of: `query`, `headers`, `request` or `response`.
    pub fn shapes(&self) -> impl Iterator<Item = (&'static str, &Payload)> {
        [
            ("query", self.query.as_ref()),
            ("headers", self.headers.as_ref()),
            ("request", self.request.as_ref().map(|body| &body.payload)),
            ("response", self.response.as_ref().map(|body| &body.payload)),
        ]
        .into_iter()
        .filter_map(|(part, shape)| Some((part, shape?)))
    }
}
