use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "{}"), self.0)
            }
        }
    };
}

id!(
    /// One widget of one installed extension, alive or not.
    WidgetId, "widget-"
);
id!(
    /// One question of the host to one widget: a hook that waits for its verdict.
    CallId, "call-"
);
id!(
    /// One action of an agent, from its trigger until it is done or stopped.
    ActionId, "action-"
);
id!(
    /// One channel of an installation, from its installation on.
    ChannelId, "channel-"
);
id!(
    /// One request of the host to an extension's own server.
    ExchangeId, "exchange-"
);
id!(
    /// One request of an extension's server to the host.
    CalledId, "request-from-server-"
);
id!(
    /// One question of a widget to the host: a `ZOHODESK.get`, a request to a service. Counted per widget.
    RequestId, "request-"
);
