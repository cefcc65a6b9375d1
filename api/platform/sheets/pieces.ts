/** Large enough that a piece costs more than handing it on. */
const PIECE_BYTES = 64 * 1024;
const MOST_BYTES_A_UNIT = 3;

/** Many short texts as few pieces of bytes. Each is written out at once: texts that wait to be joined are what memory fills with. */
export async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let piece = Buffer.allocUnsafeSlow(PIECE_BYTES);
  let end = 0;
  for await (const text of texts) {
    const most = text.length * MOST_BYTES_A_UNIT;
    if (end > 0 && end + most > piece.length) {
      yield piece.subarray(0, end);
      piece = Buffer.allocUnsafeSlow(PIECE_BYTES);
      end = 0;
    }
    if (most > piece.length) yield Buffer.from(text);
    else end += piece.write(text, end);
  }
  if (end > 0) yield piece.subarray(0, end);
}
