//! Where a request goes, taken apart.

use super::super::Desk;
use crate::percent::decoded;
use serde_json::{Map, Value};

/// How addresses of Desk begin in all data centres; the pages' samples have the first of them, desk.zoho.com.
const DESK: &str = "desk.zoho.";

impl Desk {
    /// The path of a URL of Desk's own, and its query; `None` for any other URL.
    pub(super) fn own_path<'a>(&self, url: &'a str) -> Option<(&'a str, Map<String, Value>)> {
        let (host, rest) = host_and_path(url)?;
        let portal = host_and_path(&self.portal.web_address).map(|(host, _)| host);
        if !host.starts_with(DESK) && portal != Some(host) {
            return None;
        }
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        Some((path, parameters(query)))
    }
}

/// The host of an http(s) URL, and what stands behind it.
pub(super) fn host_and_path(url: &str) -> Option<(&str, &str)> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    (!host.is_empty() && !host.contains(char::is_whitespace)).then_some((host, path))
}

fn parameters(query: &str) -> Map<String, Value> {
    let pairs = query.split('#').next().unwrap_or_default().split('&').filter(|pair| !pair.is_empty());
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (plain(name), plain(value).into())
    };
    pairs.map(pair).collect()
}

/// As forms have it, `+` is a blank.
fn plain(text: &str) -> String {
    String::from_utf8_lossy(&decoded(&text.replace('+', " "))).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_url_has_a_host_a_path_and_a_query() {
        assert_eq!(host_and_path("https://a.example/b?c=d"), Some(("a.example", "/b?c=d")));
        assert_eq!(host_and_path("http://a.example"), Some(("a.example", "")));
        for no in ["", "a.example/b", "ftp://a.example", "https:///b", "https://a b/"] {
            assert_eq!(host_and_path(no), None, "{no}");
        }
        assert_eq!(
            Value::Object(parameters("a=1%202&b=%C3%A4&c=x+y&d=%2&&e#f")),
            json!({"a": "1 2", "b": "ä", "c": "x y", "d": "%2", "e": ""})
        );
    }
}
