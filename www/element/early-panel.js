// The panel in which files are picked, before the wasm is there: it takes files at once, and hands them over later. It has
// the first parts of what `component::files` lays out, in the same places; a test holds both to that.
import { format } from '../languages/format.js';
import { own } from '../shared/options.js';
import { node } from './node.js';
import { PLACES } from './places.js';

const ACCEPT = '.pdf,application/pdf';
const ACCEPT_IMAGES = `${ACCEPT},image/jpeg,image/png,image/bmp,image/tiff`;

/** The height of the panel without files, at least; how much more depends on width and language. */
export const PANEL_HEIGHT = '360px';

/** An element whose class is its part, too. */
const part = (name, className, ...children) => node(name, { class: className, part: className }, ...children);

/** Keeps a file that is dropped beside the panel from replacing the page, as `component::listeners` does later. */
export function guardDrops(signal) {
  for (const type of ['dragover', 'drop']) {
    const onDrag = (event) => {
      const { dataTransfer } = event;
      const isTaken = event.defaultPrevented || event.composedPath()[0].closest?.(':read-write, input[type=file]');
      if (isTaken || !dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      dataTransfer.dropEffect = 'none';
    };
    // On the window, after all that the page does about it.
    addEventListener(type, onDrag, own({ signal }));
  }
}

/** An attribute as the wasm reads it. */
export const word = (text) => text?.trim().toLowerCase();

/**
 * Makes the panel of an element in a language: `{ root, showCount }`. `take(files, call)` gets what was picked or dropped, and the
 * call by which the component takes it. `showCount` says how many files there are.
 */
export function earlyPanel(element, pack, take) {
  const text = (key, values) => format(pack, String(element.messages?.[key] ?? pack.texts[PLACES[key]]), values);
  const summary = node('p', { class: 'summary', part: 'summary', role: 'status' });
  const showCount = (files) => (summary.textContent = files > 0 ? text('checking', { files }) : '');

  const picker = (name, emphasis, label, attributes) => {
    const newInput = () => {
      const input = node('input', { type: 'file', multiple: '', 'aria-label': label, ...attributes });
      input.addEventListener('change', () => {
        // It keeps its files until the component takes them.
        const [next, hadFocus] = [newInput(), input.matches(':focus')];
        input.replaceWith(next);
        if (hadFocus) next.focus(own({ preventScroll: true }));
        take(input.files, (component) => component.addPicked(input));
      });
      return input;
    };
    return node(
      'label',
      { class: `${emphasis} picker ${name}`, part: `${name} ${emphasis}` },
      newInput(),
      node('span', { 'aria-hidden': 'true' }, label),
    );
  };

  const acceptsImages = /images/.test(word(element.accept));
  const [institution, level] = [element.institution?.trim(), word(element.headingLevel)];
  const subtitle = word(element.mode) === 'dashboard' ? text('collect-for-staff') : institution ? text('collect-from', { institution }) : '';
  const title = node(`h${/^[1-6]$/.test(level) ? level : 2}`, { class: 'title', part: 'title' }, text('collect-title'));
  const dropzone = part(
    'div',
    'dropzone',
    node('p', { class: 'drop-hint' }, text(acceptsImages ? 'drop-images' : 'drop-pdf')),
    node(
      'div',
      { class: 'pickers' },
      picker('browse', ['optional', 'off'].includes(word(element.check)) ? 'secondary' : 'primary', text('browse'), { accept: acceptsImages ? ACCEPT_IMAGES : ACCEPT }),
      picker('browse-folder', 'secondary', text('browse-folder'), { webkitdirectory: '' }),
    ),
  );
  const panel = node(
    'section',
    { class: 'panel', part: 'collect panel' },
    node('header', {}, title, node('p', { class: 'institution' }, subtitle), node('slot', { name: 'demand' })),
    dropzone,
    node('div', { class: 'bar' }, summary),
  );
  // As high as the whole panel at least, so that it moves nothing of the page when it comes.
  panel.style.minBlockSize = PANEL_HEIGHT;
  Object.assign(dropzone.style, { flexGrow: 1, alignContent: 'start' });
  for (const type of ['dragenter', 'dragover', 'drop']) {
    panel.addEventListener(type, (event) => {
      const { dataTransfer } = event;
      if (!dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      dataTransfer.dropEffect = 'copy';
      if (type !== 'drop') return;
      // At once: the transfer is empty after the event.
      const entries = [...dataTransfer.items].map((item) => item.kind === 'file' && item.webkitGetAsEntry()).filter(Boolean);
      const files = [...dataTransfer.files];
      take(files, (component) => component.addDropped(files, entries));
    });
  }
  const attributes = { class: 'flinks-upload', 'data-theme': word(element.theme) ?? '', lang: pack.tag, dir: 'auto' };
  return { root: node('div', attributes, node('div', { class: 'columns' }, panel)), showCount };
}
