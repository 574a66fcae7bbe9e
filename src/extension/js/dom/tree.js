// The document's tree: nodes, their order, and how they come from markup. No layout.
(function (host, page) {
  'use strict';
  page.load('lacks');
  const g = globalThis;
  const dom = page.dom = { __proto__: null };
  const UP = Symbol('parent');
  const KIDS = Symbol('children');
  const DATA = Symbol('data');
  Object.defineProperty(dom, 'URL', { get() { page.load('url'); return page.made.URL; } });
  dom.refuse = (name, text) => { throw new DOMException(text, name); };

  // --- Lists that show what is there now, and lists that stay as they are.
  class NodeList {
    item(n) { return this[n] ?? null; }
    forEach(run, self) { for (let i = 0; i < this.length; i++) run.call(self, this[i], i, this); }
    *entries() { for (let i = 0; i < this.length; i++) yield [i, this[i]]; }
    *keys() { for (let i = 0; i < this.length; i++) yield i; }
    *values() { for (let i = 0; i < this.length; i++) yield this[i]; }
    [Symbol.iterator]() { return this.values(); }
  }
  class HTMLCollection {
    item(n) { return this[n] ?? null; }
    namedItem(name) { for (const e of this) if (e.id === name || e.getAttribute('name') === name) return e; return null; }
    *[Symbol.iterator]() { for (let i = 0; i < this.length; i++) yield this[i]; }
  }
  dom.list = (items, Kind = NodeList) => {
    const list = new Kind();
    for (let i = 0; i < items.length; i++) list[i] = items[i];
    Object.defineProperty(list, 'length', { value: items.length });
    return list;
  };
  dom.live = (Kind, items) => new Proxy(new Kind(), {
    get(target, key) {
      if (typeof key === 'symbol') return target[key];
      if (key === 'length') return items().length;
      if (/^\d+$/.test(key)) return items()[key];
      return target[key] ?? (target instanceof HTMLCollection ? target.namedItem.call(dom.list(items()), key) ?? undefined : undefined);
    },
    has: (target, key) => key in target || key === 'length' || key in items(),
    ownKeys: () => Object.keys(items()),
    getOwnPropertyDescriptor: (_, key) => { const value = items()[key]; return value && { value, enumerable: true, configurable: true }; },
  });
  class HTMLFormControlsCollection extends HTMLCollection {
    namedItem(name) { const all = [...this].filter((e) => e.id === name || e.getAttribute('name') === name); return all.length > 1 ? dom.list(all) : all[0] ?? null; }
  }
  dom.controls = (items) => dom.live(HTMLFormControlsCollection, items);
  dom.collection = (items) => dom.live(HTMLCollection, items);

  class Node extends EventTarget {
    constructor() { super(); this[UP] = null; this[KIDS] = []; }
    get parentNode() { return this[UP]; }
    get parentElement() { return this[UP] instanceof dom.Element ? this[UP] : null; }
    get childNodes() { const value = dom.live(NodeList, () => this[KIDS]); Object.defineProperty(this, 'childNodes', { value, configurable: true }); return value; }
    get firstChild() { return this[KIDS][0] || null; }
    get lastChild() { return this[KIDS][this[KIDS].length - 1] || null; }
    get isConnected() { return this.getRootNode() === page.document; }
    get ownerDocument() { return page.document; }
    get nextSibling() { return beside(this, 1); }
    get previousSibling() { return beside(this, -1); }
    get nodeValue() { return null; }
    get baseURI() { return g.location.href; }
    getRootNode() { let node = this; while (node[UP]) node = node[UP]; return node; }
    hasChildNodes() { return this[KIDS].length > 0; }
    contains(node) { for (; node; node = node[UP]) if (node === this) return true; return false; }
    isSameNode(node) { return node === this; }
    isEqualNode(node) { return node === this || (!!node && node.nodeType === this.nodeType && dom.html([node]) === dom.html([this])); }
    compareDocumentPosition(other) {
      if (other === this) return 0;
      const [mine, its] = [line(this), line(other)];
      if (mine[0] !== its[0]) return 35;
      let at = 0;
      while (mine[at] && mine[at] === its[at]) at++;
      if (!mine[at]) return 20;
      if (!its[at]) return 10;
      const kids = mine[at - 1][KIDS];
      return kids.indexOf(mine[at]) < kids.indexOf(its[at]) ? 4 : 2;
    }
    remove() { if (this[UP]) this[UP].removeChild(this); }
    appendChild(node) { return this.insertBefore(node, null); }
    insertBefore(node, mark) {
      if (!(node instanceof Node)) throw new TypeError('insertBefore takes a Node');
      if (mark && mark[UP] !== this) dom.refuse('NotFoundError', 'the node before which to insert is not a child of this node');
      if (node.contains(this)) dom.refuse('HierarchyRequestError', 'a node cannot be put into itself');
      if (this instanceof CharacterData) dom.refuse('HierarchyRequestError', 'a text has no children');
      if (mark === node) return node;
      const fresh = loosen(node);
      const kids = this[KIDS];
      const at = mark ? kids.indexOf(mark) : kids.length;
      kids.splice(at, 0, ...fresh);
      for (const child of fresh) child[UP] = this;
      tell(this, fresh, [], kids[at - 1], mark);
      if (dom.inserted) fresh.forEach(dom.inserted);
      return node;
    }
    removeChild(node) {
      const at = this[KIDS].indexOf(node);
      if (at < 0) dom.refuse('NotFoundError', 'the node to be removed is not a child of this node');
      this[KIDS].splice(at, 1);
      node[UP] = null;
      tell(this, [], [node], this[KIDS][at - 1], this[KIDS][at]);
      return node;
    }
    replaceChild(node, old) { this.insertBefore(node, old); return this.removeChild(old); }
    get textContent() { let text = ''; for (const child of this[KIDS]) if (child.nodeType !== 8) text += child.textContent; return text; }
    set textContent(text) { dom.fill(this, text === null || text === '' ? null : new Text(String(text))); }
    normalize() {
      for (const child of this[KIDS].slice()) {
        const before = child.previousSibling;
        if (child.nodeType !== 3) child.normalize();
        else if (child.data === '') child.remove();
        else if (before && before.nodeType === 3) { before.data += child.data; child.remove(); }
      }
    }
    cloneNode(deep) {
      const copy = this[dom.COPY]();
      if (deep) for (const child of this[KIDS]) put(copy, child.cloneNode(true));
      return copy;
    }
  }
  dom.COPY = Symbol('copy');
  ['ELEMENT', 'ATTRIBUTE', 'TEXT', 'CDATA_SECTION', , , 'PROCESSING_INSTRUCTION', 'COMMENT', 'DOCUMENT', 'DOCUMENT_TYPE', 'DOCUMENT_FRAGMENT'].forEach((name, at) => {
    for (const it of [Node, Node.prototype]) Object.defineProperty(it, name + '_NODE', { value: at + 1 });
  });
  ['DISCONNECTED', 'PRECEDING', 'FOLLOWING', 'CONTAINS', 'CONTAINED_BY'].forEach((name, at) => {
    for (const it of [Node, Node.prototype]) Object.defineProperty(it, 'DOCUMENT_POSITION_' + name, { value: 1 << at });
  });
  const line = (node) => { const all = []; for (; node; node = node[UP]) all.unshift(node); return all; };
  const beside = (node, step) => { const all = node[UP] && node[UP][KIDS]; return (all && all[all.indexOf(node) + step]) || null; };
  // Whoever watches is told of changes: the part that lets pages watch sets `dom.note`.
  const tell = (target, addedNodes, removedNodes, before, after) => {
    if (dom.note && addedNodes.length + removedNodes.length > 0) dom.note(target, 'childList', { addedNodes, removedNodes, previousSibling: before || null, nextSibling: after || null });
  };
  const clear = (node) => { const old = node[KIDS].slice(); for (const child of old) child[UP] = null; node[KIDS].length = 0; return old; };
  // What is to be put in: a fragment's children, or the node itself, out of where it was.
  const loosen = (node) => {
    if (!(node instanceof DocumentFragment)) { node.remove(); return [node]; }
    const all = clear(node);
    tell(node, [], all);
    return all;
  };
  // One node, or a fragment's, in the place of all that was there.
  dom.fill = (parent, node) => {
    const fresh = node ? loosen(node) : [];
    const old = clear(parent);
    for (const child of fresh) put(parent, child);
    tell(parent, fresh, old);
    if (dom.inserted) fresh.forEach(dom.inserted);
  };
  const put = (parent, child) => { parent[KIDS].push(child); child[UP] = parent; };
  const nodes = (all) => {
    if (all.length === 1 && all[0] instanceof Node) return all[0];
    const fragment = new DocumentFragment();
    for (const one of all) fragment.appendChild(one instanceof Node ? one : new Text(String(one)));
    return fragment;
  };
  dom.kids = (node) => node[KIDS];

  class CharacterData extends Node {
    constructor(data) { super(); this[DATA] = data; }
    get data() { return this[DATA]; }
    set data(text) {
      const oldValue = this[DATA];
      this[DATA] = text === null ? '' : String(text);
      if (dom.note) dom.note(this, 'characterData', { oldValue });
    }
    get length() { return this.data.length; }
    get textContent() { return this.data; }
    set textContent(text) { this.data = String(text ?? ''); }
    get nodeValue() { return this.data; }
    set nodeValue(text) { this.data = String(text ?? ''); }
    appendData(text) { this.data += text; }
    [dom.COPY]() { return new this.constructor(this.data); }
  }
  class Text extends CharacterData {
    constructor(data = '') { super(String(data)); }
    get nodeType() { return 3; }
    get nodeName() { return '#text'; }
    splitText(at) {
      const rest = new Text(this.data.slice(at));
      this.data = this.data.slice(0, at);
      if (this[UP]) this[UP].insertBefore(rest, this.nextSibling);
      return rest;
    }
  }
  class Comment extends CharacterData {
    constructor(data = '') { super(String(data)); }
    get nodeType() { return 8; }
    get nodeName() { return '#comment'; }
  }
  class DocumentFragment extends Node {
    get nodeType() { return 11; }
    get nodeName() { return '#document-fragment'; }
    getElementById(id) { return dom.first(this, (e) => e.getAttribute('id') === String(id)); }
    [dom.COPY]() { return new DocumentFragment(); }
  }

  // --- What parents and what children can do, whichever they are.
  const define = (kinds, calls) => { for (const Kind of kinds) Object.defineProperties(Kind.prototype, Object.getOwnPropertyDescriptors(calls)); };
  dom.define = define;
  dom.parents = {
    get children() { return dom.collection(() => elements(this)); },
    get childElementCount() { return elements(this).length; },
    get firstElementChild() { return elements(this)[0] || null; },
    get lastElementChild() { return elements(this).pop() || null; },
    append(...all) { this.appendChild(nodes(all)); },
    prepend(...all) { this.insertBefore(nodes(all), this.firstChild); },
    replaceChildren(...all) { dom.fill(this, nodes(all)); },
    querySelector(selector) { return dom.first(this, dom.matcher(selector, this)); },
    querySelectorAll(selector) { const fits = dom.matcher(selector, this); return dom.list([...below(this)].filter(fits)); },
    getElementsByTagName(tag) { const name = String(tag).toLowerCase(); return dom.collection(() => [...below(this)].filter((e) => name === '*' || e.localName === name || e.localName === tag)); },
    getElementsByClassName(names) {
      const all = String(names).trim().split(/\s+/);
      return dom.collection(() => [...below(this)].filter((e) => all.every((name) => e.classList.contains(name))));
    },
  };
  dom.children = {
    get nextElementSibling() { let node = this; do node = node.nextSibling; while (node && node.nodeType !== 1); return node; },
    get previousElementSibling() { let node = this; do node = node.previousSibling; while (node && node.nodeType !== 1); return node; },
    before(...all) { if (this[UP]) this[UP].insertBefore(nodes(all), this); },
    after(...all) { if (this[UP]) this[UP].insertBefore(nodes(all), this.nextSibling); },
    replaceWith(...all) { if (this[UP]) this[UP].replaceChild(nodes(all), this); },
  };
  const elements = (node) => node[KIDS].filter((child) => child.nodeType === 1);
  function* below(node) { for (const child of node[KIDS].slice()) { if (child.nodeType === 1) { yield child; yield* below(child); } } }
  dom.below = below;
  dom.first = (node, fits) => { for (const e of below(node)) if (fits(e)) return e; return null; };
  define([DocumentFragment], dom.parents);
  define([CharacterData], dom.children);

  // What a template holds lies in its `content`; that of a meta is a text.
  dom.holder = (node) => (node instanceof dom.HTMLTemplateElement ? node.content : node);

  // --- From markup to a tree, and back.
  class Builder {
    constructor(root) { this.open = [root]; this.at = 0; this.handlers = 0; }
    // Reads on until so many pieces are read; `seen` is told of every element that ends.
    read(markup, until, seen) {
      for (; this.at < until && this.at < markup.length; this.at++) {
        const piece = markup[this.at];
        const open = this.open[this.open.length - 1];
        if (typeof piece === 'string') this.put(open, new Text(piece));
        else if (piece === null) { const done = this.open.pop(); if (seen && done) seen(done.template || done, this.at + 1); }
        else if (!Array.isArray(piece)) this.put(open, new Comment(piece.comment));
        else this.start(open, piece);
      }
    }
    put(open, node) { put(open, node); if (this.page && dom.note) tell(open, [node], [], node.previousSibling); }
    start(open, [tag, attributes]) {
      const above = open.namespaceURI;
      const space = tag === 'svg' || (above === dom.SVG && open.localName !== 'foreignObject') ? dom.SVG : tag === 'math' ? dom.MATHML : dom.HTML;
      const element = dom.make(tag, space);
      for (const [name, value] of attributes) {
        dom.attributes(element).set(name, value);
        if (name === 'id') page.named(value);
        if (name.startsWith('on')) dom.handler(element, name, this.page ? this.handlers++ : undefined);
      }
      this.put(open, element);
      const holder = dom.holder(element);
      if (holder !== element) holder.template = element;
      this.open.push(holder);
    }
  }
  dom.Builder = Builder;
  dom.fragment = (html, context) => {
    const root = new DocumentFragment();
    new Builder(root).read(host.markup(String(html), context), Infinity);
    return root;
  };
  const empty = ' area base br col embed hr img input link meta param source track wbr ';
  const raw = ' script style xmp iframe noembed noframes noscript plaintext ';
  const escape = (text) => text.replace(/&/g, '&amp;').replace(/\u00a0/g, '&nbsp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const quote = (text) => text.replace(/&/g, '&amp;').replace(/\u00a0/g, '&nbsp;').replace(/"/g, '&quot;');
  dom.html = (all) => {
    let html = '';
    for (const node of all) {
      if (node.nodeType === 3) html += node[UP] && raw.includes(' ' + node[UP].localName + ' ') ? node.data : escape(node.data);
      else if (node.nodeType === 8) html += '<!--' + node.data + '-->';
      else if (node.nodeType !== 1) html += dom.html(node[KIDS]);
      else {
        html += '<' + node.localName;
        for (const [name, value] of dom.attributes(node)) html += ' ' + name + '="' + quote(value) + '"';
        html += '>';
        if (!empty.includes(' ' + node.localName + ' ')) html += dom.html(dom.holder(node)[KIDS]) + '</' + node.localName + '>';
      }
    }
    return html;
  };
  dom.HTML = 'http://www.w3.org/1999/xhtml';
  dom.SVG = 'http://www.w3.org/2000/svg';
  dom.MATHML = 'http://www.w3.org/1998/Math/MathML';
  Object.assign(dom, { Node, CharacterData, Text, Comment, DocumentFragment, NodeList, HTMLCollection });
})
