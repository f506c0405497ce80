// The element's public API: attributes, properties, methods and lifecycle.
import { CONNECT_ORIGIN, expect, pdf, test } from '../host-page.mjs';

const WRONG = {
  instance: ['evil.com/#', 'a.b', ''],
  'connect-base': ['http://connect.example.com', '/v2'],
  mode: ['primry', ''],
  institution: [' ', '..'],
  'authorize-token': [' '],
  language: ['de'],
  theme: ['blue'],
  'heading-level': ['0', '7', 'h2', ''],
  params: ['theme=dark', 'a=%FF'],
  handoff: ['popup'],
  check: ['yes'],
  'max-files': ['0', '-1', '1.5', 'many'],
  'max-total-size': ['180MB'],
  'max-file-size': ['0'],
  accept: ['images'],
  'offer-on': ['inactivity', 'idle:5'],
  'dashboard-url': ['http://dash.example', 'javascript:alert(1)'],
  'status-url': ['//evil.example/events', 'javascript:alert(1)', 'http://api.example'],
};

test('each wrong attribute is told to the host, and people read only that nothing works @claim:attribute-address', async ({ hostPage }) => {
  const logged = [];
  hostPage.page.on('console', (line) => logged.push(line.text()));
  test.setTimeout(120_000);
  await hostPage.open({ instance: 'toolbox' });
  for (const [attribute, values] of Object.entries(WRONG)) {
    // One that was never right: what was right before would stay in force.
    await hostPage.element.evaluate((old, pair) => {
      const element = document.createElement('flinks-upload');
      element.setAttribute('instance', 'toolbox');
      element.setAttribute(...pair);
      window.events = [];
      old.replaceWith(element);
    }, [attribute, values[0]]);
    for (const [at, value] of values.entries()) {
      await hostPage.element.evaluate((element, pair) => element.setAttribute(...pair), [attribute, value]);
      await expect.poll(async () => (await hostPage.events('upload-error')).at(-1)?.detail?.attribute).toBe(attribute);
      const error = (await hostPage.events('upload-error')).at(-1).detail;
      expect(error).toMatchObject({ code: 'invalid-attribute', attribute, expected: expect.stringMatching(/./) });
      if (attribute !== 'authorize-token' && at === 0) expect(error.received).toBe(value.replace(/=.+/, '=…'));
      await expect(hostPage.part('error')).toHaveText('This part of the page isn’t available right now. Please try again later.');
      expect(logged.at(-1)).toContain(`flinks-upload: \`${attribute}\` expects `);
    }
    await expect(hostPage.part('frame')).toHaveCount(0);
  }
});

test('without an instance the element says what it needs, and starts when it gets it', async ({ hostPage }) => {
  await hostPage.open({});
  await expect(hostPage.part('error')).toHaveText('This part of the page isn’t available right now. Please try again later.');
  expect((await hostPage.events('upload-error'))[0].detail).toMatchObject({ code: 'missing-attribute', attribute: 'instance' });
  await hostPage.element.evaluate((element) => (element.instance = 'toolbox'));
  await hostPage.connectFrame();
  await expect(hostPage.part('error')).toHaveCount(0);
});

test('each attribute is a property in camelCase', async ({ hostPage }) => {
  await hostPage.open();
  const names = ['instance', 'connect-base', 'mode', 'institution', 'authorize-token', 'language', 'theme', 'heading-level', 'params', 'handoff', 'check', 'max-files', 'max-total-size', 'max-file-size', 'accept', 'offer-on', 'dashboard-url', 'status-url'];
  const wrong = await hostPage.page.evaluate((list) => {
    const element = document.createElement('flinks-upload');
    return list.filter((name) => {
      const property = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
      element[property] = '5';
      const set = element.getAttribute(name) === '5' && element[property] === '5';
      element[property] = null;
      return !set || element.hasAttribute(name) || element[property] !== null;
    });
  }, names);
  expect(wrong).toEqual([]);
});

