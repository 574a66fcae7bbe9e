//! Packages that a test writes, each into a folder of its own.

use deskspec::extension::package::{Package, PackageError};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// The line of a page that loads the client SDK.
pub(crate) const SDK: &str = r#"<script src="https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js"></script>"#;

/// A folder that is removed when it is done with.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("package-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&dir).expect("the folder is made");
        let folder = Self(dir);
        files.iter().for_each(|(file, text)| folder.write(file, text.as_bytes()));
        folder
    }

    pub(crate) fn write(&self, file: &str, bytes: &[u8]) {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        fs::write(path, bytes).expect("the file is written");
    }

    /// Reads the package of this path in the folder; the folder itself where there is none.
    pub(crate) fn read(&self, inside: &str) -> Result<Package, Vec<PackageError>> {
        let path = if inside.is_empty() { self.0.clone() } else { self.0.join(inside) };
        Package::read(&path, &BTreeMap::new())
    }

    /// All errors, with the folder's own path left out.
    pub(crate) fn errors(&self, inside: &str) -> Vec<String> {
        let errors = self.read(inside).expect_err("the package is broken");
        errors.iter().map(|error| self.plain(&error.to_string())).collect()
    }

    pub(crate) fn plain(&self, text: &str) -> String {
        text.replace(&format!("{}/", self.0.display()), "").replace(&self.0.display().to_string(), "DIR")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).expect("the folder is removed");
    }
}

/// A manifest with one widget.
pub(crate) fn manifest(url: &str) -> String {
    serde_json::json!({"modules": {"widgets": [{"name": "W", "location": "desk.background", "url": url}]}}).to_string()
}
