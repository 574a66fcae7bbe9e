// Message channels: two ends in one page, and what one sends the other hears in a task of its own.
(function (host, page) {
  'use strict';
  page.load('text');
  const { structuredClone } = page.made;
  const [OTHER, WAITING, OPEN, HEARS] = ['other end', 'waiting', 'open', 'onmessage'].map(Symbol);
  class MessagePort extends EventTarget {
    constructor() { super(); this[WAITING] = []; this[OPEN] = false; this[HEARS] = null; }
    get onmessage() { return this[HEARS]; }
    set onmessage(listener) { this[HEARS] = typeof listener === 'function' ? listener : null; this.start(); }
    postMessage(message) {
      const other = this[OTHER];
      const data = structuredClone(message);
      if (other) { other[WAITING].push(data); deliver(other); }
    }
    start() { if (!this[OPEN]) { this[OPEN] = true; for (const _ of this[WAITING]) deliver(this); } }
    close() { if (this[OTHER]) this[OTHER][OTHER] = null; this[OTHER] = null; this[WAITING] = []; }
  }
  const deliver = (port) => {
    if (!port[OPEN]) return;
    page.later(() => {
      if (port[WAITING].length === 0) return;
      const about = { data: port[WAITING].shift(), origin: '', source: null, lastEventId: '', ports: [] };
      page.send(port, Object.assign(new (page.made.MessageEvent || Event)('message'), about));
    });
  };
  class MessageChannel {
    constructor() {
      this.port1 = new MessagePort();
      this.port2 = new MessagePort();
      this.port1[OTHER] = this.port2;
      this.port2[OTHER] = this.port1;
    }
  }
  Object.assign(page.made, { MessageChannel, MessagePort });
})
