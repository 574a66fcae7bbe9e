// localStorage: what the extension's pages keep, beyond the life of each. sessionStorage: the page's own, in memory.
(function (host, page) {
  'use strict';
  const most = host.storageBytes;
  const storage = (held) => {
    const calls = {
      getItem: (key) => held.get(String(key)) ?? null,
      setItem(key, value) {
        if (!held.set(String(key), String(value))) throw new DOMException('Setting the value of ' + JSON.stringify(String(key)) + ' exceeded the quota of ' + most + ' bytes.', 'QuotaExceededError');
      },
      removeItem(key) { held.remove(String(key)); },
      clear() { held.remove(); },
      key: (n) => held.keys()[n] ?? null,
    };
    return new Proxy(calls, {
      get: (_, key) => (key === 'length' ? held.keys().length : key in calls || typeof key === 'symbol' ? calls[key] : held.get(key) ?? undefined),
      set(_, key, value) { calls.setItem(key, value); return true; },
      has: (_, key) => key in calls || (held.get(String(key)) ?? null) !== null,
      deleteProperty(_, key) { held.remove(String(key)); return true; },
      ownKeys: () => held.keys(),
      getOwnPropertyDescriptor: (_, key) => { const value = held.get(String(key)) ?? null; return value === null ? undefined : { value, writable: true, enumerable: true, configurable: true }; },
    });
  };
  const own = new Map();
  let size = 0;
  const bytes = (key, value) => (value === undefined ? 0 : key.length + value.length);
  const session = {
    get: (key) => own.get(key),
    set(key, value) {
      const after = size - bytes(key, own.get(key)) + bytes(key, value);
      if (after > most) return false;
      size = after;
      own.set(key, value);
      return true;
    },
    remove(key) {
      if (key === undefined) { own.clear(); size = 0; return; }
      size -= bytes(key, own.get(key));
      own.delete(key);
    },
    keys: () => [...own.keys()],
  };
  page.made.localStorage = storage(host.local);
  page.made.sessionStorage = storage(session);
})
