//! The life of an installation: it is installed, authorised, configured, updated and uninstalled, its server hears of that, and what it brings
//! into the portal comes and goes with it (P, "Platform Event Callbacks", "Including Zoho Desk Resources"; PCB-01 … PCB-05, RES-01 … RES-07).

mod authorise;
mod callback;
mod departments;
mod field;
mod install;
mod permission;
mod resources;
mod ticket_news;
mod uninstall;
mod update;
mod webhook;

pub use authorise::{AuthoriseDesk, AuthoriseService, RevokeService};
pub use departments::ChooseDepartment;
pub use field::BroughtField;
pub use install::InstallExtension;
pub use permission::{Permission, SetPermission};
pub use resources::{Misdeclared, misdeclared};
pub use uninstall::UninstallExtension;
pub use update::UpdateExtension;
pub use webhook::{ChangeWebhook, Webhook};

pub(super) use uninstall::Departed;
