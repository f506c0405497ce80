// Messages count only from the element's own frame at its own origin, and no message can break the element.
import { CONNECT_ORIGIN, HOST_ORIGIN, expect, test } from '../host-page.mjs';

const TRIGGER = { flinksCode: 'INVALID_LOGIN' };

async function expectNoEffect(hostPage) {
  await hostPage.page.waitForTimeout(300);
  expect(await hostPage.events()).toEqual([]);
  await expect(hostPage.part('offer')).toHaveCount(0);
}

test('each kind of message becomes a connect-event', async ({ hostPage }) => {
  await hostPage.open();
  await hostPage.postFromConnect({ step: 'INSTITUTION_SELECTED', institution: 'FlinksCapital' });
  await hostPage.postFromConnect({ requestId: 'r', flinksCode: 'NEW_ACCOUNT', institution: 'FlinksCapital' });
  await hostPage.postFromConnect({ step: 'AGGREGATION_ERROR' });
  await hostPage.postFromConnect({ hello: 'there' });
  await hostPage.postFromConnect({ step: 'REDIRECT', institution: 'X', url: 'https://lender.example/done?loginId=l-1&institution=X&tag=t' });
  expect((await hostPage.events('connect-event')).map(({ detail }) => detail)).toEqual([
    { kind: 'step', step: 'INSTITUTION_SELECTED', institution: 'FlinksCapital' },
    { kind: 'error', flinksCode: 'NEW_ACCOUNT', institution: 'FlinksCapital', requestId: 'r' },
    { kind: 'error', step: 'AGGREGATION_ERROR', flinksCode: 'AGGREGATION_ERROR' },
    { kind: 'unknown', fields: { hello: 'there' } },
    { kind: 'redirect', step: 'REDIRECT', institution: 'X', loginId: 'l-1', url: 'https://lender.example/done?loginId=l-1&institution=X&tag=t' },
  ]);
});

test('of lists, typed arrays and texts in objects no names are listed, however many there are', async ({ hostPage }) => {
  await hostPage.open();
  const frame = await hostPage.connectFrame();
  // Of ten million elements each name was made before the first 256 were looked at.
  await frame.evaluate((target) => {
    for (const message of [[1, 2], new Uint8Array(10_000_000), new Float64Array(3), new String('text'), new Map([['a', 1]])]) parent.postMessage(message, target);
    parent.postMessage({ a: 1 }, target);
  }, HOST_ORIGIN);
  await expect.poll(() => hostPage.eventCount('connect-event')).toBe(6);
  const details = (await hostPage.events('connect-event')).map(({ detail }) => detail);
  expect(details).toEqual([...Array.from({ length: 5 }, () => ({ kind: 'unknown' })), { kind: 'unknown', fields: { a: 1 } }]);
});

test('an address that is a script never reaches the page @claim:redirect-address', async ({ hostPage }) => {
  await hostPage.open();
  for (const url of ['javascript:alert(1)//?loginId=l', ' JavaScript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'blob:https://x.example/1']) {
    await hostPage.postFromConnect({ step: 'APP_MOUNTED', url });
    await hostPage.postFromConnect(JSON.stringify({ step: 'APP_MOUNTED', url }));
  }
  await hostPage.postFromConnect({ step: 'REDIRECT', url: 'javascript:alert(1)//?loginId=l' });
  const details = (await hostPage.events('connect-event')).map(({ detail }) => detail);
  expect(details.at(-1)).toEqual({ kind: 'redirect', step: 'REDIRECT' });
  expect(details.filter(({ url, loginId }) => url !== undefined || loginId !== undefined)).toEqual([]);
});

test('messages that come as JSON text are read alike', async ({ hostPage }) => {
  await hostPage.open();
  await hostPage.postFromConnect(JSON.stringify({ step: 'INSTITUTION_SELECTED', institution: 'FlinksCapital' }));
  await hostPage.postFromConnect(JSON.stringify(TRIGGER));
  await expect(hostPage.part('offer')).toHaveAttribute('data-reason', 'error');
});

test('the page itself is not heard', async ({ hostPage }) => {
  await hostPage.open();
  await hostPage.connectFrame();
  await hostPage.page.evaluate((message) => window.postMessage(message, '*'), TRIGGER);
  await expectNoEffect(hostPage);
});

test('a frame of another origin is not heard @claim:message-origin', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox' }, { policy: '' });
  await hostPage.connectFrame();
  for (const address of ['https://evil.example/', 'https://other-iframe.private.fin.ag/v2/']) {
    await hostPage.page.evaluate((src) => {
      const frame = Object.assign(document.createElement('iframe'), { src, name: 'foreign-origin' });
      document.body.append(frame);
      return new Promise((resolve) => (frame.onload = resolve));
    }, address);
    const frame = hostPage.page.frames().find((candidate) => candidate.url() === address);
    await frame.evaluate((message) => parent.postMessage(message, '*'), TRIGGER);
  }
  await expectNoEffect(hostPage);
});

