import { crc32, deflateSync } from 'node:zlib';

export type Colour = readonly [red: number, green: number, blue: number];
type Point = readonly [x: number, y: number];

/** A small picture to draw on, pixel by pixel; what falls outside is left out. */
export interface Canvas {
  rectangle(from: Point, width: number, height: number, colour: Colour): void;
  line(from: Point, to: Point, colour: Colour, thickness?: number): void;
  disc(centre: Point, radius: number, colour: Colour): void;
  /** The picture as the bytes of a PNG file. */
  png(): Buffer;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const chunk = (type: string, data: Buffer): Buffer => {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(content), 4);
  return Buffer.concat([frame.subarray(0, 4), content, frame.subarray(4)]);
};

const header = (width: number, height: number): Buffer => {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  // Eight bits a channel, colour type 2: red, green and blue without alpha.
  data.set([8, 2, 0, 0, 0], 8);
  return data;
};

/** A canvas of one colour. */
export const canvas = (width: number, height: number, background: Colour): Canvas => {
  // Each row begins with its filter: 0, none.
  const row = 1 + width * 3;
  const pixels = Buffer.alloc(row * height);
  const set = (x: number, y: number, colour: Colour): void => {
    if (x >= 0 && y >= 0 && x < width && y < height) pixels.set(colour, y * row + 1 + x * 3);
  };
  const rectangle: Canvas['rectangle'] = ([left, top], wide, high, colour) => {
    for (let y = top; y < top + high; y += 1) for (let x = left; x < left + wide; x += 1) set(x, y, colour);
  };
  const disc: Canvas['disc'] = ([centreX, centreY], radius, colour) => {
    for (let y = -radius; y <= radius; y += 1) {
      for (let x = -radius; x <= radius; x += 1) if (x * x + y * y <= radius * radius) set(Math.round(centreX + x), Math.round(centreY + y), colour);
    }
  };
  const line: Canvas['line'] = ([x1, y1], [x2, y2], colour, thickness = 1) => {
    const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) * 2));
    for (let step = 0; step <= steps; step += 1) disc([x1 + ((x2 - x1) * step) / steps, y1 + ((y2 - y1) * step) / steps], Math.floor(thickness / 2), colour);
  };
  rectangle([0, 0], width, height, background);
  const png = (): Buffer => Buffer.concat([signature, chunk('IHDR', header(width, height)), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]);
  return { rectangle, line, disc, png };
};
