export default {
  mode: 'production',
  entry: './income.js',
  output: { filename: 'main.js', module: true, clean: true },
  experiments: { outputModule: true },
};