test('the token is asked for just before each address is opened', async ({ hostPage }) => {
  await hostPage.open({}, {
    body: '<flinks-upload instance="toolbox"></flinks-upload>',
    script: `let count = 0;
      document.querySelector('flinks-upload').getAuthorizeToken = async () => 'token-' + (count += 1);
      await import('/package/define.js');`,
  });
  await hostPage.connectFrame();
  expect(await hostPage.frameUrl()).toBe(`${CONNECT_ORIGIN}/v2/?authorizeToken=token-1&language=en`);
  await hostPage.chooseUpload('TD');
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await hostPage.part('continue').click();
  await expect.poll(() => hostPage.frameUrl()).toBe(`${CONNECT_ORIGIN}/v2/upload/TD?authorizeToken=token-2&language=en`);
});

test('a token function that comes after Connect was opened opens it anew, until the person has begun', async ({ hostPage }) => {
  // As in HTML of a server, whose element begins before a framework gives it its properties.
  await hostPage.open();
  await hostPage.connectFrame();
  expect(await hostPage.frameUrl()).toBe(`${CONNECT_ORIGIN}/v2/?language=en`);
  const give = (token) => hostPage.element.evaluate((element, text) => (element.getAuthorizeToken = text && (async () => text)), token);
  await give('late');
  await expect.poll(() => hostPage.frameUrl()).toBe(`${CONNECT_ORIGIN}/v2/?authorizeToken=late&language=en`);
  await hostPage.chooseUpload('TD');
  await give(null);
  await give('too-late');
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  expect(await hostPage.frameUrl()).toBe(`${CONNECT_ORIGIN}/v2/?authorizeToken=late&language=en`);
});

test('a token that does not come is said without quoting anything, and can be asked for again @claim:nothing-quoted @claim:token-fails', async ({ hostPage }) => {
  await hostPage.open({}, {
    body: '<flinks-upload instance="toolbox"></flinks-upload>',
    script: `const answers = [() => { throw new Error('secret'); }, async () => 7, () => Promise.reject('secret'), async () => 'ok'];
      document.querySelector('flinks-upload').getAuthorizeToken = () => answers.shift()();
      await import('/package/define.js');`,
  });
  for (const received of ['an exception (Error)', 'number', 'a rejection (string)']) {
    await expect.poll(async () => (await hostPage.events('upload-error')).at(-1)?.detail?.received).toBe(received);
    await hostPage.part('retry').click();
  }
  await hostPage.connectFrame();
  expect(await hostPage.frameUrl()).toContain('authorizeToken=ok');
  expect(JSON.stringify(await hostPage.events('upload-error'))).not.toContain('secret');
  await expect(hostPage.part('error')).toHaveCount(0);
});

test('the nearest lang decides the language, the attribute before it', async ({ hostPage }) => {
  await hostPage.open({}, { body: '<div lang="fr-CA"><flinks-upload instance="toolbox" mode="upload"></flinks-upload></div>' });
  await expect(hostPage.part('browse')).toHaveText('Choisir des fichiers');
  await hostPage.element.evaluate((element) => (element.language = 'en'));
  await expect(hostPage.part('browse')).toHaveText('Choose files');
});

test('moving the element in the page keeps its files @claim:element-moved', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', mode: 'upload' });
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await hostPage.element.evaluate((element) => {
    const aside = document.createElement('aside');
    document.body.append(aside);
    aside.append(element);
  });
  await hostPage.page.waitForTimeout(100);
  expect((await hostPage.waitForReport(1)).files[0].name).toBe('a.pdf');
  await expect(hostPage.fileRows).toHaveCount(1);
  await hostPage.addFiles([{ name: 'bb.pdf' }]);
  await hostPage.waitForReport(2);
});

