//! What stands on a ticket's page: the threads, the comments, and what the desk has for replies. A person names them by what they say.

use super::meant::{meant, meant_key};
use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::host::Input;
use crate::host::desk::{AddComment, EditComment, MarkSpam, Synced, Template, Thread, ThroughApi, html};

/// What the step's table may say of a customer's message.
const OF_THREAD: [&str; 4] = ["id", "from", "to", "cc"];
/// What the step's table may say of a response template.
const OF_TEMPLATE: [&str; 2] = ["id", "content"];

impl Scenario {
    /// The customer wrote to a ticket.
    pub fn put_thread(&mut self, content: String, ticket: &str) -> Outcome {
        self.add_thread(content, ticket, Vec::new())
    }

    /// The customer wrote to a ticket: the step's table says more.
    pub fn put_thread_with_table(&mut self, content: String, ticket: &str) -> Outcome {
        let pairs = self.pairs()?;
        self.add_thread(content, ticket, pairs)
    }

    fn add_thread(&mut self, content: String, ticket: &str, given: Vec<(String, String)>) -> Outcome {
        self.known_ticket(ticket)?;
        self.known_keys("message", &OF_THREAD, &given)?;
        let [id, from, to, cc] = OF_THREAD.map(|key| value(&given, key));
        let taken = self.stage.desk().tickets().iter().any(|ticket| ticket.thread(&id).is_some());
        if taken {
            return self.wrong(format!("another thread has the ID \"{id}\""), "write another string of digits");
        }
        let (attachments, synced) = (Vec::new(), Synced::default());
        let thread = Thread { id, content, from, to, cc, incoming: true, at: self.stage.now(), attachments, synced };
        self.stage.input(Input::PutThread { ticket: ticket.to_owned(), thread });
        Ok(())
    }

    /// A response template that agents put into replies.
    pub fn put_template(&mut self, name: &str) -> Outcome {
        let given = self.pairs()?;
        self.known_keys("response template", &OF_TEMPLATE, &given)?;
        let [id, content] = OF_TEMPLATE.map(|key| value(&given, key));
        if content.is_empty() {
            return self.wrong("the response template has no content", "add a row such as `| content | Please send it in |`");
        }
        let known: Vec<_> = self.stage.desk().templates().to_vec();
        if known.iter().any(|template| template.name == name || template.id == id) {
            return self.wrong("there is a response template of this name or ID already", "give this one another name and another ID");
        }
        self.stage.input(Input::PutTemplate { template: Template { id, name: name.to_owned(), content } });
        Ok(())
    }

    fn known_keys(&mut self, what: &str, known: &[&str], given: &[(String, String)]) -> Outcome {
        for (name, text) in given {
            if !known.contains(&name.as_str()) {
                let help = meant_key(name, known.iter().copied(), format!("write one of {}", known.join(", ")));
                return self.wrong(format!("no {what} has the key \"{name}\""), help);
            }
            if name == "id" {
                self.sound_id(text, "ID", "26811000000783105")?;
            }
        }
        Ok(())
    }

    /// The agent writes a comment of the open ticket anew.
    pub fn edit_comment(&mut self, says: &str, content: String) -> Outcome {
        let ticket = self.open_one()?;
        let comments = self.stage.desk().ticket(&ticket).map(|ticket| ticket.comments.clone()).unwrap_or_default();
        let known = comments.into_iter().map(|comment| (comment.content, comment.id)).collect();
        let comment = self.one_that_says("comment", says, known, "say `the agent comments privately \"…\"` before")?;
        self.act(format!("edits the comment \"{says}\" to \"{content}\""), EditComment { ticket, comment, content })
    }

    /// A comment comes to the open ticket through the API.
    pub fn comment_through_api(&mut self, content: String) -> Outcome {
        let ticket = self.open_one()?;
        let told = format!("the comment \"{content}\" is added through the API");
        self.through_api(told, AddComment { ticket, content, public: false })
    }

    /// The open ticket is marked as spam through the API.
    pub fn spam_through_api(&mut self) -> Outcome {
        let ticket = self.open_one()?;
        self.through_api("the ticket is marked as spam through the API".into(), MarkSpam { ticket, spam: true })
    }

    fn through_api(&mut self, told: String, what: impl Into<crate::host::desk::Action>) -> Outcome {
        self.stage.act_through_api(told, ThroughApi::new(what).into());
        Ok(())
    }

    /// The thread of the open ticket that says this; `None` asks for the newest.
    pub(super) fn thread(&mut self, says: Option<&str>) -> Result<String, Failed> {
        let ticket = self.open_one()?;
        let threads = self.stage.desk().ticket(&ticket).map(|ticket| ticket.threads.clone()).unwrap_or_default();
        let before = format!("say `Given the customer wrote \"…\" to the ticket \"{ticket}\"` before");
        match (says, threads.last()) {
            (None, Some(newest)) => Ok(newest.id.clone()),
            (None, None) => self.wrong("the ticket has no thread to reply to", before),
            (Some(says), _) => {
                let known = threads.into_iter().map(|thread| (thread.content, thread.id)).collect();
                self.one_that_says("thread", says, known, &before)
            }
        }
    }

    /// The thread of any ticket that says this.
    pub(super) fn thread_anywhere(&mut self, says: &str) -> Result<String, Failed> {
        let threads = self.stage.desk().tickets().iter().flat_map(|ticket| &ticket.threads);
        let known = threads.map(|thread| (thread.content.clone(), thread.id.clone())).collect();
        self.one_that_says("thread", says, known, "say `Given the customer wrote \"…\" to the ticket \"…\"` before")
    }

    pub(super) fn one_that_says(&mut self, what: &str, says: &str, known: Vec<(String, String)>, before: &str) -> Result<String, Failed> {
        let wanted = html(says);
        let mut found = known.iter().filter(|(content, _)| *content == wanted);
        match (found.next(), found.next()) {
            (Some((_, id)), None) => Ok(id.clone()),
            (Some(_), Some(_)) => {
                self.wrong(format!("there is more than one {what} that says \"{says}\""), "give each of them a text of its own")
            }
            (None, _) => {
                let help = meant(says, known.iter().map(|(content, _)| plain(content)), before);
                self.wrong(format!("no {what} says \"{says}\""), help)
            }
        }
    }
}

fn value(given: &[(String, String)], key: &str) -> String {
    given.iter().rev().find(|(name, _)| name == key).map(|(_, text)| text.clone()).unwrap_or_default()
}

/// What the editor made of a text, without the editor's own `div`.
fn plain(content: &str) -> &str {
    content.strip_prefix("<div>").and_then(|rest| rest.strip_suffix("</div>")).unwrap_or(content)
}
