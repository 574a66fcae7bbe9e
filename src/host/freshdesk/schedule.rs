//! What an app has scheduled, on the virtual clock (Practice › What real Freshdesk apps do; FD-15, FD-16).

use super::{Due, Freshdesk, time};
use crate::clock::{Instant, Millis};
use crate::host::Effect;
use serde_json::{Value, json};

/// A schedule of an app's.
#[derive(Debug, Clone, PartialEq)]
pub struct Schedule {
    /// The app's name.
    pub app: String,
    /// By which the app finds it.
    pub name: String,
    /// What comes back when it is due.
    pub data: Value,
    /// When it is due next.
    pub at: Instant,
    /// How often it is due again; `None` for once.
    pub every: Option<(Millis, Value)>,
}

impl Schedule {
    /// As `$schedule.fetch` tells it.
    pub(super) fn told(&self) -> Value {
        let mut told = json!({"name": self.name, "data": self.data, "schedule_at": time::stamp(self.at)});
        if let (Some((_, repeat)), Some(told)) = (&self.every, told.as_object_mut()) {
            told.insert("repeat".into(), repeat.clone());
        }
        told
    }
}

impl Freshdesk {
    /// The schedule of this name of an app's, with its key.
    pub(super) fn schedule(&self, app: &str, name: &str) -> Option<(u32, &Schedule)> {
        self.schedules.iter().find(|(_, it)| it.app == app && it.name == name).map(|(key, it)| (*key, it))
    }

    /// All schedules, in the order in which they were made or changed.
    pub fn schedules(&self) -> impl Iterator<Item = &Schedule> {
        self.schedules.values()
    }

    /// A schedule is there from now on. One that is changed is a new one: what was due by the old one is not.
    pub(super) fn put_schedule(&mut self, schedule: Schedule, out: &mut Vec<Effect>) {
        if let Some((old, _)) = self.schedule(&schedule.app, &schedule.name) {
            self.schedules.remove(&old);
        }
        self.scheduled += 1;
        out.push(Effect::WakeAt { at: schedule.at, wake: Due::Scheduled(self.scheduled).into() });
        self.schedules.insert(self.scheduled, schedule);
    }

    /// A schedule is due: its app is told, and it comes again where it is repeated.
    pub(super) fn schedule_is_due(&mut self, now: Instant, key: u32, out: &mut Vec<Effect>) {
        let Some(schedule) = self.schedules.get_mut(&key) else { return };
        let (app, data) = (schedule.app.clone(), schedule.data.clone());
        match &schedule.every {
            Some((every, _)) => {
                schedule.at = now + *every;
                out.push(Effect::WakeAt { at: schedule.at, wake: Due::Scheduled(key).into() });
            }
            None => drop(self.schedules.remove(&key)),
        }
        self.tell_app(now, &app, "onScheduledEvent", &json!({"data": data}), out);
    }
}
