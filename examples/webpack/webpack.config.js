export default {
  mode: 'production',
  entry: './income.js',
  output: { filename: 'main.js', module: true, clean: true },
  experiments: { outputModule: true },
  // webpack hints at assets above 250 kB before compression; two of the wasm files are a little larger.
  performance: { assetFilter: (name) => !name.endsWith('.wasm') },
};
