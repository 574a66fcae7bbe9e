/// What one widget may use. Past a limit it is cut, or the call that went past it throws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Units of fuel for one entry. A unit is about 5,000 loop turns, 10,000 calls, 2,000 allocations, or 2 MB allocated. Default 1,000:
    /// about five million loop turns, 0.1 s of a tight loop, at most a few seconds of anything.
    pub fuel: u32,
    /// Promise jobs within one entry. Default 100,000.
    pub jobs: u32,
    /// Bytes of memory. Default 32 MiB.
    pub memory: usize,
    /// Bytes of stack. Default 512 KiB; the thread must have more than that left.
    pub stack: usize,
    /// Timers that are set at one time. Default 1,000.
    pub timers: usize,
    /// Bytes of log over the widget's life; later lines are dropped, which is said once. Default 256 KiB.
    pub log_bytes: usize,
    /// Questions to the host that wait for their answers (each is a pending promise). Default 1,000.
    pub questions: usize,
    /// Messages, timers and log lines within one entry. Default 10,000.
    pub acts: usize,
    /// Bytes of one message to the host. Default 4 MiB.
    pub message_bytes: usize,
    /// Bytes that an extension's `localStorage` holds, and a page's `sessionStorage`. Default 5 MiB, as in browsers.
    pub storage_bytes: usize,
    /// Bytes of markup that `innerHTML` takes. Default 1 MiB.
    pub html_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            fuel: 1_000,
            jobs: 100_000,
            memory: 32 << 20,
            stack: 512 << 10,
            timers: 1_000,
            log_bytes: 256 << 10,
            questions: 1_000,
            acts: 10_000,
            message_bytes: 4 << 20,
            storage_bytes: 5 << 20,
            html_bytes: 1 << 20,
        }
    }
}
