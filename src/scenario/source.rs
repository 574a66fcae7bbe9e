//! The links to where something came from, and where they lead.

use super::heard::count;
use super::{Outcome, Scenario};
use crate::host::Effect;
use crate::host::ServiceAnswer;
use crate::host::desk::{NoLink, OpenSource, Source};
use serde_json::{Map, Value};

impl Scenario {
    /// The agent clicks on the link to the source of the open ticket, or of its customer.
    pub fn open_source(&mut self, of: Source) -> Outcome {
        let what = if of == Source::Customer { "customer" } else { "ticket" };
        self.follow(format!("opens the source of the {what}"), of)
    }

    /// The agent clicks on the link to the source of a thread: of the newest, or of the one that says this.
    pub fn open_source_of_thread(&mut self, says: Option<&str>) -> Outcome {
        let id = self.thread(says)?;
        let which = says.map_or_else(|| "newest thread".to_owned(), |says| format!("thread \"{says}\""));
        self.follow(format!("opens the source of the {which}"), Source::Thread(id))
    }

    fn follow(&mut self, told: String, of: Source) -> Outcome {
        let ticket = self.open_one()?;
        match self.stage.desk().source(&ticket, &of) {
            Ok(_) => self.act(told, OpenSource { ticket, of }),
            Err(why) => {
                let help = what_makes_one(&why);
                self.wrong(format!("there is no link: {why}"), help)
            }
        }
    }

    /// From now on a channel's server sends browsers on to this place.
    pub fn channel_sends_on(&mut self, extension: &str, place: String) -> Outcome {
        let headers = Map::from_iter([("Location".to_owned(), place.into())]);
        self.channel_gives(extension, "channel.redirect", ServiceAnswer { headers, ..ServiceAnswer::new(302, Value::Null) })
    }

    /// Since the last action the browser was sent to one place, and it is this one.
    pub fn expect_sent_to(&mut self, wanted: &str) -> Outcome {
        let place = |effect: &Effect| match effect {
            Effect::SentOn { place, .. } => Some(place.clone()),
            _ => None,
        };
        let found: Vec<_> = self.stage.trace.effects().filter_map(place).collect();
        self.expect(found == [wanted], || format!("the browser is not sent to \"{wanted}\": it was sent to {found:?}"))
    }

    /// Since the last action the browser asked a channel's server for a source once, and with exactly what the step's table says.
    pub fn expect_asked_for_source(&mut self, extension: &str) -> Outcome {
        let asked = self.exchanges_since(extension, "channel.redirect")?;
        let wanted: Map<String, Value> = self.pairs()?.into_iter().map(|(name, value)| (name, value.into())).collect();
        match asked.as_slice() {
            [request] => {
                let (found, wanted) = (Value::Object(request.query.clone()), Value::Object(wanted));
                self.expect(found == wanted, || {
                    format!("the channel of \"{extension}\" is not asked with {wanted}: it is asked with {found}")
                })
            }
            all => {
                let times = count(all.len() as u64);
                self.unmet(format!("the channel of \"{extension}\" was asked for a source {times}, instead of once"))
            }
        }
    }
}

fn what_makes_one(why: &NoLink) -> String {
    match why {
        NoLink::NotOfChannel => {
            "let the agent open a ticket of a channel's before: `the agent opens the ticket \"…\" of the channel \"…\"`".into()
        }
        NoLink::NoAddress(extension) => {
            format!("say `Given the extension \"{extension}\" has a channel with`, and `| redirectUrl | https://… |` below it")
        }
        NoLink::Unknown(_) => "open the source of something that came from the service, or that it has taken".into(),
    }
}
