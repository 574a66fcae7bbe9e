// The client SDK, as far as a page can tell: its surface, and its end of the message protocol. It knows nothing of the sandbox but `window`.
(function () {
  'use strict';
  if (window.ZOHODESK) return;
  const serviceOrigin = decodeURIComponent((/[?&]serviceOrigin=([^&]*)/.exec(location.search) || ['', ''])[1]);
  const widgetOrigin = encodeURIComponent(location.protocol + '//' + location.host + location.pathname);
  const waiting = { __proto__: null };
  const instances = { __proto__: null };
  const loads = [];
  let uniqueID, registered = false, promises = 100;

  const post = (message, widgetID) => {
    message.widgetOrigin = widgetOrigin;
    message.time = performance.timeOrigin + performance.now();
    message.uniqueID = uniqueID;
    message.widgetID = widgetID === undefined ? uniqueID : widgetID;
    window.parent.postMessage(message, serviceOrigin);
  };
  const call = (message, widgetID) => {
    if (!registered) throw new Error('Parentwindow reference not found.');
    const promiseID = 'Promise' + promises++;
    message.isPromise = true;
    message.promiseID = promiseID;
    // What cannot be sent throws at once, before there is a promise.
    post(message, widgetID);
    return new Promise((resolve, reject) => { waiting[promiseID] = { resolve, reject }; });
  };
  const desk = (type, property, value) => call({ type: '__EVENT__', eventName: 'DESK_EVENT', data: { type, property, value } });

  class Instance {
    #key;
    #handlers = { __proto__: null };
    constructor(key) { this.#key = key; instances[key] = this; }
    static handlers(key, name) { return key in instances && instances[key].#handlers[name] || []; }
    on(name, handler) {
      if (typeof name !== 'string') throw new Error('Invalid eventname parameter passed.');
      if (typeof handler !== 'function') throw new Error('Invalid function parameter passed.');
      const list = this.#handlers[name] || (this.#handlers[name] = []);
      list.push(handler);
      post({ type: '__EVENT_BIND__', eventName: name, count: list.length }, this.#key);
    }
    emit(name, data) {
      post({ type: '__EMIT__', eventName: name, data }, this.#key);
    }
    modal(options) { return call({ type: '__EVENT__', eventName: '__CREATE_INSTANCE__', options: Object.assign({}, options, { location: '__MODAL__' }) }, this.#key); }
    getWidgets() { return call({ type: '__EVENT__', eventName: '__WIDGETS_INFO__' }, this.#key); }
    getWidgetInstance(widgetID) {
      if (typeof widgetID !== 'string') throw new Error('Invalid WidgetID passed');
      return instances[widgetID] || new Instance(widgetID);
    }
  }

  const register = (message) => {
    if (registered) return;
    registered = true;
    uniqueID = message.uniqueID;
    const app = message.data !== null && typeof message.data === 'object' ? message.data : {};
    app.instance = new Instance(uniqueID);
    const domain = location.origin.split('.').pop().toUpperCase();
    app.instance.dcType = domain === 'COM' ? 'US' : domain;
    post({ type: '__REGISTER__' });
    for (const resolve of loads.splice(0)) resolve(app);
  };
  const settle = (message) => {
    const wait = waiting[message.promiseID];
    delete waiting[message.promiseID];
    if (wait) (message.isSuccess ? wait.resolve : wait.reject)(message.data);
  };
  // Only a Promise is waited for: anything else that has a `then` is a value, and none that can be sent.
  const run = (handler, instance, data) => {
    let value;
    try { value = handler.call(instance, data); } catch (error) { return { isSuccess: false, response: error, how: 'threw' }; }
    if (!(value instanceof Promise)) return { isSuccess: true, response: value, how: 'returned' };
    return value.then(
      (response) => ({ isSuccess: true, response, how: 'resolved' }),
      (response) => ({ isSuccess: false, response, how: 'rejected' }),
    );
  };
  const event = (message) => {
    const key = message.widgetID === undefined ? uniqueID : message.widgetID;
    const list = Instance.handlers(key, message.eventName).slice();
    if (!message.isPromise) {
      for (const handler of list) try { handler.call(instances[key], message.data); } catch (error) { window.reportError(error); }
      return;
    }
    const { eventName, promiseID } = message;
    const answer = (response) => post({ type: '__EVENT_RESPONSE__', eventName, promiseID, data: { response, widgetID: key, sourceWidgetID: uniqueID } });
    const entries = list.map((handler) => run(handler, instances[key], message.data));
    // Answers that cannot be sent are no answers: the error goes in their place.
    const settled = (all) => { try { answer(all); } catch (error) { answer(error); } };
    if (entries.some((entry) => entry instanceof Promise)) Promise.all(entries).then(settled);
    else settled(entries);
  };
  window.addEventListener('message', ({ data, source }) => {
    if (source !== window.parent) return;
    const message = typeof data === 'string' ? JSON.parse(data) : data;
    if (message === null || typeof message !== 'object') return;
    if (message.type === '__REGISTER__') register(message);
    else if (message.type === '__EVENT_RESPONSE__') settle(message);
    else event(message);
  });
  window.addEventListener('unload', () => post({ type: '__DEREGISTER__' }));

  const read = ({ file, key }) => file.arrayBuffer().then((content) => ({ fileName: file.name, fileType: file.type, content, key }));

  window.ZOHODESK = {
    extension: {
      onload() { return new Promise((resolve) => { if (!registered) loads.push(resolve); }); },
    },
    get(property, value) { return desk('GET_DATA', property, value); },
    set(property, value) { return desk('SET_DATA', property, value); },
    delete(property, value) { return desk('DELETE_DATA', property, value); },
    request(options) {
      const ask = () => call({ type: '__EVENT__', eventName: '__HTTP__', options });
      if (!options || !Object.hasOwn(options, 'fileObj')) return ask();
      return new Promise((resolve) => {
        const files = [];
        for (const one of options.fileObj) if (typeof File === 'function' && one.file instanceof File) files.push(read(one));
        resolve(Promise.all(files).then((all) => { options.fileObj = all; return ask(); }));
      });
    },
    notify(value) { return desk('NOTIFY', undefined, value); },
    showpopup(value) { return desk('POPUP', undefined, value); },
    log(value) { return desk('LOG', undefined, value); },
    invoke(type, property, value) { return desk(type, property, value); },
  };
})
