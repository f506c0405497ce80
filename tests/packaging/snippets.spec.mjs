// Puts the demo's snippets into their examples and builds these: the element must have exactly the
// attributes on screen, and the theme.
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { POLICY, VITE, build, examples, expect, test } from './integration.mjs';
import { SETTINGS } from '../e2e/fixtures/demo-settings.mjs';
import { INTEGRATIONS, renderSnippet } from '../e2e/fixtures/demo-snippets.mjs';

// Vite puts the theme into a stylesheet file.
const policy = `${POLICY}; style-src 'self'`;

for (const framework of ['npm', 'react', 'vue', 'svelte']) {
  for (const title of ['fallback, in French and dark', 'everything set']) {
    test(`the snippet for ${framework} builds and says just that: ${title}`, async ({ integration }, { workerIndex }) => {
      const { settings, sandbox } = SETTINGS[title];
      // A separate folder, because another worker may build the same example.
      const name = `snippet-${framework}-${workerIndex}`;
      rmSync(join(examples, name), { recursive: true, force: true });
      cpSync(join(examples, INTEGRATIONS[framework].folder), join(examples, name), { recursive: true });
      for (const [file, text] of Object.entries(renderSnippet(framework, settings))) writeFileSync(join(examples, name, file), text);
      await integration.open(build(name, [VITE, 'build']), { policy });
      await expect(integration.part(settings.mode === 'upload' ? 'dropzone' : 'frame')).toBeAttached();
      const { found, radius } = await integration.element.evaluate((element) => ({
        found: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
        radius: getComputedStyle(element).getPropertyValue('--flinks-upload-radius'),
      }));
      expect(found).toEqual(sandbox);
      expect(radius).toBe({ bank: '3px', fintech: '24px' }[settings.look]);
      expect(await integration.element.evaluate((element) => typeof element.getAuthorizeToken)).toBe('function');
    });
  }
}
