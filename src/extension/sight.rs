//! What an agent does on a widget's page, and sees of it.

/// What the agent does with the one element that a CSS selector means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gesture {
    /// Clicks it.
    Click {
        /// Which.
        selector: String,
    },
    /// Types a text into it in the place of what it held, and leaves it.
    Type {
        /// Which.
        selector: String,
        /// The text.
        text: String,
    },
    /// Chooses an option of a list.
    Choose {
        /// Which list.
        selector: String,
        /// The option, by its text or its value.
        option: String,
    },
}

impl Gesture {
    /// The element.
    #[must_use]
    pub fn selector(&self) -> &str {
        match self {
            Self::Click { selector } | Self::Type { selector, .. } | Self::Choose { selector, .. } => selector,
        }
    }
}

/// What a page shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// The texts of the elements that can be seen, in document order; a field shows what it holds.
    pub texts: Vec<String>,
    /// How many others are hidden.
    pub hidden: u64,
    /// The IDs of the page's elements, for who looks for another one.
    pub ids: Vec<String>,
}

/// Why something cannot be done on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotDone {
    /// The widget has no page, or it is dead.
    NoPage,
    /// This is no selector: why.
    BadSelector(String),
    /// No element that can be seen fits.
    Nothing,
    /// So many fit.
    Many(u64),
    /// It is disabled.
    Disabled,
    /// Nobody can type there.
    NoField,
    /// It is no list to choose from.
    NoList,
    /// The list has other options: their texts.
    NoOption(Vec<String>),
}

impl NotDone {
    /// As a page says it.
    pub(super) fn read(said: &str) -> Self {
        let (what, rest) = said.split_once(':').unwrap_or((said, ""));
        match what {
            "none" => Self::Nothing,
            "many" => Self::Many(rest.parse().unwrap_or(2)),
            "disabled" | "disabled option" => Self::Disabled,
            "no text field" => Self::NoField,
            "no list" => Self::NoList,
            "options" => Self::NoOption(serde_json::from_str(rest).unwrap_or_default()),
            _ => Self::BadSelector(rest.to_owned()),
        }
    }
}