test('removing the element releases listeners, frames, timers and files', async ({ hostPage }) => {
  await hostPage.open({}, {
    body: '<main></main>',
    script: `window.balance = 0;
      window.live = new Set();
      const { createObjectURL, revokeObjectURL } = URL;
      URL.createObjectURL = (blob) => { const url = createObjectURL.call(URL, blob); window.live.add(url); return url; };
      URL.revokeObjectURL = (url) => { window.live.delete(url); revokeObjectURL.call(URL, url); };
      for (const target of [window, document]) {
        const { addEventListener, removeEventListener } = target;
        target.addEventListener = (...rest) => { window.balance += 1; return addEventListener.apply(target, rest); };
        target.removeEventListener = (...rest) => { window.balance -= 1; return removeEventListener.apply(target, rest); };
      }
      const { setTimeout: set, clearTimeout: clear } = window;
      window.timers = new Set();
      window.setTimeout = (...rest) => { const id = set(...rest); if (rest[1] > 1000) window.timers.add(id); return id; };
      window.clearTimeout = (id) => { window.timers.delete(id); clear(id); };
      await import('/package/define.js');
      window.isDefined = true;`,
  });
  await hostPage.page.waitForFunction(() => window.isDefined);
  const before = await hostPage.page.evaluate(() => window.balance);
  for (let round = 0; round < 3; round += 1) {
    await hostPage.page.evaluate(() => {
      document.querySelector('main').innerHTML = '<flinks-upload instance="toolbox" offer-on="inactivity:600"></flinks-upload>';
    });
    await hostPage.chooseUpload();
    await hostPage.addFiles([{ name: 'a.pdf' }]);
    await hostPage.waitForReport(1);
    await hostPage.part('retry').click();
    expect(await hostPage.page.evaluate(() => window.balance)).toBeGreaterThan(before);
    const remaining = await hostPage.element.evaluate(async (element) => {
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { files: element.files.length, report: element.report, children: element.shadowRoot.childElementCount, frames: window.frames.length, urls: window.live.size, timers: window.timers.size };
    });
    expect(remaining).toEqual({ files: 0, report: null, children: 0, frames: 0, urls: 0, timers: 0 });
    expect(await hostPage.page.evaluate(() => window.balance)).toBe(before);
    await expect.poll(() => hostPage.page.workers().length).toBe(0);
  }
});

test('a double mount, as React’s StrictMode does it, leaves one component', async ({ hostPage }) => {
  await hostPage.open({}, { body: '<main></main>', script: `import '/package/define.js'; window.isDefined = true;` });
  await hostPage.page.waitForFunction(() => window.isDefined);
  await hostPage.page.evaluate(async () => {
    const main = document.querySelector('main');
    const element = document.createElement('flinks-upload');
    element.instance = 'toolbox';
    main.append(element);
    element.remove();
    main.append(element);
    await new Promise((resolve) => setTimeout(resolve));
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    main.append(element);
  });
  await hostPage.selectInstitution('TD');
  await expect(hostPage.part('offer')).toHaveCount(1);
  expect(await hostPage.eventCount('upload-offer')).toBe(1);
  expect(await hostPage.eventCount('connect-event')).toBe(1);
});

test('what is asked for before the element is defined is not lost', async ({ hostPage }) => {
  await hostPage.open({}, {
    body: '<flinks-upload instance="toolbox"></flinks-upload>',
    script: `const element = document.querySelector('flinks-upload');
      element.mode = 'upload';
      const { defineElement } = await import('/package/index.js');
      defineElement();
      defineElement();
      element.addFiles([new File(window.pdf('early'), 'early.pdf')]);
      window.early = element.files.length;`,
  });
  const report = await hostPage.waitForReport(1);
  expect(report.files[0].name).toBe('early.pdf');
  expect(await hostPage.page.evaluate(() => window.early)).toBe(1);
  expect(await hostPage.element.getAttribute('mode')).toBe('upload');
});

