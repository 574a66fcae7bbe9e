use cucumber::gherkin::Step;
use serde_json::Value;
use std::collections::BTreeMap;

/// The World of the bare suite: values by their names, and what was done last.
#[derive(Debug, Default, cucumber::World)]
pub(crate) struct Bare {
    values: BTreeMap<String, Value>,
    last: String,
    count: i64,
}

impl Bare {
    pub(super) fn set_text(&mut self, key: &str, value: String) {
        self.values.insert(key.to_owned(), value.into());
    }

    pub(super) fn set_number(&mut self, key: &str, value: i64) {
        self.values.insert(key.to_owned(), value.into());
    }

    pub(super) fn set_float(&mut self, key: &str, value: f64) {
        self.values.insert(key.to_owned(), value.into());
    }

    pub(super) fn set_entry(&mut self, key: &str, name: String, value: String) {
        self.values.insert(format!("{key}.{name}"), value.into());
    }

    pub(super) fn set_rows(&mut self, key: &str, step: &Step) {
        for (name, value) in pairs(step) {
            self.values.insert(format!("{key}.{name}"), value.into());
        }
    }

    pub(super) fn set_json(&mut self, key: &str, step: &Step) {
        self.values.insert(key.to_owned(), json(step));
    }

    pub(super) fn act(&mut self, key: &str) {
        self.act_on(key, key.to_owned());
    }

    pub(super) fn act_on(&mut self, _: &str, what: String) {
        self.last = what;
        self.count += 1;
    }

    pub(super) fn act_by(&mut self, key: &str, amount: i64) {
        self.act_on(key, amount.to_string());
    }

    pub(super) fn fill(&mut self, key: &str, step: &Step) {
        self.set_rows(key, step);
        self.act(key);
    }

    pub(super) fn post(&mut self, key: &str, step: &Step) {
        self.set_json(key, step);
        self.act(key);
    }

    pub(super) fn expect_text(&mut self, key: &str, value: String) {
        assert_eq!(self.values[key], value);
    }

    pub(super) fn expect_number(&mut self, key: &str, value: i64) {
        assert_eq!(self.values[key], value);
    }

    pub(super) fn expect_float(&mut self, key: &str, value: f64) {
        assert_eq!(self.values[key], value);
    }

    pub(super) fn expect_entry(&mut self, key: &str, name: String, value: String) {
        assert_eq!(self.values[&format!("{key}.{name}")], value);
    }

    pub(super) fn expect_rows(&mut self, key: &str, step: &Step) {
        for (name, value) in pairs(step) {
            assert_eq!(self.values[&format!("{key}.{name}")], value);
        }
    }

    pub(super) fn expect_json(&mut self, key: &str, step: &Step) {
        assert_eq!(self.values[key], json(step));
    }

    pub(super) fn expect_count(&mut self, _: &str, count: i64) {
        assert_eq!(self.count, count);
    }

    pub(super) fn expect_last(&mut self, _: &str, what: String) {
        assert_eq!(self.last, what);
    }
}

fn pairs(step: &Step) -> impl Iterator<Item = (&str, &str)> {
    step.table.iter().flat_map(|table| &table.rows).map(|row| (row[0].as_str(), row[1].as_str()))
}

fn json(step: &Step) -> Value {
    serde_json::from_str(step.docstring.as_deref().expect("a doc string below the step")).expect("JSON")
}
