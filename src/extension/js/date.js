// Date, from the virtual clock and the portal's time zone. Called once, when the page first asks for it; gives the constructor.
(function (host, page) {
  'use strict';
  const define = (target, name, value) => Object.defineProperty(target, name, { value, writable: true, configurable: true });
  // --- Date. The engine's own knows this machine's zone, so everything local is made from its UTC half.
  const Real = page.Date;
  const proto = Real.prototype;
  const { getTime, setTime } = proto;
  const scratch = new Real(0);
  const parseUtc = Real.parse;
  const two = (n) => (n < 10 ? '0' : '') + n;
  const local = (date) => {
    const t = getTime.call(date);
    setTime.call(scratch, t + host.offset(t));
    return t === t;
  };
  for (const part of ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds', 'Day']) {
    const get = proto['getUTC' + part];
    define(proto, 'get' + part, { ['get' + part]() { return local(this) ? get.call(scratch) : NaN; } }['get' + part]);
    const set = proto['setUTC' + part];
    if (!set) continue;
    const name = 'set' + part;
    define(proto, name, { [name](...parts) {
      if (!local(this)) setTime.call(scratch, part === 'FullYear' ? 0 : NaN);
      const mine = getTime.call(scratch);
      parts = parts.map(Number);
      setTime.call(scratch, mine);
      set.apply(scratch, parts);
      return setTime.call(this, host.utc(getTime.call(scratch)));
    } }[name]);
  }
  const days = 'SunMonTueWedThuFriSat';
  const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';
  const get = (part) => proto['getUTC' + part].call(scratch);
  const year = () => { const y = get('FullYear'); return (y < 0 ? '-' : '') + String(y < 0 ? -y : y).padStart(4, '0'); };
  const dateText = () => days.substr(get('Day') * 3, 3) + ' ' + months.substr(get('Month') * 3, 3) + ' ' + two(get('Date')) + ' ' + year();
  const timeText = (date) => {
    const off = Math.round(host.offset(getTime.call(date)) / 60000);
    const size = Math.abs(off);
    return two(get('Hours')) + ':' + two(get('Minutes')) + ':' + two(get('Seconds')) + ' GMT' + (off < 0 ? '-' : '+') + two(Math.floor(size / 60)) + two(size % 60);
  };
  const shortDate = () => get('Month') + 1 + '/' + get('Date') + '/' + get('FullYear');
  const shortTime = () => (get('Hours') % 12 || 12) + ':' + two(get('Minutes')) + ':' + two(get('Seconds')) + (get('Hours') < 12 ? ' AM' : ' PM');
  const localized = (date, name, locale, options, wanted, plain) => {
    page.plain('Date.prototype.' + name, locale);
    if (!local(date)) return 'Invalid Date';
    if (options === undefined) return plain();
    page.load('locale');
    return page.dated('Date.prototype.' + name, getTime.call(date), wanted, options);
  };
  const texts = {
    toString() { return local(this) ? dateText() + ' ' + timeText(this) : 'Invalid Date'; },
    toDateString() { return local(this) ? dateText() : 'Invalid Date'; },
    toTimeString() { return local(this) ? timeText(this) : 'Invalid Date'; },
    toLocaleString(locale, options) { return localized(this, 'toLocaleString', locale, options, 'both', () => shortDate() + ', ' + shortTime()); },
    toLocaleDateString(locale, options) { return localized(this, 'toLocaleDateString', locale, options, 'date', shortDate); },
    toLocaleTimeString(locale, options) { return localized(this, 'toLocaleTimeString', locale, options, 'time', shortTime); },
    getTimezoneOffset() { const t = getTime.call(this); return t === t ? 0 - host.offset(t) / 60000 : NaN; },
    getYear() { return local(this) ? get('FullYear') - 1900 : NaN; },
    setYear(y) { y = Number(y); return this.setFullYear(y >= 0 && y <= 99 ? 1900 + Math.trunc(y) : y); },
  };
  for (const name in texts) define(proto, name, texts[name]);

  const iso = /^([+-]\d{6}|\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d\d:?\d\d)?$/i;
  const zone = /\s*(?:\b(?:Z|UTC?|GMT)\b|([+-])(\d\d):?(\d\d)|\b(?:UTC?|GMT)([+-])(\d\d):?(\d\d))\s*(?:\([^)]*\))?\s*$/i;
  function parse(text) {
    text = String(text).trim();
    const m = iso.exec(text);
    if (m) {
      const day = m[1] + '-' + (m[2] || '01') + '-' + (m[3] || '01');
      const t = parseUtc(day + 'T' + (m[4] || '00') + ':' + (m[5] || '00') + ':' + (m[6] || '00') + '.' + (m[7] || '0').padEnd(3, '0').slice(0, 3) + 'Z');
      if (!m[8]) return m[4] === undefined ? t : host.utc(t);
      return /z/i.test(m[8]) ? t : t - minutes(m[8][0], m[8].substr(1, 2), m[8].slice(-2));
    }
    const z = zone.exec(text);
    if (!z || !/\d:\d/.test(text)) return z && !z[1] && !z[4] ? parseUtc(text.slice(0, z.index) + ' UTC') : host.utc(parseUtc(text + ' UTC'));
    const t = parseUtc(text.slice(0, z.index) + ' UTC');
    return t - (z[1] ? minutes(z[1], z[2], z[3]) : z[4] ? minutes(z[4], z[5], z[6]) : 0);
  }
  const minutes = (sign, hour, minute) => (sign === '-' ? -60000 : 60000) * (hour * 60 + +minute);

  function HostDate(...parts) {
    if (!new.target) return new HostDate().toString();
    let time = page.now;
    if (parts.length === 1) {
      let only = parts[0];
      if (only instanceof Real) only = getTime.call(only);
      else if (only !== null && typeof only === 'object') only = only[Symbol.toPrimitive] ? only[Symbol.toPrimitive]('default') : only.valueOf() === only ? String(only) : only.valueOf();
      time = typeof only === 'string' ? parse(only) : Number(only);
    } else if (parts.length > 1) {
      time = host.utc(Real.UTC(...parts));
    }
    return Reflect.construct(Real, [time], new.target);
  }
  Object.defineProperty(HostDate, 'name', { value: 'Date', configurable: true });
  Object.defineProperty(HostDate, 'length', { value: 7, configurable: true });
  Object.defineProperty(HostDate, 'prototype', { value: proto, writable: false });
  define(proto, 'constructor', HostDate);
  define(HostDate, 'now', function now() { return page.now; });
  define(HostDate, 'parse', { parse(text) { return parse(text); } }.parse);
  define(HostDate, 'UTC', Real.UTC);
  return HostDate;
})
