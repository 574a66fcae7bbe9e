//! A host that does one thing wrong, and short ways to say which.

use deskspec::clock::Instant;
use deskspec::host::{Effect, Host, Input, Model};
use std::collections::VecDeque;
use std::sync::Arc;

/// What stands between the stage and a sound host.
pub(super) type Change = Box<dyn FnMut(&mut dyn Model, Instant, Input) -> Vec<Effect>>;

/// Makes the change anew for every scenario.
pub(super) type Make = Arc<dyn Fn() -> Change + Send + Sync>;

struct Broken {
    host: Box<dyn Model>,
    change: Change,
}

impl Model for Broken {
    fn apply(&mut self, now: Instant, input: Input) -> Vec<Effect> {
        (self.change)(self.host.as_mut(), now, input)
    }

    fn host(&self) -> Host<'_> {
        self.host.host()
    }
}

/// A sound host, broken.
pub(super) fn broken(host: Box<dyn Model>, make: &Make) -> Box<dyn Model> {
    Box::new(Broken { host, change: make() })
}

/// A change with a memory.
pub(super) fn with<S: Default + 'static>(step: fn(&mut S, &mut dyn Model, Instant, Input) -> Vec<Effect>) -> Make {
    Arc::new(move || {
        let mut memory = S::default();
        Box::new(move |host, now, input| step(&mut memory, host, now, input))
    })
}

/// A change without one.
pub(super) fn turn(step: fn(&mut dyn Model, Instant, Input) -> Vec<Effect>) -> Make {
    Arc::new(move || Box::new(step))
}

/// Each effect becomes none, another one or several.
pub(super) fn each(map: fn(Effect) -> Vec<Effect>) -> Make {
    Arc::new(move || Box::new(move |host, now, input| host.apply(now, input).into_iter().flat_map(map).collect()))
}

/// Effects of a kind do not happen.
pub(super) fn dropped(kind: fn(&Effect) -> bool) -> Make {
    Arc::new(move || Box::new(move |host, now, input| host.apply(now, input).into_iter().filter(|effect| !kind(effect)).collect()))
}

/// Effects of a kind happen twice.
pub(super) fn doubled(kind: fn(&Effect) -> bool) -> Make {
    let copies = move |effect: Effect| if kind(&effect) { vec![effect.clone(), effect] } else { vec![effect] };
    Arc::new(move || Box::new(move |host, now, input| host.apply(now, input).into_iter().flat_map(copies).collect()))
}

/// Of the effects of a kind that one input has, all but the first are lost.
pub(super) fn only_first(kind: fn(&Effect) -> bool) -> Make {
    Arc::new(move || {
        Box::new(move |host, now, input| {
            let mut seen = false;
            let effects = host.apply(now, input).into_iter();
            effects.filter(|effect| !kind(effect) || !std::mem::replace(&mut seen, true)).collect()
        })
    })
}

/// Effects of a kind happen with the next input only.
pub(super) fn delayed(kind: fn(&Effect) -> bool) -> Make {
    Arc::new(move || {
        let mut held = VecDeque::new();
        Box::new(move |host, now, input| {
            let mut out: Vec<_> = held.drain(..).collect();
            for effect in host.apply(now, input) {
                if kind(&effect) { held.push_back(effect) } else { out.push(effect) }
            }
            out
        })
    })
}

/// Effects are edited on their way out.
pub(super) fn edited(edit: fn(&mut Effect)) -> Make {
    Arc::new(move || {
        Box::new(move |host, now, input| {
            let mut effects = host.apply(now, input);
            effects.iter_mut().for_each(edit);
            effects
        })
    })
}

/// Inputs are edited on their way in.
pub(super) fn told(edit: fn(&mut Input)) -> Make {
    Arc::new(move || {
        Box::new(move |host, now, mut input| {
            edit(&mut input);
            host.apply(now, input)
        })
    })
}

/// Whatever happens, something else happens after it.
pub(super) fn followed(more: fn(&mut dyn Model, Instant, &[Effect]) -> Vec<Effect>) -> Make {
    Arc::new(move || {
        Box::new(move |host, now, input| {
            let mut effects = host.apply(now, input);
            effects.extend(more(host, now, &effects));
            effects
        })
    })
}

/// Whether an effect is of a kind.
macro_rules! is {
    ($kind:ident) => {
        |effect: &Effect| matches!(effect, Effect::$kind { .. })
    };
}
pub(super) use is;
