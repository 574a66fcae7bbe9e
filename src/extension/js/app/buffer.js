// Node's Buffer, as far as apps use it: bytes from texts, and back.
(function (host, page) {
  'use strict';
  page.load('text');
  const { TextEncoder, TextDecoder } = page.made;
  const hex = (byte) => (byte + 256).toString(16).slice(1);
  const encodings = {
    __proto__: null,
    utf8: [(text) => new TextEncoder().encode(text), (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)],
    hex: [
      (text) => Uint8Array.from((text.match(/^(?:[0-9a-f]{2})*/i)[0].match(/../g) ?? []).map((two) => parseInt(two, 16))),
      (bytes) => Array.from(bytes, hex).join(''),
    ],
    base64: [
      (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/').replace(/[^A-Za-z0-9+/]/g, '').replace(/^((?:.{4})*).$/, '$1')), (char) => char.charCodeAt(0)),
      (bytes) => btoa(latin(bytes)),
    ],
    latin1: [(text) => Uint8Array.from(text, (char) => char.charCodeAt(0) & 255), (bytes) => latin(bytes)],
    ascii: [(text) => Uint8Array.from(text, (char) => char.charCodeAt(0) & 255), (bytes) => latin(bytes.map((byte) => byte & 127))],
  };
  const latin = (bytes) => { let text = ''; for (const byte of bytes) text += String.fromCharCode(byte); return text; };
  Object.assign(encodings, { 'utf-8': encodings.utf8, binary: encodings.latin1 });
  encodings.base64url = [encodings.base64[0], (bytes) => encodings.base64[1](bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')];
  const coding = (encoding = 'utf8') => {
    const found = encodings[String(encoding).toLowerCase()];
    if (!found) throw new TypeError('Unknown encoding: ' + encoding);
    return found;
  };
  const over = (bytes) => Object.setPrototypeOf(bytes, Buffer.prototype);

  function Buffer(value, encoding) { return typeof value === 'number' ? Buffer.alloc(value) : Buffer.from(value, encoding); }
  Buffer.prototype = Object.create(Uint8Array.prototype, { constructor: { value: Buffer, writable: true, configurable: true } });
  Object.setPrototypeOf(Buffer, Uint8Array);
  Object.assign(Buffer, {
    from(value, encoding) {
      if (typeof value === 'string') return over(coding(encoding)[0](value));
      if (value instanceof ArrayBuffer) return over(new Uint8Array(value));
      if (value?.type === 'Buffer' && Array.isArray(value.data)) return over(Uint8Array.from(value.data));
      if (value === null || typeof value !== 'object') throw new TypeError('The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array');
      return over(Uint8Array.from(value));
    },
    alloc(size, fill = 0, encoding) { return over(new Uint8Array(size)).fill(fill, encoding); },
    allocUnsafe(size) { return Buffer.alloc(size); },
    isBuffer(value) { return value instanceof Buffer; },
    isEncoding(encoding) { return String(encoding).toLowerCase() in encodings; },
    byteLength(value, encoding) { return typeof value === 'string' ? coding(encoding)[0](value).length : value.byteLength; },
    concat(list, length = list.reduce((sum, part) => sum + part.length, 0)) {
      const all = Buffer.alloc(length);
      let at = 0;
      for (const part of list) { all.set(part.subarray(0, Math.max(length - at, 0)), at); at = Math.min(at + part.length, length); }
      return all;
    },
    compare(a, b) {
      for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
      return Math.sign(a.length - b.length);
    },
  });
  const add = (members) => { for (const [name, value] of Object.entries(members)) Object.defineProperty(Buffer.prototype, name, { value, writable: true, configurable: true }); };
  add({
    toString(encoding, start = 0, end = this.length) { return coding(encoding)[1](new Uint8Array(this.buffer, this.byteOffset, this.length).subarray(start, end)); },
    toJSON() { return { type: 'Buffer', data: Array.from(this) }; },
    equals(other) { return Buffer.compare(this, other) === 0; },
    slice(start, end) { return this.subarray(start, end); },
    subarray(start, end) { return over(Uint8Array.prototype.subarray.call(new Uint8Array(this.buffer, this.byteOffset, this.length), start, end)); },
    write(text, at = 0) { const bytes = encodings.utf8[0](text).subarray(0, this.length - at); this.set(bytes, at); return bytes.length; },
    fill(value, encoding) {
      const part = typeof value === 'string' ? coding(encoding)[0](value) : [Number(value)];
      for (let i = 0; i < this.length; i++) this[i] = part[i % part.length];
      return this;
    },
  });
  // Numbers in bytes, by the names that DataView has for them.
  for (const [names, type, size] of [[['UInt8', 'Uint8'], 'Uint8', 1], [['Int8'], 'Int8', 1], [['UInt16', 'Uint16'], 'Uint16', 2], [['Int16'], 'Int16', 2], [['UInt32', 'Uint32'], 'Uint32', 4], [['Int32'], 'Int32', 4], [['Float'], 'Float32', 4], [['Double'], 'Float64', 8]]) {
    for (const name of names) {
      for (const [order, isLittle] of size === 1 ? [['', true]] : [['BE', false], ['LE', true]]) {
        const view = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
        add({
          ['read' + name + order](at = 0) { return view(this)['get' + type](at, isLittle); },
          ['write' + name + order](value, at = 0) { view(this)['set' + type](at, value, isLittle); return at + size; },
        });
      }
    }
  }
  page.made.Buffer = Buffer;
})
