//! What extensions bring into the portal: fields, permissions, webhooks.

use super::heard::count;
use super::meant::meant;
use super::scenario::Failed;
use super::{Exchanging, Outcome, Scenario};
use crate::compare::Options;
use crate::host::desk::{BroughtField, ChangeWebhook, SetPermission};
use crate::host::{Effect, Input, Request};
use serde_json::Value;

impl Scenario {
    /// A profile gets a permission of an installation, or loses it.
    pub fn set_permission(&mut self, extension: &str, permission: &str, profile: &str, on: bool, by_agent: bool) -> Outcome {
        self.known_permission(extension, permission)?;
        self.plausible_profile(profile)?;
        let who = if by_agent { "" } else { "as an administrator, " };
        let verb = if on { "gives" } else { "takes" };
        let told = format!("{who}{verb} the permission {permission} of \"{extension}\", for the profile \"{profile}\"");
        let (extension, permission, profile) = (extension.to_owned(), permission.to_owned(), profile.to_owned());
        self.happen(told, SetPermission { extension, permission, profile, on, by_agent })
    }

    /// The agent at the desk has a permission of an installation, or has it not.
    pub fn expect_permission(&mut self, extension: &str, permission: &str, wanted: bool) -> Outcome {
        self.known_permission(extension, permission)?;
        let found = self.stage.desk().is_permitted(extension, permission);
        let profile = self.stage.desk().profile().to_owned();
        self.expect(found == wanted, || {
            let verb = if found { "has" } else { "does not have" };
            format!("the agent, of the profile \"{profile}\", {verb} the permission \"{permission}\" of \"{extension}\"")
        })
    }

    fn known_permission(&mut self, extension: &str, permission: &str) -> Outcome {
        self.parts_of(extension)?;
        let known: Vec<_> = self.stage.desk().installation(extension).into_iter().flat_map(|it| &it.permissions).collect();
        let known: Vec<_> = known.into_iter().map(|it| it.api_name.clone()).collect();
        if known.iter().any(|name| name == permission) {
            return Ok(());
        }
        let help = meant(permission, known.iter().map(String::as_str), "declare it in \"permissions\" of resources.json");
        self.wrong(format!("\"{extension}\" brings no permission \"{permission}\""), help)
    }

    /// The portal has a field of this label that an extension brought.
    pub fn expect_field(&mut self, label: &str) -> Outcome {
        let found = self.labelled(label).len() as u64;
        self.expect(found == 1, || format!("the portal has the field \"{label}\" {}", count(found)))
    }

    /// The portal has no field of this label that an extension brought.
    pub fn expect_no_field(&mut self, label: &str) -> Outcome {
        let found = self.labelled(label).len();
        self.expect(found == 0, || format!("the portal has the field \"{label}\""))
    }

    /// A field that an extension brought is in the default layout of a department, or is not.
    pub fn expect_in_layout(&mut self, label: &str, department: &str, wanted: bool) -> Outcome {
        self.sound_id(department, "ID of a department", "26811000000006907")?;
        self.expect_field(label)?;
        let found = self.labelled(label).iter().any(|field| self.stage.desk().is_in_layout(field, department));
        self.expect(found == wanted, || {
            let verb = if found { "is" } else { "is not" };
            format!("the field \"{label}\" {verb} in the layout of the department {department}")
        })
    }

    fn labelled(&self, label: &str) -> Vec<BroughtField> {
        self.stage.desk().brought_fields().iter().filter(|field| field.label == label).cloned().collect()
    }

    /// An extension has a webhook, or has none.
    pub fn expect_webhook(&mut self, extension: &str, wanted: bool) -> Outcome {
        self.ever_known(extension)?;
        let found = self.stage.desk().installation(extension).is_some_and(|it| it.webhook.is_some());
        self.expect(found == wanted, || format!("\"{extension}\" has {} webhook", if found { "a" } else { "no" }))
    }

    /// Somebody wants an extension's webhook to go elsewhere.
    pub fn change_webhook(&mut self, extension: &str, url: &str) -> Outcome {
        self.parts_of(extension)?;
        if self.stage.desk().installation(extension).is_none_or(|it| it.webhook.is_none()) {
            let help = format!("say `When the administrator authorises the extension \"{extension}\" in Desk` before");
            return self.wrong(format!("\"{extension}\" has no webhook"), help);
        }
        let told = format!("as an administrator, changes the URL of the webhook of \"{extension}\" to {url}");
        self.happen(told, ChangeWebhook { extension: extension.to_owned(), url: url.to_owned() })
    }

