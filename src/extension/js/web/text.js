// Texts and bytes, and copies of values.
(function (host, page) {
  'use strict';
  const known = ['utf-8', 'utf8', 'unicode-1-1-utf-8'];
  class TextEncoder {
    get encoding() { return 'utf-8'; }
    encode(text = '') {
      const out = [];
      for (const char of String(text)) {
        let code = char.codePointAt(0);
        if (code >= 0xd800 && code < 0xe000) code = 0xfffd;
        if (code < 0x80) out.push(code);
        else if (code < 0x800) out.push(0xc0 | (code >> 6), 0x80 | (code & 63));
        else if (code < 0x10000) out.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
        else out.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
      }
      return Uint8Array.from(out);
    }
    encodeInto(text, into) { const bytes = this.encode(text).subarray(0, into.length); into.set(bytes); return { read: text.length, written: bytes.length }; }
  }
  class TextDecoder {
    constructor(label = 'utf-8', { fatal = false, ignoreBOM = false } = {}) {
      if (!known.includes(String(label).trim().toLowerCase())) page.unsupported('new TextDecoder(' + JSON.stringify(label) + ')');
      Object.assign(this, { encoding: 'utf-8', fatal, ignoreBOM });
    }
    decode(input) {
      const bytes = input === undefined ? [] : input instanceof ArrayBuffer ? new Uint8Array(input) : new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
      let [text, at] = ['', 0];
      const wrong = () => { if (this.fatal) throw new TypeError('the encoded data was not valid UTF-8'); text += '\ufffd'; };
      while (at < bytes.length) {
        const first = bytes[at++];
        if (first < 0x80) { text += String.fromCharCode(first); continue; }
        const more = first >= 0xc2 && first < 0xe0 ? 1 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xf0 && first < 0xf5 ? 3 : 0;
        if (more === 0) { wrong(); continue; }
        let code = first & (0x3f >> more);
        let [low, high] = [first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80, first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf];
        let left = more;
        for (; left > 0 && at < bytes.length && bytes[at] >= low && bytes[at] <= high; left--) { code = (code << 6) | (bytes[at++] & 63); [low, high] = [0x80, 0xbf]; }
        if (left > 0) wrong(); else text += String.fromCodePoint(code);
      }
      return !this.ignoreBOM && text.startsWith('\ufeff') ? text.slice(1) : text;
    }
  }
  const refuse = (what) => { throw new DOMException(what + ' could not be cloned.', 'DataCloneError'); };
  const copy = (value, seen) => {
    if (typeof value === 'function' || typeof value === 'symbol') refuse(String(value).slice(0, 50));
    if (value === null || typeof value !== 'object') return value;
    if (seen.has(value)) return seen.get(value);
    const keep = (made) => { seen.set(value, made); return made; };
    const kind = Object.prototype.toString.call(value).slice(8, -1);
    if (Array.isArray(value)) { const made = keep([]); made.length = value.length; for (const key of Object.keys(value)) made[key] = copy(value[key], seen); return made; }
    if (value instanceof Date) return keep(new Date(value.getTime()));
    if (value instanceof RegExp) return keep(new RegExp(value.source, value.flags));
    if (value instanceof Map) { const made = keep(new Map()); for (const [key, one] of [...value]) made.set(copy(key, seen), copy(one, seen)); return made; }
    if (value instanceof Set) { const made = keep(new Set()); for (const one of [...value]) made.add(copy(one, seen)); return made; }
    if (value instanceof Error) { const Kind = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError].find((Kind) => Kind.name === value.name) || Error; const made = keep(new Kind(value.message)); made.stack = value.stack; return made; }
    if (value instanceof ArrayBuffer) return keep(value.slice(0));
    if (ArrayBuffer.isView(value)) { const buffer = copy(value.buffer, seen); return keep(new value.constructor(buffer, value.byteOffset, value.length)); }
    if (['Boolean', 'Number', 'String', 'BigInt'].includes(kind)) return keep(Object(value.valueOf()));
    if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet || value instanceof EventTarget) refuse('#<' + (value.constructor && value.constructor.name) + '>');
    const made = keep({});
    for (const key of Object.keys(value)) Object.defineProperty(made, key, { value: copy(value[key], seen), writable: true, enumerable: true, configurable: true });
    return made;
  };
  page.made.structuredClone = function structuredClone(value) { return copy(value, new Map()); };
  page.made.TextEncoder = TextEncoder;
  page.made.TextDecoder = TextDecoder;
})
