// What every sandbox has, a page's and an app's server's: names that are made when they are asked for, and numbers.
(function (host, page) {
  'use strict';
  const g = globalThis;
  // One descriptor for all: this runs for every name of the window.
  const slot = { __proto__: null, value: undefined, writable: true, configurable: true };
  const hidden = (name, value) => { slot.value = value; Object.defineProperty(g, name, slot); slot.value = undefined; };
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
  for (const name of host.absent) lazy(name, () => { page.load('lacks'); return page.standIn(name); });
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
    // Set, not defined: what is there already stays writable, configurable and out of loops.
    Array.prototype[name] = { [name](...args) { if (endless(this) || endless(args[0])) host.endless(); return apply(native, this, args); } }[name];
  }

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
