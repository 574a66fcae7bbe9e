use super::entries::{cased, places};
use super::{payload, sheet::Sheet};
use crate::catalog::data::{Event, Hook, Sample, Variant};

pub(super) fn event_sheet(sheet: &mut Sheet, event: &Event) {
    sheet.paragraph(&event.text);
    if event.derived {
        sheet.paragraph("No page documents it: real extensions listen to it all the same (derived).");
    }
    declared(sheet, &event.module);
    if !event.variables.is_empty() {
        sheet.heading(&format!("variables, as in {}", event.example.as_deref().unwrap_or(&event.name)));
        for variable in &event.variables {
            let values = if variable.values.is_empty() { String::new() } else { format!(" · one of {}", variable.values.join(", ")) };
            let prefix = if variable.prefix.is_empty() { String::new() } else { format!(" · begins with {}", variable.prefix) };
            sheet.row(2, &variable.name, 12, &format!("{}{values}{prefix}", variable.text));
        }
    }
    payload::table(sheet, "payload", &event.payload);
    places(sheet, "may be received at", event.locations.as_deref());
    if let Some(pattern) = &event.location {
        sheet.line(&format!("each name at {pattern} alone"));
    }
    dialects(sheet, &event.dialects);
    shapes(sheet, &event.variants, &event.samples);
}

pub(super) fn hook_sheet(sheet: &mut Sheet, hook: &Hook) {
    sheet.heading("guards");
    sheet.line(&hook.guards);
    sheet.line(&format!("Refused: {}", cased(&hook.refused, |first| first.to_lowercase().collect())));
    declared(sheet, &hook.module);
    for alias in &hook.aliases {
        sheet.line(&format!("Also spelt {} ({}, {}).", alias.name, alias.quirk, alias.source));
    }
    payload::table(sheet, "payload", &hook.payload);
    places(sheet, "may be asked at", hook.locations.as_deref());
    sheet.list("events that may follow an action that goes on", hook.followed_by.iter().map(String::as_str));
    dialects(sheet, &hook.dialects);
    shapes(sheet, &hook.variants, &hook.samples);
}

/// Where a manifest declares it.
pub(super) fn declared(sheet: &mut Sheet, module: &str) {
    if !module.is_empty() {
        sheet.line(&format!("A manifest of platform version 3.0 declares it under modules.{module}."));
    }
}

fn dialects(sheet: &mut Sheet, only: &[String]) {
    if !only.is_empty() {
        sheet.list("only in the dialect (HOOK-30)", only.iter().map(String::as_str));
    }
}

fn shapes(sheet: &mut Sheet, variants: &[Variant], shown: &[Sample]) {
    for sample in shown {
        show(sheet, sample);
    }
    for variant in variants {
        payload::table(sheet, &format!("payload in the dialect \"{}\" ({})", variant.dialect, variant.quirk), &variant.payload);
        for sample in &variant.samples {
            show(sheet, sample);
        }
    }
}

pub(super) fn show(sheet: &mut Sheet, sample: &Sample) {
    sheet.heading(&format!("sample ({})", sample.source));
    if !sample.repaired.is_empty() {
        sheet.line(&format!("Repaired: {}.", sample.repaired));
    }
    sheet.json(&sample.value);
    for deviation in &sample.deviates {
        sheet.line(&format!("It breaks the documented shape at {}: {}.", deviation.path, deviation.quirk));
    }
}
