//! What answers amount to on Freshdesk: `renderData()` and `event.helper.done()` let go on, `renderData({message})` and `event.helper.fail(…)`
//! refuse (FD-15).

use crate::host::{HandlerAnswer, How, Verdict};
use serde_json::Value;

/// Judges the answers of one app's handlers: the first refusal decides; no handler lets it go on.
pub(super) fn judge(answers: &[HandlerAnswer]) -> Verdict {
    answers.iter().map(one).find(|verdict| *verdict != Verdict::Allow).unwrap_or(Verdict::Allow)
}

fn one(answer: &HandlerAnswer) -> Verdict {
    match (answer.how, &answer.value) {
        (How::Rejected, reason) => Verdict::Refuse { msg: reason.as_ref().and_then(message) },
        // Who fails before it answers has not agreed (derived).
        (How::Threw, _) | (How::Returned, Some(Value::Bool(false))) => Verdict::Refuse { msg: None },
        (How::Resolved | How::Returned, _) => Verdict::Allow,
    }
}

/// The text that is shown.
fn message(reason: &Value) -> Option<String> {
    let text = reason.get("msg").or_else(|| reason.get("message")).unwrap_or(reason);
    text.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_shape_of_an_answer_has_its_verdict() {
        let refused = |msg: Option<&str>| Verdict::Refuse { msg: msg.map(str::to_owned) };
        let table = [
            (How::Resolved, None, Verdict::Allow),
            (How::Resolved, Some(json!({"any": "thing"})), Verdict::Allow),
            (How::Rejected, Some(json!({"msg": "no"})), refused(Some("no"))),
            (How::Rejected, Some(json!({"message": "no"})), refused(Some("no"))),
            (How::Rejected, Some(json!("no")), refused(Some("no"))),
            (How::Rejected, None, refused(None)),
            (How::Threw, Some(json!("boom")), refused(None)),
            (How::Returned, None, Verdict::Allow),
            (How::Returned, Some(json!(false)), refused(None)),
        ];
        for (how, value, verdict) in table {
            assert_eq!(judge(&[HandlerAnswer { how, value: value.clone() }]), verdict, "{how:?} {value:?}");
        }
        assert_eq!(judge(&[]), Verdict::Allow);
    }
}
