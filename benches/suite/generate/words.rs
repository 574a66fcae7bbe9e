use super::random::Random;
use serde_json::{Value, json};

/// What texts are made of.
pub(super) const WORDS: [&str; 32] = [
    "refund", "order", "parcel", "invoice", "login", "crash", "sync", "export", "printer", "quota", "billing", "webhook", "timeout",
    "token", "gateway", "region", "zone", "plan", "seat", "license", "macro", "trigger", "view", "queue", "shift", "reply", "draft",
    "merge", "split", "snooze", "escalate", "courier",
];

/// Words and a number.
pub(super) fn text(random: &mut Random, most: usize) -> String {
    let words: Vec<_> = (0..random.between(1, most)).map(|_| *random.pick(&WORDS)).collect();
    format!("{} {}", words.join(" "), random.between(0, 9999))
}

/// A ticket as an app would post it.
pub(super) fn payload(random: &mut Random) -> Value {
    let tags: Vec<_> = (0..random.between(0, 4)).map(|_| *random.pick(&WORDS)).collect();
    let mut payload = json!({
        "id": random.between(1, 1_000_000),
        "subject": text(random, 4),
        "status": random.pick(&["open", "pending", "solved"]),
        "priority": random.pick(&[Some("low"), Some("high"), None]),
        "requester": {
            "name": text(random, 2),
            "email": format!("u{}@example.com", random.between(1, 9999)),
            "vip": random.percent(50),
        },
        "tags": tags,
        "score": quarters(random, 100),
    });
    if random.percent(50) {
        let fields = (0..random.between(1, 4)).map(|_| json!({ "id": random.between(1, 999), "value": text(random, 2) }));
        payload["custom_fields"] = fields.collect();
    }
    payload
}

/// A number of quarters, which no format rounds.
pub(super) fn quarters(random: &mut Random, most: usize) -> f64 {
    random.between(0, most) as f64 / 4.0
}
