// Time and chance, as the sandbox has them: from the virtual clock, the portal's time zone and the seed.
// Compiled once; called with the host's few functions and the state that the parts of the page share.
(function (host, page) {
  'use strict';
  const g = globalThis;
  const define = (target, name, value) => Object.defineProperty(target, name, { value, writable: true, configurable: true });

  // --- Math.random, and all else that is drawn: sfc32 over the four words of the seed.
  let [a, b, c, d] = host.seed;
  function word() {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t | 0;
    return t >>> 0;
  }
  for (let i = 0; i < 12; i++) word();
  define(Math, 'random', function random() { return ((word() >>> 5) * 67108864 + (word() >>> 6)) / 9007199254740992; });
  page.word = word;

  // --- performance: a page is opened at 0.
  const start = page.now;
  g.performance = { timeOrigin: start, now() { return page.now - start; }, mark() {}, measure() {} };

  // --- Date is made when it is first asked for.
  page.Date = Date;
  page.lazy('Date', () => host.part('date')[0](host, page));

  // --- Timers. The fifth timer that a timer sets is held to 4 ms, as in browsers, so that no page stands still in time.
  const timers = { __proto__: null };
  let last = 0;
  const clamp = (ms, depth) => {
    ms = ms | 0;
    return depth > 5 && ms < 4 ? 4 : ms < 0 ? 0 : ms;
  };
  function arm(run, ms, args, again) {
    const id = ++last;
    const depth = page.depth + 1;
    const wait = clamp(ms, depth);
    host.timer(id, wait, false);
    timers[id] = { run, args, wait, again, depth };
    return id;
  }
  g.setTimeout = function setTimeout(run, ms, ...args) { return arm(run, ms, args, false); };
  g.setInterval = function setInterval(run, ms, ...args) { return arm(run, ms, args, true); };
  g.requestAnimationFrame = function requestAnimationFrame(run) { return arm(() => run(page.now - start), 16, [], false); };
  const clear = (id) => { if (timers[id]) { delete timers[id]; host.clear(+id); } };
  g.clearTimeout = function clearTimeout(id) { clear(id); };
  g.clearInterval = function clearInterval(id) { clear(id); };
  g.cancelAnimationFrame = function cancelAnimationFrame(id) { clear(id); };
  page.later = (run) => arm(run, 0, [], false);
  page.fire = (id) => {
    const timer = timers[id];
    if (!timer) return;
    page.depth = timer.depth;
    if (timer.again) {
      timer.depth++;
      timer.wait = clamp(timer.wait, timer.depth);
      host.timer(id, timer.wait, true);
    } else {
      clear(id);
    }
    if (typeof timer.run === 'function') timer.run.apply(g, timer.args);
    else (0, eval)(String(timer.run));
  };
})
