// A plugin for Vite. The development server of Vite 7 and older moves a package into a folder of its own, but not the files that
// it finds by `new URL('…', import.meta.url)`: the package has to stay where it is. Vite 8 needs no plugin, and it does no harm there.

export default function flinksUpload() {
  return { name: 'flinks-upload', config: () => ({ optimizeDeps: { exclude: ['flinks-upload'] } }) };
}
