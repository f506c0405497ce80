// Letters as 5 × 7 dots, one hex byte per column with the top row in the lowest bit. They draw a statement
// without fonts: as shapes in a PDF without text, or as pixels of an image.
const GLYPHS = {
  0: '3e5149453e', 1: '00427f4000', 2: '4261514946', 3: '2141454b31', 4: '1814127f10', 5: '2745454539',
  6: '3c4a494930', 7: '0171090503', 8: '3649494936', 9: '064949291e',
  A: '7e0909097e', B: '7f49494936', C: '3e41414122', D: '7f41413e00', E: '7f49494941', F: '7f09090901',
  G: '3e41495932', H: '7f0808087f', I: '00417f4100', J: '2040413f01', K: '7f08142241', L: '7f40404040',
  M: '7f020c027f', N: '7f0408107f', O: '3e4141413e', P: '7f09090906', Q: '3e4151215e', R: '7f09192946',
  S: '2649494932', T: '01017f0101', U: '3f4040403f', V: '1f2040201f', W: '3f4038403f', X: '6314081463',
  Y: '0304780403', Z: '6151494543',
  '.': '0060600000', ',': '0050300000', '-': '0808080808', ':': '0036360000', '/': '2010080402',
  '(': '001c224100', ')': '0041221c00', '#': '147f147f14', '&': '3649552250', $: '242a7f2a12', "'": '0005030000',
};

/** Visits the dots of a line of text in a grid 7 high and 6 wide per letter: `visit(column, row)`. Returns the width. */
export function dots(text, visit) {
  const letters = [...text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()];
  letters.forEach((letter, place) => {
    const columns = Buffer.from(GLYPHS[letter] ?? '', 'hex');
    columns.forEach((bits, column) => {
      for (let row = 0; row < 7; row++) if (bits & (1 << row)) visit(place * 6 + column, row);
    });
  });
  return letters.length * 6;
}
