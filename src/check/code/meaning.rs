/// What an expression is, of the things that the client SDK gives.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Meaning {
    /// `window`.
    Window,
    /// `ZOHODESK`.
    Desk,
    /// `ZOHODESK.extension`.
    Extension,
    /// What `onload` resolves to.
    App,
    /// `App.instance`.
    Instance,
    /// Another widget's instance.
    Sibling,
    /// A promise of it.
    Promise(Box<Meaning>),
    /// A method that is not called yet.
    Method(Box<Meaning>, String),
}

impl Meaning {
    /// What an extension writes for it.
    pub(super) fn written(&self) -> &'static str {
        match self {
            Self::Desk => "ZOHODESK",
            Self::Extension => "ZOHODESK.extension",
            Self::App => "App",
            Self::Instance => "App.instance",
            Self::Sibling => "the widget's instance",
            Self::Window | Self::Promise(_) | Self::Method(..) => "it",
        }
    }

    /// The thing of this name in it.
    pub(super) fn member(&self, name: &str) -> Option<Self> {
        match (self, name) {
            (Self::Window, "ZOHODESK") => Some(Self::Desk),
            (Self::Window, "window" | "self" | "globalThis") => Some(Self::Window),
            (Self::Desk, "extension") => Some(Self::Extension),
            (Self::App, "instance") => Some(Self::Instance),
            (Self::Desk | Self::Extension | Self::Instance | Self::Sibling | Self::Promise(_), _) => {
                Some(Self::Method(Box::new(self.clone()), name.to_owned()))
            }
            _ => None,
        }
    }

    /// What a call of it gives.
    pub(super) fn called(&self) -> Option<Self> {
        let Self::Method(on, name) = self else { return None };
        match (&**on, name.as_str()) {
            (Self::Extension, "onload") => Some(Self::Promise(Box::new(Self::App))),
            (Self::Instance, "getWidgetInstance") => Some(Self::Sibling),
            (Self::Promise(_), "catch" | "finally") => Some((**on).clone()),
            _ => None,
        }
    }

    /// What awaiting it gives.
    pub(super) fn awaited(self) -> Option<Self> {
        match self {
            Self::Promise(inner) => Some(*inner),
            other => Some(other),
        }
    }
}
