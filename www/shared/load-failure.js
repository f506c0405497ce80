// Why a file of the package could not be loaded, for the page's developer. Loaded when that happens.

/** What came instead, and a sentence with the address that was asked and the remedy. The address without its query: it may be signed. */
export function explain(from, option, response, cause) {
  if (!URL.canParse(from, document.baseURI)) return { __proto__: null, received: 'no address', message: `\`${option}\` is no address` };
  const { origin, pathname } = new URL(from, document.baseURI);
  const address = origin + pathname;
  const type = response?.headers.get('content-type') ?? '';
  const say = (received, remedy) => ({ __proto__: null, received, message: `${address}: got ${received}. ${remedy}` });
  if (response === undefined) {
    return origin === location.origin
      ? say('no answer', 'Is the network there, and does `connect-src` of your policy allow the address?')
      : say('no answer that this page may read', `\`${origin}\` has to send \`Access-Control-Allow-Origin\`, and \`connect-src\` of your policy to name it.`);
  }
  if (response.status === 403 || response.status === 401) return say(`status ${response.status}`, 'The server refuses the file: make it public, as your scripts are.');
  if (!response.ok) return say(`status ${response.status}`, `Copy the wasm files of the package there, or name their address by \`init({ ${option} })\`.`);
  if (type.startsWith('text/html')) return say('a page (text/html)', `The server answers unknown addresses with a page: copy the wasm files there, or name their address by \`init({ ${option} })\`.`);
  if (/unsafe-eval|security policy/i.test(cause.message)) return say(`${cause.name}: the policy forbids wasm`, "Add 'wasm-unsafe-eval' to `script-src`.");
  return say(`no whole wasm file (${cause.name})`, 'Is it changed or cut off on its way? Copy it anew, and let nothing transform it.');
}