test('a wrong property that was set before the element is defined is told, and the element begins all the same', async ({ hostPage }) => {
  await hostPage.open({}, {
    body: '<flinks-upload instance="toolbox" mode="upload"></flinks-upload>',
    script: `const element = document.querySelector('flinks-upload');
      element.messages = 'texts';
      element.getAuthorizeToken = Promise.resolve('t');
      await import('/package/define.js');`,
  });
  await expect(hostPage.part('continue')).toBeVisible();
  const told = (await hostPage.events('upload-error')).map(({ detail }) => detail);
  expect(told).toEqual([
    { code: 'invalid-attribute', attribute: 'getAuthorizeToken', expected: 'a function or null', received: 'object', message: 'flinks-upload: `getAuthorizeToken` expects a function or null, got object' },
    { code: 'invalid-attribute', attribute: 'messages', expected: 'an object of texts or null', received: 'string', message: 'flinks-upload: `messages` expects an object of texts or null, got string' },
  ]);
  await hostPage.element.evaluate((element) => (element.messages = { 'collect-title': 'Your papers' }));
  await expect(hostPage.part('title')).toHaveText('Your papers');
});

test('addFiles takes any iterable of files and nothing else', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', mode: 'upload' });
  await hostPage.waitForReport(0);
  const messages = await hostPage.element.evaluate((element) => [null, undefined, 7, 'a.pdf', {}, [1], [new Blob(['x'])]].map((wrong) => {
    try {
      element.addFiles(wrong);
      return 'taken';
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  }));
  for (const message of messages) expect(message).toMatch(/^TypeError: flinks-upload: `addFiles` expects an iterable of File, got /);
  await hostPage.element.evaluate((element) => element.addFiles(new Set([new File(window.pdf('a'), 'a.pdf')])));
  await hostPage.waitForReport(1);
});

test('reset begins anew, without files', async ({ hostPage }) => {
  await hostPage.open();
  await hostPage.chooseUpload();
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await hostPage.element.evaluate((element) => element.reset());
  await expect(hostPage.part('frame')).toBeVisible();
  await expect(hostPage.part('offer')).toHaveCount(0);
  expect(await hostPage.element.evaluate((element) => element.files.length)).toBe(0);
});

test('in a listener the host sees the state that it is told of', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox', mode: 'upload' });
  await hostPage.waitForReport(0);
  const seen = await hostPage.element.evaluate((element) => new Promise((resolve) => {
    element.addEventListener('upload-check', ({ detail }) => {
      if (detail.complete) resolve([detail.totals.files, element.report.totals.files, element.files.length]);
    });
    element.addFiles([new File(window.pdf('a'), 'a.pdf'), new File(window.pdf('bb'), 'b.pdf')]);
  }));
  expect(seen).toEqual([2, 2, 2]);
});

test('all events bubble and leave the shadow root', async ({ hostPage }) => {
  await hostPage.open();
  await hostPage.chooseUpload();
  await hostPage.addFiles([{ name: 'a.pdf' }]);
  await hostPage.waitForReport(1);
  await hostPage.part('continue').click();
  await expect(hostPage.part('checklist')).toBeVisible();
  await hostPage.postFromConnect({ step: 'REDIRECT', loginId: 'l' });
  await hostPage.element.evaluate((element) => (element.mode = 'wrong'));
  await expect.poll(() => hostPage.eventCount('upload-error')).toBe(1);
  // Everything still works: people are not told.
  await expect(hostPage.part('error')).toHaveCount(0);
  const events = await hostPage.events();
  expect(new Set(events.map(({ type }) => type)).size).toBe(6);
  expect(events.every(({ composed }) => composed)).toBe(true);
  expect(events.filter(({ cancelable }) => cancelable).every(({ type }) => type === 'upload-handoff')).toBe(true);
});

test('a wasm that does not come is said, and comes on the next attempt', async ({ hostPage }) => {
  let refuse = true;
  await hostPage.open({ instance: 'toolbox' }, { script: "window.go = () => import('/package/define.js');" });
  await hostPage.page.route('**/*.wasm', (route) => (refuse ? route.fulfill({ status: 503, body: 'later' }) : route.fallback()));
  await hostPage.page.evaluate(() => window.go());
  await expect(hostPage.element.getByRole('alert')).toContainText('couldn’t be loaded');
  expect((await hostPage.events('upload-error'))[0].detail.code).toBe('load-failed');
  refuse = false;
  await hostPage.part('retry').click();
  await hostPage.connectFrame();
});
