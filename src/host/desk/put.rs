//! What comes to the desk takes the place of what is there under the same name.

/// Puts `new` into the place of the one that is the `same`, else behind all others.
pub(in crate::host) fn put<T>(all: &mut Vec<T>, new: T, same: impl Fn(&T, &T) -> bool) {
    match all.iter_mut().find(|known| same(known, &new)) {
        Some(known) => *known = new,
        None => all.push(new),
    }
}
