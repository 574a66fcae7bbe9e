"""The World of the bare suite for behave: the same bodies as benches/suite/bare/world.rs."""
import json


def pairs(table):
    # behave takes the first row for headings
    yield table.headings
    for row in table.rows:
        yield row.cells


class Bare:
    def __init__(self):
        self.values = {}
        self.last = ""
        self.count = 0

    def set_text(self, key, value):
        self.values[key] = value

    def set_number(self, key, value):
        self.values[key] = value

    def set_float(self, key, value):
        self.values[key] = value

    def set_entry(self, key, name, value):
        self.values[f"{key}.{name}"] = value

    def set_rows(self, key, table):
        for name, value in pairs(table):
            self.values[f"{key}.{name}"] = value

    def set_json(self, key, text):
        self.values[key] = json.loads(text)

    def act(self, key):
        self.act_on(key, key)

    def act_on(self, key, what):
        self.last = what
        self.count += 1

    def act_by(self, key, amount):
        self.act_on(key, str(amount))

    def fill(self, key, table):
        self.set_rows(key, table)
        self.act(key)

    def post(self, key, text):
        self.set_json(key, text)
        self.act(key)

    def expect_text(self, key, value):
        assert self.values[key] == value

    def expect_number(self, key, value):
        assert self.values[key] == value

    def expect_float(self, key, value):
        assert self.values[key] == value

    def expect_entry(self, key, name, value):
        assert self.values[f"{key}.{name}"] == value

    def expect_rows(self, key, table):
        for name, value in pairs(table):
            assert self.values[f"{key}.{name}"] == value

    def expect_json(self, key, text):
        assert self.values[key] == json.loads(text)

    def expect_count(self, key, count):
        assert self.count == count

    def expect_last(self, key, what):
        assert self.last == what
