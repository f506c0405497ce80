/** A plugin for Vite 7 and older, whose development server would move the package away from its wasm. Vite 8 needs none. */
export default function flinksUpload(): { name: string; config: () => { optimizeDeps: { exclude: string[] } } };
