use crate::gherkin::{Pickle, TagExpression};
use crate::record::Status;
use cucumber::codegen::LocalBoxFuture;
use std::fmt;
use std::sync::Arc;

/// What a hook is told of its scenario.
#[derive(Debug, Clone)]
pub struct HookContext {
    /// The scenario: its name, its tags, where it stands.
    pub pickle: Arc<Pickle>,
    /// How it has ended so far; before its steps, [`Status::Passed`].
    pub status: Status,
}

type Body<W> = dyn for<'a> Fn(&'a mut W, &'a HookContext) -> LocalBoxFuture<'a, ()> + Send + Sync;

/// Something that runs before or after the steps of scenarios, with their World. Like a step it fails by a panic, and can attach, log, link,
/// skip and be pending.
pub struct Hook<W> {
    pub(super) name: String,
    pub(super) tags: Option<TagExpression>,
    pub(super) body: Box<Body<W>>,
}

impl<W> Hook<W> {
    /// A hook for all scenarios; reports call it by its name.
    pub fn new<F>(name: impl Into<String>, body: F) -> Self
    where
        F: for<'a> Fn(&'a mut W, &'a HookContext) -> LocalBoxFuture<'a, ()> + Send + Sync + 'static,
    {
        Self { name: name.into(), tags: None, body: Box::new(body) }
    }

    /// The same hook for those scenarios alone whose tags fit.
    #[must_use]
    pub fn tagged(mut self, tags: TagExpression) -> Self {
        self.tags = Some(tags);
        self
    }

    pub(super) fn fits(&self, pickle: &Pickle) -> bool {
        self.tags.as_ref().is_none_or(|tags| tags.matches(pickle.tags.iter().map(|tag| tag.name.as_ref())))
    }
}

impl<W> fmt::Debug for Hook<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hook").field("name", &self.name).field("tags", &self.tags).finish_non_exhaustive()
    }
}

/// Something that runs once, before or after the whole run.
pub(super) struct RunHook {
    pub(super) name: String,
    pub(super) body: Box<dyn Fn() -> LocalBoxFuture<'static, ()> + Send + Sync>,
}

/// All hooks of a run, in the order in which they were given.
pub(super) struct Hooks<W> {
    pub(super) before: Vec<Hook<W>>,
    pub(super) after: Vec<Hook<W>>,
    pub(super) before_all: Vec<RunHook>,
    pub(super) after_all: Vec<RunHook>,
}

impl<W> Default for Hooks<W> {
    fn default() -> Self {
        Self { before: Vec::new(), after: Vec::new(), before_all: Vec::new(), after_all: Vec::new() }
    }
}
