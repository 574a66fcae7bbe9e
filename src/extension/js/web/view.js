// What a window tells of itself: its sizes, its screen, its browser.
(function (host, page) {
  'use strict';
  page.load('lacks');
  const made = page.made;
  Object.assign(made, { innerWidth: 1280, innerHeight: 800, outerWidth: 1280, outerHeight: 800, pageXOffset: 0, pageYOffset: 0, scrollX: 0, scrollY: 0, devicePixelRatio: 1 });
  Object.assign(made, { scrollTo() {}, scrollBy() {}, scroll() {}, focus() {}, blur() {} });
  made.screen = { width: 1280, height: 800, availWidth: 1280, availHeight: 800, colorDepth: 24, pixelDepth: 24 };
  made.navigator = page.lack({ userAgent: 'Mozilla/5.0 (deskspec)', language: host.locale, languages: [host.locale], onLine: true, cookieEnabled: true, platform: '', vendor: '', maxTouchPoints: 0 },
    'navigator', ['sendBeacon', 'share', 'vibrate', 'getBattery', 'javaEnabled']);
})
