// The baseline: reads every byte of every file, one file after another.
import { subject } from './harness.js';

subject({
  async run(files) {
    for (const file of files) await file.arrayBuffer();
    return null;
  },
});
