use super::data::Data;
use super::dialect::CURRENT;
use serde_json::Value;
use std::sync::{Arc, LazyLock};

/// What the build script packed from the files.
const PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/catalog.json"));

/// A catalogue could not be made.
#[derive(Debug, thiserror::Error)]
#[error("the catalogue cannot be read: {0}")]
pub struct Error(#[from] serde_json::Error);

/// What the platforms document. Plain data: a clone is a catalogue of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalog {
    pub(super) data: Data,
    /// Whose words it speaks: the newer pages', or those of an older one.
    pub(super) dialect: String,
}

impl Catalog {
    /// The catalogue as documented, unpacked at the first call.
    ///
    /// # Panics
    /// Never: the build script writes what this reads, and fails the build where it cannot.
    #[must_use]
    pub fn documented() -> &'static Arc<Self> {
        static DOCUMENTED: LazyLock<Arc<Catalog>> = LazyLock::new(|| Arc::new(Catalog::load()));
        &DOCUMENTED
    }

    /// Unpacks the catalogue as documented, anew at every call.
    ///
    /// # Panics
    /// Never: see [`Catalog::documented`].
    #[must_use]
    pub fn load() -> Self {
        Self { data: serde_json::from_str(PACKED).expect("the build script packs what it could read"), dialect: CURRENT.into() }
    }

    /// A catalogue from its JSON form: one map a kind, from names to entries.
    ///
    /// # Errors
    /// Where the form is not a catalogue's: a key too many, a key missing, a wrong type, an entry under another's name.
    pub fn from_json(json: Value) -> Result<Self, Error> {
        Ok(Self { data: serde_json::from_value(json)?, dialect: CURRENT.into() })
    }

    /// The JSON form, for example `json["limits"]["hook.deadline"]["value"]`.
    ///
    /// # Panics
    /// Never: plain data with text keys always has a JSON form.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::to_value(&self.data).expect("plain data with text keys has a JSON form")
    }

    /// A catalogue that differs by an edit of its JSON form: a limit one millisecond longer, a location less.
    ///
    /// # Errors
    /// As [`Catalog::from_json`].
    pub fn with(&self, edit: impl FnOnce(&mut Value)) -> Result<Self, Error> {
        let mut json = self.json();
        edit(&mut json);
        Self::from_json(json)
    }

    /// All of it.
    #[must_use]
    pub fn data(&self) -> &Data {
        &self.data
    }
}
