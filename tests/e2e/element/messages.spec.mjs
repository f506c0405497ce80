// Messages: only the element's own frame at its own origin is heard, and nothing that it says can break anything.
import { CONNECT, LENDER, expect, test } from '../host-page.mjs';

const TRIGGER = { flinksCode: 'INVALID_LOGIN' };

async function nothingHappens(lender) {
  await lender.page.waitForTimeout(300);
  expect(await lender.events()).toEqual([]);
  await expect(lender.part('offer')).toHaveCount(0);
}

test('each kind of message becomes a connect-event', async ({ lender }) => {
  await lender.open();
  await lender.say({ step: 'INSTITUTION_SELECTED', institution: 'FlinksCapital' });
  await lender.say({ requestId: 'r', flinksCode: 'NEW_ACCOUNT', institution: 'FlinksCapital' });
  await lender.say({ step: 'AGGREGATION_ERROR' });
  await lender.say({ hello: 'there' });
  await lender.say({ step: 'REDIRECT', institution: 'X', url: 'https://lender.example/done?loginId=l-1&institution=X&tag=t' });
  expect((await lender.events('connect-event')).map(({ detail }) => detail)).toEqual([
    { kind: 'step', step: 'INSTITUTION_SELECTED', institution: 'FlinksCapital' },
    { kind: 'error', flinksCode: 'NEW_ACCOUNT', institution: 'FlinksCapital', requestId: 'r' },
    { kind: 'error', step: 'AGGREGATION_ERROR', flinksCode: 'AGGREGATION_ERROR' },
    { kind: 'unknown' },
    { kind: 'redirect', step: 'REDIRECT', institution: 'X', loginId: 'l-1', url: 'https://lender.example/done?loginId=l-1&institution=X&tag=t' },
  ]);
});

test('messages that come as JSON text are read alike', async ({ lender }) => {
  await lender.open();
  await lender.say(JSON.stringify({ step: 'INSTITUTION_SELECTED', institution: 'FlinksCapital' }));
  await lender.say(JSON.stringify(TRIGGER));
  await expect(lender.part('offer')).toHaveAttribute('data-reason', 'error');
});

test('the page itself is not heard', async ({ lender }) => {
  await lender.open();
  await lender.connect();
  await lender.page.evaluate((message) => window.postMessage(message, '*'), TRIGGER);
  await nothingHappens(lender);
});

test('a frame of another origin is not heard', async ({ lender }) => {
  await lender.open({ instance: 'toolbox' }, { policy: '' });
  await lender.connect();
  for (const address of ['https://evil.example/', 'https://other-iframe.private.fin.ag/v2/']) {
    await lender.page.evaluate((src) => {
      const frame = Object.assign(document.createElement('iframe'), { src, name: 'stranger' });
      document.body.append(frame);
      return new Promise((resolve) => (frame.onload = resolve));
    }, address);
    const frame = lender.page.frames().find((candidate) => candidate.url() === address);
    await frame.evaluate((message) => parent.postMessage(message, '*'), TRIGGER);
  }
  await nothingHappens(lender);
});

test('another frame of the same origin is not heard', async ({ lender }) => {
  await lender.open();
  await lender.connect();
  await lender.page.evaluate((src) => {
    const frame = Object.assign(document.createElement('iframe'), { src, name: 'twin' });
    document.body.append(frame);
    return new Promise((resolve) => (frame.onload = resolve));
  }, `${CONNECT}/v2/`);
  const twin = lender.page.frame({ name: 'twin' });
  await twin.evaluate((message) => parent.postMessage(message, '*'), TRIGGER);
  await nothingHappens(lender);
});

test('its own frame is not heard once it was sent to another origin', async ({ lender }) => {
  await lender.open({ instance: 'toolbox' }, { policy: '' });
  const frame = await lender.connect();
  await frame.evaluate(() => location.assign('https://evil.example/'));
  await frame.waitForURL('https://evil.example/');
  await frame.evaluate((message) => parent.postMessage(message, '*'), TRIGGER);
  await nothingHappens(lender);
});

test('two elements on one page do not hear each other', async ({ lender }) => {
  const body = '<flinks-upload id="a" instance="toolbox"></flinks-upload><flinks-upload id="b" instance="toolbox"></flinks-upload>';
  await lender.open({}, { body });
  const b = await (await lender.page.locator('#b [part~="frame"]').elementHandle()).contentFrame();
  await b.evaluate(([message, target]) => parent.postMessage(message, target), [TRIGGER, LENDER]);
  await expect(lender.page.locator('#b [part~="offer"]')).toBeVisible();
  await expect(lender.page.locator('#a [part~="offer"]')).toHaveCount(0);
  expect(await lender.count('connect-event')).toBe(1);
});

test('garbage and huge messages change nothing and keep nobody waiting', async ({ lender }) => {
  await lender.open();
  const frame = await lender.connect();
  const longest = await lender.page.evaluate(async () => {
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
  }, LENDER);
  await expect.poll(() => lender.count('connect-event')).toBe(sent);
  const kinds = (await lender.events('connect-event')).map(({ detail }) => detail.kind);
  expect(kinds.filter((kind) => kind === 'redirect' || kind === 'error')).toEqual([]);
  await expect(lender.part('frame')).toBeVisible();
  await expect(lender.part('offer')).toHaveCount(0);
  await lender.fail('INVALID_LOGIN');
  await expect(lender.part('offer')).toBeVisible();
});

test('a thousand messages at once are all heard, and one offer comes of them', async ({ lender }) => {
  await lender.open();
  const frame = await lender.connect();
  await frame.evaluate(([message, target]) => {
    for (let at = 0; at < 1000; at += 1) parent.postMessage(message, target);
  }, [TRIGGER, LENDER]);
  await expect.poll(() => lender.count('connect-event')).toBe(1000);
  expect(await lender.count('upload-offer')).toBe(1);
});
