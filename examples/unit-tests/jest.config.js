export default {
  testEnvironment: 'jsdom',
  testMatch: ['**/jest/*.test.js'],
  // Jest reads packages as CommonJS, in which there is no `import.meta`: the stubs take the place of the package.
  moduleNameMapper: {
    '^flinks-upload(/define|/inline)?$': 'flinks-upload/testing/define',
    '^flinks-upload/accounts$': 'flinks-upload/testing',
    '^flinks-upload/react$': 'flinks-upload/testing/react',
  },
  transform: { '\\.js$': ['babel-jest', { plugins: ['@babel/plugin-transform-modules-commonjs'] }] },
};
