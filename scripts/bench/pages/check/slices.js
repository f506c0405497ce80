// The least that a look into a PDF can read: the first KB and the last 64 of each, all at once.
import { subject } from './harness.js';

subject({
  async run(files) {
    const slices = files.flatMap((file) => [file.slice(0, 1024), file.slice(Math.max(0, file.size - 65_536))]);
    await Promise.all(slices.map((slice) => slice.arrayBuffer()));
    return null;
  },
});
