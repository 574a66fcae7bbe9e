//! From where the agent calls, and the activities that are planned.

use super::meant::{meant, meant_key};
use super::{Outcome, Scenario};
use crate::host::Input;
use crate::host::desk::{Activity, Dial, Module, Origin, Page};

impl Scenario {
    /// The agent calls a number from the dial pad.
    pub fn dial_number(&mut self, number: String) -> Outcome {
        self.sound_number(&number)?;
        self.dial("the dial pad", Origin::DialPad(number))
    }

    /// The agent calls from the detail view of the open record of this module.
    pub fn dial_from(&mut self, module: &str) -> Outcome {
        let Some(id) = self.stage.desk().page().shown(module).map(str::to_owned) else {
            let a = if module.starts_with('a') { "an" } else { "a" };
            return self.wrong(format!("the open page is not {a} {module}'s"), format!("say `the agent opens the {module} \"…\"` before"));
        };
        let from = match module {
            "contact" => Origin::Contact(id),
            "account" => Origin::Account(id),
            "activity" => Origin::Activity(id),
            _ => Origin::Ticket(id),
        };
        self.dial(&format!("the {module}"), from)
    }

    /// The agent calls from the pop-up that reminds of an activity.
    pub fn dial_from_reminder(&mut self, activity: &str) -> Outcome {
        self.known_activity(activity)?;
        self.dial(&format!("the reminder of the activity {activity}"), Origin::Reminder(activity.to_owned()))
    }

    fn dial(&mut self, told: &str, from: Origin) -> Outcome {
        self.free_line()?;
        match self.stage.desk().dial(&from) {
            Ok(dialled) => self.act(format!("calls {} from {told}", dialled.number), Dial { from }),
            Err(why) => self.wrong(
                format!("the agent cannot call from {told}: {why}"),
                "add `| phone | 1 888 900 9646 |` to the table of whom the agent calls",
            ),
        }
    }

    /// A planned call, with the contact and the ticket of the step's table.
    pub fn put_activity(&mut self, id: &str) -> Outcome {
        self.sound_id(id, "ID of an activity's", "26811000000500001")?;
        let mut activity = Activity { id: id.to_owned(), contact: None, ticket: None };
        for (key, value) in self.pairs()? {
            match key.as_str() {
                "contactId" => {
                    self.known_customer(Module::Contact, &value)?;
                    activity.contact = Some(value);
                }
                "caseId" => {
                    self.known_ticket(&value)?;
                    activity.ticket = Some(value);
                }
                _ => return self.unknown_key(&key),
            }
        }
        self.stage.input(Input::PutActivity { activity });
        Ok(())
    }

    fn unknown_key(&mut self, key: &str) -> Outcome {
        let help = meant_key(key, ["contactId", "caseId"], "write `contactId` or `caseId`");
        self.wrong(format!("an activity has no key \"{key}\""), help)
    }

    /// The agent opens an activity's detail page.
    pub fn open_activity(&mut self, id: &str) -> Outcome {
        self.known_activity(id)?;
        self.go_to(Page::detail("activity", id), format!("opens the activity {id}"))
    }

    fn known_activity(&mut self, id: &str) -> Outcome {
        let desk = self.stage.desk();
        if desk.activity(id).is_some() {
            return Ok(());
        }
        let known = desk.activities().iter().map(|activity| activity.id.as_str());
        let help = meant(id, known, format!("say `Given the activity \"{id}\" with` before"));
        self.wrong(format!("there is no activity \"{id}\""), help)
    }
}
