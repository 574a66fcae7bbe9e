//! One runtime, whatever runs in it: a page, or a call of an app's server.

use super::bytecode;
use super::context;
use super::fault::Fault;
use super::heap::Bounded;
use super::shared::Shared;
use crate::extension::{DefectKind, Place};
use rquickjs::{Context, Ctx, Persistent, Result, Runtime};
use std::rc::Rc;

/// The engine, held to its limits. Faults and cuts are noted in the shared state.
pub(super) struct Core {
    pub(super) context: Context,
    shared: Rc<Shared>,
}

impl Core {
    /// A runtime before the vendor's first script; what `prepare` does there costs the vendor nothing. Scripts that speak of bytes have them.
    pub(super) fn start<T>(shared: &Rc<Shared>, has_bytes: bool, prepare: impl FnOnce(&Ctx<'_>) -> Result<T>) -> Result<(Self, T)> {
        let runtime = Runtime::new_with_alloc(Bounded(shared.heap.clone()))?;
        let state = shared.clone();
        // Cycles are rare and lives are short: what is left at the end is freed with the runtime.
        runtime.set_gc_threshold(shared.limits.memory / 4);
        runtime.set_max_stack_size(shared.limits.stack);
        let context = context::new(&runtime, has_bytes)?;
        let prepared = context.with(|ctx| {
            bytecode::rebase_stack(&ctx);
            prepare(&ctx)
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
        Ok((Self { context, shared: shared.clone() }, prepared))
    }

    /// Lets one thing happen, and runs the promise jobs that follow from it.
    pub(super) fn step(&self, run: impl FnOnce(&Ctx<'_>) -> Result<()>) {
        self.context.with(|ctx| {
            bytecode::rebase_stack(&ctx);
            if run(&ctx).is_err() {
                self.caught(&ctx, None);
            }
        });
        self.jobs();
        self.unhandled();
        self.shared.check_memory();
    }

    /// An exception that went all the way up; one without a place of its own is of the script that stands `at`.
    pub(super) fn caught(&self, ctx: &Ctx<'_>, at: Option<&Place>) {
        let thrown = ctx.catch();
        let fault = Fault::of(ctx, &thrown);
        self.shared.check_memory();
        if self.shared.is_cut() {
            self.shared.stopped_at(&fault.stack);
        } else {
            self.shared.fault(&fault, at);
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
                fault.0.with(|ctx| self.caught(&ctx, None));
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
                let defect = fault.unhandled(&self.shared.sources, self.shared.handler.borrow().as_deref());
                if !self.shared.is_raised(&fault) {
                    self.shared.defect(defect);
                }
            }
        });
    }
}

impl Drop for Core {
    fn drop(&mut self) {
        self.shared.rejected.take();
    }
}
