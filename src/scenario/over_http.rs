//! The scenario over HTTP: what an extension's server asks of it, and the time that somebody lets pass.

use super::Scenario;
use crate::clock::Millis;
use crate::host::{Request, ServiceAnswer};

impl Scenario {
    /// An extension's server asks something of Desk.
    pub fn called(&mut self, request: Request) -> ServiceAnswer {
        self.stage.called(request)
    }

    /// Virtual time passes.
    pub fn let_pass(&mut self, span: Millis) {
        self.stage.pass(span);
    }
}
