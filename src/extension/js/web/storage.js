// localStorage and sessionStorage: the widget's own, in memory.
(function (host, page) {
  'use strict';
  const storage = () => {
    const held = new Map();
    const calls = {
      getItem: (key) => (held.has(String(key)) ? held.get(String(key)) : null),
      setItem(key, value) { held.set(String(key), String(value)); },
      removeItem(key) { held.delete(String(key)); },
      clear() { held.clear(); },
      key: (n) => [...held.keys()][n] ?? null,
    };
    return new Proxy(calls, {
      get: (_, key) => (key === 'length' ? held.size : key in calls ? calls[key] : held.get(key)),
      set(_, key, value) { calls.setItem(key, value); return true; },
      has: (_, key) => key in calls || held.has(key),
      deleteProperty(_, key) { held.delete(key); return true; },
      ownKeys: () => [...held.keys()],
      getOwnPropertyDescriptor: (_, key) => (held.has(key) ? { value: held.get(key), writable: true, enumerable: true, configurable: true } : undefined),
    });
  };
  page.made.localStorage = storage();
  page.made.sessionStorage = storage();
})
