// The World of the bare suite for cucumber-js: the same bodies as benches/suite/bare/world.rs.
const assert = require('node:assert/strict');
const { setWorldConstructor } = require('@cucumber/cucumber');

class Bare {
  values = new Map();
  last = '';
  count = 0;

  set_text(key, value) { this.values.set(key, value); }
  set_number(key, value) { this.values.set(key, value); }
  set_float(key, value) { this.values.set(key, value); }
  set_entry(key, name, value) { this.values.set(`${key}.${name}`, value); }
  set_rows(key, table) { for (const [name, value] of table.raw()) this.values.set(`${key}.${name}`, value); }
  set_json(key, text) { this.values.set(key, JSON.parse(text)); }

  act(key) { this.act_on(key, key); }
  act_on(key, what) { this.last = what; this.count += 1; }
  act_by(key, amount) { this.act_on(key, String(amount)); }
  fill(key, table) { this.set_rows(key, table); this.act(key); }
  post(key, text) { this.set_json(key, text); this.act(key); }

  expect_text(key, value) { assert.equal(this.values.get(key), value); }
  expect_number(key, value) { assert.equal(this.values.get(key), value); }
  expect_float(key, value) { assert.equal(this.values.get(key), value); }
  expect_entry(key, name, value) { assert.equal(this.values.get(`${key}.${name}`), value); }
  expect_rows(key, table) { for (const [name, value] of table.raw()) assert.equal(this.values.get(`${key}.${name}`), value); }
  expect_json(key, text) { assert.deepEqual(this.values.get(key), JSON.parse(text)); }
  expect_count(key, count) { assert.equal(this.count, count); }
  expect_last(key, what) { assert.equal(this.last, what); }
}

setWorldConstructor(Bare);
