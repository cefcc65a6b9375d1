import { crc32, deflateSync } from 'node:zlib';

const [WIDTH, HEIGHT] = [960, 720];
const HORIZON = 300;
type Colour = readonly [red: number, green: number, blue: number];

/** A field under the sky with a well in it, of one moment of the day or another, as a PNG: what an officer takes a picture of, and nobody in it. */
export function field(moment: number): Buffer {
  const rows = Array.from({ length: HEIGHT }, (_, y) => {
    const row = Buffer.alloc(1 + WIDTH * 3);
    for (let x = 0; x < WIDTH; x++) row.set(colourAt(x, y, moment), 1 + x * 3);
    return row;
  });
  return png(Buffer.concat(rows));
}

function colourAt(x: number, y: number, moment: number): Colour {
  const [wellX, wellY] = [200 + moment * 110, 500];
  const [dx, dy] = [(x - wellX) / 120, (y - wellY) / 48];
  const distance = dx * dx + dy * dy;
  if (distance < 0.55) return [26, 38, 44];
  if (distance < 1) return [150 - dy * 20, 146 - dy * 20, 138];
  if (y < HORIZON) return [120 + y / 4, 170 + y / 6, 225 - moment * 6];
  const furrow = (Math.floor((x - WIDTH / 2) / (1 + (y - HORIZON) / 14)) + 400) % 6;
  const light = furrow < 3 ? 0 : 14;
  return [104 + light + moment * 5, 128 + light - (y - HORIZON) / 9, 66 + light];
}

function png(pixels: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 2, 0, 0, 0], 8); // eight bits each of red, green and blue
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([mark, chunk('IHDR', head), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]);
}
function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
