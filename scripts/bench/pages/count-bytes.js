// Counts the bytes read from files in the page and in workers, when the read is requested. Only in a separate,
// untimed run: the URL of page and worker ends in `?count`.

const isPage = 'document' in globalThis;
export const isCounting = location.search === '?count';
const channel = isCounting ? new BroadcastChannel('bytes') : null;

let total = 0;
export const bytesRead = () => total;

if (isCounting) {
  const count = (bytes) => (isPage ? (total += bytes) : channel.postMessage(bytes));
  if (isPage) channel.onmessage = ({ data }) => (total += data);
  for (const name of ['arrayBuffer', 'bytes', 'text', 'stream']) instrument(Blob.prototype, name, (blob) => count(blob.size));
  for (const reader of [globalThis.FileReader, globalThis.FileReaderSync]) {
    for (const name of ['readAsArrayBuffer', 'readAsText', 'readAsDataURL', 'readAsBinaryString']) {
      if (reader) instrument(reader.prototype, name, (_, blob) => count(blob.size));
    }
  }
}

function instrument(prototype, name, onCall) {
  const own = prototype[name];
  if (own === undefined) return;
  prototype[name] = function (...args) {
    onCall(this, ...args);
    return own.apply(this, args);
  };
}
