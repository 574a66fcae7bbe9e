// Where things are: there is no layout. Every box lies at 0 and has no size, nothing can be scrolled, and no media query matches. So nothing ever
// changes its size or comes into sight: observers of that can be made and told what to watch, and are never called.
(function (host, page) {
  'use strict';
  const dom = page.dom;
  const { Element } = dom;

  class DOMRect {
    constructor(x = 0, y = 0, width = 0, height = 0) { Object.assign(this, { x, y, width, height }); }
    get top() { return Math.min(this.y, this.y + this.height); }
    get bottom() { return Math.max(this.y, this.y + this.height); }
    get left() { return Math.min(this.x, this.x + this.width); }
    get right() { return Math.max(this.x, this.x + this.width); }
    toJSON() { const { x, y, width, height, top, right, bottom, left } = this; return { x, y, width, height, top, right, bottom, left }; }
  }
  dom.define([Element], {
    getBoundingClientRect() { return new DOMRect(); },
    // What is shown has one box, what is hidden has none.
    getClientRects() { return dom.list(this.isConnected && !dom.hidden(this) ? [new DOMRect()] : []); },
    scrollIntoView() {},
    scrollTo() {},
    scrollBy() {},
  });
  for (const name of ['scrollTop', 'scrollLeft']) Object.defineProperty(Element.prototype, name, { get: () => 0, set() {}, configurable: true });
  for (const name of ['offsetWidth', 'offsetHeight', 'offsetTop', 'offsetLeft', 'clientWidth', 'clientHeight', 'clientTop', 'clientLeft', 'scrollWidth', 'scrollHeight']) {
    Object.defineProperty(Element.prototype, name, { get: () => 0, configurable: true });
  }

  const watches = (target) => { if (!(target instanceof Element)) throw new TypeError('observe takes an Element'); };
  class ResizeObserver {
    constructor(callback) { if (typeof callback !== 'function') throw new TypeError('a ResizeObserver takes a function'); }
    observe(target) { watches(target); }
    unobserve(target) { watches(target); }
    disconnect() {}
  }
  class IntersectionObserver {
    constructor(callback, { root = null, rootMargin = '0px 0px 0px 0px', threshold = 0 } = {}) {
      if (typeof callback !== 'function') throw new TypeError('an IntersectionObserver takes a function');
      Object.assign(this, { root, rootMargin, thresholds: [].concat(threshold) });
    }
    observe(target) { watches(target); }
    unobserve(target) { watches(target); }
    disconnect() {}
    takeRecords() { return []; }
  }
  class MediaQueryList extends EventTarget {
    constructor(media) { super(); this.media = media; }
    get matches() { return false; }
    addListener(listener) { this.addEventListener('change', listener); }
    removeListener(listener) { this.removeEventListener('change', listener); }
  }
  page.made.matchMedia = function matchMedia(query) { return new MediaQueryList(String(query)); };

  // --- Styles as they are written on the element: no style sheet is read.
  const inline = ' a abbr b bdi br button cite code em i img input kbd label select small span strong sub sup textarea u ';
  const none = ' script style template head title meta link noscript datalist ';
  const computed = (element) => new Proxy(element.style, {
    get(style, key) {
      if (key === 'getPropertyValue') return (name) => computed(element)[name];
      const value = Reflect.get(style, key);
      if (value !== '' || key !== 'display') return value;
      const tag = ' ' + element.localName + ' ';
      return element.hasAttribute('hidden') || none.includes(tag) ? 'none' : inline.includes(tag) ? 'inline' : element.localName === 'table' ? 'table' : element.localName === 'tr' ? 'table-row' : element.localName === 'li' ? 'list-item' : 'block';
    },
  });
  page.made.getComputedStyle = function getComputedStyle(element) { return computed(element); };

  Object.assign(page.made, { DOMRect, IntersectionObserver, MediaQueryList, ResizeObserver });
})
