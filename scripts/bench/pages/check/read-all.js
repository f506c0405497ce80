// Merely reading: every byte of every file, one file after another, and nothing done with them.
import { subject } from './harness.js';

subject({
  async run(files) {
    for (const file of files) await file.arrayBuffer();
    return null;
  },
});
