use super::super::found::{File, Found, keys};
use super::look::Broke;
use super::permissions::text;
use super::value::{is_object, shown};
use serde_json::Value;

/// The webhook of resources.json.
pub(super) fn look(found: &mut Found<'_>, resources: &Value) -> Result<(), Broke> {
    let Some(webhook) = resources.get("webhook") else { return Ok(()) };
    let here = |key: &str| (File::Resources, keys!["webhook", key]);
    if !is_object(webhook) {
        let text = format!("\"webhook\" is {}, not an object", shown(webhook));
        found.inside(
            "zet.desk_resource_webhook_empty",
            (File::Resources, keys!["webhook"]),
            text,
            "write \"webhook\": {\"url\": \"https://…\", …}",
        );
        return Ok(());
    }
    for (key, missing, wrong) in [
        ("url", "zet.desk_resource_missing_webhookurl", "zet.desk_resource_invalid_webhookurl"),
        ("name", "zet.desk_resource_missing_webhookname", "zet.desk_resource_invalid_webhookname"),
    ] {
        text(found, here(key), "the webhook", (key, webhook.get(key)), missing, wrong);
    }
    match webhook.get("subscriptions") {
        None => {
            let help = "add \"subscriptions\": {\"Ticket_Add\": null}";
            found.inside(
                "zet.desk_resource_missing_webhooksubscriptions",
                here("subscriptions"),
                "the webhook has no \"subscriptions\"",
                help,
            );
        }
        Some(subscriptions) if is_object(subscriptions) => {}
        Some(other) => {
            let text = format!("the subscriptions of the webhook are {}, not an object", shown(other));
            found.inside(
                "zet.desk_resource_invalid_webhooksubscriptions",
                here("subscriptions"),
                text,
                "write \"subscriptions\": {\"Ticket_Add\": null}",
            );
        }
    }
    match webhook.get("ignoreSourceId") {
        None => {
            let help = "add \"ignoreSourceId\": \"2df92c1a-973a-48f5-95b7-5792c68b9c36\", a UUID of your own";
            found.inside(
                "zet.desk_resource_missing_webhookignoreSourceId",
                here("ignoreSourceId"),
                "the webhook has no \"ignoreSourceId\"",
                help,
            );
        }
        Some(Value::String(_)) => {}
        Some(other) => {
            let text = format!("the ignoreSourceId of the webhook is {}, not a text", shown(other));
            found.inside("zet.desk_resource_invalid_webhookignoreSourceId", here("ignoreSourceId"), text, "write a UUID in quotes");
        }
    }
    Ok(())
}
