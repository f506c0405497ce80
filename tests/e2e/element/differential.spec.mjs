// The check in a browser worker must report exactly what the native build reports.
import { expect, test } from '../host-page.mjs';
import { fixtureFiles, nativeReports, corpusFiles } from '../native-reports.mjs';

/** DIFFERENTIAL=all compares every public file instead of a sample. */
const SAMPLE = process.env.DIFFERENTIAL === 'all' ? Infinity : 60;

/** Checks each file by itself, so that duplicates and batch limits do not matter. */
async function browserReports(hostPage, paths) {
  await hostPage.open({}, {
    body: '<input type="file" multiple>',
    script: "window.api = await import('/package/index.js'); window.isLoaded = true;",
  });
  await hostPage.page.waitForFunction(() => window.isLoaded);
  const input = hostPage.page.locator('input');
  await input.setInputFiles(paths);
  return input.evaluate(async ({ files }) => {
    const reports = await Promise.all(Array.from(files, (file) => window.api.checkFiles([file])));
    return reports.map((report) => report.files[0]);
  });
}

const comparable = ({ size, status, kind, pages, encryption, text, findings }) => ({ size, status, kind, pages, encryption, text, findings });

async function expectSameReports(hostPage, paths) {
  const native = nativeReports(paths);
  const browser = await browserReports(hostPage, paths);
  expect(browser).toHaveLength(native.length);
  const differ = paths.filter((_, at) => JSON.stringify(comparable(browser[at])) !== JSON.stringify(comparable(native[at])));
  const both = differ.map((path) => [path, comparable(browser[paths.indexOf(path)]), comparable(native[paths.indexOf(path)])]);
  expect(both, 'the browser’s answer, then the native one').toEqual([]);
}

test('documents in every revision of encryption get the same report in the browser as natively', async ({ hostPage }) => {
  test.setTimeout(300_000);
  const paths = fixtureFiles();
  expect(paths.length).toBeGreaterThan(200);
  await expectSameReports(hostPage, paths);
});

test('public files, broken ones among them, get the same report in the browser as natively', async ({ hostPage }) => {
  test.setTimeout(600_000);
  const paths = corpusFiles(SAMPLE);
  if (!paths) console.log('there are no public files at ../shared/corpus: only generated ones were compared');
  test.skip(!paths, 'there are no public files at ../shared/corpus');
  expect(paths.length).toBeGreaterThanOrEqual(60);
  await expectSameReports(hostPage, paths);
});
