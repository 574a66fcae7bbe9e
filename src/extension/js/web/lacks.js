// Stand-ins for what browsers have and this page has not: they say so when they are called.
(function (host, page) {
  'use strict';
  page.standIn = (name) => new Proxy(function () {}, {
    get(target, key) {
      if (key === Symbol.toPrimitive || key === 'toString') return () => '[unsupported ' + name + ']';
      return typeof key === 'symbol' || key === 'then' ? undefined : key === 'prototype' ? target.prototype : page.standIn(name + '.' + key);
    },
    apply() { page.unsupported(name); },
    construct() { page.unsupported('new ' + name); },
  });
  // The known but missing members of an object say so when they are called.
  page.lack = (target, name, members) => {
    for (const member of members) {
      Object.defineProperty(target, member, { configurable: true, get: () => page.standIn(name + '.' + member), set(value) { Object.defineProperty(this, member, { value, writable: true, configurable: true }); } });
    }
    return target;
  };
})
