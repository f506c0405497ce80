export default {
  mode: 'production',
  entry: { unused: './unused.js', defined: './defined.js' },
  output: { filename: '[name].js', module: true, clean: true },
  experiments: { outputModule: true },
  performance: { assetFilter: (name) => !name.endsWith('.wasm') },
};
