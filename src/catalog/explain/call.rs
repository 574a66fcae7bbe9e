use super::entries::places;
use super::exchange::show;
use super::facts::counted;
use super::{payload, sheet::Sheet};
use crate::catalog::Catalog;
use crate::catalog::data::{Call, Payload, Type};

pub(super) fn call_sheet(sheet: &mut Sheet, call: &Call, catalog: &Catalog) {
    sheet.paragraph(&call.text);
    sheet.heading("written");
    sheet.line(&call.written);
    call.also.iter().for_each(|also| sheet.line(&format!("{also}(…) on a page")));
    if call.derived {
        sheet.line("No page documents it: real widgets make it all the same (derived).");
    }
    if !call.arguments.is_empty() {
        let all = Payload { keys: call.arguments.clone(), ..Payload::of(Type::Object, "") };
        payload::table(sheet, "what is given, one after another", &all);
    }
    for (heading, shape) in [("what it is about", &call.property), ("what is given", &call.value)] {
        shape.iter().for_each(|shape| payload::table(sheet, heading, shape));
    }
    call.samples.iter().for_each(|sample| show(sheet, sample));
    payload::table(sheet, "what its promise resolves to", &call.answer);
    call.answers.iter().for_each(|sample| show(sheet, sample));
    places(sheet, "may be made at", call.locations.as_deref());
    let limits: Vec<_> = call.limits().filter_map(|id| catalog.limit(id)).collect();
    let column = limits.iter().map(|limit| limit.id.len()).max();
    column.iter().for_each(|_| sheet.heading("limits"));
    limits.iter().for_each(|limit| sheet.row(2, &limit.id, column.unwrap_or(0), &counted(limit)));
}
