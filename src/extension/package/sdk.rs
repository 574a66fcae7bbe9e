use std::path::Path;

/// Whose client SDK a page talks to its host with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Client {
    /// Zoho Desk's: `ZOHODESK`.
    Desk,
    /// Freshworks': `app` and `client`. Its place on the web, or what the platform fills in (Practice › What real Freshdesk apps do).
    Freshworks,
}

/// Where Desk's client SDK lies, as real widgets load it.
const SDK_URL: &str = "https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js";

const HOSTS: [&str; 3] = ["js.zohostatic.com", "js.zohostatic.in", "static.zohocdn.com"];
const FILES: [&str; 2] = ["ZohoDeskClientSDK.js", "ZohoDeskClientSDK.min.js"];
const FOLDER: &str = "/developer_sdk/v1/js/";

/// What the platform fills in where an app's page writes it.
const APPCLIENT: &str = "{{{appclient}}}";
/// What it filled in before: this file, wherever it lies.
const FRESH_CLIENT: &str = "/fresh_client.js";

/// What a script's URL on the web is.
pub(super) enum Remote {
    /// The client SDK: provided.
    Sdk,
    /// On a host of the SDK's, but not the SDK.
    AlmostSdk,
    /// Somebody else's.
    Other,
}

impl Client {
    /// Whether a script's source is the client SDK: its address, or a copy of it.
    #[must_use]
    pub fn is_sdk(self, src: &str) -> bool {
        if self.is_elsewhere(src) { matches!(self.remote(src), Remote::Sdk) } else { self.is_copy(Path::new(without_query(src))) }
    }

    /// Whether a script's source is no file of the package.
    pub(super) fn is_elsewhere(self, src: &str) -> bool {
        is_remote(src) || (self == Self::Freshworks && src == APPCLIENT)
    }

    /// Looks at a URL on the web.
    pub(super) fn remote(self, url: &str) -> Remote {
        let bare = without_query(url);
        let rest = bare.split_once("//").map_or(bare, |(_, rest)| rest);
        let (host, path) = rest.find('/').map_or((rest, ""), |slash| rest.split_at(slash));
        if self == Self::Freshworks {
            return if url == APPCLIENT || path.ends_with(FRESH_CLIENT) { Remote::Sdk } else { Remote::Other };
        }
        if !HOSTS.contains(&host.to_ascii_lowercase().as_str()) {
            return if bare.to_ascii_lowercase().contains("zohodeskclientsdk") { Remote::AlmostSdk } else { Remote::Other };
        }
        // Real widgets load it from more than one folder of these hosts.
        let is_sdk = FILES.iter().any(|file| path.strip_suffix(file).is_some_and(|folder| folder.ends_with(FOLDER)));
        if is_sdk { Remote::Sdk } else { Remote::AlmostSdk }
    }

    /// The rule that a script breaks which cannot be loaded.
    pub(super) fn rule(self, src: &str) -> &'static str {
        match self.remote(src) {
            Remote::AlmostSdk => "SDK-14",
            Remote::Other if is_remote(src) => "MAN-05",
            Remote::Sdk | Remote::Other => "MAN-01",
        }
    }

    /// Whether a local file is a copy of the client SDK that speaks its protocol: Freshworks' is not known here.
    pub(super) fn is_copy(self, file: &Path) -> bool {
        self == Self::Desk && file.file_name().is_some_and(|name| FILES.iter().any(|file| name == *file))
    }

    /// What a page is there.
    pub(super) fn page(self) -> &'static str {
        match self {
            Self::Desk => "the widget's page",
            Self::Freshworks => "the app's page",
        }
    }

    /// What a page writes to load it.
    #[must_use]
    pub fn source(self) -> &'static str {
        match self {
            Self::Desk => SDK_URL,
            Self::Freshworks => APPCLIENT,
        }
    }

    /// What a page calls to talk with its host.
    #[must_use]
    pub fn entry(self) -> &'static str {
        match self {
            Self::Desk => "ZOHODESK.extension.onload()",
            Self::Freshworks => "app.initialized()",
        }
    }
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
