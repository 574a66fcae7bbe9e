//! The models that play the platform: pure, synchronous, no I/O, no clock but the one passed in.
//!
//! A model takes one [`Input`] at one instant and returns its [`Effect`]s. It calls nobody: whatever it wants done leaves as an effect.

mod actions;
mod arbitration;
mod ask;
pub mod desk;
mod effect;
mod exchange;
pub mod freshdesk;
mod http;
mod ids;
mod input;
mod popup;
mod state;
mod verdict;

pub use effect::{Effect, Outcome, ServiceCall};
pub use exchange::{Ask, Defect, DefectKind, HandlerAnswer, How, Place, Reply};
pub use http::{Request, as_sent};
pub use ids::{ActionId, CallId, CalledId, ChannelId, ExchangeId, RequestId, WidgetId};
pub use input::{Input, Model, ServiceAnswer, Wake};
pub use popup::Popup;
pub use state::Host;
pub use verdict::{Judgement, Remark, Verdict, judge};
