// The project's goals with the measured figures. The stricter figure counts: the slower of the two batches,
// and the longest gap rather than the longest task.
import { mb, ms, times } from './table.mjs';

const OWN_PAGE = 'element';

export function goals({ large, text, scaling, startup, relay }) {
  return [
    ...(large ? checkGoals(large) : []),
    ...(text ? textGoals(text) : []),
    ...(scaling ? scalingGoals(scaling) : []),
    ...(startup ? startupGoals(startup) : []),
    ...(relay ? relayGoals(relay) : []),
  ];
}

function checkGoals(results) {
  const own = results.find(({ page }) => page === OWN_PAGE);
  const reading = results.find(({ page }) => page === 'read-all');
  const fastest = (batch) => results.filter(({ peer, error }) => peer && !error).filter((result) => result[batch]).sort((a, b) => a[batch] - b[batch])[0];
  const [first, again] = [fastest('first'), fastest('again')];
  const speedup = { first: first.first / own.first, again: again.again / own.again };
  return [
    goal('24 files, 180 MB: at most 0.5 × reading all bytes', Math.max(own.ofReading, own.againOfReading) <= 0.5,
      `${times(own.ofReading)} first (${ms(own.first)} of ${ms(reading.first)} ms), ${times(own.againOfReading)} next (${ms(own.again)} of ${ms(reading.again)} ms)`),
    goal('at least 3 × faster than the fastest peer', Math.min(speedup.first, speedup.again) >= 3,
      `${times(speedup.first)} first (${first.name}: ${ms(first.first)} ms), ${times(speedup.again)} next (${again.name}: ${ms(again.again)} ms)`),
    ...resourceGoals('24 files, 180 MB', own),
  ];
}

function textGoals(results) {
  const facts = results.find(({ query }) => query === '?facts');
  const peer = results.find(({ query }) => query === '?text');
  return [
    goal('24 statements: facts within twice the time of the verdicts', Math.max(facts.ofVerdicts, facts.againOfVerdicts) <= 2,
      `${times(facts.ofVerdicts)} first (${ms(facts.first)} ms), ${times(facts.againOfVerdicts)} next (${ms(facts.again)} ms)`),
    goal('24 statements: facts faster than pdf.js has the text', facts.first < peer.first && facts.again < peer.again,
      `${times(peer.first / facts.first)} first (pdf.js: ${ms(peer.first)} ms), ${times(peer.again / facts.again)} next (pdf.js: ${ms(peer.again)} ms)`),
  ];
}

const scalingGoals = (results) => resourceGoals('any batch', {
  longestGap: Math.max(...results.map(({ longestGap }) => longestGap)),
  peak: results.some(({ peak }) => peak === null) ? null : Math.max(...results.map(({ peak }) => peak)),
});

const resourceGoals = (batch, { longestGap, peak }) => [
  goal(`${batch}: longest main-thread task at most 50 ms`, longestGap <= 50, `${ms(longestGap)} ms`),
  peak === null
    ? { name: `${batch}: memory`, isMet: null, figures: 'not known: this system has no /proc' }
    : goal(`${batch}: memory at most 16 MB above the start`, peak <= 16e6, `${mb(peak)} MB`),
];

function startupGoals(results) {
  const own = results.find((result) => result.own);
  return ['Uppy Dashboard', 'Uploadcare'].map((name) => {
    const peer = results.find((result) => result.name === name);
    const visits = ['cold', 'warm', 'mobile'].map((visit) => [own[visit].usable, peer[visit].usable]);
    return goal(`startup faster than ${name}`, visits.every(([ours, theirs]) => ours !== null && (theirs === null || ours < theirs)),
      visits.map(([ours, theirs], at) => `${['first', 'second', 'mobile'][at]} ${ms(ours)} : ${ms(theirs)} ms`).join(', '));
  });
}

function relayGoals({ streams, memory, sequential, burst }) {
  return [
    memory === null
      ? { name: `relay, ${streams} streams: memory`, isMet: null, figures: 'not known: this system has no /proc' }
      : goal(`relay, ${streams} streams: at most 32 KB each`, memory.each <= 32_000, `${(memory.each / 1e3).toFixed(1)} KB`),
    goal('relay, one webhook after the other: 99 % delivered within 50 ms', sequential.delivered.p99 <= 50, `${ms(sequential.delivered.p99)} ms, at most ${ms(sequential.delivered.max)} ms`),
    goal(`relay, ${streams} webhooks at once: 99 % delivered within a second`, burst.delivered.p99 <= 1000,
      `${ms(burst.delivered.p99)} ms, at most ${ms(burst.delivered.max)} ms, ${burst.perSecond.toFixed(0)} webhooks a second`),
  ];
}

const goal = (name, isMet, figures) => ({ name, isMet, figures });

export const goalLine = ({ name, isMet, figures }) => `${isMet === null ? 'open  ' : isMet ? 'met   ' : 'missed'}  ${name}: ${figures}`;
