// Chance as bytes, from the seed's own words.
(function (host, page) {
  'use strict';
  page.load('lacks');
  const bytes = (array) => { for (let i = 0; i < array.length; i++) array[i] = page.word() & 255; return array; };
  page.made.crypto = page.lack({
    getRandomValues(array) { bytes(new Uint8Array(array.buffer, array.byteOffset, array.byteLength)); return array; },
    randomUUID() {
      const some = bytes(new Uint8Array(16));
      some[6] = (some[6] & 15) | 64;
      some[8] = (some[8] & 63) | 128;
      let text = '';
      for (let i = 0; i < 16; i++) text += (i === 4 || i === 6 || i === 8 || i === 10 ? '-' : '') + (some[i] + 256).toString(16).slice(1);
      return text;
    },
  }, 'crypto', ['subtle']);
})
