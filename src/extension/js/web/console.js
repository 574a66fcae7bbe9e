// The console: what is written there is in the record.
(function (host, page) {
  'use strict';
  const log = (level) => (...what) => host.log(level, ...what);
  const info = log('info');
  const none = () => {};
  page.made.console = { log: info, info, debug: log('debug'), trace: log('debug'), warn: log('warn'), error: log('error'), dir: info, table: info, group: info, groupCollapsed: info,
    assert(holds, ...what) { if (!holds) host.log('error', 'assertion failed', ...what); },
    groupEnd: none, time: none, timeEnd: none, timeLog: none, count: none, countReset: none, clear: none };
})
