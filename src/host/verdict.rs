use super::{HandlerAnswer, How};
use crate::record::Severity;
use serde_json::Value;

/// What a widget's answers to a hook amount to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The action may go on.
    Allow,
    /// The action is stopped.
    Refuse {
        /// The rejection's `msg`, where it has one.
        msg: Option<String>,
    },
}

/// A [`Verdict`], with what its widget's vendor should know about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// The rule that decided.
    pub rule: &'static str,
    /// What is odd about the answers.
    pub remarks: Vec<Remark>,
}

/// Something odd about an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The quirk behind it.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// A lowercase fragment.
    pub text: String,
    /// What to write instead.
    pub help: &'static str,
}

/// Judges the answers of one widget's handlers (HOOK-01, HOOK-02, HOOK-09, Q-14, Q-21): the first refusal decides; no handler allows.
#[must_use]
pub fn judge(answers: &[HandlerAnswer]) -> Judgement {
    let mut remarks = Vec::new();
    let mut verdict = (Verdict::Allow, "HOOK-01");
    for answer in answers {
        let (found, rule) = judge_one(answer, &mut remarks);
        if verdict.0 == Verdict::Allow && (found != Verdict::Allow || rule != "HOOK-01") {
            verdict = (found, rule);
        }
    }
    Judgement { verdict: verdict.0, rule: verdict.1, remarks }
}

fn judge_one(answer: &HandlerAnswer, remarks: &mut Vec<Remark>) -> (Verdict, &'static str) {
    match (answer.how, answer.value.as_ref()) {
        (How::Returned | How::Resolved, Some(Value::Bool(true))) => (Verdict::Allow, "HOOK-01"),
        (How::Returned, Some(Value::Bool(false))) => (Verdict::Refuse { msg: None }, "HOOK-01"),
        (How::Resolved, Some(Value::Bool(false))) => (Verdict::Refuse { msg: None }, "Q-21"),
        (How::Resolved, value) => {
            remarks.extend(value.and_then(popup_refusal));
            (Verdict::Allow, "HOOK-01")
        }
        (How::Returned, value) => {
            remarks.push(neither(value));
            (Verdict::Allow, "HOOK-09")
        }
        (How::Rejected, reason) => {
            let msg = reason.and_then(|reason| reason.get("msg")).and_then(Value::as_str).map(str::to_owned);
            remarks.extend(reason.filter(|_| msg.is_none()).and_then(unseen_reason));
            let rule = if msg.is_some() { "HOOK-02" } else { "HOOK-01" };
            (Verdict::Refuse { msg }, rule)
        }
        (How::Threw, _) => (Verdict::Refuse { msg: None }, "HOOK-09"),
    }
}

fn neither(value: Option<&Value>) -> Remark {
    let found = value.map_or_else(|| "undefined".to_owned(), Value::to_string);
    Remark {
        rule: "HOOK-09",
        severity: Severity::Warning,
        text: format!("a handler answered {found}, which is neither a boolean nor a promise: the action goes on"),
        help: "return true or false, or a promise that is resolved or rejected",
    }
}

fn popup_refusal(value: &Value) -> Option<Remark> {
    (value.get("result") == Some(&Value::Bool(false))).then(|| Remark {
        rule: "Q-21",
        severity: Severity::Warning,
        text: format!("a handler's promise was resolved with {value}: the action goes on all the same"),
        help: "reject the promise with {msg} where the agent says no",
    })
}

fn unseen_reason(reason: &Value) -> Option<Remark> {
    (!reason.is_null()).then(|| Remark {
        rule: "Q-39",
        severity: Severity::Note,
        text: format!("a handler rejected with {reason}, which has no msg: the agent reads Desk's general message"),
        help: "reject with {msg: \"…\"}, so that the agent reads why",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn answer(how: How, value: Option<Value>) -> HandlerAnswer {
        HandlerAnswer { how, value }
    }

    fn refused(msg: Option<&str>) -> Verdict {
        Verdict::Refuse { msg: msg.map(str::to_owned) }
    }

    #[test]
    fn every_shape_of_an_answer_has_its_verdict_rule_and_remark() {
        let table = [
            (How::Returned, Some(json!(true)), Verdict::Allow, "HOOK-01", None),
            (How::Returned, Some(json!(false)), refused(None), "HOOK-01", None),
            (How::Returned, None, Verdict::Allow, "HOOK-09", Some("HOOK-09")),
            (How::Returned, Some(json!("yes")), Verdict::Allow, "HOOK-09", Some("HOOK-09")),
            (How::Resolved, None, Verdict::Allow, "HOOK-01", None),
            (How::Resolved, Some(json!(false)), refused(None), "Q-21", None),
            (How::Resolved, Some(json!({"result": false})), Verdict::Allow, "HOOK-01", Some("Q-21")),
            (How::Rejected, Some(json!({"msg": "no"})), refused(Some("no")), "HOOK-02", None),
            (How::Rejected, None, refused(None), "HOOK-01", None),
            (How::Rejected, Some(json!("no")), refused(None), "HOOK-01", Some("Q-39")),
            (How::Threw, Some(json!({"message": "boom"})), refused(None), "HOOK-09", None),
        ];
        for (how, value, verdict, rule, remark) in table {
            let judged = judge(&[answer(how, value.clone())]);
            assert_eq!((judged.verdict, judged.rule), (verdict, rule), "{how:?} {value:?}");
            assert_eq!(judged.remarks.first().map(|remark| remark.rule), remark, "{how:?} {value:?}");
        }
    }

    #[test]
    fn the_first_refusal_of_several_handlers_decides() {
        let yes = answer(How::Returned, Some(json!(true)));
        let first = answer(How::Rejected, Some(json!({"msg": "first"})));
        let second = answer(How::Rejected, Some(json!({"msg": "second"})));
        assert_eq!(judge(&[yes, first, second]).verdict, refused(Some("first")));
        assert_eq!(judge(&[]).verdict, Verdict::Allow);
    }
}
