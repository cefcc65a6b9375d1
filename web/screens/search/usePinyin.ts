import { useEffect, useState } from 'react';
import { fetchPinyin } from '../../nouns/reports/pinyin.ts';

/** Fetches how Han read when somebody searches by letters, and draws anew with what they mark. */
export function usePinyin(words: readonly string[]): void {
  const [, setThere] = useState(false);
  const isWanted = words.some((word) => /^[a-z]+$/.test(word));
  useEffect(() => {
    if (isWanted) fetchPinyin().then(() => setThere(true), ignoreUntilNext);
  }, [isWanted]);
}
/** Without it, what was found is shown unmarked. */
const ignoreUntilNext = () => undefined;
