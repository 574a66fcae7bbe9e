//! Modal boxes: who opens them, who closes them, and whom they keep from what.

use super::app::Texts;
use super::{Outcome, Scenario};
use crate::catalog::MODAL;
use crate::extension::{Act, Ask, Script, Scripted};
use crate::host::RequestId;
use crate::host::desk::{CloseModal, Modal};
use serde_json::json;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// Where the pages document it.
const SECTION: &str = "Platform › Alerts/Confirmations";

impl Scenario {
    /// The modal boxes of a real package are pages of its own.
    pub(super) fn serve_modals(&mut self, extension: &str, from: Option<&str>, texts: &Arc<Texts>) {
        let (setup, name, from) = (Arc::clone(&self.setup), extension.to_owned(), from.map(str::to_owned));
        let page = self.sandboxes(extension, MODAL, texts);
        let pages = move |url: &str| setup.packages.modal(&name, from.as_deref(), url).map(&page);
        self.stage.serve_modals(extension, Box::new(pages));
    }

    /// A scripted widget opens a modal box, which the feature plays, too (SDK-12).
    pub fn open_modal(&mut self, extension: &str, location: &str, title: &str) -> Outcome {
        let widget = self.acting_widget(extension, location)?;
        if title.is_empty() {
            return self.wrong("the modal box has no title", format!("write what the agent reads above it ({SECTION})"));
        }
        if let Some(open) = self.open_modal_box() {
            return self.wrong(format!("the modal box \"{open}\" is open already"), "say `the agent closes the modal box` before");
        }
        let script = Rc::new(RefCell::new(Script::default()));
        let shared = Rc::clone(&script);
        let pages = move |_: &str| -> Result<crate::stage::Factory, String> {
            let shared = Rc::clone(&shared);
            Ok(Box::new(move |_, _| Box::new(Scripted::new(Rc::clone(&shared)))))
        };
        self.stage.serve_modals(extension, Box::new(pages));
        let options = json!({"url": "/app/modal.html", "title": title});
        self.stage.play(widget, Act::Ask { request: RequestId(0), ask: Ask::Modal { options }, at: None });
        let opened = self.stage.desk().modal().map(|modal| modal.widget);
        self.scripts.extend(opened.map(|id| ((extension.to_owned(), title.to_owned()), (id, script))));
        Ok(())
    }

    /// A scripted widget closes its extension's modal box: `ZOHODESK.invoke("MODAL_CLOSE")`.
    pub fn close_own_modal(&mut self, extension: &str, location: &str) -> Outcome {
        let widget = self.acting_widget(extension, location)?;
        let modal = self.stage.desk().modal().and_then(|modal| self.stage.host().widget(modal.widget));
        if modal.is_none_or(|modal| modal.extension != extension) {
            return self.no_modal(&format!("of \"{extension}\""));
        }
        self.stage.play(
            widget,
            Act::Ask { request: RequestId(0), ask: Ask::Invoke { verb: "MODAL_CLOSE".into(), property: None, value: None }, at: None },
        );
        Ok(())
    }

    /// The agent closes the modal box.
    pub fn close_modal(&mut self) -> Outcome {
        match self.stage.desk().modal().map(|modal| (modal.widget, modal.title.clone())) {
            Some((modal, title)) => {
                self.stage.act(format!("closes the modal box \"{title}\""), CloseModal { modal }.into());
                Ok(())
            }
            None => self.no_modal(""),
        }
    }

    fn no_modal(&mut self, whose: &str) -> Outcome {
        let title = format!("no modal box {whose}").trim_end().to_owned() + " is open";
        self.wrong(title, "say `When \"…\" at \"…\" opens the modal box \"…\"` before")
    }

    /// The modal box with this title is open.
    pub fn expect_modal(&mut self, title: &str) -> Outcome {
        let open = self.open_modal_box();
        let found = open.as_ref().map_or_else(|| "none is".to_owned(), |open| format!("\"{open}\" is"));
        self.expect(open.as_deref() == Some(title), || format!("the modal box \"{title}\" is not open: {found}"))
    }

    /// No modal box is open.
    pub fn expect_no_modal(&mut self) -> Outcome {
        let open = self.open_modal_box();
        self.expect(open.is_none(), || format!("the modal box \"{}\" is open", open.unwrap_or_default()))
    }

    fn open_modal_box(&self) -> Option<String> {
        self.stage.desk().modal().map(|Modal { title, .. }| title.clone())
    }

    /// Refuses what an agent does beside an open modal box: it keeps him from the main window (SDK-22).
    pub(super) fn in_main_window(&mut self) -> Outcome {
        if self.is_on_freshdesk() {
            return Ok(());
        }
        let Some(open) = self.open_modal_box() else { return Ok(()) };
        let title = format!("the modal box \"{open}\" keeps the agent from the main window until it is closed");
        self.wrong(title, format!("say `the agent closes the modal box` before ({SECTION}, SDK-22)"))
    }
}
