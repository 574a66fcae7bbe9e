// URL and URLSearchParams (WHATWG URL), for the schemes that pages meet.
(function (host, page) {
  'use strict';
  const ports = { __proto__: null, 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443', 'ftp:': '21' };
  const special = (protocol) => protocol in ports || protocol === 'file:';
  const percent = (text, keep) => {
    let out = '';
    for (const char of text) out += keep.test(char) ? char : encodeURIComponent(char.isWellFormed() ? char : '\ufffd').replace(/[!'()*]/g, (c) => '%' + c.charCodeAt(0).toString(16).toUpperCase());
    return out.replace(/%25(?=[0-9a-f]{2})/gi, '%');
  };
  const inPath = /[\w\-.~!$&'()*+,;=:@/%[\]|^]/;
  const inQuery = /[\w\-.~!$&()*+,;=:@/?%[\]|^`{}\\]/;
  const inHash = /[\w\-.~!$&'()*+,;=:@/?%#[\]|^{}\\]/;
  const inUser = /[\w\-.~!$&'()*+,%]/;
  const segments = (path) => {
    const out = [];
    const parts = path.split('/').slice(1);
    parts.forEach((part, at) => {
      const plain = part.replace(/%2e/gi, '.');
      const last = at === parts.length - 1;
      if (plain === '..') { out.pop(); if (last) out.push(''); } else if (plain === '.') { if (last) out.push(''); } else out.push(part);
    });
    return '/' + out.join('/');
  };
  const hostOf = (text, isSpecial) => {
    if (text.startsWith('[')) return /^\[[0-9a-f:.]+\]$/i.test(text) ? text.toLowerCase() : undefined;
    let name = text;
    try { name = decodeURIComponent(text); } catch { return undefined; }
    if (name === '' ? isSpecial : /[\s#%/:<>?@[\\\]^|]/.test(name)) return undefined;
    if (/[^\x00-\x7f]/.test(name)) page.unsupported('a URL with the host ' + JSON.stringify(name));
    return isSpecial ? name.toLowerCase() : name;
  };
  // The parts of a URL, or undefined.
  const parse = (text, base) => {
    text = String(text).replace(/^[\x00-\x20]+|[\x00-\x20]+$/g, '').replace(/[\t\n\r]/g, '');
    const m = /^([a-z][a-z0-9+.-]*):/i.exec(text);
    let protocol = m ? m[1].toLowerCase() + ':' : base && base.protocol;
    if (!protocol) return undefined;
    let rest = m ? text.slice(m[0].length) : text;
    const cut = (sign) => { const at = rest.indexOf(sign); if (at < 0) return null; const tail = rest.slice(at + 1); rest = rest.slice(0, at); return tail; };
    const hash = cut('#');
    let query = cut('?');
    const url = { protocol, username: '', password: '', host: '', port: '', path: '', query: null, hash: hash ? '#' + percent(hash, inHash) : '', opaque: false };
    const put = () => { url.query = query === null ? null : percent(query, inQuery); return url; };
    if (special(protocol)) rest = rest.replace(/\\/g, '/');
    const isRelative = !m || (base && base.protocol === protocol && special(protocol) && !/^\//.test(rest));
    if (isRelative) {
      if (!base) return undefined;
      if (base.opaque) return undefined;
      if (!rest.startsWith('//')) {
        for (const part of ['username', 'password', 'host', 'port']) url[part] = base[part];
        if (rest === '') { url.path = base.path; if (query === null) { url.query = base.query; return url; } }
        else url.path = segments(percent(rest.startsWith('/') ? rest : base.path.replace(/[^/]*$/, '') + rest, inPath));
        return put();
      }
    }
    if (special(protocol) && protocol !== 'file:') rest = '//' + rest.replace(/^\/*/, '');
    if (rest.startsWith('//')) {
      const [, authority, path] = /^\/\/([^/]*)(.*)$/s.exec(rest);
      const at = authority.lastIndexOf('@');
      if (at >= 0) {
        const [user, ...word] = authority.slice(0, at).split(':');
        [url.username, url.password] = [percent(user, inUser), percent(word.join(':'), inUser)];
      }
      const [, name, , port] = /^((?:\[[^\]]*\])|[^:]*)(:(.*))?$/.exec(authority.slice(at + 1)) || [];
      if (name === undefined || (port && (!/^\d*$/.test(port) || +port > 65535))) return undefined;
      url.host = hostOf(name, special(protocol) && protocol !== 'file:');
      if (url.host === undefined) return undefined;
      url.port = port ? (String(+port) === ports[protocol] ? '' : String(+port)) : '';
      url.path = path === '' ? (special(protocol) ? '/' : '') : segments(percent(path, inPath));
      return put();
    }
    if (rest.startsWith('/')) url.path = segments(percent(rest, inPath));
    else { url.path = rest; url.opaque = true; }
    return put();
  };
  const write = (url) => {
    const user = url.username + (url.password ? ':' + url.password : '');
    const authority = url.host !== '' || special(url.protocol) ? '//' + (user ? user + '@' : '') + url.host + (url.port ? ':' + url.port : '') : '';
    return url.protocol + authority + url.path + (url.query === null ? '' : '?' + url.query) + url.hash;
  };

  const decode = (text) => {
    text = text.replace(/\+/g, ' ');
    try { return decodeURIComponent(text); } catch { return text.replace(/%[0-9a-f]{2}/gi, (c) => { try { return decodeURIComponent(c); } catch { return '\ufffd'; } }); }
  };
  const encode = (text) => encodeURIComponent(text.toWellFormed()).replace(/[!'()~]/g, (c) => '%' + c.charCodeAt(0).toString(16).toUpperCase()).replace(/%20/g, '+');
  class URLSearchParams {
    #pairs = [];
    #changed;
    constructor(init = '') {
      if (init !== null && typeof init === 'object') {
        if (typeof init[Symbol.iterator] === 'function') for (const pair of init) { const [name, value, ...more] = pair; if (value === undefined || more.length) throw new TypeError('URLSearchParams takes pairs of a name and a value'); this.append(name, value); }
        else for (const name of Object.keys(init)) this.append(name, init[name]);
      } else this.#read(String(init).replace(/^\?/, ''));
    }
    static of(query, changed) { const it = new URLSearchParams(); it.#read(query); it.#changed = changed; return it; }
    static again(it, query) { it.#pairs = []; it.#read(query); }
    #read(query) { for (const part of query.split('&')) if (part !== '') { const at = part.indexOf('='); this.#pairs.push(at < 0 ? [decode(part), ''] : [decode(part.slice(0, at)), decode(part.slice(at + 1))]); } }
    #tell() { if (this.#changed) this.#changed(this.toString()); }
    get size() { return this.#pairs.length; }
    append(name, value) { this.#pairs.push([String(name), String(value)]); this.#tell(); }
    delete(name, value) { this.#pairs = this.#pairs.filter((pair) => pair[0] !== String(name) || (value !== undefined && pair[1] !== String(value))); this.#tell(); }
    get(name) { const pair = this.#pairs.find((pair) => pair[0] === String(name)); return pair ? pair[1] : null; }
    getAll(name) { return this.#pairs.filter((pair) => pair[0] === String(name)).map((pair) => pair[1]); }
    has(name, value) { return this.#pairs.some((pair) => pair[0] === String(name) && (value === undefined || pair[1] === String(value))); }
    set(name, value) {
      const at = this.#pairs.findIndex((pair) => pair[0] === String(name));
      if (at < 0) this.#pairs.push([String(name), String(value)]);
      else { this.#pairs[at][1] = String(value); this.#pairs = this.#pairs.filter((pair, n) => n <= at || pair[0] !== String(name)); }
      this.#tell();
    }
    sort() { this.#pairs.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)); this.#tell(); }
    forEach(run, self) { for (const [name, value] of this.#pairs) run.call(self, value, name, this); }
    *keys() { for (const pair of this.#pairs) yield pair[0]; }
    *values() { for (const pair of this.#pairs) yield pair[1]; }
    *entries() { for (const pair of this.#pairs) yield [pair[0], pair[1]]; }
    [Symbol.iterator]() { return this.entries(); }
    toString() { return this.#pairs.map(([name, value]) => encode(name) + '=' + encode(value)).join('&'); }
  }
  const { of, again } = URLSearchParams;
  delete URLSearchParams.of;
  delete URLSearchParams.again;

  class URL {
    #url;
    #params;
    constructor(text, base) {
      const from = base === undefined ? undefined : parse(base);
      if (base !== undefined && !from) throw new TypeError('Invalid base URL: ' + base);
      this.#url = parse(text, from);
      if (!this.#url) throw new TypeError('Invalid URL: ' + text);
    }
    static canParse(text, base) { try { return !!new URL(text, base); } catch { return false; } }
    static parse(text, base) { try { return new URL(text, base); } catch { return null; } }
    static createObjectURL() { page.unsupported('URL.createObjectURL'); }
    static revokeObjectURL() {}
    get href() { return write(this.#url); }
    set href(text) { const next = parse(text); if (!next) throw new TypeError('Invalid URL: ' + text); this.#url = next; if (this.#params) again(this.#params, next.query ?? ''); }
    get origin() { return special(this.#url.protocol) && this.#url.protocol !== 'file:' ? this.#url.protocol + '//' + this.host : 'null'; }
    get protocol() { return this.#url.protocol; }
    set protocol(value) { const next = String(value).replace(/:.*$/s, '').toLowerCase() + ':'; if (/^[a-z][a-z0-9+.-]*:$/.test(next) && special(next) === special(this.#url.protocol)) { this.#url.protocol = next; if (this.#url.port === ports[next]) this.#url.port = ''; } }
    get username() { return this.#url.username; }
    set username(value) { this.#url.username = percent(String(value), inUser); }
    get password() { return this.#url.password; }
    set password(value) { this.#url.password = percent(String(value), inUser); }
    get host() { return this.#url.host + (this.#url.port ? ':' + this.#url.port : ''); }
    set host(value) { const next = parse(this.#url.protocol + '//' + value); if (next) [this.#url.host, this.#url.port] = [next.host, /:\d+/.test(value) ? next.port : this.#url.port]; }
    get hostname() { return this.#url.host; }
    set hostname(value) { const next = hostOf(String(value), special(this.#url.protocol)); if (next !== undefined) this.#url.host = next; }
    get port() { return this.#url.port; }
    set port(value) { value = String(value); if (value === '') this.#url.port = ''; else if (/^\d+/.test(value) && parseInt(value) <= 65535) { const n = String(parseInt(value)); this.#url.port = n === ports[this.#url.protocol] ? '' : n; } }
    get pathname() { return this.#url.path; }
    set pathname(value) { if (!this.#url.opaque) this.#url.path = segments(percent(String(value).replace(/^(?!\/)/, '/').replace(/[?#]/g, encodeURIComponent), inPath)); }
    get search() { return this.#url.query ? '?' + this.#url.query : ''; }
    set search(value) { value = String(value).replace(/^\?/, ''); this.#url.query = value === '' ? null : percent(value.replace(/#/g, '%23'), inQuery); if (this.#params) again(this.#params, this.#url.query ?? ''); }
    get hash() { return this.#url.hash; }
    set hash(value) { value = String(value).replace(/^#/, ''); this.#url.hash = value === '' ? '' : '#' + percent(value, inHash); }
    get searchParams() { return this.#params || (this.#params = of(this.#url.query ?? '', (query) => { this.#url.query = query === '' ? null : query; })); }
    toString() { return this.href; }
    toJSON() { return this.href; }
  }
  page.made.URL = URL;
  page.made.URLSearchParams = URLSearchParams;
})
