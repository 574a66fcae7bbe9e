use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What the pages of one extension keep in `localStorage`: theirs together, as they have one origin, and longer than each of them lives.
#[derive(Debug, Clone, Default)]
pub struct LocalStorage(Rc<RefCell<Kept>>);

#[derive(Debug, Default)]
struct Kept {
    values: BTreeMap<String, String>,
    bytes: usize,
}

impl LocalStorage {
    /// What is kept under a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<String> {
        self.0.borrow().values.get(key).cloned()
    }

    /// Keeps a value, unless that makes more than `most` bytes of it all; says whether it did.
    #[must_use]
    pub fn set(&self, key: String, value: String, most: usize) -> bool {
        let mut kept = self.0.borrow_mut();
        let old = kept.values.get(&key).map_or(0, |old| key.len() + old.len());
        let bytes = kept.bytes - old + key.len() + value.len();
        if bytes <= most {
            kept.bytes = bytes;
            kept.values.insert(key, value);
        }
        bytes <= most
    }

    /// Forgets a key, or with `None` all of them.
    pub fn remove(&self, key: Option<&str>) {
        let mut kept = self.0.borrow_mut();
        match key {
            Some(key) => {
                let old = kept.values.remove(key);
                kept.bytes -= old.map_or(0, |old| key.len() + old.len());
            }
            None => *kept = Kept::default(),
        }
    }

    /// All keys.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        self.0.borrow().values.keys().cloned().collect()
    }
}

/// That of each extension of a scenario.
#[derive(Debug, Default)]
pub struct LocalStorages(RefCell<BTreeMap<String, LocalStorage>>);

impl LocalStorages {
    /// One extension's, by its name.
    #[must_use]
    pub fn of(&self, extension: &str) -> LocalStorage {
        self.0.borrow_mut().entry(extension.to_owned()).or_default().clone()
    }
}
