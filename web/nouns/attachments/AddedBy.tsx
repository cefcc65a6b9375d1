import { shanghaiTime } from '../../ui/time.ts';

/** Who added one of them, and when. */
export interface Added {
  who: string;
  at: string;
}

export const AddedBy = ({ added: { who, at } }: { added: Added }) => (
  <span className="attached-by">
    {who}{' '}
    <time dateTime={at} className="as-one-line">
      {shanghaiTime(at)}
    </time>
  </span>
);
