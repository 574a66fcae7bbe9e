// The client of a Freshworks page, as far as a page can tell: `app` (or `frsh_init`), and what app.initialized() gives. What the real one says to its host is
// not known here: this one speaks as Desk's client SDK does, with calls of its own.
(function (host, page) {
  'use strict';
  const g = globalThis;
  if (page.client) return;
  host.sdk();
  page.load('lacks');
  page.load('call');
  const waiting = { __proto__: null };
  const handlers = { __proto__: null };
  const loads = [];
  const { stringify } = JSON;
  let last = 0, registered = false;

  const post = (message) => host.post(message, new Error('').stack);
  const ask = (name, given) => new page.Call((resolve, reject) => {
    const promiseID = 'Promise' + ++last;
    // What cannot be sent rejects at once.
    post({ type: '__CALL__', name, given, isPromise: true, promiseID });
    waiting[promiseID] = { resolve, reject };
  });
  const calls = (object, names, gaps = []) => {
    const made = names.map((name) => [name, { [name](...given) { return ask('client.' + object + '.' + name, given); } }[name]]);
    return page.lack(Object.fromEntries(made), 'client.' + object, gaps);
  };

  // --- Events: an interceptor says done() or fail(), and its first word counts; who only listens says nothing.
  const run = (handler, type, data, helper) => {
    try { handler.call(undefined, { type, data, helper: { getData: () => data, ...helper } }); } catch (error) { host.report(error); }
  };
  const nothing = { done() {}, fail() {} };
  const tell = (name, data) => { for (const { handler } of (handlers[name] || []).slice()) run(handler, name, data, nothing); };
  const consult = ({ eventName, promiseID, data }) => {
    const list = (handlers[eventName] || []).slice();
    const answer = (response) => post({ type: '__EVENT_RESPONSE__', eventName, promiseID, data: { response } });
    let open = list.filter(({ intercepts }) => intercepts).length;
    if (open === 0) answer([]);
    const entries = [];
    const settle = (entry) => {
      entries.push(entry);
      open = entry.isSuccess ? open - 1 : 0;
      if (open === 0) answer(entries);
    };
    for (const { handler, intercepts } of list) {
      let said = !intercepts;
      const once = (entry) => {
        if (said || open === 0) return;
        said = true;
        settle(entry);
      };
      run(handler, eventName, data, {
        done() { once({ isSuccess: true, how: 'resolved' }); },
        fail(message) { once({ isSuccess: false, how: 'rejected', response: message === undefined ? undefined : { msg: typeof message === 'string' ? message : stringify(message) } }); },
      });
    }
  };
  const on = (name, handler, options) => {
    if (typeof name !== 'string' || typeof handler !== 'function') throw new TypeError("client.events.on takes an event's name and a function");
    const list = handlers[name] || (handlers[name] = []);
    list.push({ handler, intercepts: !!(options && options.intercept) });
    // A page is alive once the agent has activated it: it hears so as soon as it listens.
    if (name === 'app.activated') Promise.resolve().then(() => run(handler, name, {}, nothing));
    if (!name.startsWith('app.')) post({ type: '__EVENT_BIND__', eventName: name, count: list.length });
  };

  page.client = {
    instance: {
      ...calls('instance', ['context', 'get', 'resize', 'close', 'send']),
      receive(handler) {
        if (typeof handler !== 'function') throw new TypeError('client.instance.receive takes a function');
        (handlers['instance.receive'] || (handlers['instance.receive'] = [])).push({ handler, intercepts: false });
      },
    },
    // Each object and each trigger is a call of its own to the host.
    data: { get(object) { return ask('client.data.get ' + object, []); } },
    interface: { trigger(what, ...given) { return ask('client.interface.trigger ' + what, given); } },
    events: page.lack({ on }, 'client.events', ['off']),
    iparams: calls('iparams', ['get']),
    db: calls('db', ['get', 'set', 'update', 'delete'], ['entity']),
    request: calls('request', ['get', 'post', 'put', 'patch', 'delete', 'invokeTemplate', 'invoke']),
  };
  page.lack(page.client, 'client', ['job', 'context']);

  const register = () => {
    if (registered) return;
    registered = true;
    post({ type: '__REGISTER__' });
    for (const resolve of loads.splice(0)) resolve(page.client);
  };
  const settle = ({ promiseID, isSuccess, data }) => {
    const wait = waiting[promiseID];
    delete waiting[promiseID];
    if (wait) (isSuccess ? wait.resolve : wait.reject)(data);
  };
  const hear = (message) => {
    if (message.type === '__REGISTER__') register();
    else if (message.type === '__EVENT_RESPONSE__') settle(message);
    else if (message.isPromise) consult(message);
    else tell(message.eventName, message.data);
  };
  g.addEventListener('message', ({ data, source }) => { if (source === g.parent) hear(data); });
  g.addEventListener('unload', () => tell('app.deactivated', {}));

  const initialized = () => {
    if (!registered) host.ready(new Error('').stack);
    return new Promise((resolve) => { if (registered) resolve(page.client); else loads.push(resolve); });
  };
  page.hidden('app', { initialized });
  // The same by the name that some apps know.
  page.hidden('frsh_init', initialized);
})
