import { type ComponentType, lazy } from 'react';

/**
 * A component whose file is fetched when it is first drawn. React draws its fallback, and keeps it for 300 ms, even for a
 * file that is there already; so whatever has come by then is given at once.
 */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let there: ComponentType<Props> | undefined;
  type Loaded = { default: ComponentType<Props> };
  let fetching: Promise<Loaded> | undefined;
  const keep = (component: ComponentType<Props>): Loaded => {
    there = component;
    return { default: component };
  };
  const forget = (error: unknown) => {
    fetching = undefined;
    throw error;
  };
  /** Once, whoever asks first: what prepares the screen, or the drawing that has lost patience. */
  const fetch = () => {
    fetching ??= load().then(keep).catch(forget);
    return fetching;
  };
  const atOnce = (component: ComponentType<Props>) => ({
    // biome-ignore lint/suspicious/noThenProperty: a promise that is kept before it is asked is the point
    then: (give: (loaded: Loaded) => void) => give({ default: component }),
  });
  const Component = lazy(() => (there ? (atOnce(there) as Promise<Loaded>) : fetch()));
  return { Component, fetch };
}
