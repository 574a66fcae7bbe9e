//! What the agent does in the reply editor, and what must be in it.

use super::meant::meant;
use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::host::Input;
use crate::host::desk::{ApplyTemplate, DeleteDraft, Draft, Editor, Mode, OpenEditor, SaveDraft};

impl Scenario {
    /// The agent opens the reply editor, on the newest thread or on one that says this.
    pub fn open_editor(&mut self, thread: Option<&str>, mode: Mode) -> Outcome {
        let ticket = self.open_one()?;
        let id = self.thread(thread)?;
        let on = thread.map(|says| format!(" of the thread \"{says}\"")).unwrap_or_default();
        let to_all = if mode == Mode::ReplyAll { " to reply to all" } else { "" };
        self.act(format!("opens the reply editor{on}{to_all}"), OpenEditor { ticket, thread: id, mode })
    }

    /// The agent puts a response template into the open reply editor.
    pub fn apply_template(&mut self, name: &str) -> Outcome {
        self.open_editor_or_why()?;
        let known: Vec<_> = self.stage.desk().templates().iter().map(|template| (template.name.clone(), template.id.clone())).collect();
        let Some((_, template)) = known.iter().find(|(known, _)| known == name).cloned() else {
            let otherwise = format!("say `Given the response template \"{name}\" with` before");
            let help = meant(name, known.iter().map(|(name, _)| name.as_str()), otherwise);
            return self.wrong(format!("there is no response template \"{name}\""), help);
        };
        self.act(format!("applies the response template \"{name}\""), ApplyTemplate { template })
    }

    /// The agent saves the draft of a reply for the first time.
    pub fn save_draft(&mut self, content: String) -> Outcome {
        let Editor { ticket, thread, cc, .. } = self.open_editor_or_why()?;
        if self.draft()?.is_some() {
            return self.wrong("the ticket has a draft already", "say `the agent updates the draft to \"…\"`, or delete it before");
        }
        self.stage.input(Input::Write { content: content.clone(), cc: cc.clone() });
        self.act(format!("saves the draft \"{content}\""), SaveDraft { ticket, thread, content, cc })
    }

    /// The agent saves another text in the draft's place.
    pub fn update_draft(&mut self, content: String) -> Outcome {
        let ticket = self.open_one()?;
        let Draft { thread, cc, .. } = self.draft_or_why()?;
        if self.stage.desk().editor().is_some_and(|editor| editor.thread == thread) {
            self.stage.input(Input::Write { content: content.clone(), cc: cc.clone() });
        }
        self.act(format!("updates the draft to \"{content}\""), SaveDraft { ticket, thread, content, cc })
    }

    /// The agent deletes the draft.
    pub fn delete_draft(&mut self) -> Outcome {
        let ticket = self.open_one()?;
        self.draft_or_why()?;
        self.act("deletes the draft".into(), DeleteDraft { ticket })
    }

    /// The open ticket has a draft, and it is this HTML.
    pub fn expect_draft(&mut self, content: &str) -> Outcome {
        let found = self.draft()?;
        let told = found.as_ref().map_or_else(|| "it has none".to_owned(), |draft| format!("its draft is {}", draft.content));
        self.expect(found.is_some_and(|draft| draft.content == content), || format!("the ticket has no draft {content}: {told}"))
    }

    /// The open ticket has no draft.
    pub fn expect_no_draft(&mut self) -> Outcome {
        let found = self.draft()?;
        let told = found.as_ref().map(|draft| draft.content.clone()).unwrap_or_default();
        self.expect(found.is_none(), || format!("the ticket has the draft {told}"))
    }

    /// The reply editor is open, and holds this HTML.
    pub fn expect_editor(&mut self, content: &str) -> Outcome {
        let found = self.stage.desk().editor().map(|editor| editor.content.clone());
        let told = found.as_ref().map_or_else(|| "none is open".to_owned(), |content| format!("it holds {content}"));
        self.expect(found.as_deref() == Some(content), || format!("the reply editor does not hold {content}: {told}"))
    }

    /// No reply editor is open.
    pub fn expect_no_editor(&mut self) -> Outcome {
        let open = self.stage.desk().editor().is_some();
        self.expect(!open, || "the reply editor is open".into())
    }

    fn draft(&mut self) -> Result<Option<Draft>, Failed> {
        let ticket = self.open_one()?;
        Ok(self.stage.desk().ticket(&ticket).and_then(|ticket| ticket.draft.clone()))
    }

    fn draft_or_why(&mut self) -> Result<Draft, Failed> {
        match self.draft()? {
            Some(draft) => Ok(draft),
            None => self.wrong("the ticket has no draft", "say `the agent saves the draft \"…\"` before"),
        }
    }

    pub(super) fn open_editor_or_why(&mut self) -> Result<Editor, Failed> {
        match self.stage.desk().editor().cloned() {
            Some(editor) => Ok(editor),
            None => self.wrong("no reply editor is open", "say `the agent opens the reply editor` before"),
        }
    }
}
