// Takes screenshots with the test runner, without the demo's servers.
import config from './playwright.config.mjs';

export default { ...config, webServer: undefined, projects: ['all', 'comparer', 'readme'].map((name) => ({ name, testMatch: `visual/${name}.spec.mjs` })) };
