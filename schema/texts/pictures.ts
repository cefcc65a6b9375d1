/** A picture on paper. */
export interface PaperPicture {
  id: string;
  /** Of its bytes, which come beside the lines. */
  sha256: string;
  /** In pixels. */
  width: number;
  height: number;
  /** What whoever does not see it is told. */
  alt: string;
}

/** In millimetres: the text area of GB/T 9704-2012, 156 × 225 mm of 22 lines. */
const TEXT_WIDTH = 156;
const LINE = 225 / 22;
const GAP = 4;
/** Above and below pictures, so that they touch no letter. */
const AIR = 1.5;
const MOST_LINES = 6;
/** One alone is not as wide as the text. */
const ALONE = 116;
/** A small one is not blown up: 96 dots an inch. */
const PIXEL = 25.4 / 96;

export interface LaidOut {
  /** Whole lines that the row takes, so that what follows stands on the paper's grid again. */
  lines: number;
  /** Of each picture, in millimetres. */
  sizes: { width: number; height: number }[];
}

/** How a row of pictures stands: side by side, within the text area, no higher than six lines. */
export function laidOut(pictures: readonly Pick<PaperPicture, 'width' | 'height'>[]): LaidOut {
  const room = pictures.length === 1 ? ALONE : (TEXT_WIDTH - GAP * (pictures.length - 1)) / pictures.length;
  const sizes = pictures.map(({ width, height }) => {
    const scale = Math.min(PIXEL, room / width, (MOST_LINES * LINE - 2 * AIR) / height);
    return { width: hundredths(width * scale), height: hundredths(height * scale) };
  });
  const highest = Math.max(...sizes.map(({ height }) => height));
  return { lines: Math.ceil((highest + 2 * AIR) / LINE), sizes };
}

const hundredths = (millimetres: number): number => Math.floor(millimetres * 100) / 100;
