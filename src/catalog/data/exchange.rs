use super::payload::{Payload, Sample, is_false};
use serde::{Deserialize, Serialize};

/// Something that the host broadcasts to subscribed widgets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The exact name; `${variable}` in it makes it a template.
    pub name: String,
    /// The rule that documents it.
    pub rule: String,
    /// A few words.
    pub title: String,
    /// What makes the host broadcast it, and what else there is to know.
    pub text: String,
    /// The module of a Freshdesk manifest under which it is declared (FD-14); empty where there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub module: String,
    /// The ticket's property whose change it tells; `cf` stands for the custom fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<String>,
    /// The variables of a template.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variables: Vec<Variable>,
    /// One name that a template stands for, as the pages show it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
    /// The documented payload.
    pub payload: Payload,
    /// Who may receive it; `None` where the pages give no list (quirk Q-22: any live subscriber).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locations: Option<Vec<String>>,
    /// For templates: the one location of the list that hears a given name, with the template's variables.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// The dialects that have it; empty where all have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dialects: Vec<String>,
    /// Other shapes that older pages document.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<Variant>,
    /// Payloads that the pages show.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub samples: Vec<Sample>,
    /// Other rules that bear on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
    /// Quirks that bear on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quirks: Vec<String>,
    /// Page and section.
    pub sources: Vec<String>,
    /// Whether no page documents it: real extensions listen to it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub derived: bool,
    /// Whether the model plays it so far.
    #[serde(default, skip_serializing_if = "is_false")]
    pub played: bool,
    /// The catalogue's file.
    #[serde(default)]
    pub file: String,
}

/// A question to subscribed widgets before an action of the agent; a refusal stops the action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hook {
    /// The exact name.
    pub name: String,
    /// The rule that documents it.
    pub rule: String,
    /// A few words.
    pub title: String,
    /// The action that it guards, with the agent as the subject.
    pub guards: String,
    /// What a refusal means here.
    pub refused: String,
    /// The module of a Freshdesk manifest under which it is declared (FD-14); empty where there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub module: String,
    /// The documented payload.
    pub payload: Payload,
    /// Who is asked; `None` where the pages give no list (quirk Q-22: any live subscriber).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locations: Option<Vec<String>>,
    /// Events that follow an action that goes on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub followed_by: Vec<String>,
    /// Other spellings of the name that the pages use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Alias>,
    /// The dialects that have it; empty where all have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dialects: Vec<String>,
    /// Other shapes that older pages document.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<Variant>,
    /// Payloads that the pages show.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub samples: Vec<Sample>,
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

/// A variable in a template event's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variable {
    /// As it stands between `${` and `}`.
    pub name: String,
    /// What it stands for.
    pub text: String,
    /// The only values; empty where a portal decides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// How each value begins; empty where it may begin anyhow.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prefix: String,
}

/// Another spelling of a hook's name, or of an exchange's address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alias {
    /// The spelling.
    pub name: String,
    /// The quirk that records it.
    pub quirk: String,
    /// Page and section that spell it so.
    pub source: String,
}

/// Another documented shape of the same payload.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// The dialect that has it, for example `2018`.
    pub dialect: String,
    /// The quirk that records the difference.
    pub quirk: String,
    /// The payload in that dialect.
    pub payload: Payload,
    /// Payloads that the pages show in that dialect.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub samples: Vec<Sample>,
    /// Page and section.
    pub sources: Vec<String>,
}
