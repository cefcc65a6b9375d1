import { useState } from 'react';

/** What a page says of what was just done: read out, and gone with the next. */
export function useSaying() {
  const [said, say] = useState('');
  return { said, say };
}
