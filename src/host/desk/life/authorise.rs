//! An extension is allowed to act: in Desk, and in the service that it joins to Desk (P, "onZohoAuthorise", "onTPAAuthorise", "onTPARevoke").

use super::super::Desk;
use super::super::action::{Action, Deed};
use crate::clock::Instant;
use crate::host::Effect;

/// The extension's page, button "Authorize" for Desk (PCB-04, RES-03).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthoriseDesk {
    /// The extension's name.
    pub extension: String,
}

/// The extension's page, button "Authorize" for the other service (PCB-04).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthoriseService {
    /// The extension's name.
    pub extension: String,
}

/// The extension's page, button "Revoke" for the other service (PCB-04).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevokeService {
    /// The extension's name.
    pub extension: String,
}

impl Deed for AuthoriseDesk {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        let done = desk.installation(&self.extension).is_some_and(|it| it.authorised);
        done.then(|| "the extension is authorised in Desk already".into())
    }

    /// The webhook is there when the extension hears of it (derived).
    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        desk.installed(&self.extension).authorised = true;
        desk.raise_webhook(&self.extension, out);
        desk.call_back(now, &self.extension, "onZohoAuthorise", out);
        None
    }
}

impl Deed for AuthoriseService {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        let done = desk.installation(&self.extension).is_some_and(|it| it.service_authorised);
        done.then(|| "the other service is authorised already".into())
    }

    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        desk.installed(&self.extension).service_authorised = true;
        desk.call_back(now, &self.extension, "onTPAAuthorise", out);
        None
    }
}

impl Deed for RevokeService {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        let done = desk.installation(&self.extension).is_some_and(|it| it.service_authorised);
        (!done).then(|| "the other service is not authorised".into())
    }

    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        desk.installed(&self.extension).service_authorised = false;
        desk.call_back(now, &self.extension, "onTPARevoke", out);
        None
    }
}
