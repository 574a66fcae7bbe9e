// What a call of a Freshworks host's gives: a promise that answers .done, .fail and .always as well, each of which gives the same promise again.
(function (host, page) {
  'use strict';
  const seen = new WeakSet();
  const { then } = Promise.prototype;
  page.Call = class Call extends Promise {
    done(...all) {
      for (const run of all.flat()) then.call(this, run, (reason) => { if (!seen.has(this)) throw reason; });
      return this;
    }
    fail(...all) {
      seen.add(this);
      for (const run of all.flat()) then.call(this, undefined, run);
      return this;
    }
    always(...all) {
      seen.add(this);
      for (const run of all.flat()) then.call(this, run, run);
      return this;
    }
  };
})
