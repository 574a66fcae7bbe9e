//! Select, match, execute, collect: features become records.
//!
//! [`Runner`] runs a [`Plan`] on several threads. Scenarios begin in the order of the plan and are reported in it, whatever the number of
//! threads; few are ahead of the oldest that is not reported, and a record is given away as soon as it is complete, so that memory does not
//! grow with the suite. A [`Backend`] says what is special about a World; [`Plain`] knows any of cucumber's.

mod backend;
mod definitions;
mod desk;
mod hook;
mod lasting;
mod load;
mod matcher;
mod named;
mod once;
mod options;
mod order;
mod panics;
mod parameters;
mod plan;
mod planned;
mod play;
mod played;
mod pool;
mod runner;
mod schedule;
mod scope;
pub mod seam;
mod select;
mod shard;
mod sieve;
mod spool;
mod suggest;
mod take;
mod targets;
mod trie;
mod watch;
mod watchdog;
mod worker;

pub use backend::{Backend, Plain};
pub use definitions::Definitions;
pub use desk::OnDesk;
pub use hook::{Hook, HookContext};
pub use lasting::Lasting;
pub use load::{Loaded, load, read};
pub use matcher::{Call, Found, Matcher};
pub use named::from_here;
pub use options::{Interrupt, Options};
pub use order::Order;
pub use parameters::unescaped;
pub use plan::Plan;
pub use played::{Attempt, Match, Played};
pub use runner::Runner;
pub use scope::{attach, attach_file, attach_text, link, log, pending, skip};
pub use select::Selection;
pub use shard::Shard;
pub use spool::Spool;
pub use targets::{SelectionError, Target, Targets, is_list, nearest_beside, targets};
