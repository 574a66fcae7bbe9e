// An app's server as the platform of Freshworks surrounds it: modules, the host's calls, and what is not there.
(function (host, page) {
  'use strict';
  const g = globalThis;
  const { hidden } = page;
  page.load('lacks');
  page.load('call');
  const none = ['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate', 'requestAnimationFrame', 'cancelAnimationFrame', 'performance'];
  for (const name of none) delete g[name];
  hidden('global', g);

  // --- The host's calls.
  const waiting = { __proto__: null };
  let last = 0;
  const ask = (call) => {
    const name = call.slice(call.indexOf('.') + 1);
    return { [name](...given) {
      const id = ++last;
      const { stack } = new Error('');
      return new page.Call((resolve, reject) => {
        host.post({ isPromise: true, id, call, given }, stack);
        waiting[id] = { resolve, reject };
      });
    } }[name];
  };
  const calls = (object, names, gaps) => hidden(object, page.lack(Object.fromEntries(names.map((name) => [name, ask(object + '.' + name)])), object, gaps));
  calls('$db', ['get', 'set', 'update', 'delete'], ['entity', 'listAll']);
  calls('$request', ['invokeTemplate', 'get', 'post', 'put', 'patch', 'delete'], []);
  calls('$schedule', ['create', 'fetch', 'update', 'delete'], []);
  hidden('generateTargetUrl', ask('generateTargetUrl'));
  hidden('renderData', function renderData(...given) { host.post({ render: given }, new Error('').stack); });
  hidden('$iparams', host.iparams);
  page.settle = (id, isSuccess, data) => {
    const call = waiting[id];
    delete waiting[id];
    if (call) (isSuccess ? call.resolve : call.reject)(data);
  };

  // --- Modules. What a module gives to `exports` counts where it leaves `module.exports` alone.
  const modules = { __proto__: null };
  const folder = (path) => path.slice(0, Math.max(path.lastIndexOf('/'), 0));
  const load = (path) => {
    if (modules[path]) return modules[path].exports;
    const file = host.file(path);
    const first = {};
    const module = modules[path] = { id: path, filename: file, exports: first, loaded: false, children: [] };
    try {
      const code = host.module(path);
      if (typeof code === 'string') module.exports = JSON.parse(code);
      else {
        const require = (name) => load(host.resolve(path, name));
        require.resolve = (name) => host.resolve(path, name);
        require.cache = {};
        const exported = code.call(first, first, require, module, file, folder(file));
        if (module.exports === first) module.exports = exported;
      }
    } catch (error) {
      delete modules[path];
      throw error;
    }
    module.loaded = true;
    return module.exports;
  };

  // --- server.js, and its handlers.
  let exported;
  const declared = () => (exported !== null && typeof exported === 'object' && Array.isArray(exported.events) ? exported.events : []);
  page.start = () => {
    exported = load(host.main);
    const isObject = exported !== null && (typeof exported === 'object' || typeof exported === 'function');
    const functions = isObject ? Object.keys(exported).filter((name) => typeof exported[name] === 'function') : [];
    const events = declared().map((entry) => ({ event: String(entry?.event), callback: typeof entry?.callback === 'function' ? null : String(entry?.callback) }));
    return { functions, events };
  };
  page.invoke = (handlers, payload) => {
    for (const handler of handlers) {
      const run = typeof handler === 'number' ? declared()[handler].callback : exported[handler];
      try {
        run.call(exported, JSON.parse(payload));
      } catch (error) {
        host.report(error);
        host.post({ threw: true }, '');
      }
    }
  };
})
