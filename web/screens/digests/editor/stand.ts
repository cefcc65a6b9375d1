interface Stand {
  state: string;
  version: number;
  items: ReadonlyArray<{ id: string; version: number }>;
}

/** Whether the issue on the screen is the one that is stored: same state, same items in the same order, same versions. */
export function isSameStand(shown: Stand, stored: Stand): boolean {
  return (
    shown.state === stored.state &&
    shown.version >= stored.version &&
    shown.items.length === stored.items.length &&
    shown.items.every(({ id, version }, place) => {
      const item = stored.items[place];
      return item?.id === id && version >= item.version;
    })
  );
}
