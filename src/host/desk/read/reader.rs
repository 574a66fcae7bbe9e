//! One way to read, whatever is read: the catalogue says which names there are, from where, and of which shape; a table says where the values are.

use super::super::Desk;
use super::super::data::NOT_PLAYED;
use super::super::sdk::Refused;
use crate::catalog::{Kind, Property};
use crate::clock::Instant;
use crate::host::{Effect, Place, Reply, RequestId, WidgetId};
use crate::record::Severity;
use serde_json::{Map, Value};

/// What a widget asks for.
pub(super) struct Asking<'a> {
    pub(super) now: Instant,
    /// The widget's extension.
    pub(super) extension: &'a str,
    /// Where the widget is.
    location: &'a str,
    /// As it is asked for, for example `ticket.subject`.
    pub(super) property: &'a str,
    /// The second argument of the call.
    pub(super) value: Option<&'a Value>,
}

/// The values of an object, by the names of its properties behind the dot; one that is not set is absent.
pub(super) type Values = Result<Map<String, Value>, Refused>;

/// The value of one property.
pub(super) type One = Result<Value, Refused>;

/// Where values come from.
enum Source {
    Object(fn(&Desk, &Asking<'_>) -> Values),
    Property(fn(&Desk, &Asking<'_>) -> One),
}

/// Each object, or property that is by itself, with the rule that decides and the source of its values.
const SOURCES: [(&str, &str, Source); 16] = [
    ("ticket", "SDK-02", Source::Object(Desk::read_ticket)),
    ("ticket.replyEditorRecipients", "SDK-15", Source::Property(Desk::read_recipients)),
    ("contact", "SDK-03", Source::Object(Desk::read_contact)),
    ("account", "SDK-04", Source::Object(Desk::read_account)),
    ("currentCall", "SDK-05", Source::Object(Desk::read_call)),
    ("user", "SDK-05", Source::Object(Desk::read_user)),
    ("portal", "SDK-05", Source::Object(Desk::read_portal)),
    ("department", "SDK-05", Source::Object(Desk::read_department)),
    ("ticketForm.fields", "SDK-15", Source::Property(Desk::read_form)),
    ("ticketForm.${field}", "SDK-15", Source::Property(Desk::read_form_field)),
    ("extension.config", "SDK-07", Source::Property(Desk::read_config)),
    ("extension.departments", "SDK-08", Source::Property(Desk::read_departments)),
    ("extension.profiles", "SDK-08", Source::Property(Desk::read_profiles)),
    ("extension.users", "SDK-08", Source::Property(Desk::read_users)),
    ("extension.resource", "SDK-09", Source::Property(Desk::read_resource)),
    ("extension.permissions", "SDK-09", Source::Property(Desk::read_permissions)),
];

/// Where the values of a property come from, which may be a whole object.
fn source(property: &str) -> Option<&'static (&'static str, &'static str, Source)> {
    let of = |wanted: &str| SOURCES.iter().find(|(name, ..)| *name == wanted);
    of(property).or_else(|| of(property.split('.').next()?))
}

/// `ZOHODESK.get(property, value?)`
pub(in super::super) struct Get<'a> {
    pub(in super::super) widget: WidgetId,
    pub(in super::super) request: RequestId,
    pub(in super::super) property: &'a str,
    pub(in super::super) value: Option<&'a Value>,
    pub(in super::super) at: Option<Place>,
}

impl Desk {
    /// A widget reads something: its promise is resolved with it, or rejected with a reason (SDK-06).
    pub(in super::super) fn get(&self, now: Instant, get: Get<'_>, out: &mut Vec<Effect>) {
        let Get { widget: id, request, property, value, at } = get;
        let Some(widget) = self.widgets.get(&id) else { return };
        let asking = Asking { now, extension: &widget.extension, location: &widget.location, property, value };
        let reply = match self.read(&asking, out) {
            Ok(value) => {
                Reply::Resolve(Value::Object(Map::from_iter([("status".to_owned(), "success".into()), (property.to_owned(), value)])))
            }
            Err(refused) => {
                // What a feature scripts is its author's wish, and no vendor's mistake.
                let severity = if widget.scripted { Severity::Note } else { refused.severity };
                self.remark(id, severity, &refused.rule, &refused.reason, at, out);
                Reply::Reject(refused.reason.into())
            }
        };
        out.push(Effect::Reply { widget: id, request, reply });
    }

    fn read(&self, asking: &Asking<'_>, out: &mut Vec<Effect>) -> One {
        let Asking { property: asked, location, .. } = asking;
        let Some(property) = self.catalog.property(asked) else {
            let near = self.catalog.nearest(Kind::Property, asked).map(|near| format!(" Did you mean {near}?")).unwrap_or_default();
            return Err(self.never_there("SDK-06", "get.unknown-property", &[("property", asked)], &near));
        };
        let (Some((_, rule, source)), true) = (source(&property.name), property.played) else {
            return Err(Refused { reason: format!("{asked} {NOT_PLAYED}"), severity: Severity::Warning, rule: "SDK-06".to_owned() });
        };
        if !self.catalog.may_read(&property.name, location) {
            return Err(self.never_there("SDK-06", "get.wrong-location", &[("property", asked), ("location", location)], ""));
        }
        let value = match source {
            Source::Property(read) => read(self, asking)?,
            Source::Object(read) if property.whole => Value::Object(self.whole(property, asking, &read(self, asking)?)),
            Source::Object(read) => taken(&read(self, asking)?, property.name.split_once('.').map_or("", |(_, name)| name)),
        };
        out.push(Effect::Applied { rules: self.rules_of(property) });
        out.push(Effect::Decided { rule: (*rule).into(), what: format!("{asked} is read from {location}: {value}") });
        Ok(value)
    }

    /// Every documented property of an object that is read from there.
    fn whole(&self, object: &Property, asking: &Asking<'_>, values: &Map<String, Value>) -> Map<String, Value> {
        let own = self.catalog.properties_of(&object.name);
        let readable = own.filter(|(_, own)| own.played && self.catalog.may_read(&own.name, asking.location));
        readable.map(|(name, _)| (name.to_owned(), taken(values, name))).collect()
    }

    /// The rules and the quirks that decide what a property is, where they are played.
    fn rules_of(&self, property: &Property) -> Vec<String> {
        let quirks = property.quirks.iter().filter(|id| self.catalog.quirk(id).is_some_and(|quirk| quirk.played));
        property.rules.iter().chain(quirks).cloned().collect()
    }
}

/// What is not set is null (derived).
fn taken(values: &Map<String, Value>, name: &str) -> Value {
    values.get(name).cloned().unwrap_or(Value::Null)
}
