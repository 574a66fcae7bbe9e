//! What stands around a vendor's code, as far as its faults speak of it.

use super::parts::LEFT_OUT;
use crate::extension::DefectKind;
use crate::extension::package::Client;

/// A host's own calls, and what its sandbox leaves out.
pub(super) struct Around {
    /// Who has the host's own calls.
    pub(super) own: &'static str,
    /// Whether this is one of them, as it is written.
    pub(super) is_own: fn(&str) -> bool,
    /// Globals that are not there.
    pub(super) left_out: &'static [&'static str],
    /// What to say of one of them, before what was thrown.
    pub(super) says: fn(&str) -> String,
    /// Whose fault it is to count on one of them.
    pub(super) lack: DefectKind,
}

/// What stands around a page, by whose client SDK it has.
pub(super) fn around(client: Client) -> &'static Around {
    match client {
        Client::Desk => &PAGE,
        Client::Freshworks => &APP_PAGE,
    }
}

/// A widget's page in a browser.
pub(super) static PAGE: Around = Around {
    own: "the client SDK",
    is_own: |called| called.starts_with("ZOHODESK.") || called.contains(".instance."),
    left_out: &LEFT_OUT,
    says: not_supported,
    lack: DefectKind::Unsupported,
};

/// An app's page in a browser.
static APP_PAGE: Around = Around {
    own: "the Freshworks client",
    is_own: |called| called.starts_with("client.") || called.starts_with("app."),
    left_out: &LEFT_OUT,
    says: not_supported,
    lack: DefectKind::Unsupported,
};

fn not_supported(name: &str) -> String {
    format!("{name} is not supported here; ")
}

/// An app's server in the sandbox of Freshworks (FD-03).
pub(super) static SERVER: Around = Around {
    own: "the Freshworks sandbox",
    is_own: |called| HOST_OBJECTS.iter().any(|object| called.strip_prefix(object).is_some_and(|rest| rest.starts_with('.'))),
    left_out: &NOT_ON_SERVERS,
    says: |name| {
        let edit = match name {
            "process" => "keep what differs between installations in config/iparams.json",
            _ => "do what is due later in onScheduledEvent, with $schedule.create",
        };
        format!("{name} is not there in the Freshworks sandbox; {edit}: ")
    },
    lack: DefectKind::LeftOut,
};

const HOST_OBJECTS: [&str; 3] = ["$db", "$request", "$schedule"];

/// What Node has and the sandbox of Freshworks has not.
pub(super) const NOT_ON_SERVERS: [&str; 7] =
    ["clearImmediate", "clearInterval", "clearTimeout", "process", "setImmediate", "setInterval", "setTimeout"];
