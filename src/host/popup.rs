use super::{RequestId, WidgetId};

/// A popup over the page, which waits for the agent: the same on every host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Popup {
    /// Whose it is.
    pub widget: WidgetId,
    /// What stands above it.
    pub title: String,
    /// What it says.
    pub content: String,
    /// Whether the agent may say no.
    pub asks: bool,
    /// What is on the button that confirms, and on the one that cancels.
    pub labels: [String; 2],
    /// Which question of the widget's waits for the click.
    pub(super) request: RequestId,
}

/// Takes the newest popup of this title that has the button which is clicked.
pub(super) fn clicked(popups: &mut Vec<Popup>, title: &str, confirms: bool) -> Option<Popup> {
    let at = popups.iter().rposition(|popup| popup.title == title && (popup.asks || confirms))?;
    Some(popups.remove(at))
}
