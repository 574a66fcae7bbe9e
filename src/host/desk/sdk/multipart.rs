//! A form as it is sent with files (RFC 7578). No page says how Desk sends `fileObj`: as browsers send a form (derived).

use serde_json::{Map, Value};

/// What a boundary begins with; it grows until no part holds it.
const BOUNDARY: &str = "----deskspec";

/// The value of `Content-Type`, and the body.
pub(super) fn multipart(fields: &Map<String, Value>, files: &[Value]) -> (String, String) {
    let fields = fields.iter().map(|(name, value)| (format!("name=\"{}\"", quoted(name)), text(value)));
    let files = files.iter().map(|file| {
        let said = |key: &str, otherwise: &str| match file.get(key).and_then(Value::as_str) {
            Some(text) if !text.is_empty() => text.to_owned(),
            _ => otherwise.to_owned(),
        };
        let (key, name, kind) = (said("key", "file"), said("fileName", "blob"), said("fileType", "application/octet-stream"));
        let about = format!("name=\"{}\"; filename=\"{}\"\r\nContent-Type: {}", quoted(&key), quoted(&name), plain(&kind));
        (about, file.get("content").map(text).unwrap_or_default())
    });
    let parts: Vec<_> = fields.chain(files).collect();
    let mut boundary = BOUNDARY.to_owned();
    while parts.iter().any(|(about, content)| about.contains(&boundary) || content.contains(&boundary)) {
        boundary.push('-');
    }
    let part = |(about, content): (String, String)| format!("--{boundary}\r\nContent-Disposition: form-data; {about}\r\n\r\n{content}\r\n");
    let body: String = parts.into_iter().map(part).collect();
    (format!("multipart/form-data; boundary={boundary}"), format!("{body}--{boundary}--\r\n"))
}

/// A value as a form has it.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A name between quotation marks, as browsers write it.
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

fn plain(kind: &str) -> String {
    kind.replace(['\r', '\n'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn no_part_ends_another() {
        let fields = json!({"a\"b": "x\r\n------deskspec--", "n": {"m": [1]}, "none": null});
        let files =
            [json!({"key": "f", "fileName": "a\r\nb.txt", "fileType": "text/plain\r\nX: y", "content": "------deskspec-"}), json!({})];
        let (kind, body) = multipart(fields.as_object().expect("an object"), &files);
        let boundary = kind.strip_prefix("multipart/form-data; boundary=").expect("a boundary");
        assert_eq!(boundary, "----deskspec---");
        let parts: Vec<_> = body.split(&format!("--{boundary}")).collect();
        let disposition = "\r\nContent-Disposition: form-data; ";
        let expected = [
            String::new(),
            format!("{disposition}name=\"a%22b\"\r\n\r\nx\r\n------deskspec--\r\n"),
            format!("{disposition}name=\"n\"\r\n\r\n{{\"m\":[1]}}\r\n"),
            format!("{disposition}name=\"none\"\r\n\r\n\r\n"),
            format!("{disposition}name=\"f\"; filename=\"a%0D%0Ab.txt\"\r\nContent-Type: text/plain  X: y\r\n\r\n------deskspec-\r\n"),
            format!("{disposition}name=\"file\"; filename=\"blob\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n"),
            "--\r\n".to_owned(),
        ];
        assert_eq!(parts, expected);
    }
}
