/** Words of ours as SQL has them in a list. */
export const listed = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');
/** A condition in SQL: the column holds one of these words. */
export const oneOf = (column: string, words: readonly string[]) => `${column} in (${listed(words)})`;
