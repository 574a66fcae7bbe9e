// What every sandbox has, a page's and an app's server's: a console, numbers, and honest stand-ins for what is not there.
(function (host, page) {
  'use strict';
  const g = globalThis;
  const hidden = (name, value) => Object.defineProperty(g, name, { value, writable: true, configurable: true });
  const lazy = (name, make) => Object.defineProperty(g, name, {
    configurable: true,
    get() { const value = make(); hidden(name, value); return value; },
    set(value) { hidden(name, value); },
  });
  Object.assign(page, { hidden, lazy });

  // --- What there is elsewhere and not here: it is there, and says so when it is called.
  page.unsupported = (name) => {
    const error = new TypeError(name + ' is not supported by deskspec');
    host.unsupported(name, error.stack);
    throw error;
  };
  page.standIn = (name) => new Proxy(function () {}, {
    get(target, key) {
      if (key === Symbol.toPrimitive || key === 'toString') return () => '[unsupported ' + name + ']';
      return typeof key === 'symbol' || key === 'then' ? undefined : key === 'prototype' ? target.prototype : page.standIn(name + '.' + key);
    },
    apply() { page.unsupported(name); },
    construct() { page.unsupported('new ' + name); },
  });
  for (const name of host.absent) lazy(name, () => page.standIn(name));
  // The known but missing members of an object say so when they are called.
  page.lack = (target, name, members) => {
    for (const member of members) {
      Object.defineProperty(target, member, { configurable: true, get: () => page.standIn(name + '.' + member), set(value) { Object.defineProperty(this, member, { value, writable: true, configurable: true }); } });
    }
    return target;
  };
  // What only some pages use is made when it is first asked for: names of the window, by the part that makes them.
  for (const [part, names] of host.parts) {
    for (const name of names) lazy(name, () => { page.load(part); return page.made[name]; });
  }
  page.made = { __proto__: null };
  page.load = (part) => { if (!page.made[' ' + part]) { page.made[' ' + part] = true; for (const run of host.part(part)) run(host, page); } };

  // --- Native loops over a length with nothing in it never ask for fuel: they are cut before they begin. No real array is so long here.
  const { apply } = Reflect;
  const endless = (what) => what !== null && typeof what === 'object' && what.length > 0x1000000;
  for (const name of ['concat', 'copyWithin', 'flat', 'flatMap', 'includes', 'indexOf', 'join', 'lastIndexOf', 'reduceRight', 'reverse', 'shift', 'slice', 'sort', 'splice', 'unshift']) {
    const native = Array.prototype[name];
    const value = { [name](...args) { if (endless(this) || endless(args[0])) host.endless(); return apply(native, this, args); } }[name];
    Object.defineProperty(Array.prototype, name, { value, writable: true, configurable: true });
  }

  // --- The console.
  lazy('console', () => {
    const log = (level) => (...what) => host.log(level, ...what);
    const info = log('info');
    const none = () => {};
    return { log: info, info, debug: log('debug'), trace: log('debug'), warn: log('warn'), error: log('error'), dir: info, table: info, group: info, groupCollapsed: info,
      assert(holds, ...what) { if (!holds) host.log('error', 'assertion failed', ...what); },
      groupEnd: none, time: none, timeEnd: none, timeLog: none, count: none, countReset: none, clear: none };
  });

  // --- Numbers as en-US writes them: the engine knows no locales.
  page.plain = (name, locale, options) => {
    const known = locale === undefined || locale === 'en-US' || locale === 'en' || (Array.isArray(locale) && locale.length === 0);
    if (!known || options !== undefined) page.unsupported(name + ' with a locale other than en-US, or with options');
  };
  Number.prototype.toLocaleString = function toLocaleString(locale, options) {
    page.plain('Number.prototype.toLocaleString', locale, options);
    const number = Number(this);
    if (!isFinite(number) || Math.abs(number) >= 1e21) return String(number);
    const [whole, rest] = String(Math.round(Math.abs(number) * 1000) / 1000).split('.');
    return (number < 0 ? '-' : '') + whole.replace(/\B(?=(\d{3})+$)/g, ',') + (rest ? '.' + rest : '');
  };
})
