use super::exchange::show;
use super::facts::counted;
use super::{payload, sheet::Sheet};
use crate::catalog::Catalog;
use crate::catalog::data::{Address, Body, Exchange, Party};

pub(super) fn exchange_sheet(sheet: &mut Sheet, exchange: &Exchange, catalog: &Catalog) {
    sheet.paragraph(&exchange.text);
    sheet.heading("request");
    sheet.line(&format!("{} calls {}: {} {}", exchange.caller.word(), exchange.callee.word(), exchange.method, place(&exchange.address)));
    for other in &exchange.misplaced {
        sheet.line(&format!("Another page has it at {}, where Desk has nothing (quirk {}: {}).", other.name, other.quirk, other.source));
    }
    if let Some(through) = &exchange.through {
        sheet.line(&format!("Made through {through}: see deskspec explain {through}."));
    }
    if let Some(scope) = &exchange.scope {
        sheet.line(&format!("It needs the scope {scope}."));
    }
    for (heading, shape) in [("query", &exchange.query), ("headers", &exchange.headers)] {
        shape.iter().for_each(|shape| payload::table(sheet, heading, shape));
    }
    body(sheet, "body", exchange.request.as_ref());
    sheet.heading("answer");
    sheet.line(&exchange.status.map_or_else(|| "The pages name no status.".to_owned(), |status| format!("status {status}")));
    body(sheet, "body of the answer", exchange.response.as_ref());
    let limits: Vec<_> = exchange.limits.iter().filter_map(|id| catalog.limit(id)).collect();
    let column = limits.iter().map(|limit| limit.id.len()).max();
    column.iter().for_each(|_| sheet.heading("limits"));
    limits.iter().for_each(|limit| sheet.row(2, &limit.id, column.unwrap_or(0), &counted(limit)));
}

fn body(sheet: &mut Sheet, heading: &str, body: Option<&Body>) {
    let Some(body) = body else { return };
    payload::table(sheet, &format!("{heading} ({})", body.media), &body.payload);
    body.samples.iter().for_each(|sample| show(sheet, sample));
}

fn place(address: &Address) -> String {
    match address {
        Address::Path(path) => path.clone(),
        Address::Manifest(key) => format!("to the URL under {key} in plugin-manifest.json"),
        Address::Resources(key) => format!("to the URL under {key} in resources.json"),
    }
}

impl Party {
    fn word(self) -> &'static str {
        match self {
            Self::Desk => "Desk",
            Self::Extension => "the extension",
            Self::Agent => "the agent's browser",
        }
    }
}
