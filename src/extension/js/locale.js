// Dates as en-US writes them with options. Made when it is first asked for.
(function (host, page) {
  'use strict';
  const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
  const OF_DATE = ['weekday', 'year', 'month', 'day'];
  const OF_TIME = ['hour', 'minute', 'second'];
  const STYLES = {
    dateStyle: {
      full: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
      long: { year: 'numeric', month: 'long', day: 'numeric' },
      medium: { year: 'numeric', month: 'short', day: 'numeric' },
      short: { year: '2-digit', month: 'numeric', day: 'numeric' },
    },
    timeStyle: {
      medium: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
      short: { hour: 'numeric', minute: '2-digit' },
    },
  };
  const VALUES = {
    weekday: ['short', 'long'], year: ['numeric', '2-digit'], month: ['numeric', '2-digit', 'short', 'long'], day: ['numeric', '2-digit'],
    hour: ['numeric', '2-digit'], minute: ['numeric', '2-digit'], second: ['numeric', '2-digit'],
    dateStyle: Object.keys(STYLES.dateStyle), timeStyle: Object.keys(STYLES.timeStyle), hourCycle: ['h12', 'h23'],
  };
  const FREE = ['hour12', 'timeZone', 'localeMatcher', 'formatMatcher'];
  const two = (n) => String(n).padStart(2, '0');
  const sized = (n, width) => (width === '2-digit' ? two(n % 100) : String(n));

  const read = (name, options) => {
    const asked = {};
    for (const key of Object.keys(Object(options))) {
      const value = options[key];
      if (value === undefined) continue;
      const isKnown = key in VALUES ? VALUES[key].includes(String(value)) : FREE.includes(key);
      if (!isKnown) page.unsupported(name + ' with the option ' + key + ': ' + JSON.stringify(value));
      asked[key] = value;
    }
    return asked;
  };

  const dateText = (at, asked, name) => {
    const { weekday, year, month, day } = asked;
    const day3 = weekday && DAYS[at.getUTCDay()].slice(0, weekday === 'short' ? 3 : undefined);
    const y = year && sized(at.getUTCFullYear(), year);
    const d = day && sized(at.getUTCDate(), day);
    let text;
    if (month === 'short' || month === 'long') {
      const named = MONTHS[at.getUTCMonth()].slice(0, month === 'short' ? 3 : undefined);
      text = d ? named + ' ' + d + (y ? ', ' + y : '') : named + (y ? ' ' + y : '');
    } else if (month) {
      text = [sized(at.getUTCMonth() + 1, month), d, y].filter(Boolean).join('/');
    } else {
      const alone = [y, d].filter(Boolean);
      if (alone.length + !!day3 > 1) page.unsupported(name + ' with a day or a year and no month');
      return day3 || alone[0];
    }
    return day3 ? day3 + ', ' + text : text;
  };

  const timeText = (at, { hour, minute, second, hour12, hourCycle }, name) => {
    const [h, m, s] = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()];
    if (!hour) {
      if (minute && second) return two(m) + ':' + two(s);
      return minute ? String(m) : String(s);
    }
    if (second && !minute) page.unsupported(name + ' with an hour and a second and no minute');
    const is24 = hour12 === undefined ? hourCycle === 'h23' : !hour12;
    const rest = (minute ? ':' + two(m) : '') + (second ? ':' + two(s) : '');
    // Without half days midnight is 24 o'clock, unless the hours are said to count from 0.
    if (is24) return two(h === 0 && hourCycle !== 'h23' ? 24 : h) + rest;
    return sized(h % 12 || 12, hour) + rest + (h < 12 ? ' AM' : ' PM');
  };

  // `wanted` is what is written where nothing is asked for: 'date', 'time', or both.
  page.dated = (name, time, wanted, options) => {
    let asked = read(name, options);
    const has = (keys) => keys.some((key) => asked[key] !== undefined);
    if (asked.dateStyle || asked.timeStyle) {
      if (has(OF_DATE) || has(OF_TIME)) throw new TypeError("Can't set option " + [...OF_DATE, ...OF_TIME].find((key) => asked[key]) + ' when ' + (asked.dateStyle ? 'dateStyle' : 'timeStyle') + ' is used');
      asked = { ...asked, ...STYLES.dateStyle[asked.dateStyle], ...STYLES.timeStyle[asked.timeStyle] };
    } else {
      const whole = wanted === 'both' && !has(OF_DATE) && !has(OF_TIME);
      if (whole || (wanted === 'date' && !has(OF_DATE))) asked = { ...asked, year: 'numeric', month: 'numeric', day: 'numeric' };
      if (whole || (wanted === 'time' && !has(OF_TIME))) asked = { ...asked, hour: 'numeric', minute: '2-digit', second: '2-digit' };
    }
    const offset = asked.timeZone === undefined ? host.offset(time) : host.zoned(String(asked.timeZone), time);
    if (offset !== offset) throw new RangeError('Invalid time zone specified: ' + asked.timeZone);
    const at = new page.Date(time + offset);
    const texts = [has(OF_DATE) && dateText(at, asked, name), has(OF_TIME) && timeText(at, asked, name)].filter(Boolean);
    return texts.join(asked.month === 'long' ? ' at ' : ', ');
  };
})
