// Settings of the demo's drawer, and the attributes that each of them must come to: written out by hand, in the README's order.

const PLAIN = { mode: 'primary', institution: 'FlinksCapital', scenario: '', 'offer-on': '', ending: '', look: '', theme: 'system', language: 'en', check: 'required', accept: 'pdf', handoff: 'frame' };
export const STAND_IN = 'http://localhost:8081/v2';

/** With signs that each of the languages must escape in its own way. */
const AWKWARD = 'L’Île "A & B" {c} <d> \\ \'e\'';

export const SETTINGS = {
  'all as by default': {
    settings: PLAIN,
    sandbox: { instance: 'toolbox', params: 'demo=true' },
    standIn: { 'connect-base': STAND_IN, params: 'demo=true' },
  },
  'fallback, in French and dark': {
    settings: { ...PLAIN, mode: 'fallback', scenario: 'RETRY_LATER', ending: 'failed', language: 'fr', theme: 'dark', look: 'bank' },
    sandbox: { instance: 'toolbox', mode: 'fallback', language: 'fr', theme: 'dark', params: 'demo=true' },
    standIn: { 'connect-base': STAND_IN, mode: 'fallback', language: 'fr', theme: 'dark', params: 'demo=true&scenario=RETRY_LATER&ending=failed' },
  },
  'everything set': {
    settings: { ...PLAIN, mode: 'upload', institution: AWKWARD, scenario: 'RETRY_LATER', 'offer-on': 'not-listed', theme: 'light', check: 'optional', accept: 'pdf,images', handoff: 'navigate', look: 'fintech' },
    sandbox: { instance: 'toolbox', mode: 'upload', institution: AWKWARD, theme: 'light', params: 'demo=true', handoff: 'navigate', check: 'optional', accept: 'pdf,images' },
    standIn: { 'connect-base': STAND_IN, mode: 'upload', institution: AWKWARD, theme: 'light', params: 'demo=true', handoff: 'navigate', check: 'optional', accept: 'pdf,images' },
  },
  'offered also when idle': {
    settings: { ...PLAIN, 'offer-on': 'not-listed inactivity:10', handoff: 'event', check: 'off', look: 'contrast' },
    sandbox: { instance: 'toolbox', params: 'demo=true', handoff: 'event', check: 'off', 'offer-on': 'not-listed inactivity:10' },
    standIn: { 'connect-base': STAND_IN, params: 'demo=true', handoff: 'event', check: 'off', 'offer-on': 'not-listed inactivity:10' },
  },
  'for staff': {
    settings: { ...PLAIN, mode: 'dashboard', handoff: 'navigate', 'offer-on': 'not-listed', accept: 'pdf,images' },
    sandbox: { mode: 'dashboard', accept: 'pdf,images' },
    standIn: { mode: 'dashboard', accept: 'pdf,images' },
  },
};
