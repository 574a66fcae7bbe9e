//! A panic in a step fails its scenario, and prints nothing of its own.

use super::scope::Ended;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::panic::{self, AssertUnwindSafe};
use std::pin::pin;
use std::sync::Once;

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// How a piece of work came to a halt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Halt {
    /// It said itself that it ends here.
    Ended(Ended),
    /// It panicked: the message, and where in whose source.
    Panicked(String, Option<String>),
}

/// Runs `work`; a panic in it is caught.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, Halt> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if GUARDED.get() {
                PLACE.set(info.location().map(|place| format!("{}:{}", place.file(), place.line())));
            } else {
                before(info);
            }
        }));
    });
    let outer = GUARDED.replace(true);
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(outer);
    result.map_err(halt)
}

/// The same for a future: every poll of it is guarded.
pub(super) async fn guarded_future<T>(work: impl Future<Output = T>) -> Result<T, Halt> {
    let mut work = pin!(work);
    poll_fn(|context| match guarded(|| work.as_mut().poll(context)) {
        Ok(poll) => poll.map(Ok),
        Err(halt) => std::task::Poll::Ready(Err(halt)),
    })
    .await
}

fn halt(payload: Box<dyn Any + Send>) -> Halt {
    let place = PLACE.take();
    match payload.downcast::<Ended>() {
        Ok(ended) => Halt::Ended(*ended),
        Err(payload) => {
            let text = payload.downcast_ref::<String>().map(String::as_str).or_else(|| payload.downcast_ref::<&str>().copied());
            Halt::Panicked(text.unwrap_or("a panic without a message").to_owned(), place)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_its_message_and_place() {
        let Err(Halt::Panicked(message, place)) = guarded(|| panic!("boom {}", 1)) else { panic!("it panics") };
        assert_eq!(message, "boom 1");
        assert!(place.expect("a place").contains("panics.rs:"));
        assert_eq!(guarded(|| 7), Ok(7));
    }

    #[test]
    fn work_that_ends_itself_is_no_panic() {
        assert_eq!(
            guarded(|| super::super::pending("the printer is missing")),
            Err::<(), _>(Halt::Ended(Ended::Pending("the printer is missing".into())))
        );
    }
}
