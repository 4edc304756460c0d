import { canvas } from './png';
import type { Canvas, Colour } from './png';
import type { FileMaker } from './papers';

const paper: Colour = [250, 250, 247];
const grid: Colour = [222, 224, 230];
const ink: Colour = [52, 56, 70];
const blue: Colour = [58, 92, 196];
const orange: Colour = [206, 112, 38];
const width = 640;
const height = 320;
const edge = 36;

/** The frame in which the app shows a curve: a grid of eight columns and four rows. */
const frame = (): Canvas => {
  const drawn = canvas(width, height, paper);
  for (let column = 0; column <= 8; column += 1) drawn.line([edge + (column * (width - 2 * edge)) / 8, edge], [edge + (column * (width - 2 * edge)) / 8, height - edge], grid);
  for (let row = 0; row <= 4; row += 1) drawn.line([edge, edge + (row * (height - 2 * edge)) / 4], [width - edge, edge + (row * (height - 2 * edge)) / 4], grid);
  drawn.line([edge, height - edge], [width - edge, height - edge], ink, 3);
  return drawn;
};

/** A curve of the app: `value` gives 0 (bottom) to 1 (top) for a place from 0 to 1 along the day. */
type Curve = (place: number) => number;
const draw = (drawn: Canvas, curve: Curve, colour: Colour): void => {
  const points = 240;
  const at = (index: number): [number, number] => [edge + (index / points) * (width - 2 * edge), height - edge - curve(index / points) * (height - 2 * edge)];
  for (let index = 0; index < points; index += 1) drawn.line(at(index), at(index + 1), colour, 3);
};

/** A screenshot of one or two curves of the app. */
export const chart = (name: string, first: Curve, second?: Curve): FileMaker => () => {
  const drawn = frame();
  draw(drawn, first, blue);
  if (second) draw(drawn, second, orange);
  return { name, bytes: drawn.png() };
};

/** A screenshot of bars, one a day, each 0 to 1 high. */
export const bars = (name: string, values: number[]): FileMaker => () => {
  const drawn = frame();
  const step = (width - 2 * edge) / values.length;
  values.forEach((value, index) => {
    const high = Math.round(value * (height - 2 * edge));
    drawn.rectangle([Math.round(edge + index * step + step * 0.2), height - edge - high], Math.round(step * 0.6), high, blue);
  });
  return { name, bytes: drawn.png() };
};

/** The label on a parcel: lines that stand for an address, and a bar code made of `digits`. */
export const parcelLabel = (name: string, digits: string): FileMaker => () => {
  const drawn = canvas(420, 300, [214, 194, 160]);
  drawn.rectangle([30, 24], 360, 252, [252, 252, 252]);
  [190, 240, 160].forEach((long, row) => drawn.rectangle([52, 50 + row * 24], long, 9, ink));
  let x = 52;
  for (const digit of digits.replace(/\D/g, '')) {
    const thick = 2 + (Number(digit) % 4);
    drawn.rectangle([x, 150], thick, 96, ink);
    x += thick + 3 + (Number(digit) % 3);
    drawn.rectangle([x, 150], 3, 96, ink);
    x += 9;
  }
  return { name, bytes: drawn.png() };
};

/** A rain funnel from the side with a crack from its rim. */
export const crackedFunnel = (name: string): FileMaker => () => {
  const drawn = canvas(480, 360, [164, 178, 160]);
  for (let y = 0; y < 170; y += 1) drawn.rectangle([110 + Math.round(y * 0.62), 90 + y], 260 - Math.round(y * 1.24), 1, [58, 62, 68]);
  drawn.rectangle([216, 260], 48, 60, [46, 50, 56]);
  drawn.rectangle([102, 78], 276, 14, [78, 84, 90]);
  [[300, 78, 286, 128], [286, 128, 302, 168], [302, 168, 284, 214], [292, 146, 262, 170]].forEach(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => drawn.line([x1, y1], [x2, y2], [232, 226, 214], 3));
  return { name, bytes: drawn.png() };
};

/** The Hub with its light in one colour. */
export const hubLight = (name: string, light: Colour): FileMaker => () => {
  const drawn = canvas(420, 280, [196, 178, 150]);
  drawn.rectangle([110, 80], 200, 130, [244, 244, 240]);
  drawn.rectangle([110, 200], 200, 10, [206, 206, 200]);
  drawn.disc([210, 130], 16, [226, 226, 220]);
  drawn.disc([210, 130], 9, light);
  return { name, bytes: drawn.png() };
};
