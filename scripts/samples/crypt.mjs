// The PDF standard security handler with 128-bit keys (ISO 32000-1, 7.6.3), as far as the samples need it.
// RC4 is implemented here because current Node's OpenSSL no longer offers it. It protects nothing: the samples
// only have to look like a bank's protected statements.
import { createCipheriv, createHash } from 'node:crypto';

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

export const md5 = (...parts) => createHash('md5').update(Buffer.concat(parts)).digest();

export function rc4(key, data) {
  const box = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + box[i] + key[i % key.length]) & 255;
    [box[i], box[j]] = [box[j], box[i]];
  }
  const out = Buffer.alloc(data.length);
  for (let n = 0, i = 0, j = 0; n < data.length; n++) {
    i = (i + 1) & 255;
    j = (j + box[i]) & 255;
    [box[i], box[j]] = [box[j], box[i]];
    out[n] = data[n] ^ box[(box[i] + box[j]) & 255];
  }
  return out;
}

const pad = (password) => Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);

function md5Rounds(start) {
  let hash = start;
  for (let i = 0; i < 50; i++) hash = md5(hash);
  return hash;
}

function rc4Rounds(key, data) {
  let out = data;
  for (let i = 0; i < 20; i++) out = rc4(key.map((byte) => byte ^ i), out);
  return out;
}

/**
 * What a PDF writer needs to encrypt a file: the /Encrypt dictionary and a function for each object's bytes.
 * `algorithm` is 'rc4' (V2 R3) or 'aes' (V4 R4); `permissions` defaults to printing only, as is common with banks.
 */
export function securityHandler({ id, userPassword = '', ownerPassword = 'maple-owner', algorithm = 'rc4', permissions = -3900 }) {
  const aes = algorithm === 'aes';
  const flags = Buffer.alloc(4);
  flags.writeInt32LE(permissions);

  const owner = rc4Rounds(md5Rounds(md5(pad(ownerPassword))), pad(userPassword));
  const key = md5Rounds(md5(pad(userPassword), owner, flags, id));
  const user = Buffer.concat([rc4Rounds(key, md5(PADDING, id)), Buffer.alloc(16)]);

  const objectKey = (number) => {
    const tail = Buffer.from([number & 255, (number >> 8) & 255, (number >> 16) & 255, 0, 0]);
    return md5(key, tail, aes ? Buffer.from('sAlT') : Buffer.alloc(0));
  };
  const version = aes
    ? '/V 4 /R 4 /CF << /StdCF << /CFM /AESV2 /AuthEvent /DocOpen /Length 16 >> >> /StmF /StdCF /StrF /StdCF'
    : '/V 2 /R 3';

  return {
    dictionary: `<< /Filter /Standard ${version} /Length 128 /P ${permissions} /O <${owner.toString('hex')}> /U <${user.toString('hex')}> >>`,
    encrypt(number, data) {
      if (!aes) return rc4(objectKey(number), data);
      // A random IV would change the bytes on every run; samples must be deterministic.
      const start = md5(Buffer.from(`iv ${number} ${data.length}`));
      const cipher = createCipheriv('aes-128-cbc', objectKey(number), start);
      return Buffer.concat([start, cipher.update(data), cipher.final()]);
    },
  };
}
