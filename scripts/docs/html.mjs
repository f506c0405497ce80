// What is wrong in a snippet of HTML: a tag that is not closed, or not open; an attribute that is not quoted, or there twice.

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
/** Their end may be left out. */
const OPTIONAL = new Set(['html', 'head', 'body', 'p', 'li', 'dt', 'dd', 'option', 'thead', 'tbody', 'tr', 'td', 'th']);
const RAW = new Set(['script', 'style']);
const TOKEN = /<!--[^]*?-->|<!doctype [^>]*>|<(\/?)([a-z][a-z\d-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|</giy;
const ATTRIBUTE = /\s+([^\s"'<>/=]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;

/** `{errors: [{line, message}], tags: [{name, attributes, line}], scripts: [{type, text, line}], styles: [{text, line}]}`; lines from 1. */
export function readHtml(html) {
  const result = { errors: [], tags: [], scripts: [], styles: [] };
  const open = [];
  const lineAt = (index) => html.slice(0, index).split('\n').length;
  const report = (index, message) => result.errors.push({ line: lineAt(index), message });
  let at = 0;
  for (;;) {
    const start = html.indexOf('<', at);
    if (start === -1) break;
    TOKEN.lastIndex = start;
    const [token, slash, rawName, rest] = TOKEN.exec(html);
    at = start + token.length;
    if (token === '<') report(start, '< begins no tag; write &lt;');
    if (!rawName) continue;
    const name = rawName.toLowerCase();
    if (slash) {
      while (open.length > 0 && open.at(-1).name !== name && OPTIONAL.has(open.at(-1).name) && open.some((one) => one.name === name)) open.pop();
      if (open.at(-1)?.name === name) open.pop();
      else report(start, `</${name}> closes nothing`);
      continue;
    }
    const attributes = readAttributes(rest, (message) => report(start, `<${name}>: ${message}`));
    result.tags.push({ name, attributes, line: lineAt(start) });
    if (rest.endsWith('/') && !VOID.has(name)) report(start, `<${name} /> is not closed by its slash; write </${name}>`);
    if (VOID.has(name)) continue;
    if (!RAW.has(name)) {
      open.push({ name, start });
      continue;
    }
    const end = html.indexOf(`</${name}>`, at);
    if (end === -1) {
      report(start, `<${name}> is not closed`);
      break;
    }
    const content = { text: html.slice(at, end), line: lineAt(at) };
    if (name === 'style') result.styles.push(content);
    else if (!attributes.has('src')) result.scripts.push({ type: attributes.get('type') ?? '', ...content });
    at = end + name.length + 3;
  }
  for (const { name, start } of open) if (!OPTIONAL.has(name)) report(start, `<${name}> is not closed`);
  return result;
}

function readAttributes(text, report) {
  const attributes = new Map();
  const end = text.replace(/\s*\/?$/, '').length;
  ATTRIBUTE.lastIndex = 0;
  while (ATTRIBUTE.lastIndex < end) {
    const from = ATTRIBUTE.lastIndex;
    const match = ATTRIBUTE.exec(text);
    if (!match) {
      report(`no attribute: ${text.slice(from, end).trim()}`);
      break;
    }
    const [, name, ...values] = match;
    if (attributes.has(name)) report(`${name} is there twice`);
    attributes.set(name, values.find((value) => value !== undefined) ?? '');
  }
  return attributes;
}
