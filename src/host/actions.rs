//! The kinds of actions of a host, each a struct of its own that says what becomes of it.

/// An enum of actions, one variant a struct that bears its name; what an action is and does, its struct's trait says.
macro_rules! actions {
    ($(#[$about:meta])* $action:ident, $deed:ident: $($(#[$doc:meta])* $name:ident,)*) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq)]
        pub enum $action {
            $($(#[$doc])* $name($name),)*
        }

        impl $action {
            pub(super) fn deed(&self) -> &dyn $deed {
                match self {
                    $(Self::$name(deed) => deed,)*
                }
            }

            /// The hook that guards it, if one is known.
            #[must_use]
            pub fn hook(&self) -> Option<&'static str> {
                self.deed().hook()
            }
        }

        $(impl From<$name> for $action {
            fn from(deed: $name) -> Self {
                Self::$name(deed)
            }
        })*
    };
}

pub(super) use actions;
