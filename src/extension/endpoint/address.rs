use crate::host::Request;
use reqwest::Url;
use serde_json::Value;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::str::FromStr;

/// Where an extension's own server really runs, as `NAME=http://127.0.0.1:8080` says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// What features call the extension.
    pub name: String,
    /// Scheme, host and port.
    base: Url,
}

impl FromStr for Endpoint {
    type Err = String;

    fn from_str(said: &str) -> Result<Self, String> {
        let (name, url) = match said.split_once('=') {
            Some((name, url)) if !name.contains("://") => (name.trim(), url.trim()),
            _ if said.contains(':') => return Err(format!("{said} has no name: write NAME={said}")),
            _ => return Err(format!("{said} has no URL: write {said}=http://127.0.0.1:8080")),
        };
        if name.is_empty() {
            return Err(format!("{said} has no name: write NAME={url}, with the NAME by which features call the extension"));
        }
        let (scheme, rest) = url.split_once("://").unwrap_or(("", if url.is_empty() { "127.0.0.1:8080" } else { url }));
        match scheme.to_ascii_lowercase().as_str() {
            "http" => {}
            "https" => {
                let edit = format!("run it as http on this machine, {name}=http://127.0.0.1:8080, or put a local proxy before it");
                return Err(format!("{said} is https, which deskspec does not speak: {edit}"));
            }
            _ => return Err(format!("{said} does not begin with http://: write {name}=http://{rest}")),
        }
        let base = Url::parse(url).map_err(|why| format!("{said} is no URL: {why}: write {name}=http://127.0.0.1:8080"))?;
        let bare = match (base.host_str(), base.port()) {
            (Some(host), Some(port)) => format!("http://{host}:{port}"),
            (host, _) => format!("http://{}", host.unwrap_or("127.0.0.1:8080")),
        };
        if base.as_str().trim_end_matches('/') != bare {
            let why = "has more than a host and a port, and paths are what the extension declares";
            return Err(format!("{said} {why}: write {name}={bare}"));
        }
        Ok(Self { name: name.to_owned(), base })
    }
}

impl Endpoint {
    /// Where a request really goes: to this host and port, by the path and the query of the declared URL, and the request's own query.
    pub(super) fn aim(&self, request: &Request) -> Result<Url, String> {
        let declared = Url::parse(&request.url).map_err(|why| format!("\"{}\" is no address: {why}", request.url))?;
        let mut url = self.base.clone();
        url.set_path(declared.path());
        url.set_query(declared.query());
        if !request.query.is_empty() {
            let texts = request.query.iter().filter_map(|(key, value)| Some((key, value.as_str()?)));
            url.query_pairs_mut().extend_pairs(texts);
        }
        Ok(url)
    }

    /// As a person reads it.
    pub(super) fn shown(&self) -> &str {
        self.base.as_str().trim_end_matches('/')
    }
}

/// A parameter list, `a=1&b=2`, as texts: of a URL's query, of a form.
pub(super) fn parameters(text: &str) -> serde_json::Map<String, Value> {
    let mut url = Url::parse("http://127.0.0.1").unwrap_or_else(|_| unreachable!("this is a URL"));
    url.set_query(Some(text));
    url.query_pairs().map(|(key, value)| (key.into_owned(), value.into_owned().into())).collect()
}

/// Where Desk listens, as `--listen` says it; unsaid, at a free port of this machine that no other reaches.
///
/// # Errors
/// It is no address, and what would be one.
pub fn listening(said: Option<&str>) -> Result<SocketAddr, String> {
    let Some(said) = said else { return Ok(SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0)) };
    said.parse().map_err(|_| {
        let port: u16 = said.rsplit(':').next().and_then(|port| port.parse().ok()).unwrap_or(0);
        format!("{said} is no address with a port: write 127.0.0.1:{port}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Map, json};

    #[test]
    fn scheme_host_and_port_are_the_endpoints_and_the_rest_is_declared() {
        let endpoint: Endpoint = "chat=http://127.0.0.1:8080/".parse().expect("an endpoint");
        let query = Map::from_iter([("orgId".to_owned(), json!("7")), ("of".to_owned(), json!("a b"))]);
        let aim = |url: &str| endpoint.aim(&Request { url: url.into(), query: query.clone(), ..Request::default() }).map(String::from);
        assert_eq!(aim("https://chat.example:444/pull%20it?v=2#x"), Ok("http://127.0.0.1:8080/pull%20it?v=2&orgId=7&of=a+b".into()));
        assert_eq!(aim("https://me:pw@chat.example"), Ok("http://127.0.0.1:8080/?orgId=7&of=a+b".into()));
        assert_eq!(aim("https://chat.example//elsewhere.example/"), Ok("http://127.0.0.1:8080//elsewhere.example/?orgId=7&of=a+b".into()));
        assert!(aim("pull").is_err_and(|why| why.contains("\"pull\" is no address")));
    }

    #[test]
    fn what_is_no_endpoint_says_what_would_be_one() {
        let table = [
            ("chat", "write chat=http://127.0.0.1:8080"),
            ("http://127.0.0.1:1", "write NAME=http://127.0.0.1:1"),
            ("http://127.0.0.1:1?a=b", "write NAME=http://127.0.0.1:1?a=b"),
            ("=http://127.0.0.1:1", "write NAME=http://127.0.0.1:1"),
            ("chat=", "write chat=http://127.0.0.1:8080"),
            ("chat=localhost:1", "write chat=http://localhost:1"),
            ("chat=ftp://localhost:1", "write chat=http://localhost:1"),
            ("chat=https://localhost:1", "put a local proxy before it"),
            ("chat=http://", "is no URL"),
            ("chat=http://localhost:99999", "is no URL"),
            ("chat=http://localhost:1/base", "write chat=http://localhost:1"),
            ("chat=http://me@localhost:1", "write chat=http://localhost:1"),
        ];
        for (said, wanted) in table {
            let why = said.parse::<Endpoint>().expect_err(said);
            assert!(why.contains(wanted), "{said}: {why}");
        }
        for sound in ["chat=http://localhost", "chat=http://[::1]:8080", "chat=HTTP://127.0.0.1:80"] {
            assert!(sound.parse::<Endpoint>().is_ok(), "{sound}");
        }
    }

    #[test]
    fn an_address_has_a_host_and_a_port() {
        assert_eq!(listening(None).map(|it| it.to_string()), Ok("127.0.0.1:0".into()));
        assert_eq!(listening(Some("0.0.0.0:80")).map(|it| it.to_string()), Ok("0.0.0.0:80".into()));
        assert!(listening(Some("localhost:81")).is_err_and(|why| why.ends_with("write 127.0.0.1:81")));
        assert!(listening(Some("82")).is_err_and(|why| why.ends_with("write 127.0.0.1:82")));
        assert!(listening(Some("here")).is_err_and(|why| why.ends_with("write 127.0.0.1:0")));
    }
}
