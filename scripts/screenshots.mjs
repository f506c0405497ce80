// Pictures of the demo in each stage, at phone and desktop size: `node scripts/screenshots.mjs ADDRESS FOLDER` while
// `make demo` runs. One of them is the README's.
import { chromium } from '@playwright/test';
import { mkdirSync } from 'node:fs';

const [address = 'http://127.0.0.1:8080/', folder = 'target/screenshots'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });

for (const [size, viewport] of [['phone', { width: 390, height: 844 }], ['desktop', { width: 1280, height: 800 }]]) {
  for (const [theme, language] of [['light', 'en'], ['dark', 'fr']]) {
    const page = await browser.newPage({ viewport, hasTouch: size === 'phone', isMobile: size === 'phone' });
    const part = (name) => page.locator(`flinks-upload [part~="${name}"]`);
    const frame = part('frame').contentFrame();
    const picture = (stage) => page.screenshot({ path: `${folder}/${stage}-${size}-${theme}-${language}.png`, fullPage: size === 'desktop' });
    const url = new URL(address);
    for (const [name, value] of Object.entries({ theme, language, scenario: 'RETRY_LATER' })) url.searchParams.set(name, value);
    await page.goto(String(url));
    await frame.getByRole('button', { name: 'FlinksCapital' }).waitFor();
    await picture('1-connect');
    await frame.getByRole('button', { name: 'FlinksCapital' }).click();
    await part('offer').waitFor();
    await picture('2-offer-primary');
    await frame.locator('[name=username]').fill('someone');
    await frame.locator('[name=password]').fill('x');
    await frame.locator('form button').click();
    await page.locator('[data-reason=error]').waitFor();
    if (size === 'phone') await part('offer').scrollIntoViewIfNeeded();
    await picture('3-offer-error');
    await part('use-upload').click();
    await part('dropzone').waitFor();
    await picture('4-empty');
    await page.locator('.scenarios').evaluate((panel) => (panel.open = true));
    await page.locator('[data-add=mixed]').click();
    await page.waitForFunction(() => document.querySelector('flinks-upload').report.complete && document.querySelector('flinks-upload').report.totals.files > 0);
    await page.locator('.scenarios').evaluate((panel) => (panel.open = false));
    if (size === 'phone') await part('summary').scrollIntoViewIfNeeded();
    await picture('5-files');
    await part('continue').click();
    await part('checklist').waitFor();
    await frame.locator('input[type=file]').waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    await picture('6-checklist');
    await frame.locator('input[type=file]').setInputFiles({ name: 'a.pdf', mimeType: '', buffer: Buffer.from('x') });
    await frame.locator('main > button').click();
    await part('received').waitFor();
    await picture('7-received');
    await page.locator('flinks-accounts [part~=account]').first().waitFor();
    if (size === 'phone') await page.locator('flinks-accounts').scrollIntoViewIfNeeded();
    await picture('8-accounts');
    await page.close();
  }
}
await browser.close();
