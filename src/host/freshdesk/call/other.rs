//! `generateTargetUrl` and `renderData`.

use super::super::Freshdesk;
use super::super::widget::Remark;
use super::calling::{Calling, Done};
use crate::host::Effect;
use crate::record::Severity;
use serde_json::Value;

impl Freshdesk {
    /// `generateTargetUrl()`
    pub(super) fn generate_target_url(&mut self, calling: &Calling, _: &mut Vec<Effect>) -> Done {
        Ok(Some(self.target_of(&calling.app).into()))
    }

    /// `renderData(…)` where nobody waits for it: what waits is answered by the sandbox itself.
    pub(super) fn render_data(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let text = "renderData is called where nothing waits for it: it does nothing";
        let help = "call it in the handler of onAppInstall or onAppUninstall, or in what a page invokes";
        self.remark(calling.widget, Remark { severity: Severity::Note, rule: "FD-15", text, help, at: None }, out);
        Ok(Some(Value::Null))
    }
}
