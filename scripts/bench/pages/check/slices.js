// The minimum that a look into a PDF reads: the first KB and the last 64 KB of each file, all at once.
import { subject } from './harness.js';

subject({
  async run(files) {
    const slices = files.flatMap((file) => [file.slice(0, 1024), file.slice(Math.max(0, file.size - 65_536))]);
    await Promise.all(slices.map((slice) => slice.arrayBuffer()));
    return null;
  },
});
