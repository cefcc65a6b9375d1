/** A small value in localStorage that React can listen to; survives where storage is refused, for the page's life. */
export interface Kept<T> {
  readonly key: string;
  get(): T;
  set(value: T): void;
  listen(hear: () => void): () => void;
}

export function keptLocally<T>(key: string, initial: T): Kept<T> {
  const listeners = new Set<() => void>();
  let value = read(key, initial);
  return {
    key,
    get: () => value,
    set(next) {
      value = next;
      try {
        if (next === null || next === undefined) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Private windows and some web views refuse storage; the value then lives as long as the page.
      }
      for (const hear of listeners) hear();
    },
    listen(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}

function read<T>(key: string, initial: T): T {
  try {
    const text = localStorage.getItem(key);
    return text === null ? initial : (JSON.parse(text) as T);
  } catch {
    return initial;
  }
}
