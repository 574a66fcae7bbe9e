// Style sheets as lists of rules: they can be read and written, and style nothing.
(function (host, page) {
  'use strict';
  const dom = page.dom;
  const SHEET = Symbol('sheet');

  // The rules of a sheet's text, each with its braces.
  const rulesOf = (css) => {
    const rules = [];
    let [from, depth] = [0, 0];
    css = css.replace(/\/\*[^]*?\*\//g, '');
    for (const sign of css.matchAll(/"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|[{};]/g)) {
      if (sign[0] === '{') depth++;
      else if (sign[0] === '}') depth = Math.max(0, depth - 1);
      if (depth > 0 || !/^[};]$/.test(sign[0])) continue;
      const text = css.slice(from, sign.index + 1).trim();
      from = sign.index + 1;
      if (/^@|\{/.test(text)) rules.push(text);
    }
    return rules;
  };
  class CSSRule {
    constructor(text, sheet) { this.cssText = text; this.parentStyleSheet = sheet; }
    get parentRule() { return null; }
  }
  class CSSStyleRule extends CSSRule {
    get type() { return 1; }
    get selectorText() { return this.cssText.slice(0, this.cssText.indexOf('{')).trim(); }
  }
  page.lack(CSSStyleRule.prototype, 'CSSStyleRule', ['style']);
  const rule = (text, sheet) => new (text.startsWith('@') ? CSSRule : CSSStyleRule)(text, sheet);
  class CSSStyleSheet {
    constructor() { this.disabled = false; this.cssRules = []; }
    get ownerNode() { return null; }
    get href() { return null; }
    get title() { return null; }
    get type() { return 'text/css'; }
    get rules() { return this.cssRules; }
    insertRule(text, at = 0) {
      const made = rulesOf(String(text));
      if (made.length !== 1) dom.refuse('SyntaxError', 'insertRule takes one rule: ' + JSON.stringify(String(text).slice(0, 80)));
      if (at > this.cssRules.length) dom.refuse('IndexSizeError', 'there are ' + this.cssRules.length + ' rules, and none can be put at ' + at);
      this.cssRules.splice(at, 0, rule(made[0], this));
      return at;
    }
    deleteRule(at) {
      if (!(at in this.cssRules)) dom.refuse('IndexSizeError', 'there is no rule at ' + at);
      this.cssRules.splice(at, 1);
    }
    replaceSync(css) { this.cssRules = rulesOf(String(css)).map((text) => rule(text, this)); }
    async replace(css) { this.replaceSync(css); return this; }
  }
  // A style's sheet is made anew when its text is another.
  dom.define([dom.HTMLStyleElement], {
    get sheet() {
      if (!this.isConnected) return null;
      const text = this.textContent;
      if (!this[SHEET] || this[SHEET].text !== text) {
        const sheet = new CSSStyleSheet();
        Object.defineProperty(sheet, 'ownerNode', { value: this });
        sheet.replaceSync(text);
        this[SHEET] = { text, sheet };
      }
      return this[SHEET].sheet;
    },
  });
  Object.assign(page.made, { CSSRule, CSSStyleRule, CSSStyleSheet });
})
