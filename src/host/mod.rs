//! The models that play the platform: pure, synchronous, no I/O, no clock but the one passed in.

mod ids;

pub use ids::{ActionId, CallId, RequestId, WidgetId};
