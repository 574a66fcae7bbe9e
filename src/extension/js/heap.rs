//! The sandbox's memory: counted, limited, and paid for in fuel.

use rquickjs::allocator::{Allocator, RustAllocator};
use std::cell::Cell;
use std::rc::Rc;

/// What is granted once the limit is reached, so that the engine can still unwind in order.
const RESERVE: usize = 256 << 10;

/// How much work costs one unit of fuel: an allocation counts 1, and 1 more for each KiB.
const WORK: usize = 2_000;

/// The state of one sandbox's memory.
pub(super) struct Heap {
    used: Cell<usize>,
    limit: Cell<usize>,
    is_spent: Cell<bool>,
    work: Cell<usize>,
}

impl Heap {
    /// Without a limit, until one is set.
    pub(super) fn new() -> Rc<Self> {
        Rc::new(Self { used: Cell::new(0), limit: Cell::new(usize::MAX - RESERVE), is_spent: Cell::new(false), work: Cell::new(0) })
    }

    /// From now on no more than `bytes` are granted.
    pub(super) fn limit(&self, bytes: usize) {
        self.limit.set(bytes);
        self.work.set(0);
    }

    /// Whether something was refused.
    pub(super) fn is_spent(&self) -> bool {
        self.is_spent.get()
    }

    /// The fuel that the allocations since the last call cost.
    pub(super) fn fuel(&self) -> u32 {
        let work = self.work.get();
        self.work.set(work % WORK);
        u32::try_from(work / WORK).unwrap_or(u32::MAX)
    }

    /// Whether `size` bytes more may be had, `freed` bytes being given back for them.
    fn grants(&self, size: usize, freed: usize) -> bool {
        let after = (self.used.get() - freed).saturating_add(size);
        let is_granted = after <= self.limit.get();
        self.work.set(self.work.get() + 1 + if is_granted { size / 1024 } else { 0 });
        if !is_granted && !self.is_spent.replace(true) {
            self.limit.set(self.limit.get().saturating_add(RESERVE));
        }
        is_granted
    }

    fn took(&self, block: *mut u8) -> *mut u8 {
        self.used.set(self.used.get() + size(block));
        block
    }
}

/// The size of a block that the allocator below gave out; 0 for none.
#[expect(unsafe_code, reason = "the size stands in the block's header")]
fn size(block: *mut u8) -> usize {
    // SAFETY: only called on blocks of `RustAllocator`, in this file.
    if block.is_null() { 0 } else { unsafe { RustAllocator::usable_size(block) } }
}

/// Gives the engine its memory.
pub(super) struct Bounded(pub(super) Rc<Heap>);

// SAFETY: every block comes from and goes back to `RustAllocator`; refusing with a null pointer is allowed.
#[expect(unsafe_code, reason = "the engine takes its memory through an unsafe trait")]
unsafe impl Allocator for Bounded {
    fn alloc(&mut self, size: usize) -> *mut u8 {
        if self.0.grants(size, 0) { self.0.took(RustAllocator.alloc(size)) } else { std::ptr::null_mut() }
    }

    fn calloc(&mut self, count: usize, size: usize) -> *mut u8 {
        let total = count.saturating_mul(size);
        if self.0.grants(total, 0) { self.0.took(RustAllocator.calloc(count, size)) } else { std::ptr::null_mut() }
    }

    unsafe fn dealloc(&mut self, block: *mut u8) {
        self.0.used.set(self.0.used.get() - size(block));
        // SAFETY: the caller says that the block is ours.
        unsafe { RustAllocator.dealloc(block) }
    }

    unsafe fn realloc(&mut self, block: *mut u8, wanted: usize) -> *mut u8 {
        let old = size(block);
        if !self.0.grants(wanted, old) {
            return std::ptr::null_mut();
        }
        // SAFETY: the caller says that the block is ours.
        let new = unsafe { RustAllocator.realloc(block, wanted) };
        if !new.is_null() {
            self.0.used.set(self.0.used.get() - old + size(new));
        }
        new
    }

    unsafe fn usable_size(block: *mut u8) -> usize {
        size(block)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(unsafe_code, reason = "the trait under test is unsafe")]
    fn memory_is_counted_and_refused() {
        let heap = Heap::new();
        let mut bounded = Bounded(heap.clone());
        let block = bounded.alloc(1_000);
        heap.limit(4_000);
        assert_eq!((heap.used.get(), heap.is_spent()), (1_000, false));
        // SAFETY: the block is of this allocator, and used no more after it is given back.
        let block = unsafe { bounded.realloc(block, 3_000) };
        assert_eq!(heap.used.get(), 3_000);
        assert!(bounded.calloc(usize::MAX, 2).is_null() && heap.is_spent());
        let late = bounded.alloc(2_000);
        assert!(!late.is_null(), "the reserve is granted after the first refusal");
        for block in [block, late] {
            // SAFETY: as above.
            unsafe { bounded.dealloc(block) }
        }
        assert_eq!(heap.used.get(), 0);
        assert_eq!(heap.fuel(), 0);
        for _ in 0..WORK {
            let block = bounded.alloc(8);
            // SAFETY: as above.
            unsafe { bounded.dealloc(block) }
        }
        assert_eq!(heap.fuel(), 1);
    }
}
