//! What a widget reads with `ZOHODESK.get` (P, "Data APIs", "Extension APIs", "Resource API", "My Custom Permission API"; SDK-02 … SDK-09).

mod agent;
mod customer;
mod extension;
mod form;
mod line;
mod portal;
mod reader;
mod refused;
mod ticket;

pub(super) use reader::Get;
