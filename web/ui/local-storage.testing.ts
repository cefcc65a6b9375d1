/** What browsers give: text by key, whose keys are its own. Empty. */
export function freshLocalStorage(): void {
  const items: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => {
      items[key] = value;
    },
    removeItem: (key: string) => {
      delete items[key];
    },
  };
  const storage = new Proxy(items, {
    get: (_, name: string) => methods[name as keyof typeof methods] ?? items[name],
  });
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: storage });
}
