// The document: made when the page first asks for it, from the markup of its HTML. Elements, text, selectors, attributes, events; no layout.
(function (host, page) {
  'use strict';
  const g = globalThis;
  const empty = ' area base br col embed hr img input link meta source track wbr ';
  const closesItself = { li: ' li ', option: ' option ', tr: ' tr ', td: ' td th ', th: ' td th ', p: ' p ' };
  const methods = ' getBoundingClientRect getClientRects scrollIntoView scrollTo animate attachShadow requestFullscreen insertAdjacentHTML insertAdjacentElement '
    + 'insertAdjacentText replaceChildren before after toggleAttribute setAttributeNS getAttributeNode showModal select setSelectionRange submit reset '
    + 'checkValidity reportValidity play pause getContext normalize compareDocumentPosition ';
  const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const quote = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

  class Node {
    constructor() { this.parentNode = null; this.childNodes = []; }
    get parentElement() { return this.parentNode instanceof Element ? this.parentNode : null; }
    get firstChild() { return this.childNodes[0] || null; }
    get lastChild() { return this.childNodes[this.childNodes.length - 1] || null; }
    get isConnected() { let node = this; while (node.parentNode) node = node.parentNode; return node === document; }
    get ownerDocument() { return document; }
    get nextSibling() { return beside(this, 1); }
    get previousSibling() { return beside(this, -1); }
    hasChildNodes() { return this.childNodes.length > 0; }
    contains(node) { while (node) { if (node === this) return true; node = node.parentNode; } return false; }
    remove() { if (this.parentNode) this.parentNode.removeChild(this); }
    appendChild(node) { return this.insertBefore(node, null); }
    insertBefore(node, mark) {
      if (!(node instanceof Node)) throw new TypeError('appendChild takes a node');
      if (node.contains(this)) throw new TypeError('a node cannot be put into itself');
      if (node instanceof Fragment) { for (const child of node.childNodes.slice()) this.insertBefore(child, mark); return node; }
      node.remove();
      const at = mark ? this.childNodes.indexOf(mark) : -1;
      this.childNodes.splice(at < 0 ? this.childNodes.length : at, 0, node);
      node.parentNode = this;
      return node;
    }
    removeChild(node) {
      const at = this.childNodes.indexOf(node);
      if (at < 0) throw new TypeError('the node to be removed is not a child of this node');
      this.childNodes.splice(at, 1);
      node.parentNode = null;
      return node;
    }
    replaceChild(node, old) { this.insertBefore(node, old); return this.removeChild(old); }
    append(...nodes) { for (const node of nodes) this.appendChild(node instanceof Node ? node : new Text(String(node))); }
    prepend(...nodes) { const first = this.firstChild; for (const node of nodes) this.insertBefore(node instanceof Node ? node : new Text(String(node)), first); }
    get textContent() { let text = ''; for (const child of this.childNodes) text += child.textContent; return text; }
    set textContent(text) { clear(this); if (text !== null && text !== '') this.appendChild(new Text(String(text))); }
    dispatchEvent(event) {
      event.target = this;
      for (let node = this; node; node = node.parentNode) {
        event.currentTarget = node;
        page.dispatch(node, event);
        if (!event.bubbles || event.halted) return !event.defaultPrevented;
      }
      event.currentTarget = g;
      page.dispatch(g, event);
      return !event.defaultPrevented;
    }
  }
  Node.prototype.addEventListener = page.on;
  Node.prototype.removeEventListener = page.off;
  const beside = (node, step) => { const all = node.parentNode && node.parentNode.childNodes; return (all && all[all.indexOf(node) + step]) || null; };
  const clear = (node) => { for (const child of node.childNodes) child.parentNode = null; node.childNodes = []; };

  class Text extends Node {
    constructor(data) { super(); this.data = data; this.nodeType = 3; this.nodeName = '#text'; }
    get textContent() { return this.data; }
    set textContent(text) { this.data = String(text); }
    get nodeValue() { return this.data; }
    set nodeValue(text) { this.data = String(text); }
    cloneNode() { return new Text(this.data); }
  }
  class Fragment extends Node { constructor() { super(); this.nodeType = 11; this.nodeName = '#document-fragment'; } }

  class ClassList {
    constructor(element) { this.element = element; }
    get all() { return this.element.className.split(/\s+/).filter(Boolean); }
    set all(names) { this.element.className = names.join(' '); }
    get length() { return this.all.length; }
    contains(name) { return this.all.includes(name); }
    add(...names) { this.all = [...new Set([...this.all, ...names])]; }
    remove(...names) { this.all = this.all.filter((name) => !names.includes(name)); }
    toggle(name, force) { const on = force === undefined ? !this.contains(name) : !!force; if (on) this.add(name); else this.remove(name); return on; }
    replace(old, name) { const had = this.contains(old); if (had) this.all = this.all.map((one) => (one === old ? name : one)); return had; }
    item(n) { return this.all[n] ?? null; }
    toString() { return this.element.className; }
    [Symbol.iterator]() { return this.all[Symbol.iterator](); }
  }
  const kebab = (name) => name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());
  const styleOf = () => {
    const held = {};
    const camel = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
    const calls = { setProperty(name, value) { held[camel(name)] = String(value); }, getPropertyValue: (name) => held[camel(name)] ?? '', removeProperty(name) { delete held[camel(name)]; } };
    const text = () => Object.keys(held).map((name) => kebab(name) + ': ' + held[name] + ';').join(' ');
    const read = (css) => { for (const part of String(css).split(';')) { const at = part.indexOf(':'); if (at > 0) held[camel(part.slice(0, at).trim())] = part.slice(at + 1).trim(); } };
    return new Proxy(held, {
      get: (_, key) => (key === 'cssText' ? text() : key in calls ? calls[key] : held[key] ?? ''),
      set(_, key, value) { if (key === 'cssText') { for (const name in held) delete held[name]; read(value); } else held[camel(String(key))] = String(value); return true; },
    });
  };

  const text = (name, attribute = name) => ({ get() { return this.getAttribute(attribute) ?? ''; }, set(value) { this.setAttribute(attribute, value); }, configurable: true });
  const flag = (name) => ({ get() { return this.hasAttribute(name); }, set(on) { if (on) this.setAttribute(name, ''); else this.removeAttribute(name); }, configurable: true });
  class Element extends Node {
    constructor(tag) { super(); this.nodeType = 1; this.localName = tag; this.tagName = this.nodeName = tag.toUpperCase(); this.held = new Map(); }
    getAttribute(name) { return this.held.get(String(name).toLowerCase()) ?? null; }
    setAttribute(name, value) { this.held.set(String(name).toLowerCase(), String(value)); }
    removeAttribute(name) { this.held.delete(String(name).toLowerCase()); }
    hasAttribute(name) { return this.held.has(String(name).toLowerCase()); }
    getAttributeNames() { return [...this.held.keys()]; }
    get attributes() { return [...this.held].map(([name, value]) => ({ name, value })); }
    get children() { return this.childNodes.filter((node) => node instanceof Element); }
    get childElementCount() { return this.children.length; }
    get firstElementChild() { return this.children[0] || null; }
    get lastElementChild() { return this.children.pop() || null; }
    get nextElementSibling() { let node = this; do node = node.nextSibling; while (node && !(node instanceof Element)); return node; }
    get previousElementSibling() { let node = this; do node = node.previousSibling; while (node && !(node instanceof Element)); return node; }
    get classList() { return new ClassList(this); }
    get style() { const style = styleOf(); style.cssText = this.getAttribute('style') ?? ''; Object.defineProperty(this, 'style', { value: style, configurable: true }); return style; }
    get dataset() {
      const name = (key) => 'data-' + kebab(String(key));
      return new Proxy({}, {
        get: (_, key) => (typeof key === 'string' ? this.getAttribute(name(key)) ?? undefined : undefined),
        set: (_, key, value) => { this.setAttribute(name(key), value); return true; },
        has: (_, key) => this.hasAttribute(name(key)),
        deleteProperty: (_, key) => { this.removeAttribute(name(key)); return true; },
      });
    }
    get innerText() { return this.textContent; }
    set innerText(value) { this.textContent = value; }
    get innerHTML() { return this.childNodes.map((node) => (node instanceof Element ? node.outerHTML : escape(node.textContent))).join(''); }
    set innerHTML(html) { clear(this); build(this, host.markup(String(html))); }
    get outerHTML() {
      let start = '<' + this.localName;
      for (const [name, value] of this.held) start += ' ' + name + '="' + quote(value) + '"';
      return empty.includes(' ' + this.localName + ' ') ? start + '>' : start + '>' + this.innerHTML + '</' + this.localName + '>';
    }
    get value() {
      if (this.typed !== undefined) return this.typed;
      if (this.localName === 'textarea') return this.textContent;
      if (this.localName === 'select') { const all = this.querySelectorAll('option'); const chosen = all.find((one) => one.selected) || all[0]; return chosen ? chosen.value : ''; }
      return this.getAttribute('value') ?? (this.localName === 'option' ? this.textContent : '');
    }
    set value(value) {
      if (this.localName === 'select') for (const one of this.querySelectorAll('option')) one.selected = one.value === String(value);
      else this.typed = value === null ? '' : String(value);
    }
    get options() { return this.querySelectorAll('option'); }
    get selectedIndex() { return this.options.findIndex((one) => one.selected); }
    get offsetWidth() { return 0; }
    get offsetHeight() { return 0; }
    get clientWidth() { return 0; }
    get clientHeight() { return 0; }
    click() { this.dispatchEvent(new g.Event('click', { bubbles: true })); }
    focus() { document.activeElement = this; }
    blur() { document.activeElement = document.body; }
    cloneNode(deep) {
      const copy = new Element(this.localName);
      for (const [name, value] of this.held) copy.held.set(name, value);
      if (deep) for (const child of this.childNodes) copy.appendChild(child.cloneNode(true));
      return copy;
    }
    matches(selector) { return matcher(selector)(this); }
    closest(selector) { const fits = matcher(selector); let node = this; while (node instanceof Element) { if (fits(node)) return node; node = node.parentNode; } return null; }
  }
  for (const name of ['id', 'title', 'href', 'src', 'type', 'name', 'placeholder', 'alt', 'rel', 'target', 'lang']) Object.defineProperty(Element.prototype, name, text(name));
  Object.defineProperty(Element.prototype, 'className', text('className', 'class'));
  Object.defineProperty(Element.prototype, 'htmlFor', text('htmlFor', 'for'));
  for (const name of ['checked', 'disabled', 'hidden', 'selected', 'required', 'multiple']) Object.defineProperty(Element.prototype, name, flag(name));
  Object.defineProperty(Element.prototype, 'readOnly', flag('readonly'));

  // --- Selectors: lists, descendants and children of type, #id, .class and [attribute] parts.
  const part = /^(?:([a-z][\w-]*|\*)|#([\w-]+)|\.([\w-]+)|\[\s*([\w-]+)\s*(?:([~^$*|]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]\s]+))\s*)?\]|:(checked|disabled|first-child|last-child))/i;
  const tests = { '=': (a, b) => a === b, '^=': (a, b) => a.startsWith(b), '$=': (a, b) => a.endsWith(b), '*=': (a, b) => a.includes(b), '~=': (a, b) => a.split(/\s+/).includes(b), '|=': (a, b) => a === b || a.startsWith(b + '-') };
  function compound(source, whole) {
    const checks = [];
    while (source) {
      const m = part.exec(source);
      if (!m) page.unsupported('the selector ' + JSON.stringify(whole));
      source = source.slice(m[0].length);
      const [, tag, id, name, attribute, how, q1, q2, q3, state] = m;
      if (tag) checks.push((e) => tag === '*' || e.localName === tag.toLowerCase());
      else if (id) checks.push((e) => e.id === id);
      else if (name) checks.push((e) => e.classList.contains(name));
      else if (state === 'checked' || state === 'disabled') checks.push((e) => e[state]);
      else if (state) checks.push((e) => e.parentNode !== null && e.parentNode.children.at(state === 'first-child' ? 0 : -1) === e);
      else checks.push((e) => { const value = e.getAttribute(attribute); return value !== null && (!how || tests[how](value, q1 ?? q2 ?? q3)); });
    }
    return (e) => checks.every((check) => check(e));
  }
  function matcher(selector) {
    const whole = String(selector);
    const lists = whole.split(',').map((one) => {
      const steps = one.trim().replace(/\s*>\s*/g, ' > ').split(/\s+/);
      if (steps[0] === '' || steps[0] === '>') page.unsupported('the selector ' + JSON.stringify(whole));
      return steps.map((step) => (step === '>' ? step : compound(step, whole)));
    });
    const fits = (steps, at, e) => {
      if (!steps[at](e)) return false;
      if (at === 0) return true;
      if (steps[at - 1] === '>') return e.parentNode instanceof Element && fits(steps, at - 2, e.parentNode);
      for (let up = e.parentNode; up instanceof Element; up = up.parentNode) if (fits(steps, at - 1, up)) return true;
      return false;
    };
    return (e) => lists.some((steps) => fits(steps, steps.length - 1, e));
  }
  function* below(node) { for (const child of node.childNodes) { if (child instanceof Element) { yield child; yield* below(child); } } }
  const first = (node, fits) => { for (const e of below(node)) if (fits(e)) return e; return null; };
  const queries = {
    querySelector(selector) { return first(this, matcher(selector)); },
    querySelectorAll(selector) { return [...below(this)].filter(matcher(selector)); },
    getElementsByTagName(tag) { return [...below(this)].filter((e) => tag === '*' || e.localName === tag.toLowerCase()); },
    getElementsByClassName(names) { return [...below(this)].filter((e) => names.trim().split(/\s+/).every((name) => e.classList.contains(name))); },
  };
  for (const name in queries) for (const kind of [Element, Fragment]) Object.defineProperty(kind.prototype, name, { value: queries[name], configurable: true, writable: true });
  Object.setPrototypeOf(Node.prototype, page.lacking('element', methods));

  // --- The tree.
  function build(root, markup) {
    let open = root;
    for (const piece of markup) {
      if (typeof piece === 'string') { open.appendChild(new Text(piece)); continue; }
      const [tag, attributes] = piece;
      if (attributes) {
        if (closesItself[tag] && open !== root && closesItself[tag].includes(' ' + open.localName + ' ')) open = open.parentNode;
        const element = new Element(tag);
        for (const [name, value] of attributes) element.held.set(name, value);
        open.childNodes.push(element);
        element.parentNode = open;
        if (!empty.includes(' ' + tag + ' ')) open = element;
      } else {
        let up = open;
        while (up !== root && up.localName !== tag) up = up.parentNode;
        if (up !== root) open = up.parentNode;
      }
    }
  }
  const document = new Node();
  document.nodeType = 9;
  document.nodeName = '#document';
  const loose = new Fragment();
  build(loose, host.markup());
  const take = (tag) => first(loose, (e) => e.localName === tag) || new Element(tag);
  const [html, head, body] = [take('html'), take('head'), take('body')];
  document.appendChild(html);
  html.insertBefore(head, html.firstChild);
  html.appendChild(body);
  body.append(...html.childNodes.filter((node) => node !== head && node !== body && node.localName !== 'head' && node.textContent.trim() + (node.localName || '')));
  for (const node of loose.childNodes.slice()) ('title meta link base style'.split(' ').includes(node.localName) ? head : body).appendChild(node);
  const readers = {
    documentElement: () => html, head: () => head, body: () => body, defaultView: () => g, location: () => g.location, URL: () => g.location.href,
    readyState: () => page.readyState, cookie: () => page.unsupported('document.cookie'), referrer: () => '', visibilityState: () => 'visible', forms: () => document.getElementsByTagName('form'),
  };
  for (const name in readers) Object.defineProperty(document, name, { get: readers[name], configurable: true });
  Object.defineProperty(document, 'title', { get: () => (first(document, (e) => e.localName === 'title') || { textContent: '' }).textContent.trim(),
    set(value) { const title = first(document, (e) => e.localName === 'title') || head.appendChild(new Element('title')); title.textContent = value; } });
  Object.assign(document, queries, {
    activeElement: body,
    getElementById: (id) => first(document, (e) => e.id === String(id)),
    getElementsByName: (name) => document.querySelectorAll('[name=' + JSON.stringify(String(name)) + ']'),
    createElement: (tag) => new Element(String(tag).toLowerCase()),
    createTextNode: (data) => new Text(String(data)),
    createDocumentFragment: () => new Fragment(),
    createEvent: () => { const event = new g.Event(''); event.initEvent = (type, bubbles) => { event.type = type; event.bubbles = !!bubbles; }; return event; },
    hasFocus: () => true,
  });
  for (const name of 'write writeln execCommand createRange createTreeWalker createElementNS createComment importNode adoptNode elementFromPoint evaluate open close'.split(' ')) {
    document[name] = page.standIn('document.' + name);
  }
  for (const [name, value] of [['Node', Node], ['Element', Element], ['HTMLElement', Element], ['Text', Text], ['DocumentFragment', Fragment]]) {
    Object.defineProperty(g, name, { value, writable: true, configurable: true });
  }
  page.document = document;
  return document;
})
