/** One text for equal content: the order of an object's fields does not matter. What is issued is hashed over it. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, sortedFields);
}

function sortedFields(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
