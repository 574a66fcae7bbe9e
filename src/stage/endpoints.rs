use crate::host::ServiceAnswer;
use serde_json::{Value, json};
use std::collections::{BTreeMap, VecDeque};

/// What becomes of one request to whoever the feature plays: it is answered, nobody can be reached (why), or, for `None`, nothing ever comes.
pub type Answer = Option<Result<ServiceAnswer, String>>;

/// What an extension's own server does, so many times, and the recorded exchange that it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Scripted {
    /// What it answers.
    pub answer: Answer,
    /// How often, one at least; the last one that was said goes on.
    pub times: u32,
    /// The key of the recorded exchange whose answer it is.
    pub recorded: Option<usize>,
}

impl Scripted {
    /// What is answered once.
    #[must_use]
    pub fn once(answer: Answer) -> Self {
        Self { answer, times: 1, recorded: None }
    }
}

/// The extensions' own servers, as the feature plays them: who answers which exchange, and what in turn.
#[derive(Debug, Clone, Default)]
pub struct Endpoints {
    scripts: BTreeMap<(String, String), VecDeque<Scripted>>,
    /// How often each was asked.
    asked: BTreeMap<(String, String), usize>,
    /// Recorded exchanges that took place, with the place of their request among all of its kind.
    played: BTreeMap<usize, usize>,
}

impl Endpoints {
    /// From now on an extension's server does this at an exchange (`channel.pull`, `channel.push`).
    pub fn set(&mut self, extension: &str, exchange: &str, script: Scripted) {
        self.scripts.insert(key(extension, exchange), VecDeque::from([script]));
    }

    /// Once all that was said before is done, it does this.
    pub fn then(&mut self, extension: &str, exchange: &str, script: Scripted) {
        self.scripts.entry(key(extension, exchange)).or_default().push_back(script);
    }

    /// Whether anything was said of an exchange.
    #[must_use]
    pub fn knows(&self, extension: &str, exchange: &str) -> bool {
        self.scripts.contains_key(&key(extension, exchange))
    }

    /// Where among the requests of its kind, from 0, the one of a recorded exchange is; `None` where it has not taken place.
    #[must_use]
    pub fn played(&self, recorded: usize) -> Option<usize> {
        self.played.get(&recorded).copied()
    }

    /// The answer to one request, `None` for never. The last answer is given again and again. A server of which nothing is said has no news.
    ///
    /// # Errors
    /// Nobody answers: says so.
    pub fn answer(&mut self, extension: &str, exchange: &str) -> Result<Option<ServiceAnswer>, String> {
        let key = key(extension, exchange);
        let asked = self.asked.entry(key.clone()).or_default();
        let request = *asked;
        *asked += 1;
        match self.scripts.get_mut(&key).and_then(next) {
            Some(script) => {
                if let Some(recorded) = script.recorded {
                    self.played.entry(recorded).or_insert(request);
                }
                script.answer.transpose()
            }
            None if exchange == "channel.pull" => Ok(Some(ServiceAnswer::new(200, no_news()))),
            None if exchange == "channel.push" => Err(format!("nobody answers the exchange {exchange} of \"{extension}\"")),
            // What is only told, a server takes.
            None => Ok(Some(ServiceAnswer::new(200, Value::Null))),
        }
    }
}

/// What is to be done now.
fn next(scripts: &mut VecDeque<Scripted>) -> Option<Scripted> {
    let is_last = scripts.len() == 1;
    let now = scripts.front_mut()?;
    now.times = now.times.saturating_sub(1);
    let script = now.clone();
    if script.times == 0 && !is_last {
        scripts.pop_front();
    }
    Some(script)
}

fn key(extension: &str, exchange: &str) -> (String, String) {
    (extension.to_owned(), exchange.to_owned())
}

fn no_news() -> Value {
    json!({"data": {}})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_in_turn_and_the_last_one_stays() {
        let mut endpoints = Endpoints::default();
        let answer = |status| Scripted::once(Some(Ok(ServiceAnswer::new(status, Value::Null))));
        endpoints.set("chat", "channel.push", Scripted { times: 2, ..answer(503) });
        endpoints.then("chat", "channel.push", answer(200));
        let mut status = || endpoints.answer("chat", "channel.push").map(|answer| answer.map(|answer| answer.status));
        assert_eq!([status(), status(), status(), status()], [Ok(Some(503)), Ok(Some(503)), Ok(Some(200)), Ok(Some(200))]);
        endpoints.set("chat", "channel.push", Scripted::once(None));
        assert_eq!(endpoints.answer("chat", "channel.push"), Ok(None));
        endpoints.set("chat", "channel.push", Scripted::once(Some(Err("gone".into()))));
        assert_eq!(endpoints.answer("chat", "channel.push"), Err("gone".into()));
        assert!(endpoints.answer("chat", "channel.pull").is_ok_and(|answer| answer.is_some_and(|answer| answer.body == no_news())));
        assert!(endpoints.answer("other", "channel.push").is_err());
    }

    #[test]
    fn a_recorded_exchange_takes_place_once() {
        let mut endpoints = Endpoints::default();
        let news = |recorded| Scripted { recorded, ..Scripted::once(Some(Ok(ServiceAnswer::new(200, no_news())))) };
        endpoints.set("chat", "channel.pull", news(None));
        endpoints.then("chat", "channel.pull", news(Some(0)));
        assert_eq!(endpoints.played(0), None);
        (0..3).for_each(|_| assert!(endpoints.answer("chat", "channel.pull").is_ok()));
        assert_eq!(endpoints.played(0), Some(1));
    }
}
