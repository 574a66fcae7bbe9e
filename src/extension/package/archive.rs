//! A package in a zip, as `zet pack` makes it in `dist/`: looked through as a whole before one byte of it is unpacked.

use super::files::Lost;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Component, Path};
use std::sync::Arc;
use zip::ZipArchive;
use zip::read::ZipFileEntry;

/// The most bytes that the zip itself may have.
const MAX_PACKED: u64 = 50_000_000;
/// The most bytes that its entries may have together, unpacked.
const MAX_UNPACKED: u64 = 100_000_000;
/// The most files and folders.
const MAX_ENTRIES: usize = 2_000;
/// How many times its packed size an entry may have unpacked; small ones may have more.
const MAX_RATIO: u64 = 200;
/// What counts as small.
const SMALL: u64 = 100_000;

const PACK_AGAIN: &str = "pack the package's own folder again: zet pack";

/// What is wrong, and the edit that mends it.
type Refusal = (String, String);

/// A zip that may be read.
pub(super) struct Archive {
    zip: ZipArchive<Cursor<Arc<[u8]>>>,
    /// Its files by their paths with `/`: where they stand in the list of entries, and how many bytes they have.
    files: BTreeMap<String, (usize, u64)>,
}

impl Archive {
    /// Opens the zip in this file.
    pub(super) fn open(file: &Path) -> Result<Self, Refusal> {
        let mut bytes = Vec::new();
        let read = fs::File::open(file).and_then(|file| file.take(MAX_PACKED + 1).read_to_end(&mut bytes));
        read.map_err(|fault| (format!("the package cannot be opened: {fault}").to_lowercase(), "make it a readable file".to_owned()))?;
        Self::of(bytes)
    }

    /// Looks through a zip: whatever could write outside, blow up or mean two things is refused.
    pub(super) fn of(bytes: Vec<u8>) -> Result<Self, Refusal> {
        if bytes.len() as u64 > MAX_PACKED {
            return Err((format!("the zip has more than {MAX_PACKED} bytes"), "pack the package alone, without node_modules".to_owned()));
        }
        let unreadable = |fault: zip::result::ZipError| (format!("this is no zip that can be read: {fault}"), PACK_AGAIN.to_owned());
        let mut zip = ZipArchive::new(Cursor::new(Arc::from(bytes))).map_err(unreadable)?;
        if zip.len() > MAX_ENTRIES {
            let text = format!("the zip has {} entries, more than {MAX_ENTRIES}", zip.len());
            return Err((text, "pack the package alone, without node_modules".to_owned()));
        }
        let refused = |text: &str| (text.to_owned(), PACK_AGAIN.to_owned());
        if zip.has_duplicate_names() {
            return Err(refused("the zip has two entries of one name"));
        }
        if zip.has_overlapping_entries().map_err(unreadable)? {
            return Err(refused("the zip has entries that share bytes: it unpacks to more than it holds"));
        }
        let (mut files, mut total) = (BTreeMap::new(), 0_u64);
        for index in 0..zip.len() {
            let entry = zip.by_index_data(index).map_err(unreadable)?;
            let name = looked_at(&entry)?;
            total = total.saturating_add(entry.size());
            if total > MAX_UNPACKED {
                return Err((format!("the zip unpacks to more than {MAX_UNPACKED} bytes"), "pack the package alone".to_owned()));
            }
            if !entry.is_dir() && files.insert(name.clone(), (index, entry.size())).is_some() {
                return Err((format!("the zip has two entries \"{name}\""), PACK_AGAIN.to_owned()));
            }
        }
        Ok(Self { zip, files })
    }

    /// How many bytes a file has, and the first of them: `most` at most.
    pub(super) fn bytes(&self, inside: &Path, most: u64) -> Result<(u64, Vec<u8>), Lost> {
        let name = with_slashes(inside);
        let Some((index, size)) = self.files.get(&name) else {
            return Err(if self.has_folder(inside) { Lost::Folder } else { Lost::Missing });
        };
        let unreadable = |fault: String| Lost::Unreadable(format!("{name} in the zip: {fault}"));
        let (mut zip, mut bytes) = (self.zip.clone(), Vec::new());
        let entry = zip.by_index(*index).map_err(|fault| unreadable(fault.to_string()))?;
        // What the entry says of its size need not be true.
        entry.take(most).read_to_end(&mut bytes).map_err(|fault| unreadable(fault.to_string()))?;
        Ok(((*size).max(bytes.len() as u64), bytes))
    }

    /// The paths of all files, in order, and how many bytes each has.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, u64)> {
        self.files.iter().map(|(file, (_, bytes))| (file.as_str(), *bytes))
    }

    /// Whether there is a file in this folder, or in a folder below it.
    pub(super) fn has_folder(&self, inside: &Path) -> bool {
        let name = with_slashes(inside) + "/";
        self.files.range(name.clone()..).next().is_some_and(|(file, _)| file.starts_with(&name))
    }
}

fn with_slashes(inside: &Path) -> String {
    inside.to_string_lossy().replace('\\', "/")
}

/// The entry's path inside the package, with `/`.
fn looked_at(entry: &ZipFileEntry<'_>) -> Result<String, Refusal> {
    let raw = String::from_utf8_lossy(entry.name_raw()).into_owned();
    let refused = |why: &str| (format!("the zip's entry \"{raw}\" {why}"), PACK_AGAIN.to_owned());
    let name = raw.replace('\\', "/");
    let is_plain = name.split('/').next().is_some_and(|first| !first.contains(':')) && !name.contains('\0');
    let mut parts = Path::new(&name).components();
    if name.is_empty() || !is_plain || !parts.all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) {
        return Err(refused("leads out of the package"));
    }
    if entry.is_symlink() {
        return Err(refused("is a link"));
    }
    if entry.encrypted() {
        return Err(refused("is encrypted"));
    }
    if !matches!(entry.compression(), zip::CompressionMethod::Stored | zip::CompressionMethod::Deflated) {
        return Err(refused("is compressed in another way than deflate"));
    }
    if entry.size() > SMALL && entry.size() / MAX_RATIO > entry.compressed_size() {
        return Err(refused(&format!("unpacks to {} bytes from {}", entry.size(), entry.compressed_size())));
    }
    let parts: Vec<_> = name.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
    Ok(parts.join("/"))
}
