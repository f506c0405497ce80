// A small PDF writer: numbered objects, streams, one classic cross-reference table, optional encryption.
// It uses no clock and no random numbers, so the output is deterministic.
import { deflateSync } from 'node:zlib';
import { md5, securityHandler } from './crypt.mjs';

/** A PDF string of Latin-1 text, as hex, so that nothing needs escaping. */
const hexString = (bytes) => `<${bytes.toString('hex')}>`;

export function createPdf({ version = '1.7', seed = 'sample', encryption } = {}) {
  const id = md5(Buffer.from(`flinks-upload sample ${seed}`));
  const handler = encryption && securityHandler({ id, ...encryption });
  const objects = [];

  const pdf = {
    /** Reserves an object number, for forward references. */
    reserve: () => objects.push(null),

    /**
     * Adds an object and returns its number. `body` is PDF source, or a function that gets `text(string)` for
     * strings, because in an encrypted file these depend on the object's number. `data` makes it a stream.
     */
    add(body, data, { compress = true } = {}) {
      const number = pdf.reserve();
      return pdf.fill(number, body, data, { compress });
    },

    fill(number, body, data, { compress = true } = {}) {
      const text = (string) => hexString(seal(number, Buffer.from(string, 'latin1')));
      const source = typeof body === 'function' ? body(text) : body;
      objects[number - 1] = data === undefined ? Buffer.from(source, 'latin1') : stream(number, source, data, compress);
      return number;
    },

    /** The finished file. `root` and `info` are object numbers. */
    finish({ root, info }) {
      // The encryption dictionary itself must not be encrypted.
      const lock = handler ? objects.push(Buffer.from(handler.dictionary, 'latin1')) : 0;
      // Four bytes above 127 in the second line mark the file as binary.
      const parts = [Buffer.from(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`, 'latin1')];
      const offsets = [];
      let position = parts[0].length;
      objects.forEach((object, index) => {
        if (!object) throw new Error(`object ${index + 1} was reserved but never filled`);
        offsets.push(position);
        const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
        position += whole.length;
        parts.push(whole);
      });
      // Every entry is exactly 20 bytes, because readers compute its position.
      const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
      const trailer = [
        `/Size ${objects.length + 1} /Root ${root} 0 R`,
        info && `/Info ${info} 0 R`,
        lock && `/Encrypt ${lock} 0 R`,
        `/ID [${hexString(id)} ${hexString(id)}]`,
      ];
      parts.push(Buffer.from(
        `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}` +
        `trailer\n<< ${trailer.filter(Boolean).join(' ')} >>\nstartxref\n${position}\n%%EOF\n`));
      return Buffer.concat(parts);
    },
  };

  function seal(number, bytes) {
    return handler ? handler.encrypt(number, bytes) : bytes;
  }

  function stream(number, source, data, compress) {
    const plain = Buffer.isBuffer(data) ? data : Buffer.from(data, 'latin1');
    const sealed = seal(number, compress ? deflateSync(plain) : plain);
    const filter = compress ? '/Filter /FlateDecode ' : '';
    return Buffer.concat([
      Buffer.from(`<< ${source} ${filter}/Length ${sealed.length} >>\nstream\n`, 'latin1'), sealed, Buffer.from('\nendstream'),
    ]);
  }

  return pdf;
}

/**
 * The same PDF, padded to exactly `size` bytes with comment lines before its cross-reference table. No object
 * moves, so only `startxref` changes and the file stays valid. For files written by `createPdf`.
 */
export function padded(bytes, size) {
  const tail = bytes.lastIndexOf('startxref\n');
  const table = tail < 0 ? NaN : Number(bytes.toString('latin1', tail + 10, bytes.indexOf('\n', tail + 10)));
  if (!Number.isInteger(table) || bytes.toString('latin1', table, table + 4) !== 'xref') {
    throw new Error('padded: this is not a file with a classic cross-reference table');
  }
  const middle = bytes.subarray(table, tail);
  const ending = (moved) => Buffer.from(`startxref\n${moved}\n%%EOF\n`);
  // The digits of the offset depend on the padding, and the padding on the digits: try each length.
  for (let digits = 1; digits <= 15; digits++) {
    const room = size - table - middle.length - ending('0'.repeat(digits)).length;
    if (room >= 2 && String(table + room).length === digits) {
      return Buffer.concat([bytes.subarray(0, table), commentLines(room), middle, ending(table + room)]);
    }
  }
  if (size === bytes.length) return Buffer.from(bytes);
  throw new Error(`padded: a file of ${bytes.length} bytes can't be made ${size} bytes long`);
}

function commentLines(length) {
  const line = `%${'-'.repeat(98)}\n`;
  const out = Buffer.alloc(length, line);
  out[length - 1] = 10;
  // A cut in the last line may leave a lone newline, which is white space and as good as a comment.
  return out;
}
