//! The help for a name that is not there: the nearest one that is, or what to do where none is near.

use crate::spelling::nearest;

/// What to do where no property or field is near.
pub(super) const CUSTOM_FIELDS: &str = "custom fields begin with `cf_`";

/// For a name that the feature writes in quotes.
pub(super) fn meant<'a>(name: &str, known: impl IntoIterator<Item = &'a str>, otherwise: impl Into<String>) -> String {
    nearest(name, known).map_or_else(|| otherwise.into(), |near| format!("did you mean \"{near}\"?"))
}

/// For a key, or another word of the documents'.
pub(super) fn meant_key<'a>(key: &str, known: impl IntoIterator<Item = &'a str>, otherwise: impl Into<String>) -> String {
    nearest(key, known).map_or_else(|| otherwise.into(), |near| format!("did you mean `{near}`?"))
}

/// For a name of which there are so few that the help has them all.
pub(super) fn meant_one_of(name: &str, known: &[&str]) -> String {
    let near = nearest(name, known.iter().copied()).map(|near| format!("did you mean \"{near}\"? "));
    format!("{}write one of {}", near.unwrap_or_default(), known.join(", "))
}
