export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  // Vue would else look for a component of that name.
  vue: { compilerOptions: { isCustomElement: (tag) => tag === 'flinks-upload' } },
});
