// Joins WebP pictures of one size to an animated one (RFC 9649, 2.7): smaller than the package that would do it.

const chunk = (name, ...parts) => {
  const body = Buffer.concat(parts);
  const head = Buffer.from(`${name}\0\0\0\0`, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
};

const uint24 = (...values) => Buffer.concat(values.map((value) => Buffer.from([value & 255, (value >> 8) & 255, value >> 16])));

/** The chunks of a still picture that hold its pixels. */
function pixels(webp) {
  const chunks = [];
  for (let at = 12; at < webp.length; ) {
    const size = webp.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (['VP8 ', 'VP8L', 'ALPH'].includes(webp.toString('latin1', at, at + 4))) chunks.push(webp.subarray(at, end));
    at = end;
  }
  return chunks;
}

/** `frames`: `[{webp, milliseconds}]`, played again and again. */
export function animatedWebp(frames, { width, height }) {
  const ANIMATION = 2;
  const EVERY_PIXEL_IS_REPLACED = 2;
  const canvas = chunk('VP8X', Buffer.from([ANIMATION, 0, 0, 0]), uint24(width - 1, height - 1));
  const loop = chunk('ANIM', Buffer.from([255, 255, 255, 255, 0, 0]));
  const shown = frames.map(({ webp, milliseconds }) =>
    chunk('ANMF', uint24(0, 0, width - 1, height - 1, milliseconds), Buffer.from([EVERY_PIXEL_IS_REPLACED]), ...pixels(webp)));
  return chunk('RIFF', Buffer.from('WEBP', 'latin1'), canvas, loop, ...shown);
}
