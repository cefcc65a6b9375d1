import { shanghaiTime } from './time.ts';

/** Who and when; a time is not broken in two. */
export const ByAt = ({ by, at }: { by: string; at: string }) => (
  <>
    {by}{' '}
    <time dateTime={at} className="as-one-line">
      {shanghaiTime(at)}
    </time>
  </>
);
