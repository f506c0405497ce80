// Gray images and two encoders: PNG, and a baseline JPEG with the simplest Huffman tables that
// the format allows (one bit for "rest of the block is zero", nine for anything else).
import { deflateSync } from 'node:zlib';
import { dots } from './glyphs.mjs';

/** A gray image of `width` × `height`, filled with paper of the given brightness. */
export function canvas(width, height, paper = 250) {
  const pixels = new Uint8Array(width * height).fill(paper);
  const set = (x, y, gray) => {
    if (x >= 0 && y >= 0 && x < width && y < height) pixels[y * width + x] = gray;
  };
  const fill = (x, y, w, h, gray) => {
    for (let row = Math.round(y); row < Math.round(y + h); row++) {
      for (let column = Math.round(x); column < Math.round(x + w); column++) set(column, row, gray);
    }
  };
  const write = (text, x, y, dot, gray = 40) => dots(text, (c, r) => fill(x + c * dot, y + r * dot, dot, dot, gray));
  return { width, height, pixels, fill, write };
}

/** The image slightly skewed, as by a scanner: shifted by one pixel every `step` rows. */
export function tilted({ width, height, pixels }, step = 90) {
  const out = new Uint8Array(pixels.length).fill(235);
  for (let y = 0; y < height; y++) {
    const shift = Math.round((y - height / 2) / step);
    for (let x = 0; x < width; x++) {
      const row = y + Math.round((x - width / 2) / step);
      if (row >= 0 && row < height && x + shift >= 0 && x + shift < width) out[y * width + x] = pixels[row * width + x + shift];
    }
  }
  return { width, height, pixels: out };
}

export function png({ width, height, pixels }) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type, data) {
  const out = Buffer.alloc(data.length + 12);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  out.set(data, 8);
  let crc = 0xffffffff;
  for (const byte of out.subarray(4, data.length + 8)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, data.length + 8);
  return out;
}

const ZIGZAG = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
];
const COSINES = Array.from({ length: 64 }, (_, i) =>
  Math.cos(((2 * (i & 7) + 1) * (i >> 3) * Math.PI) / 16) * (i >> 3 ? 0.5 : Math.SQRT1_2 / 2));
const AC_SYMBOLS = [0x00, 0xf0];
for (let run = 0; run < 16; run++) for (let size = 1; size <= 10; size++) AC_SYMBOLS.push((run << 4) | size);

export function jpeg({ width, height, pixels }, step = 14) {
  const quantum = ZIGZAG.map((place) => step + 2 * ((place & 7) + (place >> 3)));
  const bits = bitWriter();
  let last = 0;
  for (let y = 0; y < height; y += 8) {
    for (let x = 0; x < width; x += 8) {
      const values = transform(pixels, width, height, x, y).map((v, i) => Math.round(v / quantum[i]));
      const size = bitLength(values[0] - last);
      bits.put(size, 4);
      bits.amount(values[0] - last, size);
      last = values[0];
      writeRest(values, bits);
    }
  }
  const table = (kind, counts, symbols) => segment(0xc4, [kind, ...Array.from({ length: 16 }, (_, i) => counts[i + 1] ?? 0), ...symbols]);
  const pair = (n) => [n >> 8, n & 255];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 1, 0, 100, 0, 100, 0, 0]),
    segment(0xdb, [0, ...quantum]),
    segment(0xc0, [8, ...pair(height), ...pair(width), 1, 1, 0x11, 0]),
    table(0x00, { 4: 12 }, Array.from({ length: 12 }, (_, i) => i)),
    table(0x10, { 1: 1, 9: AC_SYMBOLS.length - 1 }, AC_SYMBOLS),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    bits.finish(), Buffer.from([0xff, 0xd9]),
  ]);
}

const segment = (marker, body) => Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]);
const bitLength = (value) => 32 - Math.clz32(Math.abs(value));

/** The DCT of one block, in zigzag order; the last pixel repeats beyond the edge. */
function transform(pixels, width, height, x0, y0) {
  const rows = new Float64Array(64);
  for (let y = 0; y < 8; y++) {
    const line = Math.min(y0 + y, height - 1) * width;
    for (let u = 0; u < 8; u++) {
      for (let x = 0; x < 8; x++) rows[y * 8 + u] += (pixels[line + Math.min(x0 + x, width - 1)] - 128) * COSINES[u * 8 + x];
    }
  }
  return ZIGZAG.map((place) => {
    let sum = 0;
    for (let y = 0; y < 8; y++) sum += rows[y * 8 + (place & 7)] * COSINES[(place >> 3) * 8 + y];
    return sum;
  });
}

function writeRest(values, bits) {
  const symbol = (value) => (value === 0 ? bits.put(0, 1) : bits.put(255 + AC_SYMBOLS.indexOf(value), 9));
  let zeros = 0;
  for (let i = 1; i < 64; i++) {
    if (values[i] === 0) { zeros++; continue; }
    for (; zeros > 15; zeros -= 16) symbol(0xf0);
    const size = bitLength(values[i]);
    symbol((zeros << 4) | size);
    bits.amount(values[i], size);
    zeros = 0;
  }
  if (zeros) symbol(0);
}

function bitWriter() {
  const out = [];
  let held = 0, count = 0;
  const put = (value, length) => {
    for (let i = length - 1; i >= 0; i--) {
      held = (held << 1) | ((value >> i) & 1);
      if (++count < 8) continue;
      out.push(held);
      // A 0xFF byte is followed by a zero byte, or decoders would take it for a marker.
      if (held === 255) out.push(0);
      held = count = 0;
    }
  };
  return {
    put,
    amount: (value, size) => put(value < 0 ? value + (1 << size) - 1 : value, size),
    finish() { while (count) put(1, 1); return Buffer.from(out); },
  };
}
