//! Files that go along with what the agent sends, and those that came with what a channel brought.

use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::host::desk::{Attachment, Fetched, Fetching, Reply};

impl Scenario {
    /// The agent replies to the open ticket's customer, and sends a file along of which nothing but the name matters.
    pub fn reply_with_attachment(&mut self, content: String, name: String) -> Outcome {
        let told = format!("replies \"{content}\" with the attachment \"{name}\"");
        let attachment = self.attachment(name, "0")?;
        self.reply_attaching(told, content, vec![attachment])
    }

    /// The agent replies to the open ticket's customer, and sends the files of the step's table along: their names and sizes.
    pub fn reply_with_attachments(&mut self, content: String) -> Outcome {
        let files = self.pairs()?.into_iter().map(|(name, size)| self.attachment(name, &size)).collect::<Result<Vec<_>, Failed>>()?;
        let told = format!("replies \"{content}\" with {} attachments", files.len());
        self.reply_attaching(told, content, files)
    }

    fn reply_attaching(&mut self, told: String, content: String, attachments: Vec<Attachment>) -> Outcome {
        let (ticket, thread, cc) = self.answering(&content, "")?;
        self.act(told, Reply { ticket, thread, content, cc, attachments, close: false })
    }

    fn attachment(&mut self, name: String, size: &str) -> Result<Attachment, Failed> {
        if name.is_empty() || name.contains(['/', '\\']) {
            return self.wrong(format!("\"{name}\" is no name of a file"), "write one such as \"photo.png\", without its folder");
        }
        match size.parse() {
            Ok(size) => Ok(Attachment { name, size, ..Attachment::default() }),
            Err(_) => {
                self.wrong(format!("\"{size}\" is no size of a file"), "write how many bytes it has, such as `| photo.png | 20480 |`")
            }
        }
    }

    /// The open ticket's newest thread has a file that is there.
    pub fn expect_attachment(&mut self, name: &str) -> Outcome {
        let attachment = self.fetched(name)?;
        let told = far(&attachment.state);
        self.expect(matches!(attachment.state, Fetching::Here { .. }), || format!("the attachment \"{name}\" is not there: {told}"))
    }

    /// The open ticket's newest thread has no file that is there.
    pub fn expect_no_attachment(&mut self) -> Outcome {
        let all = self.attachments()?;
        let here: Vec<_> = all.iter().filter(|it| matches!(it.state, Fetching::Here { .. })).map(|it| it.name.as_str()).collect();
        self.expect(here.is_empty(), || format!("the newest thread has the attachments {here:?}"))
    }

    /// A file of the open ticket's newest thread could not be fetched, and this is why.
    pub fn expect_not_fetched(&mut self, name: &str, reason: &str) -> Outcome {
        let attachment = self.fetched(name)?;
        let told = far(&attachment.state);
        self.expect(attachment.state == Fetching::Failed(reason.to_owned()), || {
            format!("the attachment \"{name}\" has not failed with \"{reason}\": {told}")
        })
    }

    fn fetched(&mut self, name: &str) -> Result<Fetched, Failed> {
        let all = self.attachments()?;
        match all.iter().find(|it| it.name == name) {
            Some(found) => Ok(found.clone()),
            None => {
                let names: Vec<_> = all.iter().map(|it| it.name.as_str()).collect();
                self.unmet(format!("the newest thread has no attachment \"{name}\"; it has {names:?}"))
            }
        }
    }

    fn attachments(&mut self) -> Result<Vec<Fetched>, Failed> {
        let ticket = self.open_one()?;
        let newest = self.stage.desk().ticket(&ticket).and_then(|ticket| ticket.threads.last()).map(|it| it.synced.attachments.clone());
        match newest {
            Some(attachments) => Ok(attachments),
            None => self.wrong("the ticket has no thread", "let the channel bring one before"),
        }
    }
}

fn far(state: &Fetching) -> String {
    match state {
        Fetching::Waiting => "it is on its way".into(),
        Fetching::Here { size, content_type } => format!("it is there, {size} bytes of {content_type}"),
        Fetching::Failed(reason) => format!("it could not be fetched: {reason}"),
    }
}
