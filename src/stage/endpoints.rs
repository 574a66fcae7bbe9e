use super::Answer;
use crate::host::ServiceAnswer;
use serde_json::{Value, json};
use std::collections::{BTreeMap, VecDeque};

/// The extensions' own servers, as the feature plays them: who answers which exchange, and what in turn.
#[derive(Debug, Clone, Default)]
pub struct Endpoints(BTreeMap<(String, String), VecDeque<Answer>>);

impl Endpoints {
    /// From now on an extension's server gives this answer to an exchange (`channel.pull`, `channel.push`).
    pub fn set(&mut self, extension: &str, exchange: &str, answer: Answer) {
        self.0.insert((extension.to_owned(), exchange.to_owned()), VecDeque::from([answer]));
    }

    /// Once all answers that were said before are given, it gives this one.
    pub fn then(&mut self, extension: &str, exchange: &str, answer: Answer) {
        self.0.entry((extension.to_owned(), exchange.to_owned())).or_default().push_back(answer);
    }

    /// Whether anything was said of an exchange.
    #[must_use]
    pub fn knows(&self, extension: &str, exchange: &str) -> bool {
        self.0.contains_key(&(extension.to_owned(), exchange.to_owned()))
    }

    /// The answer to one request, `None` for never. The last answer is given again and again. A server of which nothing is said has no news.
    ///
    /// # Errors
    /// Nobody answers: says so.
    pub fn answer(&mut self, extension: &str, exchange: &str) -> Result<Option<ServiceAnswer>, String> {
        let next = self.0.get_mut(&(extension.to_owned(), exchange.to_owned())).and_then(|answers| match answers.len() {
            0 | 1 => answers.front().cloned(),
            _ => answers.pop_front(),
        });
        match next {
            Some(Answer::Http { status, body, after }) => Ok(Some(ServiceAnswer { after, ..ServiceAnswer::new(status, body) })),
            Some(Answer::Never) => Ok(None),
            None if exchange == "channel.pull" => Ok(Some(ServiceAnswer::new(200, no_news()))),
            None if exchange == "channel.push" => Err(format!("nobody answers the exchange {exchange} of \"{extension}\"")),
            // What is only told, a server takes.
            None => Ok(Some(ServiceAnswer::new(200, Value::Null))),
        }
    }
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
        let answer = |status| Answer::Http { status, body: Value::Null, after: 0 };
        endpoints.set("chat", "channel.push", answer(503));
        endpoints.then("chat", "channel.push", answer(200));
        let mut status = || endpoints.answer("chat", "channel.push").map(|answer| answer.map(|answer| answer.status));
        assert_eq!([status(), status(), status()], [Ok(Some(503)), Ok(Some(200)), Ok(Some(200))]);
        endpoints.set("chat", "channel.push", Answer::Never);
        assert_eq!(endpoints.answer("chat", "channel.push"), Ok(None));
        assert!(endpoints.answer("chat", "channel.pull").is_ok_and(|answer| answer.is_some_and(|answer| answer.body == no_news())));
        assert!(endpoints.answer("other", "channel.push").is_err());
    }
}
