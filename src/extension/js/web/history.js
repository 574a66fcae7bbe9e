// Where the page is, and was: what moves within it. A page that would leave itself says so.
(function (host, page) {
  'use strict';
  const g = globalThis;
  page.load('text');
  page.load('url');
  const { URL, structuredClone } = page.made;
  const here = page.address;
  const entries = [{ ...here, state: null }];
  let at = 0;
  const tell = (Kind, type, about) => page.send(g, Object.assign(new (page.made[Kind] || Event)(type), about));
  // Another entry is the page's; who listens is told in the order of the standard: popstate at once, hashchange in a task of its own.
  const show = (entry, isTold) => {
    const [oldURL, oldHash] = [g.location.href, here.hash];
    Object.assign(here, { path: entry.path, search: entry.search, hash: entry.hash });
    if (!isTold) return;
    tell('PopStateEvent', 'popstate', { state: entry.state });
    const newURL = g.location.href;
    if (entry.hash !== oldHash) page.later(() => tell('HashChangeEvent', 'hashchange', { oldURL, newURL }));
  };
  const put = (entry, replaces, isTold) => {
    if (replaces) entries[at] = entry; else entries.splice(++at, Infinity, entry);
    show(entry, isTold);
  };
  const entry = (url, state) => ({ path: url.pathname, search: url.search, hash: url.hash, state });
  page.go = (to, name, replaces) => {
    const url = new URL(to, g.location.href);
    if (!to.includes('#') || url.origin !== here.origin || url.pathname !== here.path || url.search !== here.search) page.unsupported(name);
    if (url.hash !== here.hash) put(entry(url, null), replaces, true);
  };
  const keep = (name, replaces, given) => {
    if (given.length < 2) throw new TypeError(name + ' takes a state and a title');
    const [state, , to] = given;
    let url;
    try { url = new URL(to === undefined || to === null ? g.location.href : to, g.location.href); } catch { url = { origin: '' }; }
    if (url.origin !== here.origin) throw new DOMException(name + ' cannot show ' + JSON.stringify(String(to)) + ': it is not of ' + here.origin, 'SecurityError');
    put(entry(url, structuredClone(state)), replaces, false);
  };
  class History {
    scrollRestoration = 'auto';
    get length() { return entries.length; }
    get state() { return entries[at].state; }
    pushState(...given) { keep('history.pushState', false, given); }
    replaceState(...given) { keep('history.replaceState', true, given); }
    back() { this.go(-1); }
    forward() { this.go(1); }
    go(steps = 0) {
      steps = Math.trunc(steps) || 0;
      if (steps === 0) page.unsupported('history.go(0)');
      page.later(() => { if (entries[at + steps]) { at += steps; show(entries[at], true); } });
    }
  }
  page.made.history = new History();
})
