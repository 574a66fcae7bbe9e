use anstyle::{AnsiColor, Style as Ansi};

/// How a report looks on a console.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether to write ANSI colours.
    pub colour: bool,
    /// The console's width in columns; pictures use between 60 and 120 of them.
    pub width: usize,
    /// Whether to tell only what failed, and the counts.
    pub quiet: bool,
}

impl Style {
    /// Without colours, 100 columns wide: what goes into files.
    pub const PLAIN: Self = Self { colour: false, width: 100, quiet: false };

    /// How many columns a line may fill.
    pub(super) fn columns(self) -> usize {
        self.width.clamp(60, WIDEST)
    }

    /// The text in its colour, or as it is.
    pub(super) fn paint(self, ink: Ink, text: &str) -> String {
        if !self.colour || text.is_empty() {
            return text.to_owned();
        }
        let style = ink.style();
        format!("{style}{text}{style:#}")
    }
}

impl Default for Style {
    fn default() -> Self {
        Self::PLAIN
    }
}

/// No line of a report is wider.
pub(super) const WIDEST: usize = 120;

/// What a piece of text is, from which its colour follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Good,
    Bad,
    Odd,
    Strong,
    Faint,
    Help,
}

impl Ink {
    fn style(self) -> Ansi {
        match self {
            Self::Good => AnsiColor::Green.on_default(),
            Self::Bad => AnsiColor::Red.on_default().bold(),
            Self::Odd => AnsiColor::Yellow.on_default(),
            Self::Strong => Ansi::new().bold(),
            Self::Faint => Ansi::new().dimmed(),
            Self::Help => AnsiColor::Cyan.on_default(),
        }
    }
}
