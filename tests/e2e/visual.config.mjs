// Pictures are taken as tests are run, without the demo's servers.
import config from './playwright.config.mjs';

export default { ...config, webServer: undefined, projects: ['all', 'readme'].map((name) => ({ name, testMatch: `visual/${name}.spec.mjs` })) };