test('another frame of the same origin is not heard @claim:message-origin', async ({ hostPage }) => {
  await hostPage.open();
  await hostPage.connectFrame();
  await hostPage.page.evaluate((src) => {
    const frame = Object.assign(document.createElement('iframe'), { src, name: 'sibling' });
    document.body.append(frame);
    return new Promise((resolve) => (frame.onload = resolve));
  }, `${CONNECT_ORIGIN}/v2/`);
  const sibling = hostPage.page.frame({ name: 'sibling' });
  await sibling.evaluate((message) => parent.postMessage(message, '*'), TRIGGER);
  await expectNoEffect(hostPage);
});

test('its own frame is not heard once it was sent to another origin @claim:message-origin', async ({ hostPage }) => {
  await hostPage.open({ instance: 'toolbox' }, { policy: '' });
  const frame = await hostPage.connectFrame();
  await frame.evaluate(() => location.assign('https://evil.example/'));
  await frame.waitForURL('https://evil.example/');
  await frame.evaluate((message) => parent.postMessage(message, '*'), TRIGGER);
  await expectNoEffect(hostPage);
});

test('two elements on one page do not hear each other @claim:message-origin', async ({ hostPage }) => {
  const body = '<flinks-upload id="a" instance="toolbox"></flinks-upload><flinks-upload id="b" instance="toolbox"></flinks-upload>';
  await hostPage.open({}, { body });
  const b = await (await hostPage.page.locator('#b [part~="frame"]').elementHandle()).contentFrame();
  await b.evaluate(([message, target]) => parent.postMessage(message, target), [TRIGGER, HOST_ORIGIN]);
  await expect(hostPage.page.locator('#b [part~="offer"]')).toBeVisible();
  await expect(hostPage.page.locator('#a [part~="offer"]')).toHaveCount(0);
  expect(await hostPage.eventCount('connect-event')).toBe(1);
});

test('garbage and huge messages change nothing and keep nobody waiting @claim:message-flood', async ({ hostPage }) => {
  await hostPage.open();
  const frame = await hostPage.connectFrame();
  const longest = await hostPage.page.evaluate(async () => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.longest = Math.max(window.longest, entry.duration);
    }).observe({ type: 'longtask' });
    return window.longest;
  });
  expect(longest).toBe(0);
  const sent = await frame.evaluate((target) => {
    const deep = '['.repeat(100_000);
    const messages = [
      null, undefined, 0, NaN, true, '', 'REDIRECT', '{', '[]', 'null', deep, [], [[]], {}, { step: null }, { step: {} },
      { step: ['REDIRECT'] }, { step: '' }, { flinksCode: 7 }, { __proto__: { step: 'REDIRECT' } }, new Map([['step', 'REDIRECT']]),
      new Uint8Array(1_000_000), new Date(0), 'x'.repeat(10_000_000), { step: 'x'.repeat(10_000_000) },
      { institution: 'x'.repeat(1_000_000), step: 'INSTITUTION_SELECTED_' }, '{"__proto__":{"step":"REDIRECT"}}',
    ];
    for (const message of messages) parent.postMessage(message, target);
    return messages.length;
  }, HOST_ORIGIN);
  await expect.poll(() => hostPage.eventCount('connect-event')).toBe(sent);
  const kinds = (await hostPage.events('connect-event')).map(({ detail }) => detail.kind);
  expect(kinds.filter((kind) => kind === 'redirect' || kind === 'error')).toEqual([]);
  await expect(hostPage.part('frame')).toBeVisible();
  await expect(hostPage.part('offer')).toHaveCount(0);
  await hostPage.failLogin('INVALID_LOGIN');
  await expect(hostPage.part('offer')).toBeVisible();
});

test('a thousand messages at once are all heard, and one offer comes of them @claim:message-flood', async ({ hostPage }) => {
  await hostPage.open();
  const frame = await hostPage.connectFrame();
  await frame.evaluate(([message, target]) => {
    for (let at = 0; at < 1000; at += 1) parent.postMessage(message, target);
  }, [TRIGGER, HOST_ORIGIN]);
  await expect.poll(() => hostPage.eventCount('connect-event')).toBe(1000);
  expect(await hostPage.eventCount('upload-offer')).toBe(1);
});
