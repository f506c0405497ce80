// Perceptual comparison of two images: compares the mean color of small cells, allowing a shift of one pixel.
// Different antialiasing does not change a mean; a missing symbol or another color does.

const CELL = 8;
/** Out of 255, for luma and two chroma channels: small images keep chroma less sharply. */
const TOLERANCES = [14, 18, 18];
/** Pixels by which the page size may differ. */
const SIZE_TOLERANCE = 1;

/** Runs in a blank page, which can decode images: `{wider, higher, regions, diffImage}`, regions as `{x, y, width, height, by}`. */
async function diffInPage({ expected, actual, scale, CELL, TOLERANCES }) {
  const read = async (url, ratio = 1) => {
    const bitmap = await createImageBitmap(await (await fetch(url)).blob());
    const [width, height] = [Math.round(bitmap.width / ratio), Math.round(bitmap.height / ratio)];
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { willReadFrequently: true });
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    // Summed-area tables, so that any mean takes four look-ups.
    const sums = [[0.299, 0.587, 0.114], [-0.169, -0.331, 0.5], [0.5, -0.419, -0.081]].map(([red, green, blue]) => {
      const sum = new Float64Array((width + 1) * (height + 1));
      for (let y = 0, at = 0; y < height; y += 1) {
        for (let x = 0, row = 0; x < width; x += 1, at += 4) {
          row += red * data[at] + green * data[at + 1] + blue * data[at + 2];
          sum[(y + 1) * (width + 1) + x + 1] = sum[y * (width + 1) + x + 1] + row;
        }
      }
      return sum;
    });
    const means = (x, y) => {
      const [top, end] = [y * (width + 1) + x, (y + CELL) * (width + 1) + x];
      return sums.map((sum) => (sum[end + CELL] - sum[end] - sum[top + CELL] + sum[top]) / (CELL * CELL));
    };
    return { width, height, means, context };
  };
  const [before, now] = await Promise.all([read(expected), read(actual, scale)]);
  const [width, height] = [Math.min(before.width, now.width), Math.min(before.height, now.height)];
  /** The difference in multiples of the tolerance. */
  const differs = (x, y) => {
    const was = before.means(x, y);
    let least = Infinity;
    for (const down of [0, -1, 1]) {
      for (const right of [0, -1, 1]) {
        const [nx, ny] = [x + right, y + down];
        if (nx < 0 || ny < 0 || nx + CELL > width || ny + CELL > height) continue;
        least = Math.min(least, Math.max(...now.means(nx, ny).map((mean, channel) => Math.abs(mean - was[channel]) / TOLERANCES[channel])));
        if (least <= 1) return 0;
      }
    }
    return least;
  };
  const regions = [];
  for (let y = 0; y + CELL <= height; y += CELL) {
    for (let x = 0; x + CELL <= width; x += CELL) {
      const by = differs(x, y);
      if (by <= 1) continue;
      const near = regions.find((one) => x <= one.x + one.width + CELL && x + 2 * CELL >= one.x && y <= one.y + one.height + CELL);
      if (!near) regions.push({ x, y, width: CELL, height: CELL, by });
      else {
        const right = Math.max(near.x + near.width, x + CELL);
        Object.assign(near, { x: Math.min(near.x, x), height: y + CELL - near.y, by: Math.max(near.by, by) });
        near.width = right - near.x;
      }
    }
  }
  const { context } = now;
  context.fillStyle = 'rgb(255 255 255 / 60%)';
  context.fillRect(0, 0, now.width, now.height);
  context.strokeStyle = '#e00000';
  context.lineWidth = 2;
  for (const region of regions) context.strokeRect(region.x - 2, region.y - 2, region.width + 4, region.height + 4);
  return { wider: now.width - before.width, higher: now.height - before.height, regions, diffImage: context.canvas.toDataURL() };
}

/** Runs in a blank page: joins images side by side as a compressed WebP. */
async function joinAsWebp([urls, quality]) {
  const bitmaps = await Promise.all(urls.map(async (url) => createImageBitmap(await (await fetch(url)).blob())));
  const width = bitmaps.reduce((sum, bitmap) => sum + bitmap.width, 0);
  const canvas = Object.assign(document.createElement('canvas'), { width, height: bitmaps[0].height });
  let x = 0;
  for (const bitmap of bitmaps) {
    canvas.getContext('2d').drawImage(bitmap, x, 0);
    x += bitmap.width;
  }
  return canvas.toDataURL('image/webp', quality);
}

const dataUrl = (bytes, type) => `data:image/${type};base64,${bytes.toString('base64')}`;
const bytesOf = (url) => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');

/** `blankPage` is a page of the same browser; `scale` is the device pixel ratio. */
export async function compare(blankPage, expected, actual, scale = 1) {
  const found = await blankPage.evaluate(diffInPage, { expected: dataUrl(expected, 'webp'), actual: dataUrl(actual, 'png'), scale, CELL, TOLERANCES });
  const { wider, higher, regions } = found;
  const sizes = [[wider, 'wider', 'narrower'], [higher, 'higher', 'lower']]
    .filter(([by]) => Math.abs(by) > SIZE_TOLERANCE)
    .map(([by, more, less]) => `it is ${Math.abs(by)} px ${by > 0 ? more : less}`);
  const places = regions.map(({ x, y, width, height, by }) => `x ${x} to ${x + width}, y ${y} to ${y + height} (${by.toFixed(1)} times what is tolerated)`);
  return { differences: [...sizes, ...places], regions, diffImage: bytesOf(found.diffImage) };
}

/** Encodes as WebP; several images are joined side by side, and the first must be the highest. */
export const encodeWebp = async (blankPage, pngs, quality = 0.7) =>
  bytesOf(await blankPage.evaluate(joinAsWebp, [[pngs].flat().map((png) => dataUrl(png, 'png')), quality]));
