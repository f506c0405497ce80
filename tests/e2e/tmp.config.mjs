import config from './playwright.config.mjs';
export default { ...config, webServer: undefined, projects: config.projects.slice(0, 1) };
