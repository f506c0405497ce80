// For `"moduleResolution": "node10"`, which reads no `exports`.
export * from './accounts/element.js';
