//! Answers of a channel's server that are broken, or break on their way.

use super::Scenario;
use super::scenario::Failed;
use crate::host::ServiceAnswer;
use crate::spelling::nearest;
use crate::stage::Answer;
use serde_json::{Value, json};
use std::convert::Infallible;
use std::str::FromStr;

/// A body that nobody can use, as a sentence says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, cucumber::Parameter)]
#[param(name = "garbage", regex = "garbage|an HTML page|an empty body|a list|too large a body")]
pub enum Garbage {
    /// `garbage`: text that is no JSON.
    Text,
    /// `an HTML page`.
    Html,
    /// `an empty body`.
    Empty,
    /// `a list`: JSON that is no object.
    List,
    /// `too large a body`: a good answer, but for its size.
    TooLarge,
}

impl FromStr for Garbage {
    type Err = Infallible;

    fn from_str(words: &str) -> Result<Self, Infallible> {
        Ok(match words {
            "an HTML page" => Self::Html,
            "an empty body" => Self::Empty,
            "a list" => Self::List,
            "too large a body" => Self::TooLarge,
            _ => Self::Text,
        })
    }
}

/// What becomes of a good answer, as a sentence says it.
#[derive(Debug, Clone, PartialEq, Eq, cucumber::Parameter)]
#[param(
    name = "spoilt",
    regex = r#"reordered|repeated|cut in the middle|and drops the connection in the middle|without the (?:ticket|thread) "(?:[^"]*)""#
)]
pub enum Spoilt {
    /// `reordered`: tickets and threads come in the other order.
    Reordered,
    /// `repeated`: each ticket and thread is there twice.
    Repeated,
    /// `cut in the middle`: half of the text, and no sign that something is missing.
    Cut,
    /// `and drops the connection in the middle`: the answer has begun, and never ends.
    Dropped,
    /// `without the ticket "…"`, `without the thread "…"`.
    Without {
        /// `tickets` or `threads`.
        list: String,
        /// The external ID of what is left out.
        ext_id: String,
    },
}

impl FromStr for Spoilt {
    type Err = Infallible;

    fn from_str(words: &str) -> Result<Self, Infallible> {
        let without = words.strip_prefix("without the ").and_then(|rest| rest.split_once(' '));
        Ok(match (words, without) {
            (_, Some((item, id))) => Self::Without { list: format!("{item}s"), ext_id: id.trim_matches('"').to_owned() },
            ("reordered", _) => Self::Reordered,
            ("repeated", _) => Self::Repeated,
            ("cut in the middle", _) => Self::Cut,
            _ => Self::Dropped,
        })
    }
}

impl Scenario {
    /// The body that is meant.
    pub(super) fn garbage(&self, garbage: Garbage) -> Value {
        match garbage {
            Garbage::Text => "ok, here you are".into(),
            Garbage::Html => "<!DOCTYPE html><title>Bad Gateway</title>".into(),
            Garbage::Empty => Value::Null,
            Garbage::List => json!([]),
            Garbage::TooLarge => {
                let most = self.catalog.limit("channel.answer.size").map_or(0, |limit| limit.value) * 1_000;
                json!({"data": {}, "channelState": "x".repeat(usize::try_from(most).unwrap_or(0))})
            }
        }
    }

    /// What arrives of an answer.
    pub(super) fn spoil(&mut self, mut answer: ServiceAnswer, how: Spoilt) -> Result<Answer, Failed> {
        match how {
            Spoilt::Dropped => return Ok(Some(Err("the connection was dropped in the middle of the answer".into()))),
            Spoilt::Cut => answer.body = half(&answer.body.to_string()).into(),
            Spoilt::Reordered => each_list(&mut answer.body, |items| items.reverse()),
            Spoilt::Repeated => each_list(&mut answer.body, |items| items.extend_from_within(..)),
            Spoilt::Without { list, ext_id } => self.leave_out(&mut answer.body, &list, &ext_id)?,
        }
        Ok(Some(Ok(answer)))
    }

    fn leave_out(&mut self, body: &mut Value, list: &str, ext_id: &str) -> Result<(), Failed> {
        let mut known = Vec::new();
        if let Some(items) = body.pointer_mut(&format!("/data/{list}")).and_then(Value::as_array_mut) {
            known = items.iter().filter_map(|item| item["extId"].as_str().map(str::to_owned)).collect();
            items.retain(|item| item["extId"] != ext_id);
        }
        if known.iter().any(|known| known == ext_id) {
            return Ok(());
        }
        let near = nearest(ext_id, known.iter().map(String::as_str));
        let help = near.map_or_else(|| "leave `without …` out".to_owned(), |near| format!("did you mean \"{near}\"?"));
        self.wrong(format!("\"{ext_id}\" is in none of the answer's {list}"), help)
    }
}

fn each_list(body: &mut Value, change: impl Fn(&mut Vec<Value>)) {
    for list in ["tickets", "threads"] {
        body.pointer_mut(&format!("/data/{list}")).and_then(Value::as_array_mut).into_iter().for_each(&change);
    }
}

fn half(text: &str) -> &str {
    let middle = (0..=text.len() / 2).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    &text[..middle]
}
