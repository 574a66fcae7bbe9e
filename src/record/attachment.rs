use serde::{Deserialize, Serialize};

/// Something that a step or a hook attached to its record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// What it is: `image/png`, `application/json` …; `text/x.cucumber.log+plain` is a line of log, `text/uri-list` a link.
    pub media_type: String,
    /// The content.
    pub body: Body,
    /// What to call it when it is saved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_name: Option<String>,
}

/// The content of an [`Attachment`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Body {
    /// Text.
    Text(String),
    /// Bytes, in base64 with padding.
    Base64(String),
}

impl Attachment {
    /// The media type of a line of log, as Cucumber writes it.
    pub const LOG: &'static str = "text/x.cucumber.log+plain";
    /// The media type of a link.
    pub const LINK: &'static str = "text/uri-list";
}
