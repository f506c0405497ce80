// Pages that are read from right to left: the element reads in the direction of its own texts, and names in theirs.
import { expect, test } from '../host-page.mjs';

const UPLOAD = '<flinks-upload instance="toolbox" mode="upload" institution="FlinksCapital"></flinks-upload>';
const HEBREW = 'דף חשבון 2026-01.pdf';
/** In Hebrew, as a host's own texts may be. */
const OWN = { 'collect-title': 'בחרו את דפי החשבון', 'browse-more': 'הוספת קבצים', summary: '{ready} מתוך {files} קבצים מוכנים', 'status-ready': 'מוכן', limits: 'עד {files} קבצים, {size}', private: 'הקבצים נבדקים במכשיר הזה.' };

async function open(hostPage, messages) {
  await hostPage.open({}, { body: `<main>${UPLOAD}</main>` });
  await hostPage.page.evaluate((own) => {
    document.documentElement.dir = 'rtl';
    document.querySelector('flinks-upload').messages = own;
  }, messages);
  await expect(hostPage.part('dropzone')).toBeVisible();
}

/** Where each of these texts is drawn in the first element that matches, from the left. */
const lefts = (hostPage, selector, texts) => hostPage.element.locator(selector).first().evaluate((element, wanted) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return wanted.map((text) => {
    const node = nodes.find(({ data }) => data.includes(text));
    const range = document.createRange();
    range.setStart(node, node.data.indexOf(text));
    range.setEnd(node, node.data.indexOf(text) + text.length);
    return Math.round(range.getBoundingClientRect().left);
  });
}, texts);

const isSorted = (list) => list.every((value, at) => at === 0 || list[at - 1] < value);
const overflow = (hostPage) => hostPage.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const box = (locator) => locator.first().evaluate((node) => {
  const { left, right } = node.getBoundingClientRect();
  return { left, right };
});

for (const width of [390, 1280]) {
  test(`on a page from right to left English is read from left to right, and names in their own direction: ${width} px`, async ({ hostPage, page }) => {
    await page.setViewportSize({ width, height: 844 });
    await open(hostPage, null);
    await hostPage.addFiles([{ name: HEBREW }, { name: 'b.pdf' }, { name: 'c.pdf' }, { name: 'page.pdf', text: '<html>' }, { name: 'empty.pdf', text: '' }]);
    await hostPage.waitForReport(5);
    await expect(hostPage.part('summary')).toHaveText('3 of 5 files ready, 2 can’t be used');
    // "5 of 3" would be another number of files.
    expect(isSorted(await lefts(hostPage, '.summary', ['3', 'of', '5', 'files', '2']))).toBe(true);
    expect(isSorted(await lefts(hostPage, '.dropzone .small-print', ['Your', 'device']))).toBe(true);
    const directions = await hostPage.element.locator('.name').evaluateAll((names) => names.map((name) => [name.textContent, getComputedStyle(name).direction]));
    expect(new Map(directions).get(HEBREW)).toBe('rtl');
    expect(new Map(directions).get('b.pdf')).toBe('ltr');
    const row = hostPage.fileRows;
    expect((await box(row.locator('.name'))).left).toBeLessThan((await box(row.locator('[part~=remove]'))).left);
    expect(await overflow(hostPage)).toBe(0);

    // A name within a sentence keeps the words around it in their order.
    await hostPage.element.evaluate((element, name) => element.removeFile(element.report.files.find((file) => file.name === name).id), HEBREW);
    await expect(hostPage.element.locator('.removed')).toContainText(HEBREW);
    expect(isSorted(await lefts(hostPage, '.removed', ['2026', 'was', 'removed']))).toBe(true);
  });

  test(`texts of the host from right to left turn the layout with them: ${width} px`, async ({ hostPage, page }) => {
    await page.setViewportSize({ width, height: 844 });
    await open(hostPage, OWN);
    await hostPage.addFiles([{ name: HEBREW }, { name: 'b.pdf' }]);
    await hostPage.waitForReport(2);
    expect(await hostPage.element.locator('.flinks-upload').evaluate((root) => getComputedStyle(root).direction)).toBe('rtl');
    // Read from the right: the number that is ready, then that of all.
    expect(isSorted((await lefts(hostPage, '.summary', ['2', 'מתוך', 'קבצים'])).reverse())).toBe(true);
    const row = hostPage.fileRows;
    expect((await box(row.locator('[part~=remove]'))).right).toBeLessThan((await box(row.locator('.name'))).right);
    expect((await box(row)).left).toBeLessThan((await box(row.locator('[part~=remove]'))).right);
    expect((await box(row.locator('.name'))).right).toBeLessThan((await box(row)).right);
    expect(await overflow(hostPage)).toBe(0);
    await expect(hostPage.part('continue')).toBeInViewport({ ratio: 1 });
  });
}
