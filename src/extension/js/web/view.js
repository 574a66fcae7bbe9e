// What a window tells of itself: its sizes, its screen, its browser, its console.
(function (host, page) {
  'use strict';
  page.load('lacks');
  const made = page.made;
  Object.assign(made, { innerWidth: 1280, innerHeight: 800, outerWidth: 1280, outerHeight: 800, pageXOffset: 0, pageYOffset: 0, scrollX: 0, scrollY: 0, devicePixelRatio: 1 });
  Object.assign(made, { scrollTo() {}, scrollBy() {}, scroll() {}, focus() {}, blur() {} });
  made.screen = { width: 1280, height: 800, availWidth: 1280, availHeight: 800, colorDepth: 24, pixelDepth: 24 };
  made.navigator = page.lack({ userAgent: 'Mozilla/5.0 (deskspec)', language: host.locale, languages: [host.locale], onLine: true, cookieEnabled: true, platform: '', vendor: '', maxTouchPoints: 0 },
    'navigator', ['sendBeacon', 'share', 'vibrate', 'getBattery', 'javaEnabled']);

  const log = (level) => (...what) => host.log(level, ...what);
  const info = log('info');
  const none = () => {};
  made.console = { log: info, info, debug: log('debug'), trace: log('debug'), warn: log('warn'), error: log('error'), dir: info, table: info, group: info, groupCollapsed: info,
    assert(holds, ...what) { if (!holds) host.log('error', 'assertion failed', ...what); },
    groupEnd: none, time: none, timeEnd: none, timeLog: none, count: none, countReset: none, clear: none };
})
