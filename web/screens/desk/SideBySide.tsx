import { SharedText } from '../../nouns/reports/MarkedText.tsx';
import './duplicates.css';

interface Text {
  no: string;
  text: string;
}
/** Two texts beside each other, what both say marked. */
export function SideBySide({ one, other }: { one: Text; other: Text }) {
  return (
    <div className="desk-side-by-side">
      {[
        [one, other],
        [other, one],
      ].map(([shown, against]) => (
        <div key={shown?.no}>
          <b>{shown?.no}</b>
          <p>
            <SharedText text={shown?.text ?? ''} other={against?.text ?? ''} />
          </p>
        </div>
      ))}
    </div>
  );
}
