use super::archive::Archive;
use super::files::text;
use super::read::MAX_FILE;
use std::fs;
use std::path::Path;

/// The text of a file by the name that places give it: also of one in a zip, `tracker.zip/app/tracker.html`.
#[must_use]
pub fn source(file: &str) -> Option<String> {
    let path = Path::new(file);
    fs::read_to_string(path).ok().or_else(|| {
        let zip = path.ancestors().skip(1).find(|above| above.is_file())?;
        let inside = path.strip_prefix(zip).ok()?;
        text(Archive::open(zip).ok()?.bytes(inside, MAX_FILE + 1).ok()?).ok()
    })
}
