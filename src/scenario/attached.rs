//! Files that go along with what the agent sends.

use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::host::desk::{Attachment, Reply};

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
}
