// The element as web developers meet it: attributes, properties, methods, life in the page.
import { CONNECT, expect, pdf, test } from '../host-page.mjs';

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

for (const [attribute, values] of Object.entries(WRONG)) {
  test(`a wrong ${attribute} is said, to the host and on the page`, async ({ lender }) => {
    await lender.open({ instance: 'toolbox', [attribute]: values[0] });
    for (const [at, value] of values.entries()) {
      await lender.element.evaluate((element, pair) => element.setAttribute(...pair), [attribute, value]);
      await expect.poll(async () => (await lender.events('upload-error')).at(-1)?.detail?.attribute).toBe(attribute);
      const error = (await lender.events('upload-error')).at(-1).detail;
      expect(error).toMatchObject({ code: 'invalid-attribute', attribute, expected: expect.stringMatching(/./) });
      if (attribute !== 'authorize-token' && at === 0) expect(error.received).toBe(value);
      await expect(lender.part('error')).toContainText(attribute);
    }
    await expect(lender.part('frame')).toHaveCount(0);
  });
}

test('without an instance the element says what it needs, and starts when it gets it', async ({ lender }) => {
  await lender.open({});
  await expect(lender.part('error')).toContainText('`instance` is missing');
  expect((await lender.events('upload-error'))[0].detail).toMatchObject({ code: 'missing-attribute', attribute: 'instance' });
  await lender.element.evaluate((element) => (element.instance = 'toolbox'));
  await lender.connect();
  await expect(lender.part('error')).toHaveCount(0);
});

