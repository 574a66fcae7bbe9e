// Elements: attributes and what reflects them, classes, styles, data.
(function (host, page) {
  'use strict';
  const g = globalThis;
  const dom = page.dom;
  const { Node } = dom;
  const [HELD, TAG, SPACE, ON] = [Symbol('attributes'), Symbol('tag'), Symbol('namespace'), Symbol('handlers')];
  dom.attributes = (element) => element[HELD];

  class DOMTokenList {
    constructor(element, attribute, known) { Object.defineProperties(this, { element: { value: element }, attribute: { value: attribute }, known: { value: known } }); }
    get all() { return [...new Set(this.value.split(/\s+/).filter(Boolean))]; }
    set all(names) { this.value = names.join(' '); }
    get length() { return this.all.length; }
    get value() { return this.element.getAttribute(this.attribute) ?? ''; }
    set value(text) { this.element.setAttribute(this.attribute, text); }
    supports(name) {
      if (!this.known) throw new TypeError('the attribute ' + this.attribute + ' has no list of supported words');
      return this.known.includes(String(name).toLowerCase());
    }
    contains(name) { return this.all.includes(String(name)); }
    add(...names) { this.all = [...new Set([...this.all, ...names.map(token)])]; }
    remove(...names) { names = names.map(token); this.all = this.all.filter((name) => !names.includes(name)); }
    toggle(name, force) { const on = force === undefined ? !this.contains(name) : !!force; if (on) this.add(name); else this.remove(name); return on; }
    replace(old, name) { const had = this.contains(old); if (had) this.all = this.all.map((one) => (one === old ? token(name) : one)); return had; }
    item(n) { return this.all[n] ?? null; }
    forEach(run, self) { this.all.forEach((name, at) => run.call(self, name, at, this)); }
    toString() { return this.value; }
    [Symbol.iterator]() { return this.all[Symbol.iterator](); }
  }
  const tokens = (element, name, attribute, known) => {
    const value = new DOMTokenList(element, attribute, known);
    Object.defineProperty(element, name, { get: () => value, set(text) { value.value = text; }, configurable: true });
    return value;
  };
  const token = (name) => {
    name = String(name);
    if (name === '') dom.refuse('SyntaxError', 'a class name must not be empty');
    if (/\s/.test(name)) dom.refuse('InvalidCharacterError', 'a class name has no spaces: ' + JSON.stringify(name));
    return name;
  };

  // --- Inline styles stand in the attribute, and are read from it.
  const kebab = (name) => (name === 'cssFloat' ? 'float' : name.startsWith('--') ? name : name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase()).replace(/^(webkit|moz|ms)-/, '-$1-'));
  const parse = (css) => {
    const held = new Map();
    for (const [, name, value] of String(css ?? '').matchAll(/([\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|\([^)]*\)|[^;])*)/g)) held.set(name.startsWith('--') ? name : name.toLowerCase(), value.trim());
    return held;
  };
  const written = (held) => [...held].map(([name, value]) => name + ': ' + value + ';').join(' ');
  class CSSStyleDeclaration {}
  const styleOf = (element) => {
    const read = () => parse(element.getAttribute('style'));
    const change = (name, value, priority) => {
      const held = read();
      value = value === null || value === undefined ? '' : String(value).trim();
      if (value === '') held.delete(name); else held.set(name, priority ? value + ' !' + priority : value);
      if (held.size || element.hasAttribute('style')) element.setAttribute('style', written(held));
    };
    const bare = (value) => (value ?? '').replace(/\s*!important$/, '');
    const calls = {
      setProperty(name, value, priority) { change(String(name).startsWith('--') ? String(name) : String(name).toLowerCase(), value, priority); },
      getPropertyValue: (name) => bare(read().get(String(name).startsWith('--') ? String(name) : String(name).toLowerCase())),
      getPropertyPriority: (name) => (/!important$/.test(read().get(String(name)) ?? '') ? 'important' : ''),
      removeProperty(name) { const old = calls.getPropertyValue(name); change(String(name), ''); return old; },
      item: (n) => [...read().keys()][n] ?? '',
    };
    return new Proxy(new CSSStyleDeclaration(), {
      get(target, key) {
        if (typeof key === 'symbol') return target[key];
        if (key === 'cssText') return written(read());
        if (key === 'length') return read().size;
        if (/^\d+$/.test(key)) return calls.item(key);
        return Object.hasOwn(calls, key) ? calls[key] : key in target ? target[key] : calls.getPropertyValue(kebab(key));
      },
      set(target, key, value) { if (key === 'cssText') element.setAttribute('style', written(parse(value))); else change(kebab(String(key)), value); return true; },
      has: () => true,
      ownKeys: () => [],
    });
  };

  class Element extends Node {
    constructor() {
      super();
      if (!made) throw new TypeError('Illegal constructor');
      [this[TAG], this[SPACE]] = made;
      this[HELD] = new Map();
      made = undefined;
    }
    get nodeType() { return 1; }
    get localName() { return this[TAG]; }
    get namespaceURI() { return this[SPACE]; }
    get prefix() { return null; }
    get tagName() { return this[SPACE] === dom.HTML ? this[TAG].toUpperCase() : this[TAG]; }
    get nodeName() { return this.tagName; }
    getAttribute(name) { return this[HELD].get(lower(name)) ?? this[HELD].get(String(name)) ?? null; }
    setAttribute(name, value) {
      name = this[SPACE] === dom.HTML ? lower(name) : String(name);
      if (!/^[^\s"'<>/=]+$/.test(name)) dom.refuse('InvalidCharacterError', JSON.stringify(name) + ' is no name of an attribute');
      const oldValue = this[HELD].get(name) ?? null;
      this[HELD].set(name, String(value));
      if (name === 'id') { forget(oldValue); page.named(String(value)); }
      else if (name === 'src' && this[TAG] === 'img') dom.picture(this);
      if (name.startsWith('on')) dom.handler(this, name);
      if (dom.note) dom.note(this, 'attributes', { attributeName: name, oldValue });
    }
    removeAttribute(name) {
      name = this[HELD].has(String(name)) ? String(name) : lower(name);
      const oldValue = this[HELD].get(name);
      if (!this[HELD].delete(name)) return;
      if (name === 'id') forget(oldValue);
      if (name.startsWith('on')) dom.handler(this, name);
      if (dom.note) dom.note(this, 'attributes', { attributeName: name, oldValue });
    }
    hasAttribute(name) { return this[HELD].has(lower(name)) || this[HELD].has(String(name)); }
    toggleAttribute(name, force) {
      const on = force === undefined ? !this.hasAttribute(name) : !!force;
      if (!on) this.removeAttribute(name); else if (!this.hasAttribute(name)) this.setAttribute(name, '');
      return on;
    }
    hasAttributes() { return this[HELD].size > 0; }
    getAttributeNames() { return [...this[HELD].keys()]; }
    getAttributeNS(_, name) { return this.getAttribute(name); }
    setAttributeNS(_, name, value) { this.setAttribute(name, value); }
    removeAttributeNS(_, name) { this.removeAttribute(name); }
    hasAttributeNS(_, name) { return this.hasAttribute(name); }
    getAttributeNode(name) { const value = this.getAttribute(name); return value === null ? null : attribute(this, lower(name), value); }
    get attributes() {
      const all = [...this[HELD]].map(([name, value]) => attribute(this, name, value));
      all.getNamedItem = all.item = (key) => (typeof key === 'number' ? all[key] ?? null : this.getAttributeNode(key));
      return all;
    }
    get id() { return this.getAttribute('id') ?? ''; }
    set id(value) { this.setAttribute('id', value); }
    get className() { return this.getAttribute('class') ?? ''; }
    set className(value) { this.setAttribute('class', value); }
    get classList() { return tokens(this, 'classList', 'class'); }
    set classList(names) { this.className = names; }
    get style() { const value = styleOf(this); Object.defineProperty(this, 'style', { get: () => value, set: (css) => { value.cssText = css; }, configurable: true }); return value; }
    set style(css) { this.style.cssText = css; }
    get dataset() {
      const name = (key) => 'data-' + kebab(String(key));
      const key = (name) => name.slice(5).replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
      return new Proxy({}, {
        get: (_, key) => (typeof key === 'string' ? this.getAttribute(name(key)) ?? undefined : undefined),
        set: (_, key, value) => { this.setAttribute(name(key), value); return true; },
        has: (_, key) => this.hasAttribute(name(key)),
        deleteProperty: (_, key) => { this.removeAttribute(name(key)); return true; },
        ownKeys: () => this.getAttributeNames().filter((name) => name.startsWith('data-')).map(key),
        getOwnPropertyDescriptor: (_, key) => (this.hasAttribute(name(key)) ? { value: this.getAttribute(name(key)), writable: true, enumerable: true, configurable: true } : undefined),
      });
    }
    get innerHTML() { return dom.html(dom.kids(dom.holder(this))); }
    set innerHTML(html) { const fresh = dom.fragment(html ?? '', this.localName); dom.quietly(() => dom.fill(dom.holder(this), fresh)); }
    get outerHTML() { return dom.html([this]); }
    set outerHTML(html) { const up = this.parentNode; if (up) dom.quietly(() => up.replaceChild(dom.fragment(html, up.localName || 'body'), this)); }
    insertAdjacentHTML(where, html) { dom.quietly(() => this.insertAdjacent(where, (context) => dom.fragment(html, context.localName || 'body'))); }
    insertAdjacentElement(where, element) { this.insertAdjacent(where, () => element); return element; }
    insertAdjacentText(where, text) { this.insertAdjacent(where, () => new dom.Text(String(text))); }
    matches(selector) { return dom.matcher(selector, this)(this); }
    webkitMatchesSelector(selector) { return this.matches(selector); }
    closest(selector) { const fits = dom.matcher(selector, this); for (let node = this; node instanceof Element; node = node.parentNode) if (fits(node)) return node; return null; }
    get shadowRoot() { return null; }
    [dom.COPY]() {
      const copy = dom.make(this.localName, this[SPACE]);
      for (const [name, value] of this[HELD]) { copy[HELD].set(name, value); if (name.startsWith('on')) dom.handler(copy, name); }
      return copy;
    }
  }
  Object.defineProperty(Element.prototype, 'insertAdjacent', { value(where, make) {
    const [up, place] = [this.parentNode, String(where).toLowerCase()];
    if (place === 'beforebegin') { if (up) up.insertBefore(make(up), this); }
    else if (place === 'afterbegin') this.insertBefore(make(this), this.firstChild);
    else if (place === 'beforeend') this.appendChild(make(this));
    else if (place === 'afterend') { if (up) up.insertBefore(make(up), this.nextSibling); }
    else dom.refuse('SyntaxError', JSON.stringify(where) + ' is no place; write beforebegin, afterbegin, beforeend or afterend');
  } });
  // An ID that nobody has any more is no name of the window's.
  const forget = (id) => { if (id !== null && page.names && Object.hasOwn(page.names, id) && !page.document.getElementById(id)) delete page.names[id]; };
  const lower = (name) => String(name).toLowerCase();
  const attribute = (element, name, value) => ({ name, localName: name, nodeName: name, value, nodeValue: value, specified: true, ownerElement: element, nodeType: 2 });
  dom.define([Element], dom.parents);
  dom.define([Element], dom.children);
  page.lack(Element.prototype, 'element', ['animate', 'getAnimations', 'attachShadow', 'requestFullscreen', 'setPointerCapture', 'checkVisibility']);

  // --- Handlers in attributes. Those of the page are compiled with their places; others when they are first called.
  dom.handler = (element, name, known) => { (element[ON] || (element[ON] = { __proto__: null }))[name] = { known }; };
  page.attributeHandler = (target, name) => {
    const held = target[ON] && target[ON][name];
    if (!held) return target instanceof Node && !Object.hasOwn(target, name) ? undefined : target[name];
    if (!('run' in held)) {
      const code = target.getAttribute(name);
      held.run = null;
      if (code !== null) held.run = held.known !== undefined ? host.handler(held.known) : new Function('event', code);
    }
    return held.run;
  };
  const handled = 'abort blur change click contextmenu copy cut dblclick dragend dragover dragstart drop error focus focusin focusout input invalid keydown keypress keyup load message mousedown '
    + 'mouseenter mouseleave mousemove mouseout mouseover mouseup paste pointerdown pointerup readystatechange reset resize scroll select submit toggle touchend touchmove touchstart unload wheel';
  dom.handlers = (Kind) => {
    for (const type of handled.split(' ')) {
      const name = 'on' + type;
      Object.defineProperty(Kind.prototype, name, { configurable: true, enumerable: true,
        get() { return page.attributeHandler(this, name) ?? null; },
        set(run) { (this[ON] || (this[ON] = { __proto__: null }))[name] = { run: typeof run === 'function' ? run : null }; } });
    }
  };
  dom.handlers(Element);

  // --- Elements of HTML, each of its own class.
  class HTMLElement extends Element {
    get innerText() { return dom.shown(this); }
    set innerText(value) { this.textContent = value; }
    get outerText() { return this.innerText; }
    get tabIndex() { const n = parseInt(this.getAttribute('tabindex')); return n === n ? n : /^(a|button|input|select|textarea)$/.test(this.localName) ? 0 : -1; }
    set tabIndex(n) { this.setAttribute('tabindex', n); }
    get isContentEditable() { const near = this.closest('[contenteditable]'); return !!near && near.getAttribute('contenteditable') !== 'false'; }
    get contentEditable() { return this.getAttribute('contenteditable') ?? 'inherit'; }
    set contentEditable(value) { this.setAttribute('contenteditable', value); }
    get offsetParent() { return null; }
    click() { dom.click(this); }
    focus() { dom.focus(this); }
    blur() { dom.blur(this); }
  }
  class SVGElement extends Element {
    focus() { dom.focus(this); }
    blur() { dom.blur(this); }
    get className() { return { baseVal: this.getAttribute('class') ?? '', toString: () => this.getAttribute('class') ?? '' }; }
    get ownerSVGElement() { return this.parentElement && this.parentElement.closest('svg'); }
  }
  class SVGSVGElement extends SVGElement {}
  const reflect = dom.reflect = (Kind, names, make) => {
    for (const one of names) {
      const [name, as = name.toLowerCase()] = one.split(':');
      Object.defineProperty(Kind.prototype, name, { configurable: true, enumerable: true, ...make(as) });
    }
  };
  dom.text = (name) => ({ get() { return this.getAttribute(name) ?? ''; }, set(value) { this.setAttribute(name, value); } });
  dom.flag = (name) => ({ get() { return this.hasAttribute(name); }, set(on) { this.toggleAttribute(name, !!on); } });
  dom.number = (name) => ({ get() { return parseInt(this.getAttribute(name)) || 0; }, set(value) { this.setAttribute(name, Math.trunc(value) || 0); } });
  dom.address = (name) => ({
    get() { const value = this.getAttribute(name); if (value === null) return ''; try { return new dom.URL(value, g.location.href).href; } catch { return value; } },
    set(value) { this.setAttribute(name, value); },
  });
  // A part of the address that an element names.
  const part = (name) => ({
    get() { try { return new dom.URL(this.href)[name]; } catch { return name === 'protocol' ? ':' : ''; } },
    set(value) { if (name === 'origin') return; try { const url = new dom.URL(this.href); url[name] = value; this.href = url.href; } catch { return; } },
  });
  reflect(HTMLElement, ['title', 'lang', 'dir', 'accessKey', 'slot', 'role'], dom.text);
  reflect(HTMLElement, ['hidden', 'draggable', 'autofocus', 'inert'], dom.flag);
  const kinds = dom.kinds = { __proto__: null };
  dom.kind = (name, tags, Base = HTMLElement) => {
    const Kind = { [name]: class extends Base {} }[name];
    for (const tag of tags.split(' ')) kinds[tag] = Kind;
    return (dom[name] = Kind);
  };
  for (const pair of ('Anchor:a Body:body BR:br Canvas:canvas Div:div Head:head HR:hr Html:html IFrame:iframe Image:img LI:li Legend:legend Link:link Meta:meta OList:ol Paragraph:p Pre:pre '
    + 'Script:script Span:span Style:style Table:table TableCaption:caption TableRow:tr Template:template Title:title UList:ul Dialog:dialog Details:details Progress:progress Area:area Base:base '
    + 'Data:data DataList:datalist DList:dl Embed:embed Font:font Map:map Menu:menu Meter:meter Object:object Param:param Picture:picture Slot:slot Source:source Time:time Track:track').split(' ')) {
    const [name, tag] = pair.split(':');
    dom.kind('HTML' + name + 'Element', tag);
  }
  dom.kind('HTMLHeadingElement', 'h1 h2 h3 h4 h5 h6');
  dom.kind('HTMLTableSectionElement', 'tbody thead tfoot');
  dom.kind('HTMLTableCellElement', 'td th');
  dom.kind('HTMLTableColElement', 'col colgroup');
  dom.kind('HTMLModElement', 'ins del');
  dom.kind('HTMLQuoteElement', 'blockquote q');
  class HTMLMediaElement extends HTMLElement {}
  dom.kind('HTMLVideoElement', 'video', HTMLMediaElement);
  dom.kind('HTMLAudioElement', 'audio', HTMLMediaElement);
  class HTMLUnknownElement extends HTMLElement {}
  // Elements that HTML knows and that have no class of their own; names with a hyphen are the page's.
  const bare = ' abbr address article aside b bdi bdo cite code dd dfn dt em figcaption figure footer header hgroup i kbd main mark nav noscript rp rt ruby s samp search section small strong sub summary sup u var wbr acronym basefont big center nobr noembed noframes plaintext rb rtc strike tt ';
  const kindOf = (tag) => kinds[tag] || (tag.includes('-') || bare.includes(' ' + tag + ' ') ? HTMLElement : HTMLUnknownElement);
  reflect(dom.HTMLAnchorElement, ['target', 'rel', 'download', 'type', 'hreflang'], dom.text);
  for (const Kind of [dom.HTMLAnchorElement, dom.HTMLAreaElement]) {
    reflect(Kind, ['href'], dom.address);
    reflect(Kind, ['protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash', 'origin'], part);
    dom.define([Kind], { toString() { return this.href; }, get relList() { return tokens(this, 'relList', 'rel', ['noopener', 'noreferrer', 'opener']); } });
  }
  reflect(dom.HTMLImageElement, ['alt', 'loading', 'srcset'], dom.text);
  for (const Kind of [dom.HTMLImageElement, dom.HTMLScriptElement, dom.HTMLIFrameElement, dom.HTMLVideoElement, dom.HTMLAudioElement]) reflect(Kind, ['src'], dom.address);
  for (const Kind of [dom.HTMLImageElement, dom.HTMLIFrameElement, dom.HTMLCanvasElement]) reflect(Kind, ['width', 'height'], dom.number);
  reflect(dom.HTMLScriptElement, ['type', 'crossOrigin', 'charset', 'nonce', 'integrity'], dom.text);
  reflect(dom.HTMLScriptElement, ['defer', 'noModule'], dom.flag);
  Object.defineProperty(dom.HTMLScriptElement.prototype, 'async', { get() { return this.getAttribute('async') !== null || this.waits !== true; }, set(on) { this.waits = !on; this.toggleAttribute('async', !!on); }, configurable: true });
  reflect(dom.HTMLLinkElement, ['rel', 'type', 'media', 'as'], dom.text);
  reflect(dom.HTMLLinkElement, ['href'], dom.address);
  reflect(dom.HTMLLinkElement, ['crossOrigin', 'integrity', 'hreflang'], dom.text);
  reflect(dom.HTMLLinkElement, ['disabled'], dom.flag);
  dom.define([dom.HTMLLinkElement], { get relList() { return tokens(this, 'relList', 'rel', ['icon', 'modulepreload', 'preload', 'stylesheet']); } });
  reflect(dom.HTMLStyleElement, ['media', 'type'], dom.text);
  reflect(dom.HTMLMetaElement, ['name', 'content', 'httpEquiv:http-equiv'], dom.text);
  reflect(dom.HTMLIFrameElement, ['name', 'srcdoc', 'sandbox', 'allow'], dom.text);
  reflect(dom.HTMLTableCellElement, ['colSpan', 'rowSpan'], dom.number);
  reflect(dom.HTMLDetailsElement, ['open'], dom.flag);
  reflect(dom.HTMLDialogElement, ['open'], dom.flag);
  reflect(dom.HTMLDialogElement, ['returnValue'], dom.text);
  dom.define([dom.HTMLScriptElement], { get text() { return this.textContent; }, set text(code) { this.textContent = code; } });
  dom.define([dom.HTMLDialogElement], {
    show() { this.open = true; },
    showModal() { this.open = true; },
    close(value) { if (value !== undefined) this.returnValue = value; this.open = false; page.send(this, new Event('close')); },
  });
  dom.define([dom.HTMLTableElement], {
    get rows() { return this.querySelectorAll('tr'); },
    get tBodies() { return dom.collection(() => [...this.children].filter((e) => e.localName === 'tbody')); },
    insertRow(at = -1) { const rows = this.rows; const row = dom.make('tr', dom.HTML); const mark = rows[at]; if (mark) mark.before(row); else (this.tBodies[0] || this).appendChild(row); return row; },
  });
  dom.define([dom.HTMLTableRowElement], {
    get cells() { return dom.collection(() => [...this.children]); },
    get rowIndex() { return [...this.closest('table').rows].indexOf(this); },
    insertCell(at = -1) { const cell = dom.make('td', dom.HTML); this.insertBefore(cell, [...this.children][at] ?? null); return cell; },
  });
  page.lack(dom.HTMLCanvasElement.prototype, 'HTMLCanvasElement', ['toDataURL', 'toBlob']);
  // Whoever asks whether a canvas can draw is told so; what draws says that it is not here. Other ways of drawing are none, as in browsers without them.
  dom.define([dom.HTMLCanvasElement], { getContext(kind) { return kind === '2d' ? page.standIn('CanvasRenderingContext2D') : null; } });
  page.lack(HTMLMediaElement.prototype, 'HTMLMediaElement', ['play', 'pause', 'load']);
  let made;
  dom.make = (tag, space) => {
    const Kind = space === dom.HTML ? kindOf(tag) : space === dom.SVG ? (tag === 'svg' ? SVGSVGElement : SVGElement) : Element;
    made = [tag, space];
    const element = new Kind();
    if (Kind === dom.HTMLTemplateElement) Object.defineProperty(element, 'content', { value: new dom.DocumentFragment() });
    return element;
  };
  Object.assign(dom, { Element, HTMLElement, HTMLMediaElement, HTMLUnknownElement, SVGElement, SVGSVGElement, DOMTokenList, CSSStyleDeclaration });
})
