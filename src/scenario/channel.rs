//! Channels of extensions, and how their servers answer, as the feature says it.

use super::declared::server_of;
use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::host::desk::Declared;
use crate::host::{Input, WidgetId};
use crate::spelling::nearest;
use serde_json::{Map, Value, json};
use std::convert::Infallible;
use std::str::FromStr;

/// What Desk and a channel exchange, as a sentence says it: `pull`, `push` or `redirect`.
#[derive(Debug, Clone, PartialEq, Eq, cucumber::Parameter)]
#[param(name = "exchange", regex = "pull|push|redirect")]
pub struct Exchanging(
    /// Its name in the catalogue: `channel.pull`, `channel.push`, `channel.redirect`.
    pub String,
);

impl FromStr for Exchanging {
    type Err = Infallible;

    fn from_str(word: &str) -> Result<Self, Infallible> {
        Ok(Self(format!("channel.{word}")))
    }
}

impl Scenario {
    /// An extension brings a channel; one that has no widget is known by it alone.
    pub fn connect(&mut self, extension: &str, pull: bool) -> Outcome {
        self.no_channel_yet(extension)?;
        self.declare_channel(extension, usual(extension, pull))
    }

    /// Refuses a second channel of one extension.
    pub(super) fn no_channel_yet(&mut self, extension: &str) -> Outcome {
        if self.stage.desk().channel(extension).is_some() {
            return self.wrong(format!("\"{extension}\" has a channel already"), "leave this line out");
        }
        Ok(())
    }

    /// A scripted extension's resources.json has this channel.
    pub(super) fn declare_channel(&mut self, extension: &str, channel: Value) -> Outcome {
        let resources = Map::from_iter([("channel".to_owned(), channel)]);
        self.declare_more(extension, Declared { resources, ..Declared::default() })
    }

    /// Desk crashes and starts again.
    pub fn crash(&mut self) -> Outcome {
        self.stage.tell("sees Desk crash and start again".into());
        self.stage.input(Input::Restart);
        Ok(())
    }

    /// Refuses a channel that is not there.
    pub(super) fn channel_is_there(&mut self, extension: &str) -> Outcome {
        let desk = self.stage.desk();
        if desk.channel(extension).is_some() {
            return Ok(());
        }
        let near = nearest(extension, desk.installed_channels().map(|channel| channel.extension.as_str())).map(str::to_owned);
        let help = near.map_or_else(
            || format!("say `Given the extension \"{extension}\" has a channel` before"),
            |near| format!("did you mean \"{near}\"?"),
        );
        self.wrong(format!("no channel is called \"{extension}\""), help)
    }

    /// All widgets of an extension, which may be installed without one.
    pub(super) fn parts_of(&mut self, extension: &str) -> Result<Vec<WidgetId>, Failed> {
        let has_widget = self.stage.host().widgets().into_iter().any(|(_, widget)| widget.extension == extension);
        if self.stage.host().is_installed(extension) && !has_widget { Ok(Vec::new()) } else { self.widgets_of(extension) }
    }
}

/// What resources.json says of a scripted channel where the feature says nothing else: what the pages want there at least.
pub(super) fn usual(extension: &str, pull: bool) -> Value {
    let server = server_of(extension);
    let mut sync = json!({"push": format!("{server}/push")});
    if pull {
        sync["pull"] = format!("{server}/pull").into();
    }
    json!({"sync": sync, "channelLogoPath": "/app/logo.png"})
}
