use super::Exit;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// What a first project consists of.
const FILES: [(&str, &str); 8] = [
    ("deskspec.toml", include_str!("template/deskspec.toml")),
    ("features/close.feature", include_str!("template/features/close.feature")),
    ("fixtures/payloads/closed.yaml", include_str!("template/fixtures/payloads/closed.yaml")),
    ("fixtures/extensions/guard/plugin-manifest.json", include_str!("template/fixtures/extensions/guard/plugin-manifest.json")),
    ("fixtures/extensions/guard/resources.json", include_str!("template/fixtures/extensions/guard/resources.json")),
    ("fixtures/extensions/guard/app/guard.html", include_str!("template/fixtures/extensions/guard/app/guard.html")),
    ("fixtures/extensions/guard/app/guard.js", include_str!("template/fixtures/extensions/guard/app/guard.js")),
    ("fixtures/extensions/guard/app/translations/en.json", include_str!("template/fixtures/extensions/guard/app/translations/en.json")),
];

/// Writes a first project into `dir`. Nothing that is there already is touched: then nothing is written at all.
pub(super) fn init(dir: &Path) -> (String, Exit) {
    let there: Vec<_> = FILES.iter().filter(|(name, _)| dir.join(name).exists()).map(|(name, _)| *name).collect();
    if let Some(first) = there.first() {
        return (format!("error: {} is there already: name another folder\n", dir.join(first).display()), Exit::Usage);
    }
    let mut out = String::new();
    for (name, content) in FILES {
        let file = dir.join(name);
        let written = file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&file, content));
        if let Err(error) = written {
            return (format!("{out}error: {} cannot be written: {error}\n", file.display()), Exit::Unreadable);
        }
        let _ = writeln!(out, "wrote {}", file.display());
    }
    let go = if dir == Path::new(".") { String::new() } else { format!("cd {} && ", dir.display()) };
    let _ = writeln!(out, "\nnow run:\n  {go}deskspec run");
    (out, Exit::Passed)
}
