// The demo page: drawer, event log, code snippets, and layout at each viewport size.
import { axe, expectNoViolations } from '../axe.mjs';
import { expect, test } from '../privacy-recorder.mjs';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };
const TABS = ['scenario', 'events', 'code'];
const GUID = /[0-9a-f]{8}-[0-9a-f]{4}/;

const part = (page, name) => page.locator(`flinks-upload [part~="${name}"]`);
const drawer = (page) => page.locator('.scenarios');
const handle = (page) => page.locator('.scenarios > summary');
const connect = (page) => part(page, 'frame').contentFrame();
const tab = (page, name) => page.locator(`#tab-${name}`);
const logEntry = (page, type) => page.locator(`#log [data-type="${type}"]`);
const listing = (page, name) => page.locator('#code figure', { has: page.getByText(name, { exact: true }) }).locator('pre');

async function open(page, baseURL, settings = {}) {
  await page.goto(`${baseURL}&${new URLSearchParams(settings)}`);
  await expect(page.locator('flinks-upload')).toBeVisible();
}

const width = (page, selector) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().width);
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.describe('at a desktop', () => {
  test.use({ viewport: DESKTOP });

  test('the drawer stands beside the page, and gives its place back', async ({ page, baseURL }) => {
    await open(page, baseURL);
    const beside = await width(page, '.lender');
    expect(beside + (await width(page, '.side'))).toBe(DESKTOP.width);
    await handle(page).focus();
    await page.keyboard.press('Enter');
    await expect(drawer(page)).not.toHaveAttribute('open');
    expect(await width(page, '.lender')).toBeGreaterThan(beside + 250);
    await expect(page).toHaveURL(/panel=closed/);
    await page.reload();
    await expect(drawer(page)).not.toHaveAttribute('open');
    await handle(page).click();
    await expect(tab(page, 'scenario')).toBeVisible();
  });

  test('the tabs go by arrow keys, and the one that is open stands in the address', async ({ page, baseURL }) => {
    await open(page, baseURL);
    await tab(page, 'scenario').focus();
    for (const [key, name] of [['ArrowRight', 'events'], ['ArrowRight', 'code'], ['ArrowRight', 'scenario'], ['ArrowLeft', 'code'], ['Home', 'scenario'], ['End', 'code']]) {
      await page.keyboard.press(key);
      await expect(tab(page, name)).toBeFocused();
      await expect(tab(page, name)).toHaveAttribute('aria-selected', 'true');
      for (const other of TABS) await expect(page.locator(`#panel-${other}`)).toBeVisible({ visible: other === name });
    }
    await page.reload();
    await expect(page.locator('#panel-code')).toBeVisible();
  });

  test('the address is the scenario’s: who opens it sees the same, and nothing is stored', async ({ page, baseURL }) => {
    await open(page, baseURL);
    const wanted = { mode: 'upload', ending: 'failed', look: 'bank', theme: 'dark', language: 'fr', accept: 'pdf,images', handoff: 'event' };
    for (const [name, value] of Object.entries(wanted)) await page.locator(`[name="${name}"]`).selectOption(value);
    await page.locator('[name=institution]').fill('RBC / HSBC');
    await page.locator('[name=institution]').press('Enter');
    await expect(part(page, 'collect')).toContainText('RBC / HSBC');
    const address = page.url();
    for (const [name, value] of Object.entries({ ...wanted, institution: 'RBC / HSBC' })) expect(new URL(address).searchParams.get(name)).toBe(value);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
    await page.goto('about:blank');
    await page.goto(address);
    await expect(part(page, 'collect')).toContainText('RBC / HSBC');
    for (const [name, value] of Object.entries(wanted)) await expect(page.locator(`[name="${name}"]`)).toHaveValue(value);
    await page.locator('[name=mode]').selectOption('primary');
    expect(new URL(page.url()).searchParams.has('mode')).toBe(false);
  });

  test('a setting that there is not is as none', async ({ page, baseURL }) => {
    await open(page, baseURL, { mode: 'nonsense', look: 'nonsense', panel: 'nonsense' });
    await expect(page.locator('[name=mode]')).toHaveValue('primary');
    await expect(page.locator('[name=look]')).toHaveValue('');
    await expect(page.locator('#panel-scenario')).toBeVisible();
  });

  test('what a mode has no use for is not asked', async ({ page, baseURL }) => {
    await open(page, baseURL);
    for (const [mode, visible] of [['upload', ['institution', 'handoff', 'ending']], ['dashboard', []], ['fallback', ['handoff', 'scenario', 'offer-on', 'ending']]]) {
      await page.locator('[name=mode]').selectOption(mode);
      for (const name of ['institution', 'handoff', 'scenario', 'offer-on', 'ending']) {
        await expect(page.locator(`[name="${name}"]`), `${mode}: ${name}`).toBeVisible({ visible: visible.includes(name) });
      }
    }
  });

  test('where no files are asked for yet, adding some goes there', async ({ page, baseURL }) => {
    await open(page, baseURL);
    await page.locator('[data-add=good]').click();
    await expect(part(page, 'summary')).toHaveText('3 of 3 files ready');
    await expect(page.locator('[name=mode]')).toHaveValue('upload');
  });

  test('each stage can be gone to without typing', async ({ page, baseURL }) => {
    await open(page, baseURL);
    const stages = [['Offer', 'offer'], ['Files', 'dropzone'], ['Upload window', 'checklist'], ['Received', 'received']];
    for (const [name, shown] of stages) {
      await page.getByRole('group', { name: 'Jump to' }).getByRole('button', { name, exact: true }).click();
      await expect(part(page, shown), name).toBeVisible({ timeout: 15_000 });
    }
  });

  test('the element can be seen as wide as on a phone', async ({ page, baseURL }) => {
    await open(page, baseURL);
    await page.locator('[name=width]').selectOption('390');
    await expect.poll(async () => (await page.locator('#stage').boundingBox()).width).toBe(390);
  });

  test('a person who was sent on to the upload screen finds the way back', async ({ page, baseURL }) => {
    await open(page, baseURL, { mode: 'upload', handoff: 'navigate' });
    await page.locator('[data-add=good]').click();
    await part(page, 'continue').click();
    const back = page.getByRole('link', { name: 'Back to the lender’s page' });
    await expect(back).toBeVisible({ timeout: 15_000 });
    await expect(page.locator('input[type=file]')).toBeVisible();
    await back.click();
    await expect(page.locator('h1')).toHaveText('Confirm your income');
  });

  test('the code has the attributes that are on screen, each and no other', async ({ page, baseURL }) => {
    await open(page, baseURL, { panel: 'code' });
    await page.getByLabel('this demo’s mock').check();
    for (const settings of [{}, { mode: 'fallback', scenario: 'RETRY_LATER', language: 'fr' }, { mode: 'upload', accept: 'pdf,images', theme: 'system', look: 'fintech' }, { mode: 'dashboard', check: 'off' }]) {
      await tab(page, 'scenario').click();
      for (const [name, value] of Object.entries(settings)) await page.locator(`[name="${name}"]`).selectOption(value);
      await tab(page, 'code').click();
      const onScreen = () => page.locator('flinks-upload').evaluate((element) => {
        const { 'status-url': own, ...rest } = Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
        // The tag and the stream URL are specific to this upload.
        if (rest.params) rest.params = rest.params.replace(/&tag=[^&]*/, '');
        return rest;
      });
      const inCode = async () => {
        const text = await listing(page, 'index.html').textContent();
        return page.evaluate((markup) => {
          const [element] = new DOMParser().parseFromString(markup, 'text/html').querySelectorAll('flinks-upload');
          return Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
        }, text);
      };
      await expect(async () => expect(await onScreen()).toEqual(await inCode())).toPass();
      expect(Object.keys(await inCode()).length).toBeGreaterThan(0);
    }
  });

  test('a changed setting changes each snippet, and marks what changed', async ({ page, baseURL }) => {
    await open(page, baseURL, { panel: 'code', theme: 'system' });
    for (const [label, file, before, after] of [
      ['HTML', 'index.html', 'mode="fallback"', 'mode="upload"'],
      ['npm', 'index.html', 'mode="fallback"', 'mode="upload"'],
      ['React', 'Income.jsx', 'mode="fallback"', 'mode="upload"'],
      ['Vue', 'Income.vue', 'mode="fallback"', 'mode="upload"'],
      ['Svelte', 'Income.svelte', 'mode="fallback"', 'mode="upload"'],
      ['Yew', 'src/main.rs', 'mode: Some("fallback"', 'mode: Some("upload"'],
    ]) {
      await tab(page, 'scenario').click();
      await page.locator('[name=mode]').selectOption('fallback');
      await tab(page, 'code').click();
      await page.getByLabel(label, { exact: true }).check();
      await expect(listing(page, file)).toContainText(before);
      await tab(page, 'scenario').click();
      await page.locator('[name=mode]').selectOption('upload');
      await tab(page, 'code').click();
      await expect(listing(page, file)).toContainText(after);
      await expect(listing(page, file)).not.toContainText(before);
      await expect(page.locator('#code .new').filter({ hasText: after })).toHaveCount(1);
    }
    await page.getByLabel('Check only').check();
    await expect(listing(page, 'check.js')).toContainText('checkFiles(input.files);');
    await tab(page, 'scenario').click();
    await page.locator('[name=accept]').selectOption('pdf,images');
    await tab(page, 'code').click();
    await expect(listing(page, 'check.js')).toContainText("checkFiles(input.files, { accept: 'pdf,images' });");
  });

  test('copying gives the file as it is shown, and says so', async ({ page, context, baseURL }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, baseURL, { panel: 'code', look: 'bank' });
    for (const name of ['index.html', 'income.js', 'bank.css']) {
      await page.getByRole('button', { name: `Copy ${name}` }).click();
      await expect(page.locator('#said')).toHaveText(`Copied: ${name}`);
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied.trim()).toBe((await listing(page, name).textContent()).trim());
      expect(copied.length).toBeGreaterThan(100);
    }
    await tab(page, 'scenario').click();
    await page.getByRole('button', { name: 'Copy link to this scenario' }).click();
    await expect(page.locator('#said')).toHaveText('Copied: the link');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  });

  test('where the page may not copy, it says that', async ({ page, baseURL }) => {
    await page.addInitScript(() => (Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))));
    await open(page, baseURL, { panel: 'code' });
    await page.getByRole('button', { name: 'Copy income.js' }).click();
    await expect(page.locator('#said')).toContainText('copy it yourself');
  });

  test('the log counts, shows one kind, opens to the detail, and is cleared', async ({ page, baseURL }) => {
    await open(page, baseURL, { mode: 'upload' });
    // Before, the demo would start over for the files.
    await expect(part(page, 'dropzone')).toBeVisible();
    await page.locator('[data-add=mixed]').click();
    await expect(part(page, 'summary')).toContainText('3 of 6');
    await tab(page, 'events').click();
    // What the files say comes after their verdicts.
    const others = async () => Number(await page.locator('#heard').textContent()) - (await logEntry(page, 'upload-check').count());
    await expect(logEntry(page, 'upload-check')).not.toHaveCount(0);
    await expect.poll(others, 'beside the checks, the offer').toBe(1);
    const kind = page.locator('[data-kind="upload-offer"]');
    await expect(kind).toHaveText('upload-offer 1');
    await kind.click();
    await expect(kind).toBeFocused();
    await expect(logEntry(page, 'upload-offer')).toBeVisible();
    await expect(logEntry(page, 'upload-check').first()).toBeHidden();
    await kind.click();
    // While pages are read a newer report may come between two steps.
    await expect(async () => {
      const newest = logEntry(page, 'upload-check').first();
      if ((await newest.locator('pre').count()) === 0) await newest.locator('summary').click();
      const shown = JSON.parse(await newest.locator('pre').textContent());
      expect(shown).toEqual(await page.locator('flinks-upload').evaluate((element) => JSON.parse(JSON.stringify(element.report))));
    }).toPass();
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect(page.locator('#log li')).toHaveCount(0);
    await expect(page.locator('#heard')).toHaveText('0');
    await expect(page.locator('#nothing')).toBeVisible();
  });

  test('the log masks tokens and ids, also in the details', async ({ page, baseURL }) => {
    await open(page, baseURL, { mode: 'upload' });
    await page.evaluate(() => {
      window.secrets = [];
      for (const type of ['connect-event', 'upload-handoff', 'upload-complete']) {
        addEventListener(type, ({ detail }) => {
          const query = detail.url ? [...new URL(detail.url).searchParams].filter(([name]) => ['authorizeToken', 'tag'].includes(name)).map(([, value]) => value) : [];
          window.secrets.push(...[detail.loginId, detail.requestId, ...query].filter(Boolean));
        });
      }
    });
    await page.locator('[data-add=good]').click();
    await part(page, 'continue').click();
    const frame = connect(page);
    await frame.locator('input[type=file]').setInputFiles({ name: 'a.pdf', mimeType: '', buffer: Buffer.from('x') });
    await frame.locator('main > button').click();
    await expect(logEntry(page, 'upload-complete')).toHaveCount(1);
    await tab(page, 'events').click();
    for (const type of ['connect-event', 'upload-handoff', 'upload-complete']) await logEntry(page, type).first().locator('summary').click();
    await expect(logEntry(page, 'upload-complete').locator('pre')).toContainText('"loginId": "••••');
    await expect(logEntry(page, 'upload-handoff').locator('pre')).toContainText('authorizeToken=••••');
    const [text, secrets] = [await page.locator('#log').textContent(), await page.evaluate(() => window.secrets)];
    expect(secrets.length).toBeGreaterThanOrEqual(4);
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).not.toMatch(GUID);
  });

  test('the page’s own switch changes its language; the drawer stays English', async ({ page, baseURL }) => {
    await open(page, baseURL);
    await page.getByRole('button', { name: 'Français' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await expect(page.locator('[name=language]')).toHaveValue('fr');
    await expect(page.locator('flinks-upload')).toHaveAttribute('language', 'fr');
    expect(await page.locator('.lender').innerText()).not.toMatch(/\b(Your|income|statements|password)\b/);
    await expect(page.locator('.side')).toHaveAttribute('lang', 'en');
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.locator('h1')).toHaveText('Confirm your income');
    await expect(page.locator('flinks-upload')).not.toHaveAttribute('language');
  });

  test('the page and the accounts wear the look, too', async ({ page, baseURL }) => {
    await open(page, baseURL, { mode: 'upload' });
    await page.evaluate(() => document.querySelector('#stage').append(document.createElement('flinks-accounts')));
    const radii = () => page.evaluate(() => {
      const radius = (selector) => getComputedStyle(document.querySelector(selector)).getPropertyValue('--flinks-upload-radius');
      return [getComputedStyle(document.querySelector('.card')).borderRadius, radius('flinks-upload'), radius('flinks-accounts')];
    });
    for (const [look, radius] of [['bank', '3px'], ['fintech', '24px'], ['contrast', '0px'], ['compact', '8px'], ['', '14px']]) {
      await page.locator('[name=look]').selectOption(look);
      await expect.poll(radii).toEqual([radius, radius, radius]);
    }
  });

  test('nothing is asked of any other machine', async ({ page, baseURL }) => {
    const hosts = new Set();
    page.on('request', (request) => hosts.add(new URL(request.url()).hostname));
    await open(page, baseURL, { panel: 'code', look: 'fintech' });
    await expect(listing(page, 'fintech.css')).toBeVisible();
    for (const host of hosts) expect(['127.0.0.1', 'localhost', '']).toContain(host);
    expect(hosts.has('127.0.0.1')).toBe(true);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

  test('the drawer is a bar at first, a sheet of at most 60 % when open, and the page scrolls behind it', async ({ page, baseURL }) => {
    await open(page, baseURL);
    await expect(drawer(page)).not.toHaveAttribute('open');
    expect((await page.locator('.side').boundingBox()).height).toBeLessThan(64);
    await handle(page).tap();
    await expect(page.locator('#panel-scenario')).toBeVisible();
    for (const name of TABS) {
      await tab(page, name).tap();
      const { y, height } = await page.locator('.side').boundingBox();
      expect(height).toBeLessThanOrEqual(0.6 * PHONE.height + 1);
      expect(Math.round(y + height)).toBe(PHONE.height);
    }
    // The end of the page can be scrolled above the sheet.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const foot = await page.locator('footer').boundingBox();
    expect(foot.y + foot.height).toBeLessThanOrEqual((await page.locator('.side').boundingBox()).y + 1);
  });

  test('Escape closes the sheet and leaves the focus at its handle', async ({ page, baseURL }) => {
    await open(page, baseURL);
    await handle(page).tap();
    await tab(page, 'events').focus();
    await page.keyboard.press('Escape');
    await expect(drawer(page)).not.toHaveAttribute('open');
    await expect(handle(page)).toBeFocused();
  });
});

for (const [width, height] of [[390, 844], [768, 1024], [1280, 800]]) {
  test(`hardly anything moves while the page loads: ${width} × ${height}`, async ({ page, baseURL }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      window.shifted = 0;
      const add = (entries) => entries.forEach(({ value }) => (window.shifted += value));
      window.shifts = new PerformanceObserver((list) => add(list.getEntries()));
      window.shifts.observe({ type: 'layout-shift', buffered: true });
      window.takeShifts = () => add(window.shifts.takeRecords());
    });
    for (const mode of ['primary', 'fallback', 'upload', 'dashboard']) {
      await open(page, baseURL, { mode });
      await expect(mode === 'upload' || mode === 'dashboard' ? part(page, 'dropzone') : connect(page).locator('main')).toBeVisible();
      const shifted = await page.evaluate(async () => {
        // What moved is known once the picture has been painted.
        for (let pictures = 0; pictures < 3; pictures += 1) await new Promise(requestAnimationFrame);
        window.takeShifts();
        return window.shifted;
      });
      test.info().annotations.push({ type: 'layout shift', description: `${mode}: ${shifted.toFixed(3)}` });
      expect(shifted, mode).toBeLessThanOrEqual(0.1);
    }
  });
}

