//! What widgets show to the agent, and what he sees of them.

use super::meant::meant;
use super::{Outcome, Scenario};
use crate::host::{Effect, Input, Popup};
use serde_json::Value;

impl Scenario {
    /// The agent clicks a button of a popup.
    pub fn click_popup(&mut self, title: &str, confirms: bool) -> Outcome {
        let open = self.stage.host().popups().to_vec();
        match open.iter().rev().find(|popup| popup.title == title) {
            Some(Popup { asks, .. }) if *asks || confirms => {
                let button = if confirms { "confirms" } else { "cancels" };
                self.stage.tell(format!("{button} the popup \"{title}\""));
                self.stage.input(Input::ClickPopup { title: title.to_owned(), confirms });
                Ok(())
            }
            Some(_) => self.wrong(
                format!("the popup \"{title}\" is an alert: it has one button"),
                format!("say `the agent confirms the popup \"{title}\"`"),
            ),
            None => {
                let help = meant(title, open.iter().map(|popup| popup.title.as_str()), "let a widget show it before");
                self.wrong(format!("no popup \"{title}\" is open"), help)
            }
        }
    }

    /// Since the last action an extension showed the agent this popup, and no other.
    pub fn expect_popup(&mut self, extension: &str, title: &str, text: &str) -> Outcome {
        let widgets = self.widgets_of(extension)?;
        let shown = |effect: &Effect| match effect {
            Effect::Popup { widget, value } if widgets.contains(widget) => {
                let of = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
                Some((of("title"), of("content")))
            }
            _ => None,
        };
        let found: Vec<_> = self.stage.trace.effects().filter_map(shown).collect();
        let told = || found.iter().map(|(title, text)| format!("\"{title}\" that says \"{text}\"")).collect::<Vec<_>>().join(", ");
        let is_it = found.len() == 1 && found[0] == (title.to_owned(), text.to_owned());
        self.expect(is_it, || format!("\"{extension}\" shows the popups [{}], not one \"{title}\" that says \"{text}\"", told()))
    }

    /// No popup waits for the agent.
    pub fn expect_no_popup(&mut self) -> Outcome {
        let open: Vec<_> = self.stage.host().popups().iter().map(|popup| popup.title.clone()).collect();
        self.expect(open.is_empty(), || format!("these popups are open: {open:?}"))
    }

    /// A widget has sent the agent to a sub-tab of the open ticket.
    pub fn expect_tab(&mut self, tab: &str) -> Outcome {
        let found = self.stage.desk().tab().map(str::to_owned);
        let told = found.as_ref().map_or_else(|| "no widget has sent the agent to one".to_owned(), |found| format!("\"{found}\" is"));
        self.expect(found.as_deref() == Some(tab), || format!("the sub-tab \"{tab}\" is not in front: {told}"))
    }

    /// A widget has made itself so large; without a size, as large as its document.
    pub fn expect_size(&mut self, extension: &str, location: &str, size: Option<(String, String)>) -> Outcome {
        let widget = self.widget(extension, location)?;
        let found = self.stage.host().widget(widget).map(|widget| widget.size.clone()).unwrap_or_default();
        let (width, height) = size.unzip();
        let told = |side: &Option<String>| side.clone().unwrap_or_else(|| "as its document".to_owned());
        let is_it = found == (width, height);
        self.expect(is_it, || format!("\"{extension}\" at \"{location}\" is {} wide and {} high", told(&found.0), told(&found.1)))
    }

    /// A widget has hidden itself, or has not.
    pub fn expect_hidden(&mut self, extension: &str, location: &str, hidden: bool) -> Outcome {
        let widget = self.widget(extension, location)?;
        let found = self.stage.host().widget(widget).is_some_and(|widget| widget.hidden);
        let word = if found { "hidden" } else { "not hidden" };
        self.expect(found == hidden, || format!("\"{extension}\" at \"{location}\" is {word}"))
    }

    /// The open reply goes to these.
    pub fn expect_recipients(&mut self, to: &str, cc: &str, bcc: &str) -> Outcome {
        let editor = self.open_editor_or_why()?;
        let is_it = (editor.to.as_str(), editor.cc.as_str(), editor.bcc.as_str()) == (to, cc, bcc);
        self.expect(is_it, || format!("the reply goes to \"{}\" with copies to \"{}\" and \"{}\"", editor.to, editor.cc, editor.bcc))
    }
}
