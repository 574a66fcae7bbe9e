use std::fmt;

/// The help desks that the catalogue knows. An entry's is the first folder of its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Platform {
    /// Zoho Desk.
    Desk,
    /// Freshdesk.
    Freshdesk,
}

impl Platform {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Desk, Self::Freshdesk];

    /// The folder of its files.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Freshdesk => "freshdesk",
        }
    }

    /// Its name, as sentences say it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Desk => "Desk",
            Self::Freshdesk => "Freshdesk",
        }
    }

    /// The one of this name, as sentences say it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|platform| platform.word().eq_ignore_ascii_case(name))
    }

    /// Whose file it is, for example Desk's of `desk/hooks/ticket.close.yaml`.
    #[must_use]
    pub fn of(file: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|platform| file.split('/').next() == Some(platform.folder()))
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Desk => "Zoho Desk",
            Self::Freshdesk => "Freshdesk",
        })
    }
}