for (const size of [320, 390, 768, 1280, 1600]) {
  test(`nothing is wider than a window of ${size} px, in both languages and with each tab open`, async ({ page, baseURL }) => {
    await page.setViewportSize({ width: size, height: 800 });
    for (const language of ['en', 'fr']) {
      await open(page, baseURL, { mode: 'upload', language });
      expect(await overflow(page)).toBe(0);
      await drawer(page).evaluate((panel) => (panel.open = true));
      for (const name of TABS) {
        await tab(page, name).click();
        expect(await overflow(page), name).toBe(0);
        expect(await page.locator(`#panel-${name}`).evaluate((panel) => panel.scrollWidth - panel.clientWidth), name).toBeLessThanOrEqual(0);
      }
    }
  });
}

for (const [device, viewport] of [['phone', PHONE], ['desktop', DESKTOP]]) {
  for (const theme of ['light', 'dark']) {
    test(`axe finds nothing in the whole page: ${device}, ${theme}`, async ({ page, baseURL }) => {
      test.setTimeout(90_000);
      await page.setViewportSize(viewport);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      for (const look of ['', 'bank', 'fintech', 'contrast', 'compact']) {
        await open(page, baseURL, { mode: 'upload', theme, look, language: look === 'bank' ? 'fr' : 'en', panel: 'closed' });
        await expect(page.locator('html')).toHaveAttribute('data-look', look);
        // So high that nothing stands below the bar that stays in view.
        await page.setViewportSize({ ...viewport, height: 3000 });
        expectNoViolations(await axe(page, 'html'), `${look}: closed`);
        await page.setViewportSize(viewport);
        await drawer(page).evaluate((panel) => (panel.open = true));
        for (const name of TABS) {
          await tab(page, name).click();
          if (name === 'events') await logEntry(page, 'upload-offer').locator('summary').click();
          expectNoViolations(await axe(page, '.side'), `${look}: ${name}`);
        }
      }
    });
  }
}
