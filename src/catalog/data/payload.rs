use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// What a payload, or one key of it, may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Type {
    /// Text.
    String,
    /// Text made of digits only, as the platform's identifiers are.
    Digits,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A number without a fraction.
    Integer,
    /// A map with the keys of [`Payload::keys`].
    Object,
    /// A list of [`Payload::items`].
    Array,
    /// Anything at all: the pages do not say, or a portal decides.
    Any,
    /// Nothing: `null` or an empty map.
    Empty,
}

/// The documented shape of a payload; keys nest, in the order of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payload {
    /// The key's name; empty for the payload itself. `${name}` in it stands for what a portal decides.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub key: String,
    /// What it holds.
    #[serde(rename = "type")]
    pub of: Type,
    /// What it means.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Whether the key may be left out.
    #[serde(default, skip_serializing_if = "is_false")]
    pub optional: bool,
    /// Whether `null` may stand for an absent value.
    #[serde(default, skip_serializing_if = "is_false")]
    pub nullable: bool,
    /// Present exactly where a key beside it holds one of these values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// The only values that the pages allow; empty where they do not enumerate.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// Values that the pages show without saying that there are no others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<String>,
    /// What holds where the key is left out; `None` where the pages say nothing of that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<Value>,
    /// The regular expression that a text keeps; empty where any text may stand.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub pattern: String,
    /// The limit of a text's characters (or bytes, where the limit counts those), of an array's elements, or of the bytes of an object's JSON
    /// text, by its id; empty where there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub longest: String,
    /// In a variant: the key of the current payload, beside this one's place, whose value it holds; empty where that bears the same name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub from: String,
    /// In a variant: what stands for a value of the current payload's; values that are not named stand for themselves.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub instead: BTreeMap<String, Value>,
    /// The table of [`super::Rule::codes`] that says what its numbers stand for; empty where they are numbers.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub codes: String,
    /// Whether the platform's runtime adds it before an app sees it, so that what is recorded on the way may lack it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub runtime: bool,
    /// Other readings of this key that the pages have beside the one that is played.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Also>,
    /// The keys of an object.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<Payload>,
    /// The elements of an array.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<Box<Payload>>,
    /// Quirks that bear on this key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quirks: Vec<String>,
}

impl Payload {
    /// A key of this type and name of which nothing more is said.
    #[must_use]
    pub fn of(of: Type, key: &str) -> Self {
        Self {
            key: key.to_owned(),
            of,
            text: String::new(),
            optional: false,
            nullable: false,
            when: None,
            values: Vec::new(),
            shown: Vec::new(),
            default: None,
            pattern: String::new(),
            longest: String::new(),
            from: String::new(),
            instead: BTreeMap::new(),
            codes: String::new(),
            runtime: false,
            also: Vec::new(),
            keys: Vec::new(),
            items: None,
            quirks: Vec::new(),
        }
    }
}

/// Another reading of a key: what the host never sends, and a recorded payload may hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Also {
    /// The quirk that records it.
    pub quirk: String,
    /// The other spelling of the key; empty where it is spelt the same.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub key: String,
    /// The other type; `None` where it is the same.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Type>,
    /// The regular expression that a text of this reading keeps; empty where it is the key's own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub pattern: String,
}

/// A condition on a key beside the one that carries it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct When {
    /// The other key.
    pub key: String,
    /// The values of that key with which this one is present.
    #[serde(rename = "in")]
    pub any_of: Vec<String>,
}

/// A payload that a page shows, repaired to valid JSON where the page's notation is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    /// The page and section that show it.
    pub source: String,
    /// The name it belongs to, where that is not the entry's own (template events).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What the page's text has to be given to be JSON; empty where it is JSON.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub repaired: String,
    /// The payload.
    pub value: Value,
    /// Where the sample breaks the documented shape, each with the quirk that records it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deviates: Vec<Deviation>,
}

/// One place where a sample breaks the shape that the same page documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deviation {
    /// Where, as a JSON path.
    pub path: String,
    /// The quirk that records it.
    pub quirk: String,
}

/// For serde: leaves a flag out where it is not set.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
pub(super) fn is_false(flag: &bool) -> bool {
    !flag
}
