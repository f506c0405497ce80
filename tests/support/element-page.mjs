// A page with the element, whatever drives the browser. A driver adds `run(fn, argument)`, which runs a function on the page.
import { expect } from '@playwright/test';

/** What takes milliseconds in nearly every test is looked for more often than Playwright does by itself. */
export const SOON = { intervals: [10, 20, 40, 80, 150, 300] };

/** The markup of the element with these attributes. */
export function elementMarkup(attributes) {
  const list = Object.entries(attributes).map(([name, value]) => ` ${name}="${String(value).replaceAll('"', '&quot;')}"`);
  return `<flinks-upload${list.join('')}></flinks-upload>`;
}

/** A lender's page, which records events before anything else runs, and then runs `/page.js`. */
export function hostHtml({ body, language = 'en', viewport = 'width=device-width' }) {
  return `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="${viewport}"><title>Lender</title>
    <script src="/record-events.js"></script><script type="module" src="/page.js"></script></head>
    <body>${body}</body></html>`;
}

export class ElementPage {
  /** All events so far as `{type, detail}`, with the files of a hand-off as their names. */
  events(type) {
    return this.run((wanted) => window.events.filter((event) => !wanted || event.type === wanted), type);
  }

  async eventCount(type) {
    return (await this.events(type)).length;
  }

  /** Adds files created on the page: `[{name, size?, text?, type?}]`. Without `text`, a small valid PDF. */
  async addFiles(files) {
    await this.run(async (list) => {
      const element = document.querySelector('flinks-upload');
      // The load event may come before an async module script has finished.
      await customElements.whenDefined('flinks-upload');
      element.addFiles(list.map(({ name, size, text, type = '' }) => new File(text === undefined ? window.pdf(name, size) : [text], name, { type })));
    }, files);
  }

  report() {
    return this.run(() => document.querySelector('flinks-upload').report);
  }

  /** The report that was told last, and the present one, at the same moment: what statements say comes after the verdicts. */
  toldAndPresentReport() {
    return this.run(() => {
      const told = window.events.filter(({ type }) => type === 'upload-check').at(-1).detail;
      return [told, document.querySelector('flinks-upload').report];
    });
  }

  /** Waits until all files have a verdict and returns the report. */
  async waitForReport(count) {
    await expect.poll(() => this.run(() => {
      const { report } = document.querySelector('flinks-upload');
      return report?.complete ? report.totals.files : -1;
    }), { ...SOON, message: 'all files have their verdicts' }).toBe(count);
    return this.report();
  }
}
