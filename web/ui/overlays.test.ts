import { expect, test } from '@jest/globals';
import { makeOverlays } from './overlays.ts';

/** A browser's history with one page in it; what is planned happens when the test says so. */
function makeEntries(stack: { page: string; depth: number }[] = [{ page: 'reader', depth: 0 }]) {
  let at = stack.length - 1;
  let hear: () => void = () => {};
  let planned: (() => void)[] = [];
  const late: (() => void)[] = [];
  let isDeaf = false;
  const now = () => stack[at] as { page: string; depth: number };
  const goBy = (by: number) => {
    const arrive = () => {
      if (isDeaf || at + by < 0 || at + by >= stack.length) return;
      at += by;
      hear();
    };
    planned.push(() => planned.push(arrive)); // a browser takes its time
  };
  return {
    entries: {
      depth: () => now().depth,
      push: (depth: number) => {
        const { page } = now();
        stack.splice(++at, stack.length, { page, depth });
      },
      go: goBy,
      whenPopped: (listener: () => void) => {
        hear = listener;
      },
      soon: (work: () => void, ms = 0) => void (ms === 0 ? planned : late).push(work),
    },
    /** The user's Back. */
    back(by = 1) {
      goBy(-by);
      this.rest();
    },
    /** From now on the browser goes nowhere. */
    deafen() {
      isDeaf = true;
    },
    /** What was to happen by now at the latest. */
    giveUp() {
      for (const work of late.splice(0)) work();
    },
    /** What is planned already, and not what comes of it. */
    step() {
      for (const work of planned.splice(0)) work();
    },
    navigate(page: string) {
      stack.splice(++at, stack.length, { page, depth: 0 });
    },
    rest() {
      while (planned.length > 0) for (const work of planned.splice(0)) work();
      planned = [];
    },
    place: () => `${now().page} ${at}`,
  };
}

/** A sheet as a component would hold it. */
function openSheet(overlays: ReturnType<typeof makeOverlays>, willClose = true) {
  const sheet = { isOpen: true, asked: 0, close: () => {} };
  const closed = overlays.open(() => {
    sheet.asked++;
    if (willClose) sheet.close();
  });
  sheet.close = () => {
    sheet.isOpen = false;
    closed();
  };
  return sheet;
}

test('Back closes an open sheet and the page beneath stays', () => {
  const history = makeEntries();
  const sheet = openSheet(makeOverlays(history.entries));
  history.rest();
  expect(history.place()).toBe('reader 1');
  history.back();
  expect(sheet.isOpen).toBe(false);
  expect(history.place()).toBe('reader 0');
});

test('a sheet closed by its own button takes its entry along', () => {
  const history = makeEntries();
  const sheet = openSheet(makeOverlays(history.entries));
  history.rest();
  sheet.close();
  history.rest();
  expect(history.place()).toBe('reader 0');
  expect(sheet.asked).toBe(0);
});

test('of two sheets Back closes the upper one first', () => {
  const history = makeEntries();
  const overlays = makeOverlays(history.entries);
  const lower = openSheet(overlays);
  history.rest();
  const upper = openSheet(overlays);
  history.rest();
  history.back();
  expect([lower.isOpen, upper.isOpen]).toEqual([true, false]);
  history.back();
  expect(lower.isOpen).toBe(false);
  expect(history.place()).toBe('reader 0');
});

test('of two sheets that one long step back leaves, the upper closes first', () => {
  const history = makeEntries();
  const overlays = makeOverlays(history.entries);
  const order: string[] = [];
  for (const name of ['lower', 'upper']) {
    const closed = overlays.open(() => {
      order.push(name);
      closed();
    });
    history.rest();
  }
  history.back(2);
  expect([order, history.place()]).toEqual([['upper', 'lower'], 'reader 0']);
});

test('two sheets closed shortly one after the other take an entry each, and not the page’s', () => {
  const history = makeEntries([
    { page: 'list', depth: 0 },
    { page: 'reader', depth: 0 },
  ]);
  const overlays = makeOverlays(history.entries);
  const [lower, upper] = [openSheet(overlays), openSheet(overlays)];
  history.rest();
  expect(history.place()).toBe('reader 3');
  upper.close();
  history.step(); // under way by now
  lower.close();
  history.rest();
  expect(history.place()).toBe('reader 1');
});

test('what waits for a sheet’s entry to go is not kept waiting by a browser that does not answer', () => {
  const history = makeEntries();
  const overlays = makeOverlays(history.entries);
  const menu = openSheet(overlays);
  history.rest();
  history.deafen();
  menu.close();
  overlays.afterClosing(() => history.navigate('search'));
  history.rest();
  expect(history.place()).toBe('reader 1');
  history.giveUp();
  expect(history.place()).toBe('search 2');
});

test('a sheet that is opened while the entry of one just closed is on its way out stays, with an entry of its own', () => {
  const history = makeEntries();
  const overlays = makeOverlays(history.entries);
  const first = openSheet(overlays);
  history.rest();
  first.close();
  history.step();
  const second = openSheet(overlays);
  history.rest();
  expect([second.isOpen, second.asked, history.place()]).toEqual([true, 0, 'reader 1']);
  history.back();
  expect([second.isOpen, history.place()]).toEqual([false, 'reader 0']);
});

test('a dialog that follows a closing sheet stands in its entry', () => {
  const history = makeEntries();
  const overlays = makeOverlays(history.entries);
  const menu = openSheet(overlays);
  history.rest();
  menu.close();
  const question = openSheet(overlays);
  history.rest();
  expect(history.place()).toBe('reader 1');
  history.back();
  expect([question.isOpen, history.place()]).toEqual([false, 'reader 0']);
});

test('a sheet that will not close when asked is asked again by the next Back', () => {
  const history = makeEntries();
  const sheet = openSheet(makeOverlays(history.entries), false);
  history.rest();
  history.back();
  expect([sheet.isOpen, sheet.asked, history.place()]).toEqual([true, 1, 'reader 1']);
  history.back();
  expect(sheet.asked).toBe(2);
});

test('a choice that goes to another page leaves no dead entry behind it', () => {
  const history = makeEntries();
  const overlays = makeOverlays(history.entries);
  const menu = openSheet(overlays);
  history.rest();
  menu.close();
  overlays.afterClosing(() => history.navigate('search'));
  history.rest();
  expect(history.place()).toBe('search 1');
  history.back();
  expect(history.place()).toBe('reader 0');
});

test('an entry whose sheet is gone is left at once, after a reload and on the way back', () => {
  const reloaded = makeEntries([
    { page: 'reader', depth: 0 },
    { page: 'reader', depth: 1 },
  ]);
  makeOverlays(reloaded.entries);
  reloaded.rest();
  expect(reloaded.place()).toBe('reader 0');

  const history = makeEntries();
  const sheet = openSheet(makeOverlays(history.entries));
  history.rest();
  history.navigate('report');
  sheet.close();
  history.rest();
  expect(history.place()).toBe('report 2');
  history.back();
  expect(history.place()).toBe('reader 0');
});
