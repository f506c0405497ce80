// The package with everything inside: its wasm files and its worker are texts in this module, for bundlers that don't copy what
// `new URL('…', import.meta.url)` names. Defines <flinks-upload>. The texts are written by scripts/inline.mjs.
import { checkerWasm, deferredWasm, elementWasm, fallbackWasm, readerWasm, reportWasm, workerScript } from './inline-data.js';
import { defineElement } from './element/element.js';
import { init } from './shared/loader.js';
import { own } from './shared/options.js';
import { urls } from './shared/urls.js';

export * from './index.js';

/** The bytes of a text: deflated, in base64. No request is made, so that `connect-src` of a policy need not know of it. */
function inflate(text) {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer();
}

/** Made when somebody waits for it, and each time anew: after a failure it may be tried again, and nothing is kept in memory. */
const whenAwaited = (make) => own({ then: (...settle) => make().then(...settle) });

async function compile() {
  try {
    return await WebAssembly.compile(await inflate(elementWasm));
  } catch (cause) {
    const message = `flinks-upload: its wasm could not be compiled (${cause.message}). Does \`script-src\` of your policy have 'wasm-unsafe-eval'?`;
    throw Object.assign(new Error(message, { cause }), own({ received: cause.name }));
  }
}

/** The address of the worker's script. Under Trusted Types only a policy makes one. */
function workerUrl() {
  const url = URL.createObjectURL(new Blob([workerScript], own({ type: 'text/javascript' })));
  try {
    return globalThis.trustedTypes?.createPolicy('flinks-upload', own({ createScriptURL: () => url })).createScriptURL(url) ?? url;
  } catch {
    // The page allows no policy of this name. If it requires one, files are checked in the page.
    return url;
  }
}

// On a server importing does nothing.
if ('customElements' in globalThis) {
  Object.assign(urls, {
    worker: workerUrl(),
    deferredWasm: whenAwaited(() => inflate(deferredWasm)),
    checkerWasm: whenAwaited(() => inflate(checkerWasm)),
    readerWasm: whenAwaited(() => inflate(readerWasm)),
    fallbackWasm: whenAwaited(() => inflate(fallbackWasm)),
    reportWasm: whenAwaited(() => inflate(reportWasm)),
  });
  // The element says itself what failed.
  init(own({ module: whenAwaited(compile) })).catch(() => {});
  defineElement();
}
