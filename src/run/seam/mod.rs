//! deskspec behind the cucumber crate's own seams, so that a team keeps [`cucumber::Cucumber`] in its own `tests/`, with any World and
//! steps, ours among them, and with any of cucumber's Writers.
//!
//! ```no_run
//! use cucumber::{Cucumber, WriterExt as _, given, writer};
//! use deskspec::run::{Hook, Runner, log, seam};
//! use futures::executor::block_on;
//!
//! #[derive(Debug, Default, cucumber::World)]
//! struct Shop;
//!
//! #[given("a shop")]
//! fn a_shop(_shop: &mut Shop) {}
//!
//! let runner = Runner::<Shop>::new().before(Hook::new("sweep the floor", |_shop, _context| Box::pin(async { log("swept") })));
//! let (parser, runner) = seam::plug(runner);
//! block_on(Cucumber::<_, _, &str, _, _>::custom(parser, runner, writer::Basic::stdout().summarized()).run_and_exit("tests/features"));
//! ```
//!
//! # What the stock parser loses
//!
//! Measured with gherkin 0.16 on the 50 good files of the official test data: it reads 42, gets 14 essentially wrong, and reads none of the
//! 5 Markdown files. Every doc string comes with a line break at both ends; rows that are longer than the first are cut in silence; an empty
//! scenario swallows the rule behind it; `*` and an `And` that comes first count as Given. An outline that mentions `Vec<String>` or `<b>`, a
//! file with a byte order mark, a cell with `c:\dir` are refused; and an error has no line that anybody could use. It needs time that is
//! quadratic in the lines of a file: 22.8 MB/s at 50 scenarios a file, 1.6 at 5,000 (a line parser: about 155). [`Parser`] reads all of it,
//! and tells all errors of a file, each as `file:line:column` with a help.
//!
//! What no tree of cucumber's has room for is lost behind any Parser: the media types of doc strings, where a cell or a line of a doc string
//! stands, the language. Our runner gets these through a [`Handoff`], past the tree.
//!
//! # What the stock runner loses
//!
//! Measured on 2 cores with cucumber 0.23, 10,000 scenarios in 200 files, 60,814 steps, 80 definitions: 0.98 s and 60 MiB on its one
//! thread: it keeps every event, and looks through its queue for every scenario. The prototype of ours, 2 threads and a line parser behind the
//! same traits and with the same Writer, took 0.158 s and 26 MiB. At 50,000 scenarios: 8.7 s and 260 MiB against 0.59 s and 27 MiB. It has no
//! dry run, no order, no shards; pending and undefined steps are skipped ones to it, which fail nothing unless `fail_on_skipped` is asked
//! for; a step is looked up among the definitions of its own keyword only; and of a failure no more than a panic's text is left.
//!
//! # Which steps need our runner
//!
//! Those of any World that takes what it needs from cucumber's own step (`#[step]`, captures) run on both. Our own vocabulary does not: its
//! sentences are looked up whatever their keyword, they read tables, doc strings and values that were kept (`${name}`) from the World,
//! into which our runner puts them before each step, and what an extension is found guilty of fails its scenario when our runner asks the
//! World at its end. Run such features with our runner.

mod events;
mod feature;
mod handoff;
mod parser;
mod pickle;
mod runner;
mod scenario_events;
mod story;
mod unread;

#[cfg(test)]
mod orders;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod writers;

pub(crate) use events::{FeatureEvents, Parsed};
pub use handoff::Handoff;
pub use parser::{Inputs, Parser};
pub use runner::{Runner, plug};
pub(crate) use scenario_events::at;
pub use unread::Unread;
pub(crate) use unread::unread;
