use std::fmt;

/// A help desk whose documents the catalogue holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Platform {
    /// Zoho Desk.
    Desk,
    /// Freshdesk.
    Freshdesk,
}

impl Platform {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Desk, Self::Freshdesk];

    /// The one of this name, as sentences and the catalogue's folders write it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|platform| platform.to_string().eq_ignore_ascii_case(name))
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Desk => "Desk",
            Self::Freshdesk => "Freshdesk",
        })
    }
}
