// The document itself, and what the agent does in it.
(function (host, page) {
  'use strict';
  const g = globalThis;
  const dom = page.dom;
  const { Node } = dom;

  // --- Events of a person's.
  const kind = (name, Base, fields) => (page.made[name] = { [name]: class extends Base {
    constructor(type, init) { super(type, init); for (const key in fields) this[key] = init && key in init ? init[key] : fields[key]; }
  } }[name]);
  const UIEvent = kind('UIEvent', Event, { view: null, detail: 0, which: 0 });
  const keys = { ctrlKey: false, shiftKey: false, altKey: false, metaKey: false };
  const MouseEvent = kind('MouseEvent', UIEvent, { ...keys, button: 0, buttons: 0, clientX: 0, clientY: 0, screenX: 0, screenY: 0, pageX: 0, pageY: 0, relatedTarget: null });
  kind('PointerEvent', MouseEvent, { pointerId: 1, pointerType: 'mouse', isPrimary: true });
  kind('WheelEvent', MouseEvent, { deltaX: 0, deltaY: 0, deltaMode: 0 });
  kind('DragEvent', MouseEvent, { dataTransfer: null });
  const KeyboardEvent = kind('KeyboardEvent', UIEvent, { ...keys, key: '', code: '', keyCode: 0, charCode: 0, repeat: false, isComposing: false, location: 0 });
  const InputEvent = kind('InputEvent', UIEvent, { data: null, inputType: '', isComposing: false });
  const FocusEvent = kind('FocusEvent', UIEvent, { relatedTarget: null });
  kind('SubmitEvent', Event, { submitter: null });
  kind('MessageEvent', Event, { data: null, origin: '', source: null, lastEventId: '', ports: [] });
  kind('ErrorEvent', Event, { message: '', filename: '', lineno: 0, colno: 0, error: null });
  kind('ProgressEvent', Event, { lengthComputable: false, loaded: 0, total: 0 });
  kind('HashChangeEvent', Event, { oldURL: '', newURL: '' });
  kind('PopStateEvent', Event, { state: null });
  kind('StorageEvent', Event, { key: null, oldValue: null, newValue: null, url: '' });
  for (const pair of [['initUIEvent', UIEvent], ['initMouseEvent', MouseEvent], ['initKeyboardEvent', KeyboardEvent]]) {
    Object.defineProperty(pair[1].prototype, pair[0], { value(type, bubbles, cancelable) { this.initEvent(type, bubbles, cancelable); }, configurable: true });
  }

  // --- Focus and clicks, and what a click does by itself.
  dom.focus = (element) => {
    const document = page.document;
    const old = document.activeElement;
    if (old === element || dom.isDisabled(element) || !element.isConnected) return;
    if (old && old !== document.body) dom.blur(old, element);
    document[FOCUS] = element;
    page.send(element, new FocusEvent('focus', { relatedTarget: old, composed: true }));
    page.send(element, new FocusEvent('focusin', { relatedTarget: old, composed: true, bubbles: true }));
  };
  dom.blur = (element, next = null) => {
    if (page.document.activeElement !== element) return;
    page.document[FOCUS] = null;
    page.send(element, new FocusEvent('blur', { relatedTarget: next, composed: true }));
    page.send(element, new FocusEvent('focusout', { relatedTarget: next, composed: true, bubbles: true }));
  };
  const FOCUS = Symbol('focus');
  const activates = (element) => {
    for (let e = element; e && e.nodeType === 1; e = e.parentNode) if (/^(input|button|a|label|summary|option)$/.test(e.localName)) return e;
    return null;
  };
  dom.click = (element, init = {}) => {
    if (dom.isDisabled(element)) return;
    page.send(element, new page.made.PointerEvent('click', { bubbles: true, cancelable: true, composed: true, view: g, detail: 1, ...init }));
  };
  const send = page.send;
  page.send = (target, event) => {
    if (event.type !== 'click' || !(event instanceof MouseEvent) || !(target instanceof dom.Element)) return send(target, event);
    const active = activates(target);
    const box = active && active.localName === 'input' && /^(checkbox|radio)$/.test(active.type) && !dom.isDisabled(active) ? active : null;
    const before = box && (box.type === 'radio' ? [box, ...dom.group(box)].map((one) => [one, one.checked]) : [[box, box.checked]]);
    if (box) box.checked = box.type === 'radio' || !box.checked;
    const goesOn = send(target, event);
    if (!goesOn) { if (box) for (const [one, was] of before) one.checked = was; return false; }
    if (box) { if (before[0][1] !== box.checked) changed(box); } else if (active && !dom.isDisabled(active)) activate(active, target);
    return true;
  };
  const changed = (field) => {
    send(field, new InputEvent('input', { bubbles: true, composed: true }));
    send(field, new Event('change', { bubbles: true }));
  };
  const activate = (e, target) => {
    if (e.localName === 'label') { const control = e.control; if (control && !control.contains(target)) { dom.focus(control); dom.click(control); } }
    else if (e.localName === 'summary') { const details = e.parentElement; if (details && details.localName === 'details') { details.toggleAttribute('open'); send(details, new Event('toggle')); } }
    else if (e.localName === 'a') { const to = e.getAttribute('href'); if (to !== null && !/^javascript:(;|\s|void\(?\s*0\s*\)?)*$/i.test(to) && e.target !== '_blank') page.navigate(to, 'following the link ' + JSON.stringify(to)); }
    else if (e.form && (e.type === 'submit' || e.type === 'image')) e.form.requestSubmit(e);
    else if (e.form && e.type === 'reset') e.form.reset();
  };

  // --- What a person sees of an element.
  const silent = ' script style template noscript head title meta link select datalist ';
  const block = ' address article aside blockquote dd details dialog div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tr ul ';
  const hides = (e) => e.hasAttribute('hidden') || e.style.display === 'none' || e.style.visibility === 'hidden';
  dom.hidden = (e) => { for (; e && e.nodeType === 1; e = e.parentNode) if (hides(e) || (e.localName === 'input' && e.type === 'hidden') || (e.localName === 'dialog' && !e.open)) return true; return false; };
  dom.shown = (root) => {
    let text = '';
    const walk = (node) => {
      for (const child of dom.kids(node)) {
        if (child.nodeType === 3) text += child.data.replace(/\s+/g, ' ');
        if (child.nodeType !== 1 || silent.includes(' ' + child.localName + ' ') || hides(child)) continue;
        if (child.localName === 'br') { text += '\n'; continue; }
        const own = block.includes(' ' + child.localName + ' ');
        if (own && text !== '' && !text.endsWith('\n')) text += '\n';
        walk(child);
        if (own && !text.endsWith('\n')) text += '\n';
        if (child.localName === 'td' || child.localName === 'th') text += '\t';
      }
    };
    walk(root);
    return text.replace(/[ \t]*\n[ \t]*/g, '\n').replace(/ {2,}/g, ' ').trim();
  };
  const seen = (e) => {
    const text = e.localName === 'select' ? [...e.selectedOptions].map((one) => one.text).join(', ') : /^(input|textarea)$/.test(e.localName) ? (/^(checkbox|radio)$/.test(e.type) ? (e.checked ? 'on' : 'off') : e.value) : dom.shown(e);
    return text.replace(/\s+/g, ' ').trim();
  };
  // What the elements that a selector means show; those that are hidden show nothing.
  page.look = (selector) => page.asking(() => {
    const all = selector === null || selector === undefined ? [page.document.body].filter(Boolean) : [...page.document.querySelectorAll(selector)];
    return { texts: all.filter((e) => !dom.hidden(e)).map(seen), hidden: all.filter(dom.hidden).length, ids: [...dom.below(page.document)].map((e) => e.id).filter(Boolean).slice(0, 500) };
  });
  // Whoever asks for a selector that is none is told so, and no script of the page is to blame.
  page.asking = (look) => {
    const unsupported = page.unsupported;
    page.unsupported = (name) => { throw new TypeError(name + " is not supported here"); };
    try { return look(); } catch (error) { return "selector:" + error.message; } finally { page.unsupported = unsupported; }
  };
  // What the agent does with the one element that a selector means; gives why it cannot be done.
  page.operate = (how, selector, value) => {
    const all = page.asking(() => [...page.document.querySelectorAll(selector)].filter((e) => !dom.hidden(e)));
    if (typeof all === 'string') return all;
    if (all.length !== 1) return all.length === 0 ? 'none' : 'many:' + all.length;
    const [e] = all;
    if (dom.isDisabled(e)) return 'disabled';
    return ways[how](e, value) ?? '';
  };
  const ways = {
    click(e) {
      for (const type of ['pointerdown', 'mousedown']) send(e, new page.made.PointerEvent(type, { bubbles: true, cancelable: true, composed: true, view: g, buttons: 1 }));
      const focusable = e.closest('a[href],button,input,select,textarea,[tabindex],[contenteditable]');
      if (focusable) dom.focus(focusable); else if (page.document.activeElement) dom.blur(page.document.activeElement);
      for (const type of ['pointerup', 'mouseup']) send(e, new page.made.PointerEvent(type, { bubbles: true, cancelable: true, composed: true, view: g }));
      dom.click(e);
    },
    type(e, text) {
      if (!dom.isEditable(e) && !e.isContentEditable) return 'no text field';
      dom.focus(e);
      const put = (value) => { if (e.isContentEditable) e.textContent = value; else setter(e).call(e, value); };
      put('');
      let typed = '';
      if (text === '') send(e, new InputEvent('input', { bubbles: true, composed: true, inputType: 'deleteContentBackward' }));
      for (const key of text) {
        const about = { bubbles: true, cancelable: true, composed: true, view: g, key, keyCode: key.toUpperCase().charCodeAt(0), which: key.toUpperCase().charCodeAt(0) };
        if (send(e, new KeyboardEvent('keydown', about)) && send(e, new KeyboardEvent('keypress', about))) {
          typed = (e.isContentEditable ? e.textContent : e.value) + key;
          put(typed);
          send(e, new InputEvent('input', { bubbles: true, composed: true, data: key, inputType: 'insertText' }));
        }
        send(e, new KeyboardEvent('keyup', about));
      }
      send(e, new Event('change', { bubbles: true }));
      dom.blur(e);
    },
    choose(e, wanted) {
      if (e.localName !== 'select') return 'no list';
      const all = [...e.options];
      const option = all.find((one) => one.text === wanted) || all.find((one) => one.value === wanted);
      if (!option) return 'options:' + JSON.stringify(all.map((one) => one.text));
      if (dom.isDisabled(option)) return 'disabled option';
      dom.focus(e);
      option.selected = true;
      changed(e);
    },
  };
  // The browser's own setter: frameworks put theirs on the element.
  const setter = (e) => Object.getOwnPropertyDescriptor((e.localName === 'input' ? dom.HTMLInputElement : dom.HTMLTextAreaElement).prototype, 'value').set;

  // --- Scripts, links and pictures that are put in while the page runs.
  let quiet = 0;
  dom.quietly = (run) => { quiet++; try { return run(); } finally { quiet--; } };
  const started = new WeakSet();
  dom.inserted = (node) => {
    if (node.nodeType !== 1 || !node.isConnected) return;
    for (const e of [node, ...dom.below(node)]) {
      if (e.localName === 'script') { if (!quiet) begin(e); }
      else if (e.localName === 'link') follow(e);
      else if (e.localName === 'img') dom.picture(e);
    }
  };
  const waiting = [];
  // A link is told whether the package has its file; what is in it styles nothing.
  const follow = (link) => {
    if (!link.hasAttribute('href') || !/\b(stylesheet|preload|modulepreload)\b/i.test(link.rel)) return;
    told(() => page.send(link, new Event(host.has(link.href) ? 'load' : 'error')));
  };
  // A picture is told the same, once for each address that it is given, in the document or not. Nobody sees it: it has no size.
  const shown = new WeakMap();
  dom.picture = (image, isLate = false) => {
    const src = image.src;
    if (src === '' || shown.get(image)?.src === src) return;
    const now = { src, complete: isLate };
    shown.set(image, now);
    if (!isLate) told(() => { now.complete = true; if (shown.get(image) === now) page.send(image, new Event(isThere(src) ? 'load' : 'error')); });
  };
  const isThere = (src) => /^data:image\//i.test(src) || host.has(src);
  dom.define([dom.HTMLImageElement], {
    get complete() { return shown.get(this)?.complete ?? true; },
    get currentSrc() { return shown.get(this)?.src ?? ''; },
    decode() { const { src } = this; return new Promise((done, refuse) => told(() => (isThere(src) ? done() : refuse(new DOMException('The source image cannot be decoded.', 'EncodingError'))))); },
  });
  // They are told in their order at the next turn, those of the page itself before it has loaded.
  let due = [];
  const told = (one) => { if (due.push(one) === 1) page.later(page.settle); };
  page.settle = () => { const all = due; due = []; for (const one of all) one(); };
  const begin = (script) => {
    const type = script.type.trim().toLowerCase();
    const src = script.getAttribute('src');
    if (started.has(script) || (src === null && script.textContent === '')) return;
    if (type !== '' && type !== 'module' && !/^(text|application)\/(x-)?(java|ecma)script$/.test(type)) return;
    started.add(script);
    if (src === null && type === '') { (0, eval)(script.textContent); return; }
    if (src === null) page.unsupported('a module that is put in as text');
    waiting.push(script);
    host.load(waiting.length - 1, src, type === 'module', new Error('').stack);
  };
  page.loaded = (n, isThere) => page.send(waiting[n], new Event(isThere ? 'load' : 'error'));

  // --- The document.
  class Document extends Node {
    get nodeType() { return 9; }
    get nodeName() { return '#document'; }
    get ownerDocument() { return null; }
    get textContent() { return null; }
    set textContent(_) {}
    get documentElement() { return this.firstElementChild; }
    get head() { return top(this, 'head'); }
    get body() { return top(this, 'body'); }
    set body(fresh) { const old = this.body; if (old) old.replaceWith(fresh); else this.documentElement.appendChild(fresh); }
    get defaultView() { return g; }
    get location() { return g.location; }
    set location(to) { g.location = to; }
    get URL() { return g.location.href; }
    get documentURI() { return g.location.href; }
    get domain() { return g.location.hostname; }
    get referrer() { return ''; }
    get cookie() { return jar.read(); }
    set cookie(text) { jar.put(String(text)); }
    get readyState() { return page.readyState; }
    get visibilityState() { return 'visible'; }
    get hidden() { return false; }
    get compatMode() { return 'CSS1Compat'; }
    get characterSet() { return 'UTF-8'; }
    get contentType() { return 'text/html'; }
    get doctype() { return null; }
    get activeElement() { return this[FOCUS] && this[FOCUS].isConnected ? this[FOCUS] : this.body; }
    get currentScript() { return ended.get(page.running) ?? null; }
    get forms() { return this.getElementsByTagName('form'); }
    get images() { return this.getElementsByTagName('img'); }
    get links() { return dom.collection(() => [...this.querySelectorAll('a[href],area[href]')]); }
    get scripts() { return this.getElementsByTagName('script'); }
    get styleSheets() { return dom.list([...dom.below(this)].filter((e) => e.localName === 'style').map((e) => e.sheet)); }
    get implementation() { return { hasFeature: () => true, createHTMLDocument: (title) => inert(title) }; }
    get title() { const title = dom.first(this, (e) => e.localName === 'title'); return title ? title.textContent.trim().replace(/\s+/g, ' ') : ''; }
    set title(text) { const title = dom.first(this, (e) => e.localName === 'title') || this.head.appendChild(dom.make('title', dom.HTML)); title.textContent = text; }
    getElementById(id) { id = String(id); return dom.first(this, (e) => e.getAttribute('id') === id); }
    getElementsByName(name) { name = String(name); return dom.collection(() => [...dom.below(this)].filter((e) => e.getAttribute('name') === name)); }
    createElement(tag) {
      tag = String(tag);
      if (!/^[a-z][^\s/>]*$/i.test(tag)) dom.refuse('InvalidCharacterError', JSON.stringify(tag) + ' is no name of an element');
      return dom.make(tag.toLowerCase(), dom.HTML);
    }
    createElementNS(space, tag) { return dom.make(String(tag).replace(/^.*:/, ''), space === null ? '' : String(space)); }
    createTextNode(data) { return new dom.Text(data); }
    createComment(data) { return new dom.Comment(data); }
    createDocumentFragment() { return new dom.DocumentFragment(); }
    createAttribute(name) { return { name, value: '', nodeType: 2 }; }
    createEvent(name) { const Kind = page.made[String(name).replace(/s$/, '')]; return Kind ? new Kind('') : /^custom/i.test(name) ? new g.CustomEvent('') : new Event(''); }
    importNode(node, deep) { return node.cloneNode(deep); }
    adoptNode(node) { node.remove(); return node; }
    hasFocus() { return true; }
    [dom.COPY]() { return inert(''); }
  }
  dom.define([Document], dom.parents);
  dom.handlers(Document);
  page.lack(Document.prototype, 'document', 'write writeln execCommand createRange createTreeWalker createNodeIterator elementFromPoint evaluate open close getSelection startViewTransition'.split(' '));
  const top = (document, tag) => { const root = document.documentElement; return (root && dom.kids(root).find((e) => e.localName === tag)) || null; };
  // The widget's own cookies, until they expire by the virtual clock; where they lead is all one, since there is one page.
  const cookies = new Map();
  const jar = {
    read() { for (const [name, one] of cookies) if (one.until <= page.now) cookies.delete(name); return [...cookies].map(([name, one]) => (name === '' ? '' : name + '=') + one.value).join('; '); },
    put(text) {
      const [pair, ...about] = text.split(';').map((part) => part.trim());
      const at = pair.indexOf('=');
      const [name, value] = at < 0 ? ['', pair] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      const said = (what) => { const one = about.find((part) => part.toLowerCase().startsWith(what + '=')); return one && one.slice(what.length + 1).trim(); };
      if (about.some((part) => part.toLowerCase() === 'httponly')) return;
      const [age, end] = [parseInt(said('max-age')), Date.parse(said('expires'))];
      cookies.set(name, { value, until: age === age ? page.now + age * 1000 : end === end ? end : Infinity });
    },
  };
  // A document that runs nothing, for markup that is to be looked at.
  const inert = dom.inert = (title) => {
    const other = new Document();
    dom.quietly(() => {
      const html = other.appendChild(dom.make('html', dom.HTML));
      html.appendChild(dom.make('head', dom.HTML)).appendChild(dom.make('title', dom.HTML)).textContent = title;
      html.appendChild(dom.make('body', dom.HTML));
      Object.defineProperties(other, { readyState: { value: 'complete' }, defaultView: { value: null } });
    });
    return other;
  };

  // --- It grows while the page is read: a script sees what stands before it.
  const ended = new Map();
  const markup = host.markup();
  const document = (page.document = new Document());
  const builder = new dom.Builder(document);
  builder.page = true;
  page.grow = () => builder.read(markup, page.until, (element, at) => {
    if (element.localName === 'script') { ended.set(at, element); started.add(element); }
    else if (element.localName === 'img') dom.picture(element, page.readyState === 'complete');
  });
  page.grow();

  page.made.Document = page.made.HTMLDocument = Document;
})