test('each attribute is a property in camelCase', async ({ lender }) => {
  await lender.open();
  const names = ['instance', 'connect-base', 'mode', 'institution', 'authorize-token', 'language', 'theme', 'heading-level', 'params', 'handoff', 'check', 'max-files', 'max-total-size', 'max-file-size', 'accept', 'offer-on', 'dashboard-url', 'status-url'];
  const wrong = await lender.page.evaluate((list) => {
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

test('the token is asked for just before each address is opened', async ({ lender }) => {
  await lender.open({}, {
    body: '<flinks-upload instance="toolbox"></flinks-upload>',
    script: `let count = 0;
      document.querySelector('flinks-upload').getAuthorizeToken = async () => 'token-' + (count += 1);
      await import('/package/define.js');`,
  });
  await lender.connect();
  expect(await lender.frameAddress()).toBe(`${CONNECT}/v2/?authorizeToken=token-1&language=en`);
  await lender.collect('TD');
  await lender.add([{ name: 'a.pdf' }]);
  await lender.checked(1);
  await lender.part('continue').click();
  await expect.poll(() => lender.frameAddress()).toBe(`${CONNECT}/v2/upload/TD?authorizeToken=token-2&language=en`);
});

test('a token that does not come is said without quoting anything, and can be asked for again', async ({ lender }) => {
  await lender.open({}, {
    body: '<flinks-upload instance="toolbox"></flinks-upload>',
    script: `const answers = [() => { throw new Error('secret'); }, async () => 7, () => Promise.reject('secret'), async () => 'ok'];
      document.querySelector('flinks-upload').getAuthorizeToken = () => answers.shift()();
      await import('/package/define.js');`,
  });
  for (const received of ['an exception (Error)', 'number', 'a rejection (string)']) {
    await expect.poll(async () => (await lender.events('upload-error')).at(-1)?.detail?.received).toBe(received);
    await lender.part('retry').click();
  }
  await lender.connect();
  expect(await lender.frameAddress()).toContain('authorizeToken=ok');
  expect(JSON.stringify(await lender.events('upload-error'))).not.toContain('secret');
  await expect(lender.part('error')).toHaveCount(0);
});

test('the nearest lang decides the language, the attribute before it', async ({ lender }) => {
  await lender.open({}, { body: '<div lang="fr-CA"><flinks-upload instance="toolbox" mode="upload"></flinks-upload></div>' });
  await expect(lender.part('browse')).toHaveText('Choisir des fichiers');
  await lender.element.evaluate((element) => (element.language = 'en'));
  await expect(lender.part('browse')).toHaveText('Choose files');
});

test('moving the element in the page keeps its files', async ({ lender }) => {
  await lender.open({ instance: 'toolbox', mode: 'upload' });
  await lender.add([{ name: 'a.pdf' }]);
  await lender.checked(1);
  await lender.element.evaluate((element) => {
    const aside = document.createElement('aside');
    document.body.append(aside);
    aside.append(element);
  });
  await lender.page.waitForTimeout(100);
  expect((await lender.checked(1)).files[0].name).toBe('a.pdf');
  await expect(lender.files).toHaveCount(1);
  await lender.add([{ name: 'bb.pdf' }]);
  await lender.checked(2);
});

test('removing the element releases listeners, frames, timers and files', async ({ lender }) => {
  await lender.open({}, {
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
  await lender.page.waitForFunction(() => window.isDefined);
  const before = await lender.page.evaluate(() => window.balance);
  for (let round = 0; round < 3; round += 1) {
    await lender.page.evaluate(() => {
      document.querySelector('main').innerHTML = '<flinks-upload instance="toolbox" offer-on="inactivity:600"></flinks-upload>';
    });
    await lender.collect();
    await lender.add([{ name: 'a.pdf' }]);
    await lender.checked(1);
    await lender.part('retry').click();
    expect(await lender.page.evaluate(() => window.balance)).toBeGreaterThan(before);
    const left = await lender.element.evaluate(async (element) => {
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { files: element.files.length, report: element.report, children: element.shadowRoot.childElementCount, frames: window.frames.length, urls: window.live.size, timers: window.timers.size };
    });
    expect(left).toEqual({ files: 0, report: null, children: 0, frames: 0, urls: 0, timers: 0 });
    expect(await lender.page.evaluate(() => window.balance)).toBe(before);
    await expect.poll(() => lender.page.workers().length).toBe(0);
  }
});

test('a double mount, as React’s StrictMode does it, leaves one component', async ({ lender }) => {
  await lender.open({}, { body: '<main></main>', script: `import '/package/define.js'; window.isDefined = true;` });
  await lender.page.waitForFunction(() => window.isDefined);
  await lender.page.evaluate(async () => {
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
  await lender.select('TD');
  await expect(lender.part('offer')).toHaveCount(1);
  expect(await lender.count('upload-offer')).toBe(1);
  expect(await lender.count('connect-event')).toBe(1);
});

test('what is asked for before the element is defined is not lost', async ({ lender }) => {
  await lender.open({}, {
    body: '<flinks-upload instance="toolbox"></flinks-upload>',
    script: `const element = document.querySelector('flinks-upload');
      element.mode = 'upload';
      const { defineElement } = await import('/package/index.js');
      defineElement();
      defineElement();
      element.addFiles([new File(window.pdf('early'), 'early.pdf')]);
      window.early = element.files.length;`,
  });
  const report = await lender.checked(1);
  expect(report.files[0].name).toBe('early.pdf');
  expect(await lender.page.evaluate(() => window.early)).toBe(1);
  expect(await lender.element.getAttribute('mode')).toBe('upload');
});

test('addFiles takes any iterable of files and nothing else', async ({ lender }) => {
  await lender.open({ instance: 'toolbox', mode: 'upload' });
  await lender.checked(0);
  const messages = await lender.element.evaluate((element) => [null, undefined, 7, 'a.pdf', {}, [1], [new Blob(['x'])]].map((wrong) => {
    try {
      element.addFiles(wrong);
      return 'taken';
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  }));
  for (const message of messages) expect(message).toMatch(/^TypeError: flinks-upload: `addFiles` expects an iterable of File, got /);
  await lender.element.evaluate((element) => element.addFiles(new Set([new File(window.pdf('a'), 'a.pdf')])));
  await lender.checked(1);
});

test('reset begins anew, without files', async ({ lender }) => {
  await lender.open();
  await lender.collect();
  await lender.add([{ name: 'a.pdf' }]);
  await lender.checked(1);
  await lender.element.evaluate((element) => element.reset());
  await expect(lender.part('frame')).toBeVisible();
  await expect(lender.part('offer')).toHaveCount(0);
  expect(await lender.element.evaluate((element) => element.files.length)).toBe(0);
});

test('in a listener the host sees the state that it is told of', async ({ lender }) => {
  await lender.open({ instance: 'toolbox', mode: 'upload' });
  await lender.checked(0);
  const seen = await lender.element.evaluate((element) => new Promise((resolve) => {
    element.addEventListener('upload-check', ({ detail }) => {
      if (detail.complete) resolve([detail.totals.files, element.report.totals.files, element.files.length]);
    });
    element.addFiles([new File(window.pdf('a'), 'a.pdf'), new File(window.pdf('bb'), 'b.pdf')]);
  }));
  expect(seen).toEqual([2, 2, 2]);
});

test('all events bubble and leave the shadow root', async ({ lender }) => {
  await lender.open();
  await lender.collect();
  await lender.add([{ name: 'a.pdf' }]);
  await lender.checked(1);
  await lender.part('continue').click();
  await expect(lender.part('checklist')).toBeVisible();
  await lender.say({ step: 'REDIRECT', loginId: 'l' });
  await lender.element.evaluate((element) => (element.mode = 'wrong'));
  await expect(lender.part('error')).toBeVisible();
  const heard = await lender.events();
  expect(new Set(heard.map(({ type }) => type)).size).toBe(6);
  expect(heard.every(({ composed }) => composed)).toBe(true);
  expect(heard.filter(({ cancelable }) => cancelable).every(({ type }) => type === 'upload-handoff')).toBe(true);
});

test('a wasm that does not come is said, and comes on the next attempt', async ({ lender }) => {
  let refuse = true;
  await lender.open({ instance: 'toolbox' }, { script: "window.go = () => import('/package/define.js');" });
  await lender.page.route('**/*.wasm', (route) => (refuse ? route.fulfill({ status: 503, body: 'later' }) : route.fallback()));
  await lender.page.evaluate(() => window.go());
  await expect(lender.element.getByRole('alert')).toContainText('could not be loaded');
  expect((await lender.events('upload-error'))[0].detail.code).toBe('load-failed');
  refuse = false;
  await lender.part('retry').click();
  await lender.connect();
});
