//! A vendor's package: its folder, its manifest, its widgets' pages and their scripts, read whole and checked on the way.
//!
//! All reading of files happens here, once, before anything runs. What is inside a package is hostile until proven otherwise: sizes are
//! limited, no path leaves the folder, and every fault is reported at its place, all of them in one go.

mod archive;
mod error;
mod files;
mod folder;
mod html;
mod lines;
mod locales;
mod locate;
mod logo;
mod manifest;
mod page;
mod paths;
mod places;
mod read;
mod sdk;
mod shelf;
mod shown;
mod sources;
mod store;
mod survey;
mod tree;

pub use error::PackageError;
pub(super) use files::{Lost, Root};
pub use folder::{Entry, Folder};
pub use html::{Markup, TooMuch, When, markup};
pub use lines::Spanned;
pub(super) use lines::{Lines, whole};
pub(super) use locate::no_manifest;
pub(super) use manifest::object;
pub(super) use page::Pages;
pub use page::{Code, Handler, Page, Script};
pub(super) use paths::walked;
pub(super) use places::{Step, nearest};
pub use read::{MANIFEST, MAX_FILE, Package, RESOURCES, WidgetPage};
pub use sdk::{Client, is_remote};
pub use shelf::{Mapped, Shelf};
pub use shown::source;
pub use sources::{Sources, place_in};
pub use survey::Survey;
pub(super) use survey::pages;
