use super::bytecode;
use super::fault::Fault;
use super::heap::Bounded;
use super::host;
use super::program::{Own, Prepared};
use super::shared::Shared;
use crate::clock::Instant;
use crate::extension::{DefectKind, Opening};
use rquickjs::{Context, Ctx, Function, Object, Persistent, Result, Runtime};
use serde_json::Value as Json;
use std::rc::Rc;

/// One thing that happens to a page.
pub(super) enum Step {
    /// Its n-th script's turn has come.
    Script(usize),
    /// It has been read as far as this `document.readyState`.
    Ready(&'static str),
    /// The host's frame sends a message.
    Message(Json),
    /// A timer is due.
    Fire(u32),
    /// The page is taken away.
    Unload,
}

/// One runtime with one page in it. Fields are dropped in this order: what holds values of the engine goes first.
pub(super) struct Engine {
    page: Persistent<Object<'static>>,
    context: Context,
    shared: Rc<Shared>,
}

impl Engine {
    /// A page before its first script.
    pub(super) fn start(shared: &Rc<Shared>, opening: &Opening, now: Instant) -> Result<Self> {
        let runtime = Runtime::new_with_alloc(Bounded(shared.heap.clone()))?;
        let state = shared.clone();
        // Cycles are rare and lives are short: what is left at the end is freed with the runtime.
        runtime.set_gc_threshold(shared.limits.memory / 4);
        runtime.set_max_stack_size(shared.limits.stack);
        let context = Context::full(&runtime)?;
        let page = context.with(|ctx| {
            bytecode::rebase_stack(&ctx);
            let (host, page) = host::install(&ctx, shared, opening, millis(now))?;
            for code in [&Own::get().page, &Own::get().clock] {
                host::part(&ctx, code)?.call::<_, ()>((host.clone(), page.clone()))?;
            }
            if shared.program.brings_sdk {
                page.get::<_, Function<'_>>("watch")?.call::<_, ()>(())?;
            }
            Ok::<_, rquickjs::Error>(Persistent::save(&ctx, page))
        })?;
        runtime.set_interrupt_handler(Some(Box::new(move || state.burn())));
        let state = shared.clone();
        runtime.set_host_promise_rejection_tracker(Some(Box::new(move |ctx, promise, reason, is_handled| {
            let pair = [Persistent::save(&ctx, promise), Persistent::save(&ctx, reason)];
            let mut rejected = state.rejected.borrow_mut();
            if is_handled {
                rejected.retain(|known| known[0] != pair[0]);
            } else if rejected.len() < state.limits.questions {
                rejected.push(pair);
            }
        })));
        shared.heap.limit(shared.limits.memory);
        Ok(Self { page, context, shared: shared.clone() })
    }

    /// Lets one thing happen, and runs the promise jobs that follow from it. Faults and cuts are noted in the shared state.
    pub(super) fn step(&self, now: Instant, step: &Step) {
        self.context.with(|ctx| {
            bytecode::rebase_stack(&ctx);
            if self.run(&ctx, now, step).is_err() {
                self.caught(&ctx);
            }
        });
        self.jobs();
        self.unhandled();
        self.shared.check_memory();
    }

    fn run(&self, ctx: &Ctx<'_>, now: Instant, step: &Step) -> Result<()> {
        let page = self.page.clone().restore(ctx)?;
        page.set("now", millis(now))?;
        page.set("depth", 0)?;
        match step {
            Step::Script(index) => match self.shared.program.scripts.get(*index) {
                Some(Prepared::Code(code)) => bytecode::run(ctx, code).map(drop),
                Some(Prepared::Sdk) => {
                    page.get::<_, Function<'_>>("watch")?.call::<_, ()>(())?;
                    host::part(ctx, &Own::get().sdk)?.call(())
                }
                Some(Prepared::Broken(defect)) => {
                    self.shared.defect(defect.clone());
                    Ok(())
                }
                None => Ok(()),
            },
            Step::Ready(state) => page.get::<_, Function<'_>>("ready")?.call((*state,)),
            Step::Message(message) => page.get::<_, Function<'_>>("incoming")?.call((ctx.json_parse(message.to_string())?,)),
            Step::Fire(id) => page.get::<_, Function<'_>>("fire")?.call((*id,)),
            Step::Unload => page.get::<_, Function<'_>>("unload")?.call(()),
        }
    }

    /// An exception that went all the way up.
    fn caught(&self, ctx: &Ctx<'_>) {
        let thrown = ctx.catch();
        let fault = Fault::of(ctx, &thrown);
        self.shared.check_memory();
        if self.shared.is_cut() {
            self.shared.stopped_at(&fault.stack);
        } else {
            self.shared.fault(&fault);
        }
    }

    fn jobs(&self) {
        let runtime = self.context.runtime();
        while !self.shared.is_cut() && runtime.is_job_pending() {
            if self.shared.jobs.get() == 0 {
                let text = format!("ran more than {} promise jobs in one go and was cut; end the loop", self.shared.limits.jobs);
                return self.shared.stop(DefectKind::OutOfFuel, text);
            }
            self.shared.jobs.set(self.shared.jobs.get() - 1);
            if let Err(fault) = runtime.execute_pending_job() {
                fault.0.with(|ctx| self.caught(&ctx));
            }
        }
    }

    fn unhandled(&self) {
        let rejected = self.shared.rejected.take();
        if rejected.is_empty() || self.shared.is_cut() {
            return;
        }
        self.context.with(|ctx| {
            for [_, reason] in rejected {
                let Ok(reason) = reason.restore(&ctx) else { continue };
                let fault = Fault::of(&ctx, &reason);
                let defect = fault.unhandled(&self.shared.program.sources, self.shared.handler.borrow().as_deref());
                if !self.shared.is_raised(&fault) {
                    self.shared.defect(defect);
                }
            }
        });
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.shared.rejected.take();
    }
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 fit into 53 bits for as long as Date goes")]
fn millis(now: Instant) -> f64 {
    now.0 as f64
}
