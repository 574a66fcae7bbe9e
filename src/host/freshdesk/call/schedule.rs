//! `$schedule`: an app has an event come later.

use super::super::schedule::Schedule;
use super::super::{Freshdesk, time};
use super::calling::{Calling, Done, Refused};
use crate::clock::{Instant, Millis};
use crate::host::Effect;
use serde_json::{Map, Value, json};

const AHEAD: &str = "schedule.ahead";
/// What a repetition may be counted in, each in milliseconds.
const UNITS: [(&str, Millis); 3] = [("minutes", 60_000), ("hours", 3_600_000), ("days", 86_400_000)];

impl Freshdesk {
    /// `$schedule.create({name, data, schedule_at, repeat})`
    pub(super) fn create_schedule(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let options = calling.object(0);
        let name = named(&options);
        if name.trim().is_empty() {
            return Err(self.refused(400, "schedule.blank", &[]));
        }
        if self.schedule(&calling.app, name).is_some() {
            return Err(self.refused(400, "schedule.exists", &[("name", name)]));
        }
        let every = self.repeated(&options)?;
        let at = self.first_at(calling.now, &options)?.or_else(|| every.as_ref().map(|(every, _)| calling.now + *every));
        let Some(at) = at else { return Err(self.refused(400, "schedule.never", &[("name", name)])) };
        let data = options.get("data").cloned().unwrap_or_else(|| json!({}));
        self.put_schedule(Schedule { app: calling.app.clone(), name: name.to_owned(), data, at, every }, out);
        Ok(Some(self.scheduled_well("schedule.created")))
    }

    /// `$schedule.fetch({name})`
    pub(super) fn fetch_schedule(&mut self, calling: &Calling, _: &mut Vec<Effect>) -> Done {
        Ok(Some(self.own_schedule(calling)?.told()))
    }

    /// `$schedule.update({name, data, schedule_at, repeat})`: what is not given stays as it is.
    pub(super) fn update_schedule(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let options = calling.object(0);
        let known = self.own_schedule(calling)?.clone();
        let every = self.repeated(&options)?.or(known.every);
        let at = self.first_at(calling.now, &options)?.unwrap_or(known.at);
        let data = options.get("data").cloned().unwrap_or(known.data);
        self.put_schedule(Schedule { data, at, every, ..known }, out);
        Ok(Some(self.scheduled_well("schedule.updated")))
    }

    /// `$schedule.delete({name})`
    pub(super) fn delete_schedule(&mut self, calling: &Calling, _: &mut Vec<Effect>) -> Done {
        self.own_schedule(calling)?;
        let (app, options) = (calling.app.clone(), calling.object(0));
        self.schedules.retain(|_, schedule| schedule.app != app || schedule.name != named(&options));
        Ok(Some(self.scheduled_well("schedule.deleted")))
    }

    fn own_schedule(&self, calling: &Calling) -> Result<&Schedule, Refused> {
        let options = calling.object(0);
        let known = self.schedule(&calling.app, named(&options)).map(|(_, schedule)| schedule);
        known.ok_or_else(|| self.absent(404, "schedule.not-found", &[("name", named(&options))]))
    }

    /// When it is due first, where that is given: not too soon.
    fn first_at(&self, now: Instant, options: &Map<String, Value>) -> Result<Option<Instant>, Refused> {
        let Some(text) = options.get("schedule_at").and_then(Value::as_str) else { return Ok(None) };
        let Some(at) = time::instant(text) else { return Err(self.refused(400, "schedule.time", &[("time", text)])) };
        let ahead = self.span(AHEAD);
        if at < now + ahead {
            let minutes = (ahead / 60_000).to_string();
            return Err(self.refused(400, "schedule.soon", &[("time", text), ("minutes", &minutes)]));
        }
        Ok(Some(at))
    }

    /// How often it is due again, where that is given.
    fn repeated(&self, options: &Map<String, Value>) -> Result<Option<(Millis, Value)>, Refused> {
        let Some(repeat) = options.get("repeat").filter(|repeat| repeat.is_object()) else { return Ok(None) };
        let unit = UNITS.iter().find(|(name, _)| repeat["time_unit"] == *name).map(|(_, length)| *length);
        let times = repeat["frequency"].as_u64().filter(|times| *times > 0);
        match unit.zip(times).and_then(|(unit, times)| unit.checked_mul(times)) {
            Some(every) => Ok(Some((every, repeat.clone()))),
            None => Err(self.refused(400, "schedule.repeat", &[("repeat", &repeat.to_string())])),
        }
    }

    fn scheduled_well(&self, message: &str) -> Value {
        json!({"status": 200, "message": self.catalog.wording(message, &[])})
    }
}

fn named(options: &Map<String, Value>) -> &str {
    options.get("name").and_then(Value::as_str).unwrap_or_default()
}
