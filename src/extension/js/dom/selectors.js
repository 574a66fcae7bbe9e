// Selectors, as far as they need no layout and no pointer (W3C Selectors Level 4).
(function (host, page) {
  'use strict';
  const dom = page.dom;
  const known = new Map();
  const name = /^(?:\\[0-9a-f]{1,6}\s?|\\[^\n]|[\w\u0080-\uffff-])+/i;
  const attribute = /^\[\s*([\w\\:|-]+)\s*(?:([~^$*|!]?=)\s*(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|((?:\\.|[\w\u0080-\uffff-])+))\s*([is])?\s*)?\]/i;
  const unescape = (text) => text.replace(/\\(?:([0-9a-f]{1,6})\s?|([^]))/gi, (_, code, char) => (code ? String.fromCodePoint(parseInt(code, 16) || 0xfffd) : char));
  const compare = {
    '=': (a, b) => a === b, '^=': (a, b) => b !== '' && a.startsWith(b), '$=': (a, b) => b !== '' && a.endsWith(b), '*=': (a, b) => b !== '' && a.includes(b),
    '~=': (a, b) => b !== '' && a.split(/\s+/).includes(b), '|=': (a, b) => a === b || a.startsWith(b + '-'),
  };
  const missing = ' hover active visited link any-link target focus-within focus-visible in-range out-of-range default indeterminate dir lang playing fullscreen autofill user-invalid popover-open defined host state ';
  const siblings = (e, same) => (e.parentNode ? dom.kids(e.parentNode).filter((other) => other.nodeType === 1 && (!same || other.localName === e.localName)) : [e]);
  const field = (e) => /^(input|select|textarea|button|option|optgroup|fieldset)$/.test(e.localName);
  const disabled = (e) => field(e) && (e.hasAttribute('disabled') || (e.localName !== 'fieldset' && !!e.parentElement && !!e.parentElement.closest(e.localName === 'option' ? 'optgroup[disabled]' : 'fieldset[disabled]')));
  const editable = (e) => (e.localName === 'textarea' || (e.localName === 'input' && !/^(checkbox|radio|button|submit|reset|file|hidden|image|color|range)$/i.test(e.getAttribute('type') ?? ''))) && !e.hasAttribute('readonly') && !disabled(e);
  const states = {
    'first-child': (e) => siblings(e)[0] === e,
    'last-child': (e) => siblings(e).at(-1) === e,
    'only-child': (e) => siblings(e).length === 1,
    'first-of-type': (e) => siblings(e, true)[0] === e,
    'last-of-type': (e) => siblings(e, true).at(-1) === e,
    'only-of-type': (e) => siblings(e, true).length === 1,
    empty: (e) => dom.kids(e).every((child) => child.nodeType === 8),
    root: (e) => e === page.document.documentElement,
    checked: (e) => (e.localName === 'option' ? e.selected : e.localName === 'input' && /^(checkbox|radio)$/.test(e.type) && e.checked),
    disabled,
    enabled: (e) => field(e) && !disabled(e),
    required: (e) => field(e) && e.hasAttribute('required'),
    optional: (e) => /^(input|select|textarea)$/.test(e.localName) && !e.hasAttribute('required'),
    'read-only': (e) => !editable(e),
    'read-write': editable,
    'placeholder-shown': (e) => e.hasAttribute('placeholder') && e.value === '',
    focus: (e) => page.document.activeElement === e && e !== page.document.body,
    valid: (e) => !!e.checkValidity && dom.isValid(e),
    invalid: (e) => !!e.checkValidity && !dom.isValid(e),
  };

  class Reader {
    constructor(text) { this.whole = text; this.text = text.trim(); }
    wrong() { dom.refuse('SyntaxError', "'" + this.whole + "' is not a valid selector"); }
    take(pattern) { const m = pattern.exec(this.text); if (m) this.text = this.text.slice(m[0].length); return m; }
    // A list up to the end, or up to a closing bracket.
    list(relative) {
      const all = [];
      do { this.take(/^\s+/); all.push(this.complex(relative)); } while (this.take(/^\s*,/));
      this.take(/^\s+/);
      return all;
    }
    complex(relative) {
      const steps = [];
      const first = this.take(/^([>+~])\s*/);
      if (first && !relative) this.wrong();
      let how = first ? first[1] : ' ';
      for (;;) {
        steps.push({ how, fits: this.compound() });
        const next = this.take(/^\s*([>+~])\s*/) || this.take(/^\s+(?=[^,)\s])/);
        if (!next) return steps;
        how = next[1] || ' ';
      }
    }
    compound() {
      const checks = [];
      const tag = this.take(/^(?:\*\|)?\*/) ? true : this.take(name);
      if (tag && tag !== true) { const plain = unescape(tag[0]); const low = plain.toLowerCase(); checks.push((e) => e.localName === (e.namespaceURI === dom.HTML ? low : plain)); }
      for (;;) {
        const sign = this.take(/^[#.]/);
        if (sign) {
          const m = this.take(name);
          if (!m || (/^\d/.test(m[0]))) this.wrong();
          const word = unescape(m[0]);
          checks.push(sign[0] === '#' ? (e) => e.getAttribute('id') === word : (e) => (' ' + (e.getAttribute('class') ?? '').replace(/\s+/g, ' ') + ' ').includes(' ' + word + ' '));
        } else if (this.text[0] === '[') checks.push(this.attribute());
        else if (this.text[0] === ':') checks.push(this.pseudo());
        else break;
      }
      if (!tag && checks.length === 0) this.wrong();
      return (e, scope) => checks.every((check) => check(e, scope));
    }
    attribute() {
      const m = this.take(attribute);
      if (!m || m[2] === '!=') this.wrong();
      const [, key, how, q1, q2, q3, flag] = m;
      const wanted = unescape(q1 ?? q2 ?? q3 ?? '');
      const anyCase = flag === 'i' || flag === 'I' || (flag === undefined && key.toLowerCase() === 'type');
      const read = (text) => (anyCase ? text.toLowerCase() : text);
      return (e) => { const value = e.getAttribute(unescape(key)); return value !== null && (!how || compare[how](read(value), read(wanted))); };
    }
    pseudo() {
      const m = this.take(/^::?([\w-]+)(\()?/);
      if (!m || m[0].startsWith('::')) this.wrong();
      const [what, open] = [m[1].toLowerCase(), m[2]];
      if (missing.includes(' ' + what + ' ')) page.unsupported('the selector ' + JSON.stringify(this.whole));
      if (!open) {
        if (what === 'scope') return (e, scope) => e === (scope.nodeType === 9 ? scope.documentElement : scope);
        if (!Object.hasOwn(states, what)) this.wrong();
        return states[what];
      }
      let check;
      if (what === 'not' || what === 'is' || what === 'where' || what === 'matches') {
        const list = this.list();
        const fits = (e, scope) => list.some((steps) => follows(steps, steps.length - 1, e, scope));
        check = what === 'not' ? (e, scope) => !fits(e, scope) : fits;
      } else if (what === 'has') {
        const list = this.list(true);
        check = (e) => list.some((steps) => has(e, steps, 0));
      } else if (/^nth-(last-)?(child|of-type)$/.test(what)) {
        const nth = this.take(/^\s*(?:(odd|even)|([+-]?\d*)n\s*(?:([+-])\s*(\d+))?|([+-]?\d+))\s*/i);
        if (!nth) this.wrong();
        const of = what.endsWith('child') && this.take(/^of\s+/i) ? this.list() : undefined;
        const [, word, by, sign, plus, only] = nth;
        const a = word ? 2 : only !== undefined ? 0 : by === '' || by === '+' ? 1 : by === '-' ? -1 : +by;
        const b = word ? (word.toLowerCase() === 'odd' ? 1 : 0) : only !== undefined ? +only : plus ? +(sign + plus) : 0;
        check = (e, scope) => {
          let all = siblings(e, what.endsWith('of-type'));
          if (of) all = all.filter((other) => of.some((steps) => follows(steps, steps.length - 1, other, scope)));
          const at = all.indexOf(e);
          if (at < 0) return false;
          const n = (what.includes('last') ? all.length - 1 - at : at) + 1 - b;
          return a === 0 ? n === 0 : n % a === 0 && n / a >= 0;
        };
      } else this.wrong();
      if (!this.take(/^\s*\)/)) this.wrong();
      return check;
    }
  }
  // Whether `e` is what the steps up to `at` lead to.
  const follows = (steps, at, e, scope) => {
    if (!steps[at].fits(e, scope)) return false;
    if (at === 0) return true;
    const how = steps[at].how;
    if (how === '>') return e.parentElement !== null && follows(steps, at - 1, e.parentElement, scope);
    if (how === '+') { const before = e.previousElementSibling; return before !== null && follows(steps, at - 1, before, scope); }
    if (how === '~') { for (let b = e.previousElementSibling; b; b = b.previousElementSibling) if (follows(steps, at - 1, b, scope)) return true; return false; }
    for (let up = e.parentElement; up; up = up.parentElement) if (follows(steps, at - 1, up, scope)) return true;
    return false;
  };
  // Whether the steps from `at` on lead from `e` to something.
  const has = (e, steps, at) => {
    if (at === steps.length) return true;
    const { how, fits } = steps[at];
    const goes = (next) => fits(next, e) && has(next, steps, at + 1);
    if (how === '>') return [...e.children].some(goes);
    if (how === ' ') { for (const next of dom.below(e)) if (goes(next)) return true; return false; }
    for (let next = e.nextElementSibling; next; next = how === '+' ? null : next.nextElementSibling) if (goes(next)) return true;
    return false;
  };
  dom.matcher = (selector, scope) => {
    const text = String(selector);
    let list = known.get(text);
    if (!list) {
      const reader = new Reader(text);
      list = reader.list();
      if (reader.text !== '') reader.wrong();
      if (known.size < 500) known.set(text, list);
    }
    return (e) => list.some((steps) => follows(steps, steps.length - 1, e, scope));
  };
  dom.isDisabled = disabled;
  dom.isEditable = editable;
})
