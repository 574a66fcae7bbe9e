//! Expected × actual → every mismatch, with its JSON path; markers; pictures of a difference.
//!
//! What is expected is a [`Pattern`]: a JSON value in which strings that begin with `#` are markers, in Karate's form:
//!
//! | marker | holds for |
//! |---|---|
//! | `#ignore` | anything, and nothing |
//! | `#present`, `#notpresent` | a key that is there, whatever its value; one that is not |
//! | `#null`, `#notnull` | null; anything that is there and not null |
//! | `#string`, `#number`, `#boolean`, `#array`, `#object` | a value of that type |
//! | `#[]`, `#[n]` | an array; one of n elements. `#[] ELEMENT` and `#[n] ELEMENT`: each element matches ELEMENT, a marker or JSON |
//! | `#regex PATTERN` | a string that the pattern matches from end to end |
//! | `#uuid` | a string such as `550e8400-e29b-41d4-a716-446655440000` |
//! | `#id` | a string of digits |
//! | `#iso-time` | a string such as `2026-01-05T09:00:00Z`, also with a fraction or an offset |
//! | `#desk-time` | a string such as `09 Jun 2021 06:34 PM` (EVT-01) or `08/15/2022 12:00 PM` (EVT-11) |
//! | `#html` | a string with at least one tag |
//! | `#urlencoded PATTERN` | a percent-encoded string whose decoded text the pattern matches from end to end |
//! | `##MARKER` | an absent key, null, or what `#MARKER` holds for |
//!
//! A string that begins with backslashes and a `#` loses one backslash: `\#101` is the text `#101`.
//!
//! Comparison is strict: the same keys, the same types (`"1"` is not `1`), arrays element by element. Numbers are equal by value, so `1`
//! equals `1.0`: JavaScript, which makes most of what is compared, has no other. [`Options`] relax keys and the order of arrays.
//!
//! Values may come from a vendor: nothing here recurses deeper than [`DEPTH_LIMIT`] levels, however deep a value is.

mod depth;
mod diff;
mod format;
mod marker;
mod mismatch;
mod pairing;
mod path;
mod pattern;
mod picture;
mod reader;
mod rows;
mod show;
mod walk;

pub use depth::{DEPTH_LIMIT, clip, is_deeper_than};
pub use diff::diff;
pub use format::is_id;
pub use mismatch::{Mismatch, MismatchKind};
pub use path::{Path, PathError, Segment};
pub use pattern::{MarkerError, Pattern};
pub use picture::side_by_side;
pub use show::{printable, short};
pub use walk::{Options, compare};
