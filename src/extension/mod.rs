//! The subject under test: what a vendor ships, and the port behind which it runs.

mod port;

pub use port::{Act, Ask, Defect, DefectKind, HandlerAnswer, How, Level, Opening, Place, Reply, Subject, WakeId};
