use super::random::Random;
use super::{bare, peers, real, real_fixtures};
use std::fs;
use std::path::Path;

/// Which suite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Trivial definitions of the benchmark's own.
    Bare,
    /// Our vocabulary.
    Real,
}

impl Kind {
    pub(crate) fn named(name: &str) -> Result<Self, String> {
        match name {
            "bare" => Ok(Self::Bare),
            "real" => Ok(Self::Real),
            other => Err(format!("\"{other}\" is no suite: use bare or real")),
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Bare => "bare",
            Self::Real => "real",
        }
    }
}

/// How large a suite is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Size {
    pub(crate) scenarios: usize,
    pub(crate) files: usize,
    pub(crate) seed: u64,
}

/// Writes a suite into a folder: `features/`, and what else its runners need. Features that an earlier one left there are removed.
pub(crate) fn generate(kind: Kind, folder: &Path, size: Size) -> Result<(), String> {
    let features = folder.join("features");
    clear(&features)?;
    let mut random = Random::new(size.seed);
    for file in 0..size.files {
        // All files together have all scenarios, each as many as any other, or one more.
        let scenarios = size.scenarios * (file + 1) / size.files - size.scenarios * file / size.files;
        let text = match kind {
            Kind::Bare => bare::feature(&mut random, file, scenarios),
            Kind::Real => real::feature(&mut random, file, scenarios),
        };
        write(&features, &format!("area-{file:04}.feature"), &text)?;
    }
    let beside = match kind {
        Kind::Bare => peers::files(),
        Kind::Real => real_fixtures::files(),
    };
    beside.iter().try_for_each(|(name, text)| write(folder, name, text))
}

fn clear(features: &Path) -> Result<(), String> {
    let Ok(entries) = fs::read_dir(features) else { return Ok(()) };
    for file in entries.flatten().map(|entry| entry.path()) {
        let ours = file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("area-"));
        if ours && file.extension().is_some_and(|ending| ending == "feature") {
            fs::remove_file(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        }
    }
    Ok(())
}

fn write(folder: &Path, name: &str, text: &str) -> Result<(), String> {
    let path = folder.join(name);
    let parent = path.parent().unwrap_or(folder);
    fs::create_dir_all(parent).and_then(|()| fs::write(&path, text)).map_err(|error| format!("{}: {error}", path.display()))
}
