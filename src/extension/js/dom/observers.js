// Watching the tree: what a script changed is told after it, in one list. And markup that is read into a document of its own.
(function (host, page) {
  'use strict';
  const dom = page.dom;
  const watched = new WeakMap();
  const states = new WeakMap();
  const pending = new Set();
  const PLAIN = { previousSibling: null, nextSibling: null, attributeName: null, attributeNamespace: null, oldValue: null };

  class MutationRecord {
    constructor(type, target, about) { Object.assign(this, { type, target }, PLAIN, about, { addedNodes: dom.list(about.addedNodes || []), removedNodes: dom.list(about.removedNodes || []) }); }
  }
  class MutationObserver {
    constructor(callback) {
      if (typeof callback !== 'function') throw new TypeError('a MutationObserver takes a function');
      states.set(this, { callback, records: [], nodes: new Set() });
    }
    observe(target, init) {
      if (!(target instanceof dom.Node)) throw new TypeError('observe takes a Node');
      const options = { ...init };
      if (options.attributeOldValue !== undefined || options.attributeFilter !== undefined) options.attributes ??= true;
      if (options.characterDataOldValue !== undefined) options.characterData ??= true;
      if (!options.childList && !options.attributes && !options.characterData) throw new TypeError('observe needs childList, attributes or characterData to be true');
      if (options.attributeFilter) options.attributeFilter = [...options.attributeFilter].map(String);
      if (!watched.has(target)) watched.set(target, new Map());
      watched.get(target).set(this, options);
      states.get(this).nodes.add(target);
      dom.note = note;
    }
    disconnect() {
      const state = states.get(this);
      for (const node of state.nodes) watched.get(node).delete(this);
      state.nodes.clear();
      state.records = [];
    }
    takeRecords() { const state = states.get(this); const { records } = state; state.records = []; return records; }
  }
  const note = (target, type, about) => {
    const due = new Map();
    for (let node = target; node; node = node.parentNode) {
      for (const [observer, options] of watched.get(node) || []) {
        if (!options[type] || (node !== target && !options.subtree)) continue;
        if (type === 'attributes' && options.attributeFilter && !options.attributeFilter.includes(about.attributeName)) continue;
        due.set(observer, due.get(observer) || !!options[type === 'attributes' ? 'attributeOldValue' : 'characterDataOldValue']);
      }
    }
    for (const [observer, wantsOld] of due) {
      states.get(observer).records.push(new MutationRecord(type, target, wantsOld ? about : { ...about, oldValue: null }));
      pending.add(observer);
    }
    if (due.size > 0) soon();
  };
  let waits = false;
  const soon = async () => {
    if (waits) return;
    waits = true;
    await undefined;
    waits = false;
    const all = [...pending];
    pending.clear();
    for (const observer of all) {
      const records = observer.takeRecords();
      if (records.length === 0) continue;
      try { states.get(observer).callback.call(observer, records, observer); } catch (error) { host.report(error); }
    }
  };

  class DOMParser {
    parseFromString(text, type) {
      if (/^(text|application)\/xml$|^(application\/xhtml|image\/svg)\+xml$/.test(type)) page.unsupported('DOMParser with ' + type);
      if (type !== 'text/html') throw new TypeError(JSON.stringify(String(type)) + ' is no type that a DOMParser reads; write "text/html"');
      const other = dom.inert('');
      dom.quietly(() => dom.fill(other.documentElement, dom.fragment(text, 'html')));
      return other;
    }
  }
  Object.assign(page.made, { DOMParser, MutationObserver, MutationRecord });

  // --- All of the document's kinds, as the window has them.
  for (const name of Object.keys(dom)) if (/^[A-Z]/.test(name) && typeof dom[name] === 'function') page.made[name] = dom[name];
  for (const name of ['HTMLDocument', ...Object.keys(page.made)]) {
    const Kind = page.made[name];
    if (typeof Kind === 'function' && Kind.prototype && !Object.hasOwn(Kind.prototype, Symbol.toStringTag)) Object.defineProperty(Kind.prototype, Symbol.toStringTag, { value: name, configurable: true });
  }
})
