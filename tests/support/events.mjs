// What the element tells the page, recorded on the page.
import { pdf } from './pdf.mjs';

const EVENTS = ['connect-event', 'upload-offer', 'upload-check', 'upload-handoff', 'upload-complete', 'upload-status', 'upload-error'];

/** The script that records the element's events in `window.events`. Served as a file, because the CSP forbids inline scripts. */
export function eventRecorderScript() {
  return `window.pdf = ${pdf};
window.events = [];
for (const type of ${JSON.stringify(EVENTS)}) {
  document.addEventListener(type, (event) => {
    if (window.prevented === type) event.preventDefault();
    const { files, ...rest } = event.detail;
    const detail = type === 'upload-handoff' ? { ...rest, files: files.map((file) => file.name) } : event.detail;
    window.events.push({ type, detail: structuredClone(detail), composed: event.composed, cancelable: event.cancelable });
  });
}`;
}
