use std::path::Path;

/// Where the client SDK lies, as real widgets load it.
pub(super) const SDK_URL: &str = "https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js";

const HOSTS: [&str; 3] = ["js.zohostatic.com", "js.zohostatic.in", "static.zohocdn.com"];
const FILES: [&str; 2] = ["ZohoDeskClientSDK.js", "ZohoDeskClientSDK.min.js"];
const FOLDER: &str = "/developer_sdk/v1/js/";

/// What a script's URL on the web is.
pub(super) enum Remote {
    /// The client SDK: provided.
    Sdk,
    /// On a host of the SDK's, but not the SDK.
    AlmostSdk,
    /// Somebody else's.
    Other,
}

/// Whether a script's source is the client SDK: its address, or a copy of it.
#[must_use]
pub fn is_sdk(src: &str) -> bool {
    if is_remote(src) { matches!(remote(src), Remote::Sdk) } else { is_copy(Path::new(without_query(src))) }
}

/// Looks at a URL on the web.
pub(super) fn remote(url: &str) -> Remote {
    let bare = without_query(url);
    let rest = bare.split_once("//").map_or(bare, |(_, rest)| rest);
    let (host, path) = rest.find('/').map_or((rest, ""), |slash| rest.split_at(slash));
    if !HOSTS.contains(&host.to_ascii_lowercase().as_str()) {
        return if bare.to_ascii_lowercase().contains("zohodeskclientsdk") { Remote::AlmostSdk } else { Remote::Other };
    }
    // Real widgets load it from more than one folder of these hosts.
    let is_sdk = FILES.iter().any(|file| path.strip_suffix(file).is_some_and(|folder| folder.ends_with(FOLDER)));
    if is_sdk { Remote::Sdk } else { Remote::AlmostSdk }
}

/// The rule that a script breaks which cannot be loaded.
pub(super) fn rule(src: &str) -> &'static str {
    match remote(src) {
        Remote::AlmostSdk => "SDK-14",
        Remote::Other if is_remote(src) => "MAN-05",
        Remote::Sdk | Remote::Other => "MAN-01",
    }
}

/// Whether a local file is a copy of the client SDK.
pub(super) fn is_copy(file: &Path) -> bool {
    file.file_name().is_some_and(|name| FILES.iter().any(|file| name == *file))
}

/// Whether a script's source or a widget's URL lies on the web.
#[must_use]
pub fn is_remote(url: &str) -> bool {
    url.starts_with("//")
        || url.split_once("://").is_some_and(|(scheme, _)| matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https"))
}

/// A URL without what stands behind `?` or `#`.
pub(super) fn without_query(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or(url)
}
