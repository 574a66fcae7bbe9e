// fetch and XMLHttpRequest: to the package's own files, and to the services that the feature scripts. Nothing else is reached.
(function (host, page) {
  'use strict';
  const g = globalThis;
  page.load('text');
  page.load('url');
  const { URL, URLSearchParams, TextEncoder, TextDecoder } = page.made;
  const absolute = (url) => new URL(String(url), location.href);

  class Headers {
    #all = new Map();
    constructor(init) {
      if (init === undefined || init === null) return;
      if (init instanceof Headers || Array.isArray(init)) for (const [name, value] of init) this.append(name, value);
      else for (const name of Object.keys(init)) this.append(name, init[name]);
    }
    #key(name) { name = String(name); if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/i.test(name)) throw new TypeError('Invalid name of a header: ' + name); return name.toLowerCase(); }
    append(name, value) { const key = this.#key(name); const old = this.#all.get(key); this.#all.set(key, (old === undefined ? '' : old + ', ') + String(value).trim()); }
    set(name, value) { this.#all.set(this.#key(name), String(value).trim()); }
    get(name) { return this.#all.get(this.#key(name)) ?? null; }
    has(name) { return this.#all.has(this.#key(name)); }
    delete(name) { this.#all.delete(this.#key(name)); }
    forEach(run, self) { for (const [name, value] of this) run.call(self, value, name, this); }
    *entries() { for (const name of [...this.#all.keys()].sort()) yield [name, this.#all.get(name)]; }
    *keys() { for (const [name] of this) yield name; }
    *values() { for (const [, value] of this) yield value; }
    getSetCookie() { return []; }
    [Symbol.iterator]() { return this.entries(); }
  }
  class Blob {
    #text;
    constructor(parts = [], { type = '' } = {}) {
      this.#text = [...parts].map((part) => (part instanceof Blob ? part.#text : ArrayBuffer.isView(part) || part instanceof ArrayBuffer ? new TextDecoder().decode(part) : String(part))).join('');
      this.type = String(type).toLowerCase();
    }
    get size() { return new TextEncoder().encode(this.#text).length; }
    async text() { return this.#text; }
    async arrayBuffer() { return new TextEncoder().encode(this.#text).buffer; }
    slice(from, to, type) { return new Blob([new TextDecoder().decode(new TextEncoder().encode(this.#text).slice(from, to))], { type }); }
    static of(blob) { return blob.#text; }
  }
  const textOf = Blob.of;
  delete Blob.of;
  class File extends Blob {
    constructor(parts, name, init = {}) { super(parts, init); this.name = String(name); this.lastModified = init.lastModified ?? page.now; }
  }
  class FileReader extends EventTarget {
    readyState = 0;
    result = null;
    error = null;
    #read(make) {
      this.readyState = 1;
      page.later(() => { this.result = make(); this.readyState = 2; for (const type of ['load', 'loadend']) page.send(this, new Event(type)); });
    }
    readAsText(blob) { this.#read(() => textOf(blob)); }
    readAsDataURL(blob) { this.#read(() => 'data:' + (blob.type || 'application/octet-stream') + ';base64,' + btoa(String.fromCharCode(...new TextEncoder().encode(textOf(blob))))); }
    readAsArrayBuffer(blob) { this.#read(() => new TextEncoder().encode(textOf(blob)).buffer); }
  }
  class FormData {
    #all = [];
    constructor(form, submitter) { if (form !== undefined) for (const [name, value] of page.entries(form, submitter)) this.append(name, value); }
    append(name, value, file) { this.#all.push([String(name), value instanceof Blob ? (file !== undefined || !(value instanceof File) ? new File([value], file ?? 'blob', { type: value.type }) : value) : String(value)]); }
    set(name, value, file) { const at = this.#all.findIndex((one) => one[0] === String(name)); this.delete(name); this.append(name, value, file); if (at >= 0) this.#all.splice(at, 0, this.#all.pop()); }
    delete(name) { this.#all = this.#all.filter((one) => one[0] !== String(name)); }
    get(name) { const one = this.#all.find((one) => one[0] === String(name)); return one ? one[1] : null; }
    getAll(name) { return this.#all.filter((one) => one[0] === String(name)).map((one) => one[1]); }
    has(name) { return this.#all.some((one) => one[0] === String(name)); }
    forEach(run, self) { for (const [name, value] of this.#all) run.call(self, value, name, this); }
    *keys() { for (const one of this.#all) yield one[0]; }
    *values() { for (const one of this.#all) yield one[1]; }
    *entries() { for (const [name, value] of this.#all) yield [name, value]; }
    [Symbol.iterator]() { return this.entries(); }
  }

  // --- Giving up.
  class AbortSignal extends EventTarget {
    aborted = false;
    reason = undefined;
    throwIfAborted() { if (this.aborted) throw this.reason; }
    static abort(reason) { const it = new AbortSignal(); abort(it, reason); return it; }
    static timeout(ms) { const it = new AbortSignal(); g.setTimeout(() => abort(it, new DOMException('signal timed out', 'TimeoutError')), ms); return it; }
  }
  const abort = (signal, reason = new DOMException('The operation was aborted.', 'AbortError')) => {
    if (signal.aborted) return;
    signal.aborted = true;
    signal.reason = reason;
    page.send(signal, new Event('abort'));
  };
  class AbortController {
    signal = new AbortSignal();
    abort(reason) { abort(this.signal, reason); }
  }

  // --- What is sent, and what comes back.
  const sent = (body, headers) => {
    const type = (value) => { if (!headers.has('content-type')) headers.set('content-type', value); };
    if (body === null || body === undefined) return null;
    if (body instanceof URLSearchParams) { type('application/x-www-form-urlencoded;charset=UTF-8'); return body.toString(); }
    if (body instanceof FormData) { type('multipart/form-data'); const fields = {}; for (const [name, value] of body) fields[name] = value instanceof File ? value.name : value; return JSON.stringify(fields); }
    if (body instanceof Blob) { if (body.type) type(body.type); return textOf(body); }
    if (ArrayBuffer.isView(body) || body instanceof ArrayBuffer) return new TextDecoder().decode(body);
    type('text/plain;charset=UTF-8');
    return String(body);
  };
  class Body {
    #text = '';
    bodyUsed = false;
    hold(text) { this.#text = text; delete this.hold; }
    #take() { if (this.bodyUsed) throw new TypeError('Body has already been consumed.'); this.bodyUsed = true; return this.#text; }
    async text() { return this.#take(); }
    async json() { return JSON.parse(this.#take()); }
    async blob() { return new Blob([this.#take()], { type: this.headers.get('content-type') ?? '' }); }
    async arrayBuffer() { return new TextEncoder().encode(this.#take()).buffer; }
    async formData() { const data = new FormData(); for (const [name, value] of new URLSearchParams(this.#take())) data.append(name, value); return data; }
    get body() { return page.unsupported('the body of a Request or Response as a stream'); }
    static peek(it) { if (it.bodyUsed) throw new TypeError('Body is already used.'); return it.#text; }
  }
  const peek = Body.peek;
  delete Body.peek;
  Object.defineProperty(Body.prototype, 'hold', { enumerable: false });
  const methods = ['GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'];
  class Request extends Body {
    constructor(input, init = {}) {
      super();
      const from = input instanceof Request ? input : undefined;
      const method = String(init.method ?? (from ? from.method : 'GET'));
      this.method = methods.includes(method.toUpperCase()) ? method.toUpperCase() : method;
      this.url = from ? from.url : absolute(input).href;
      this.headers = new Headers(init.headers ?? (from ? from.headers : undefined));
      this.signal = init.signal ?? (from ? from.signal : new AbortSignal());
      for (const name of ['mode', 'credentials', 'cache', 'redirect', 'referrer', 'integrity', 'keepalive']) if (name in init) this[name] = init[name];
      const body = 'body' in init && init.body !== null && init.body !== undefined ? init.body : null;
      if (body !== null && /^(GET|HEAD)$/.test(this.method)) throw new TypeError('Request with GET/HEAD method cannot have body.');
      this.hold(body !== null ? sent(body, this.headers) : from ? peek(from) : '');
    }
    clone() { return new Request(this); }
  }
  class Response extends Body {
    constructor(body = null, { status = 200, statusText = '', headers } = {}) {
      super();
      if (status < 200 || status > 599) throw new RangeError('The status provided (' + status + ') is outside the range [200, 599].');
      Object.assign(this, { status: +status, statusText: String(statusText), headers: new Headers(headers), url: '', type: 'basic', redirected: false });
      this.hold(sent(body, this.headers) ?? '');
    }
    get ok() { return this.status >= 200 && this.status < 300; }
    clone() { const copy = new Response(peek(this), this); copy.url = this.url; return copy; }
    static json(value, init) { const it = new Response(JSON.stringify(value), init); it.headers.set('content-type', 'application/json'); return it; }
    static error() { const it = new Response(); Object.assign(it, { status: 0, type: 'error' }); return it; }
  }
  const waiting = { __proto__: null };
  // Asks a service; `done` gets its answer or why there is none.
  const ask = (method, url, headers, body, done) => {
    if (!/^https?:/.test(url)) page.unsupported('asking for ' + JSON.stringify(url.slice(0, 50)));
    const id = host.fetch(method, url.replace(/#.*$/s, ''), Object.fromEntries(headers), body === '' ? null : body, new Error('').stack);
    waiting[id] = done;
    return () => { delete waiting[id]; };
  };
  page.fetched = (id, answer) => { const done = waiting[id]; delete waiting[id]; if (done) done(answer); };
  const said = (answer) => {
    const isText = typeof answer.body === 'string';
    const text = answer.body === null ? '' : isText ? answer.body : JSON.stringify(answer.body);
    return [text, text === '' ? {} : { 'content-type': answer.type ?? (isText ? 'text/plain;charset=UTF-8' : 'application/json') }];
  };
  page.made.fetch = function fetch(input, init) {
    return new Promise((resolve, reject) => {
      const request = new Request(input, init);
      const { signal } = request;
      if (signal.aborted) { reject(signal.reason); return; }
      const forget = ask(request.method, request.url, request.headers, peek(request), (answer) => {
        if (answer.failed !== undefined) { reject(new TypeError('Failed to fetch: ' + answer.failed)); return; }
        const [text, headers] = said(answer);
        const response = new Response(text === '' ? null : text, { status: answer.status, headers });
        response.url = request.url;
        resolve(response);
      });
      signal.addEventListener('abort', () => { forget(); reject(signal.reason); });
    });
  };

  class XMLHttpRequest extends EventTarget {
    readyState = 0;
    status = 0;
    statusText = '';
    responseURL = '';
    responseType = '';
    timeout = 0;
    withCredentials = false;
    upload = new EventTarget();
    #asked; #headers; #text; #given; #forget; #timer;
    open(method, url, asynchronous = true) {
      if (asynchronous === false) page.unsupported('a synchronous XMLHttpRequest');
      this.#quiet();
      this.#asked = [String(method).toUpperCase(), absolute(url).href];
      this.#headers = new Headers();
      this.#given = new Headers();
      this.#text = '';
      this.status = 0;
      this.#go(1);
    }
    setRequestHeader(name, value) { if (this.readyState !== 1) throw new DOMException('The object\'s state must be OPENED.', 'InvalidStateError'); this.#headers.append(name, value); }
    overrideMimeType() {}
    send(body = null) {
      if (this.readyState !== 1) throw new DOMException('The object\'s state must be OPENED.', 'InvalidStateError');
      const [method, url] = this.#asked;
      const text = /^(GET|HEAD)$/.test(method) ? '' : sent(body, this.#headers) ?? '';
      this.#tell('loadstart');
      this.#forget = ask(method, url, this.#headers, text, (answer) => this.#done(answer, url));
      if (this.timeout > 0) this.#timer = g.setTimeout(() => { this.#quiet(); this.#end('timeout'); }, this.timeout);
    }
    abort() { const open = !!this.#forget; this.#quiet(); if (open) this.#end('abort'); this.readyState = 0; }
    #quiet() { if (this.#forget) this.#forget(); this.#forget = undefined; g.clearTimeout(this.#timer); }
    #tell(type) { page.send(this, new ((page.made.ProgressEvent) || Event)(type)); }
    #go(state) { this.readyState = state; page.send(this, new Event('readystatechange')); }
    #end(type) { this.status = 0; this.#go(4); this.#tell(type); this.#tell('loadend'); }
    #done(answer, url) {
      this.#quiet();
      if (answer.failed !== undefined) { this.#end('error'); return; }
      const [text, headers] = said(answer);
      Object.assign(this, { status: answer.status, statusText: answer.status === 200 ? 'OK' : '', responseURL: url });
      this.#given = new Headers(headers);
      this.#go(2);
      this.#text = text;
      this.#go(3);
      this.#go(4);
      this.#tell('load');
      this.#tell('loadend');
    }
    getResponseHeader(name) { return this.#given ? this.#given.get(name) : null; }
    getAllResponseHeaders() { let all = ''; for (const [name, value] of this.#given || []) all += name + ': ' + value + '\r\n'; return all; }
    get responseText() { if (this.responseType !== '' && this.responseType !== 'text') throw new DOMException('responseType is not text', 'InvalidStateError'); return this.#text ?? ''; }
    get responseXML() { return null; }
    get response() {
      if (this.responseType === '' || this.responseType === 'text') return this.#text ?? '';
      if (this.readyState !== 4) return null;
      if (this.responseType === 'json') try { return JSON.parse(this.#text); } catch { return null; }
      if (this.responseType === 'arraybuffer') return new TextEncoder().encode(this.#text).buffer;
      if (this.responseType === 'blob') return new Blob([this.#text], { type: this.#given.get('content-type') ?? '' });
      return null;
    }
  }
  ['UNSENT', 'OPENED', 'HEADERS_RECEIVED', 'LOADING', 'DONE'].forEach((name, state) => { for (const it of [XMLHttpRequest, XMLHttpRequest.prototype]) Object.defineProperty(it, name, { value: state }); });
  Object.assign(page.made, { Headers, Blob, File, FileReader, FormData, AbortController, AbortSignal, Request, Response, XMLHttpRequest });
})
