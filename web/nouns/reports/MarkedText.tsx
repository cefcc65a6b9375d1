import { markShared, markWords, type Piece } from './markedPieces.ts';
import './marked-text.css';

/** Text with the words that were searched for marked. */
export function FoundText({ text, words }: { text: string; words: readonly string[] }) {
  return <Marked pieces={markWords(text, words)} />;
}

/** Text with the runs marked that another text has too. */
export function SharedText({ text, other }: { text: string; other: string }) {
  return <Marked pieces={markShared(text, other)} />;
}

function Marked({ pieces }: { pieces: Piece[] }) {
  let at = 0;
  return (
    <>
      {pieces.map((piece) => {
        at += piece.text.length;
        return piece.isMarked ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>;
      })}
    </>
  );
}
