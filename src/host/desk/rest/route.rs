//! Which exchange of the catalogue's a request to Desk is.

use super::super::Desk;
use super::refusal::Refusal;
use crate::catalog::{Address, Exchange, Party};
use crate::spelling::nearest;

/// The exchange that a request is, and the installation that its path names.
pub(super) struct Route<'a> {
    pub(super) exchange: &'a Exchange,
    pub(super) installation: Option<&'a str>,
}

impl Desk {
    /// Everything that may be asked of Desk, by its path.
    fn asked_at<'a>(&'a self, path: &'a str) -> impl Iterator<Item = Route<'a>> {
        self.own_paths().filter_map(move |(documented, exchange)| {
            let installation = bound(documented, path)?;
            Some(Route { exchange, installation })
        })
    }

    fn own_paths(&self) -> impl Iterator<Item = (&str, &Exchange)> {
        let of_desk = self.catalog.exchanges().filter(|exchange| exchange.callee == Party::Desk);
        of_desk.filter_map(|exchange| match &exchange.address {
            Address::Path(path) => Some((path.as_str(), exchange)),
            _ => None,
        })
    }

    /// Whether it is Desk itself that answers at a path.
    pub(super) fn has_path(&self, path: &str) -> bool {
        self.asked_at(path).next().is_some() || self.misplaced_at(path).is_some()
    }

    /// The address that a page gives an exchange of Desk's at a path where Desk has nothing, and the right one.
    fn misplaced_at(&self, path: &str) -> Option<(&str, &str)> {
        let mut pairs =
            self.own_paths().flat_map(|(right, exchange)| exchange.misplaced.iter().map(move |wrong| (wrong.name.as_str(), right)));
        pairs.find(|(wrong, _)| bound(wrong, path).is_some())
    }

    /// What a request is.
    ///
    /// # Errors
    /// Desk has nothing at this path (404), or another method there (405).
    pub(super) fn route<'a>(&'a self, method: &str, path: &'a str) -> Result<Route<'a>, Refusal> {
        if let Some(route) = self.asked_at(path).find(|route| route.exchange.method.to_string() == method) {
            return Ok(route);
        }
        let methods: Vec<_> = self.asked_at(path).map(|route| route.exchange.method.to_string()).collect();
        if let Some((wrong, right)) = self.misplaced_at(path) {
            // As the page has it: no answer tells the ID that was filled in (REST-13).
            return Err(self.refusal("Q-13", 404, "rest.unknown", &[("method", method), ("path", wrong)]).hint(Some(right)));
        }
        if methods.is_empty() {
            let near = nearest(path, self.own_paths().map(|(path, _)| path));
            return Err(self.refusal("REST-01", 404, "rest.unknown", &[("method", method), ("path", path)]).hint(near));
        }
        let known = [("path", path), ("methods", &methods.join(", ")), ("method", method)];
        Err(self.refusal("REST-01", 405, "rest.method", &known))
    }
}

/// What stands in a path where the documented one has a placeholder; `None` where it is another path.
fn bound<'a>(documented: &str, path: &'a str) -> Option<Option<&'a str>> {
    let (mut known, mut found) = (documented.split('/'), path.split('/'));
    let mut installation = None;
    loop {
        match (known.next(), found.next()) {
            (None, None) => return Some(installation),
            (Some(known), Some(part)) if known.starts_with("{{") && !part.is_empty() => installation = Some(part),
            (Some(known), Some(part)) if known == part => {}
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::bound;

    #[test]
    fn a_path_names_one_installation_or_none() {
        let documented = "/api/v1/installedExtensions/{{installationId}}/storage";
        assert_eq!(bound(documented, "/api/v1/installedExtensions/7/storage"), Some(Some("7")));
        assert_eq!(bound("/api/v1/invoke", "/api/v1/invoke"), Some(None));
        for other in ["/api/v1/installedExtensions//storage", "/api/v1/installedExtensions/7", "/api/v1/installations/7/storage", ""] {
            assert_eq!(bound(documented, other), None, "{other}");
        }
    }
}
