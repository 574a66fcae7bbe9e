// The page's window: events, messages, where it lies, and its life.
(function (host, page) {
  'use strict';
  const g = globalThis;
  const NativeError = Error;
  const { hidden, lazy } = page;

  // --- Events: captured from the window down, heard at the target, bubbled up again.
  const listeners = new WeakMap();
  const of = (target) => { let all = listeners.get(target); if (!all) listeners.set(target, all = { __proto__: null }); return all; };
  const captures = (options) => (options !== null && typeof options === 'object' ? !!options.capture : !!options);
  class EventTarget {
    addEventListener(type, listener, options) {
      if (typeof listener !== 'function' && (listener === null || typeof listener !== 'object')) return;
      const target = this ?? g;
      const all = of(target);
      const list = all[type] || (all[type] = []);
      const capture = captures(options);
      const signal = options && options.signal;
      if ((signal && signal.aborted) || list.some((known) => known.listener === listener && known.capture === capture)) return;
      list.push({ listener, capture, once: !!(options && options.once), passive: !!(options && options.passive) });
      if (signal) signal.addEventListener('abort', () => target.removeEventListener(type, listener, capture));
    }
    removeEventListener(type, listener, options) {
      const all = of(this ?? g);
      const capture = captures(options);
      if (all[type]) all[type] = all[type].filter((known) => known.listener !== listener || known.capture !== capture);
    }
    dispatchEvent(event) {
      if (!(event instanceof Event)) throw new TypeError('dispatchEvent takes an Event');
      return page.send(this ?? g, event);
    }
  }
  class Event {
    constructor(type, init) {
      if (arguments.length === 0) throw new TypeError('an Event needs a type');
      this.type = String(type);
      this.bubbles = !!(init && init.bubbles);
      this.cancelable = !!(init && init.cancelable);
      this.composed = !!(init && init.composed);
      this.defaultPrevented = false;
      this.isTrusted = false;
      this.timeStamp = page.now - page.opened;
      this.eventPhase = 0;
      this.target = this.currentTarget = null;
    }
    get srcElement() { return this.target; }
    get returnValue() { return !this.defaultPrevented; }
    set returnValue(value) { if (value === false) this.preventDefault(); }
    get cancelBubble() { return !!this[HALTED]; }
    set cancelBubble(value) { if (value) this.stopPropagation(); }
    preventDefault() { if (this.cancelable && !this[PASSIVE]) this.defaultPrevented = true; }
    stopPropagation() { this[HALTED] = true; }
    stopImmediatePropagation() { this[HALTED] = this[STOPPED] = true; }
    composedPath() { return this.eventPhase ? pathOf(this.target, this) : []; }
    initEvent(type, bubbles, cancelable) { this.type = String(type); this.bubbles = !!bubbles; this.cancelable = !!cancelable; }
  }
  const [HALTED, STOPPED, PASSIVE] = [Symbol('halted'), Symbol('stopped'), Symbol('passive')];
  const pathOf = (target, event) => {
    const path = [];
    for (let node = target; node; node = node.parentNode) path.push(node);
    if (path[path.length - 1] === page.document && target !== g && event.type !== 'load') path.push(g);
    return path;
  };
  const hear = (target, event, phase) => {
    event.currentTarget = target;
    event.eventPhase = phase;
    const all = of(target)[event.type] || [];
    for (const known of all.slice()) {
      if (event[STOPPED]) return;
      if (phase === 1 ? !known.capture : phase === 3 && known.capture) continue;
      if (!of(target)[event.type].includes(known)) continue;
      const { listener } = known;
      if (known.once) target.removeEventListener(event.type, listener, known.capture);
      event[PASSIVE] = known.passive;
      try {
        if (typeof listener === 'function') listener.call(target, event);
        else listener.handleEvent(event);
      } catch (error) { host.report(error); }
      event[PASSIVE] = false;
    }
    if (phase === 1 || event[STOPPED]) return;
    const own = page.attributeHandler && target !== g ? page.attributeHandler(target, 'on' + event.type) : target['on' + event.type];
    if (typeof own !== 'function') return;
    try { if (own.call(target, event) === false) event.preventDefault(); } catch (error) { host.report(error); }
  };
  page.send = (target, event) => {
    event.target = target;
    const path = pathOf(target, event);
    for (let i = path.length - 1; i > 0 && !event[HALTED]; i--) hear(path[i], event, 1);
    if (!event[HALTED]) hear(target, event, 2);
    if (event.bubbles) for (let i = 1; i < path.length && !event[HALTED]; i++) hear(path[i], event, 3);
    event.eventPhase = 0;
    event.currentTarget = null;
    event[HALTED] = event[STOPPED] = false;
    return !event.defaultPrevented;
  };
  page.opened = page.now;
  hidden('Event', Event);
  hidden('EventTarget', EventTarget);
  hidden('CustomEvent', class CustomEvent extends Event {
    constructor(type, init) { super(type, init); this.detail = init && 'detail' in init ? init.detail : null; }
    initCustomEvent(type, bubbles, cancelable, detail) { this.initEvent(type, bubbles, cancelable); this.detail = detail; }
  });
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent']) hidden(name, EventTarget.prototype[name]);
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
  page.message = (data, origin, source) => page.send(g, Object.assign(new Event('message'), { data, origin, source, lastEventId: '', ports: [] }));
  page.incoming = (data) => page.message(data, host.origin, parent);
  hidden('postMessage', function postMessage(message) { page.later(() => page.message(message, location.origin, g)); });
  for (const name of ['window', 'self', 'frames']) hidden(name, g);
  hidden('parent', parent);
  hidden('top', parent);
  hidden('opener', null);
  hidden('name', '');
  const [origin, path, search] = host.address;
  const here = page.address = { origin, path, search, hash: '' };
  page.navigate = (to, name, replaces = false) => { page.load('history'); page.go(String(to), name ?? 'leaving the page for ' + JSON.stringify(String(to)), replaces); };
  const location = {
    get href() { return origin + here.path + here.search + here.hash; },
    set href(to) { page.navigate(to); },
    get protocol() { return 'https:'; },
    get host() { return origin.slice(8); },
    get hostname() { return origin.slice(8); },
    get port() { return ''; },
    get origin() { return origin; },
    get pathname() { return here.path; },
    set pathname(to) { page.navigate(String(to).replace(/^(?!\/)/, '/')); },
    get search() { return here.search; },
    set search(to) { page.navigate(String(to).replace(/^(?!\?)/, '?')); },
    get hash() { return here.hash; },
    set hash(to) { page.navigate(String(to).replace(/^(?!#)/, '#')); },
    assign(to) { page.navigate(to); },
    replace(to) { page.navigate(to, undefined, true); },
    reload() { page.unsupported('location.reload'); },
    toString() { return this.href; },
  };
  Object.defineProperty(g, 'location', { get: () => location, set(to) { page.navigate(to); }, enumerable: true });
  lazy('document', () => { page.load('dom'); return page.document; });
  // An element is there under its ID, wherever it came from, unless the window has something of that name, as browsers' own windows have these.
  // It is looked up when it is asked for, behind all that is the window's own: what a script calls so hides it.
  const windows = ' closed event external length name origin status ';
  page.named = (name) => {
    if (name === '' || name in g || windows.includes(' ' + name + ' ')) return;
    if (!page.names) Object.setPrototypeOf(g, page.names = Object.create(Object.getPrototypeOf(g)));
    Object.defineProperty(page.names, name, { configurable: true, get() { return document.getElementById(name) ?? undefined; }, set(value) { hidden(name, value); } });
  };
  host.named.forEach(page.named);

  // --- The page's life.
  page.ready = (what) => {
    if (what === 'loaded') {
      if (page.document) page.send(page.document, new Event('DOMContentLoaded', { bubbles: true }));
      else page.send(g, new Event('DOMContentLoaded'));
      return;
    }
    page.readyState = what;
    if (page.document) page.send(page.document, new Event('readystatechange'));
    if (what !== 'complete') return;
    if (page.settle) page.settle();
    page.send(g, new Event('load'));
  };
  page.unload = () => {
    for (const type of ['beforeunload', 'pagehide', 'unload']) page.send(g, new Event(type));
  };
})
