import resolve from '@rollup/plugin-node-resolve';

export default {
  input: { main: 'income.js' },
  output: { dir: 'dist', format: 'es' },
  plugins: [resolve()],
};
