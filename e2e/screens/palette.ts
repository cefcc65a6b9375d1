import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;

/** A screenshot's PNG with at most 256 colours: a third of the size, and screens have few. */
export function toPalette(png: Buffer): Buffer {
  const { width, height, pixels } = decode(png);
  const bucketOf = new Uint16Array(width * height);
  const buckets = new Map<number, Bucket>();
  for (let i = 0; i < bucketOf.length; i++) {
    const [r, g, b] = [pixels[3 * i] as number, pixels[3 * i + 1] as number, pixels[3 * i + 2] as number];
    const key = ((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3);
    bucketOf[i] = key;
    const bucket = buckets.get(key) ?? { count: 0, sum: [0, 0, 0] };
    bucket.count++;
    bucket.sum = [bucket.sum[0] + r, bucket.sum[1] + g, bucket.sum[2] + b];
    buckets.set(key, bucket);
  }
  const [palette, indexOf] = choose(buckets);
  const rows = Buffer.alloc((width + 1) * height); // each row begins with filter 0
  for (let i = 0; i < bucketOf.length; i++)
    rows[Math.floor(i / width) + 1 + i] = indexOf.get(bucketOf[i] as number) as number;
  return encode(width, height, palette, rows);
}

type Colour = [number, number, number];
interface Bucket {
  count: number;
  sum: Colour;
}

/** The most frequent colours; every other one takes the nearest of them. */
function choose(buckets: Map<number, Bucket>): [Colour[], Map<number, number>] {
  const sorted = [...buckets].sort(([, a], [, b]) => b.count - a.count);
  const mean = ({ count, sum }: Bucket): Colour => sum.map((part) => Math.round(part / count)) as Colour;
  const palette = sorted.slice(0, MOST_COLOURS).map(([, bucket]) => mean(bucket));
  const distance = (a: Colour, b: Colour) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
  const nearest = (colour: Colour) => {
    const distances = palette.map((other) => distance(colour, other));
    return distances.indexOf(Math.min(...distances));
  };
  return [palette, new Map(sorted.map(([key, bucket], i) => [key, i < MOST_COLOURS ? i : nearest(mean(bucket))]))];
}

/** 8-bit RGB or RGBA without interlacing, as browsers write it; alpha is left out. */
function decode(png: Buffer): { width: number; height: number; pixels: Uint8Array } {
  const parts: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [width, height, size] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25] === 6 ? 4 : 3];
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * size;
  const pixels = new Uint8Array(width * height * 3);
  let before = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const row = unfilter(raw[start] as number, raw.subarray(start + 1, start + 1 + stride), before, size);
    for (let x = 0; x < width; x++) pixels.set(row.subarray(x * size, x * size + 3), (y * width + x) * 3);
    before = row;
  }
  return { width, height, pixels };
}

function unfilter(filter: number, row: Buffer, above: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(row.length);
  for (let i = 0; i < row.length; i++) {
    const left = i < size ? 0 : (out[i - size] as number);
    const up = above[i] as number;
    const corner = i < size ? 0 : (above[i - size] as number);
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] as number;
    out[i] = (row[i] as number) + guess;
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const sum = left + up - corner;
  const [a, b, c] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function encode(width: number, height: number, palette: Colour[], rows: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8); // 8 bits, palette
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
