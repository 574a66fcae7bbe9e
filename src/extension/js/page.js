// The page's window: events, messages, console, storage, and honest stand-ins for what is not there.
(function (host, page) {
  'use strict';
  const g = globalThis;
  const NativeError = Error;
  const hidden = (name, value) => Object.defineProperty(g, name, { value, writable: true, configurable: true });
  const lazy = (name, make) => Object.defineProperty(g, name, {
    configurable: true,
    get() { const value = make(); hidden(name, value); return value; },
    set(value) { hidden(name, value); },
  });
  page.lazy = lazy;

  // --- What browsers have and this page has not: it is there, and says so when it is called.
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
  // An object whose known but missing members say so when they are called.
  page.lacking = (name, members) => new Proxy({}, {
    get: (target, key) => (typeof key === 'string' && members.includes(' ' + key + ' ') ? page.standIn(name + '.' + key) : target[key]),
  });

  // --- Events.
  const listeners = new WeakMap();
  const of = (target) => { let all = listeners.get(target); if (!all) listeners.set(target, all = { __proto__: null }); return all; };
  page.on = function addEventListener(type, listener, options) {
    if (typeof listener !== 'function' && (listener === null || typeof listener !== 'object')) return;
    const all = of(this ?? g);
    const list = all[type] || (all[type] = []);
    if (!list.some((known) => known.listener === listener)) list.push({ listener, once: !!(options && options.once) });
  };
  page.off = function removeEventListener(type, listener) {
    const all = of(this ?? g);
    if (all[type]) all[type] = all[type].filter((known) => known.listener !== listener);
  };
  page.dispatch = (target, event) => {
    const all = of(target);
    for (const { listener, once } of (all[event.type] || []).slice()) {
      if (once) page.off.call(target, event.type, listener);
      if (event.stopped) break;
      try {
        if (typeof listener === 'function') listener.call(target, event);
        else listener.handleEvent(event);
      } catch (error) { host.report(error); }
    }
    const own = target['on' + event.type];
    if (typeof own === 'function' && !event.stopped) {
      try { if (own.call(target, event) === false) event.defaultPrevented = true; } catch (error) { host.report(error); }
    }
  };
  class Event {
    constructor(type, init) {
      this.type = String(type);
      this.bubbles = !!(init && init.bubbles);
      this.defaultPrevented = false;
      this.timeStamp = page.now;
      this.target = this.currentTarget = null;
    }
    preventDefault() { this.defaultPrevented = true; }
    stopPropagation() { this.halted = true; }
    stopImmediatePropagation() { this.halted = this.stopped = true; }
  }
  hidden('Event', Event);
  hidden('CustomEvent', class CustomEvent extends Event {
    constructor(type, init) { super(type, init); this.detail = init && 'detail' in init ? init.detail : null; }
  });
  hidden('addEventListener', page.on);
  hidden('removeEventListener', page.off);
  page.send = function dispatchEvent(event) {
    const target = this ?? g;
    event.target = event.currentTarget = target;
    page.dispatch(target, event);
    return !event.defaultPrevented;
  };
  hidden('dispatchEvent', page.send);
  hidden('reportError', function reportError(error) { host.report(error); });

  // --- The client SDK, ours or a copy that the page brings: that it is there, and when it is asked for the App, is seen from outside.
  page.watch = () => {
    let sdk;
    const watched = (onload) => function () { host.ready(new NativeError('').stack); return Reflect.apply(onload, this, arguments); };
    Object.defineProperty(g, 'ZOHODESK', {
      configurable: true,
      enumerable: true,
      get: () => sdk,
      set(value) {
        sdk = value;
        const extension = value?.extension;
        if (typeof extension?.onload !== 'function') return;
        host.sdk();
        Reflect.set(extension, 'onload', watched(extension.onload));
      },
    });
  };

  // --- The host's frame, and messages.
  const parent = { postMessage(message) { host.post(message, new NativeError('').stack); } };
  page.message = (data, origin, source) => page.send.call(g, Object.assign(new Event('message'), { data, origin, source, lastEventId: '', ports: [] }));
  page.incoming = (data) => page.message(data, host.origin, parent);
  hidden('postMessage', function postMessage(message) { page.later(() => page.message(message, location.origin, g)); });
  for (const name of ['window', 'self', 'frames']) hidden(name, g);
  hidden('parent', parent);
  hidden('top', parent);
  hidden('opener', null);
  hidden('name', '');
  const [origin, path, search] = host.address;
  const address = { href: origin + path + search, origin, protocol: 'https:', host: origin.slice(8), hostname: origin.slice(8), port: '', pathname: path, search, hash: '',
    toString() { return this.href; } };
  hidden('location', Object.setPrototypeOf(address, page.lacking('location', ' assign replace reload ')));
  lazy('navigator', () => Object.setPrototypeOf({ userAgent: 'Mozilla/5.0 (deskspec)', language: host.locale, languages: [host.locale], onLine: true, cookieEnabled: false, platform: '' },
    page.lacking('navigator', ' sendBeacon share vibrate getBattery javaEnabled ')));
  lazy('history', () => Object.setPrototypeOf({ length: 1, state: null }, page.lacking('history', ' pushState replaceState back forward go ')));
  lazy('screen', () => ({ width: 1280, height: 800, availWidth: 1280, availHeight: 800, colorDepth: 24, pixelDepth: 24 }));
  hidden('innerWidth', 1280);
  hidden('innerHeight', 800);
  hidden('devicePixelRatio', 1);
  hidden('scrollTo', function scrollTo() {});
  lazy('crypto', () => Object.setPrototypeOf(page.crypto, page.lacking('crypto', ' subtle ')));
  lazy('document', () => host.part('dom')(host, page));

  // --- The console.
  lazy('console', () => {
    const log = (level) => (...what) => host.log(level, ...what);
    const info = log('info');
    const none = () => {};
    return { log: info, info, debug: log('debug'), trace: log('debug'), warn: log('warn'), error: log('error'), dir: info, table: info, group: info, groupCollapsed: info,
      assert(holds, ...what) { if (!holds) host.log('error', 'assertion failed', ...what); },
      groupEnd: none, time: none, timeEnd: none, timeLog: none, count: none, countReset: none, clear: none };
  });

  // --- Storage: the widget's own, in memory.
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
  lazy('localStorage', storage);
  lazy('sessionStorage', storage);

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

  // --- The page's life.
  page.ready = (state) => {
    page.readyState = state;
    if (state === 'interactive') {
      if (page.document) page.send.call(page.document, new Event('DOMContentLoaded', { bubbles: true }));
      page.send.call(g, new Event('DOMContentLoaded'));
    } else {
      page.send.call(g, new Event('load'));
    }
  };
  page.unload = () => {
    for (const type of ['beforeunload', 'pagehide', 'unload']) page.send.call(g, new Event(type));
  };
})
