//! What a widget has done with the client SDK, beside reading (P, "Set Wrapper", "Extension APIs", "Invoke APIs"; SDK-07, SDK-10, SDK-13, SDK-15).

mod calling;
mod database;

pub(super) use calling::Refused;