    /// Whoever uses Desk's API from now on calls itself so.
    pub fn set_client(&mut self, client: &str) -> Outcome {
        if client.is_empty() {
            return self.wrong("the client has no ID", "write the UUID under \"ignoreSourceId\" in resources.json, or another one");
        }
        self.stage.input(Input::SetClient { client: client.to_owned() });
        Ok(())
    }

    /// Since the last action a webhook was told of an event so often.
    pub fn expect_told(&mut self, extension: &str, event: &str, times: usize) -> Outcome {
        let found = self.told_of(extension, event)?.len();
        self.expect(found == times, || {
            let (found, wanted) = (count(found as u64), count(times as u64));
            format!("the webhook of \"{extension}\" is told \"{event}\" {found}, not {wanted}")
        })
    }

    /// Since the last action a webhook was told of an event once, with what the fixture says.
    pub fn expect_told_with(&mut self, extension: &str, event: &str, fixture: &str) -> Outcome {
        self.expect_told(extension, event, 1)?;
        let request = self.told_of(extension, event)?.remove(0);
        self.matches("what the webhook is told", fixture, &request.body, Options::default())
    }

    /// Since the last action a webhook was called, each time at this URL, with the identity of its installation behind it.
    pub fn expect_webhook_at(&mut self, extension: &str, url: &str) -> Outcome {
        let calls = self.webhook_calls(extension)?;
        let desk = self.stage.desk();
        let org = desk.portal().org_id.to_string();
        let known = |it: &Request| it.param("securityContext").and_then(|context| desk.extension_of(context)) == Some(extension);
        let holds = !calls.is_empty() && calls.iter().all(|it| it.url == url && known(it) && it.param("orgId") == Some(&org));
        let urls: Vec<_> = calls.iter().map(|it| it.url.clone()).collect();
        self.expect(holds, || {
            format!("the webhook of \"{extension}\" is called at {urls:?}, not at \"{url}\" with its orgId and securityContext")
        })
    }

    /// Since the last action a webhook was called, and never with a HASH.
    pub fn expect_webhook_unsigned(&mut self, extension: &str) -> Outcome {
        let calls = self.webhook_calls(extension)?;
        let holds = !calls.is_empty() && calls.iter().all(|it| it.header("HASH").is_none());
        self.expect(holds, || format!("the webhook of \"{extension}\" is called {}, with a HASH", count(calls.len() as u64)))
    }

    /// An extension's server was pulled, or pushed to, and never with a HASH.
    pub fn expect_exchange_unsigned(&mut self, extension: &str, exchange: &Exchanging) -> Outcome {
        let calls = self.exchanges(extension, &exchange.0)?;
        let holds = !calls.is_empty() && calls.iter().all(|(_, it)| it.header("HASH").is_none());
        self.expect(holds, || format!("the {} of \"{extension}\" is made {}, with a HASH", exchange.0, count(calls.len() as u64)))
    }

    fn told_of(&mut self, extension: &str, event: &str) -> Result<Vec<Request>, Failed> {
        let catalog = std::sync::Arc::clone(&self.catalog);
        let shape = catalog.exchange("webhook").and_then(|it| it.request.as_ref()?.payload.items.as_deref());
        let known = shape.and_then(|shape| shape.keys.iter().find(|key| key.key == "eventType"));
        let known: Vec<&str> = known.into_iter().flat_map(|key| &key.values).map(String::as_str).collect();
        if !known.contains(&event) {
            return self.wrong(format!("no webhook is told \"{event}\""), super::meant::meant_one_of(event, &known));
        }
        let is_it = |it: &Request| it.body.pointer("/0/eventType").and_then(Value::as_str) == Some(event);
        Ok(self.webhook_calls(extension)?.into_iter().filter(is_it).collect())
    }

    fn webhook_calls(&mut self, of: &str) -> Result<Vec<Request>, Failed> {
        self.ever_known(of)?;
        let call = |effect: &Effect| match effect {
            Effect::CallEndpoint { extension, exchange, request, .. } if extension == of && exchange == "webhook" => Some(request.clone()),
            _ => None,
        };
        Ok(self.stage.trace.effects().filter_map(call).collect())
    }
}
