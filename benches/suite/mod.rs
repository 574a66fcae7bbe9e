//! Generate suites, run them with one runner each, measure.

mod bare;
mod command;
mod generate;
mod measure;
mod row;
mod runners;
mod table;

pub(crate) use command::carry_out;
