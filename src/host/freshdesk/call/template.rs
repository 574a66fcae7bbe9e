//! Request templates, as config/requests.json declares them.

use super::super::Freshdesk;
use super::super::account::endpoint_urls;
use super::calling::{Calling, Done, Refused};
use super::request::sent;
use crate::host::Effect;
use crate::spelling::nearest;
use serde_json::{Map, Value, json};

impl Freshdesk {
    /// `$request.invokeTemplate(name, {context, body})`
    pub(super) fn invoke_template(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let (name, options) = (calling.text(0), calling.object(1));
        let schema = self.template(calling, name)?;
        let known = self.known_to(&calling.app, options.get("context"));
        let text = |key: &str| schema.get(key).and_then(Value::as_str).unwrap_or_default();
        let protocol = Some(text("protocol")).filter(|protocol| !protocol.is_empty()).unwrap_or("https");
        let host = self.filled_in(&text("host").into(), &known)?;
        let path = self.filled_in(&text("path").into(), &known)?;
        let (host, path) = (host.as_str().unwrap_or_default(), path.as_str().unwrap_or_default());
        // An installation parameter may hold a whole address where the template wants its host.
        let origin = if host.contains("://") { host.trim_end_matches('/').to_owned() } else { format!("{protocol}://{host}") };
        let query = self.filled_in(&object(&schema, "query"), &known)?;
        let headers = self.filled_in(&object(&schema, "headers"), &known)?;
        let method = Some(text("method")).filter(|method| !method.is_empty()).unwrap_or("GET").to_uppercase();
        let url = crate::host::desk::with_query(&format!("{origin}{path}"), Some(&query));
        let call = sent(method, url, headers, &options);
        out.push(Effect::CallService { widget: calling.widget, request: calling.request, call });
        Ok(None)
    }

    fn template(&self, calling: &Calling, name: &str) -> Result<Map<String, Value>, Refused> {
        let templates = self.app(&calling.app).map(|app| &app.templates);
        let schema = templates.and_then(|all| all.get(name)).and_then(|template| template.get("schema")).and_then(Value::as_object);
        schema.cloned().ok_or_else(|| {
            let all = templates.into_iter().flat_map(|all| all.keys().map(String::as_str));
            let near = nearest(name, all).map(|near| format!(" Did you mean {near}?")).unwrap_or_default();
            let mut refused = self.refused(400, "request.no-template", &[("name", name)]);
            refused.message.push_str(&near);
            refused
        })
    }

    /// What expressions may name: the call's context, the app's installation parameters, where the account is.
    pub(super) fn known_to(&self, app: &str, context: Option<&Value>) -> Value {
        let iparams = self.app(app).and_then(|app| app.iparams.clone()).unwrap_or_default();
        let settings = self.app(app).map(|app| app.settings.clone());
        json!({
            "context": context, "iparam": iparams, "iparams": iparams, "app_settings": settings,
            "current_host": {"endpoint_urls": endpoint_urls(&self.account.domain), "subdomain": self.account.domain.split('.').next()},
            // Stands for what the authorisation gave (derived): the same for each installation, and no other's.
            "access_token": format!("access-token-{}-{app}", self.account.id),
        })
    }

    pub(super) fn filled_in(&self, value: &Value, known: &Value) -> Result<Value, Refused> {
        super::expression::filled(value, known).map_err(|name| self.refused(400, "request.unknown-value", &[("name", &name)]))
    }
}

fn object(schema: &Map<String, Value>, key: &str) -> Value {
    schema.get(key).filter(|value| value.is_object()).cloned().unwrap_or_else(|| json!({}))
}
