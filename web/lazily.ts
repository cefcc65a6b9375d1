import { type ComponentType, lazy } from 'react';

/**
 * A component whose file is fetched when it is first drawn. React draws its fallback, and keeps it for 300 ms, even for a
 * file that is there already; so whatever has come by then is given at once.
 */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let there: ComponentType<Props> | undefined;
  const fetch = async () => {
    there = await load();
    return { default: there };
  };
  type Loaded = Awaited<ReturnType<typeof fetch>>;
  const atOnce = (component: ComponentType<Props>) => ({
    // biome-ignore lint/suspicious/noThenProperty: a promise that is kept before it is asked is the point
    then: (give: (loaded: Loaded) => void) => give({ default: component }),
  });
  const Component = lazy(() => (there ? (atOnce(there) as Promise<Loaded>) : fetch()));
  return { Component, fetch };
}
