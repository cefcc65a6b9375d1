import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const RULES: RunOptions = {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
};
/** What axe's source leaves in the page. */
interface WithAxe {
  axe: { run(within: Document, options: RunOptions): Promise<AxeResults> };
}

/**
 * Rules that axe breaks, with the first place each is broken at, by how much the page is wider than the screen; on a phone what is too
 * small for a thumb and what is cut off. Colours hardly know the language or the size (large letters need less contrast), and take longer to
 * measure than all else.
 */
export async function faultsOf(page: Page, isTouched: boolean, withColours: boolean): Promise<string[]> {
  const ofPhones = isTouched ? [...(await tooSmall(page)), ...(await clipped(page))] : [];
  return [...(await faultsOfAxe(page, withColours)), ...ofPhones];
}

function faultsOfAxe(page: Page, withColours: boolean): Promise<string[]> {
  const options: RunOptions = { ...RULES, rules: { 'color-contrast': { enabled: withColours } } };
  return page.evaluate(async (asked) => {
    const { violations } = await (globalThis as unknown as WithAxe).axe.run(document, asked);
    const { scrollWidth, clientWidth } = document.documentElement;
    const headings = document.querySelectorAll('h1').length;
    const isOut = (one: Element) => Math.abs(one.getBoundingClientRect().right - scrollWidth) <= 1;
    const outermost = () => [...document.querySelectorAll('body *')].filter(isOut).at(-1)?.outerHTML.slice(0, 160);
    // Behind a dialog that holds everything up, colours are dimmed and nothing is read.
    const dialogs = [...document.querySelectorAll('[aria-modal=true]')].filter((one) => one.checkVisibility());
    const isBehind = (target: unknown) =>
      dialogs.length > 0 && !dialogs.some((dialog) => dialog.contains(document.querySelector(String(target))));
    // Axe itself would write down every element that it looks at (access.ts).
    const htmlAt = (target: unknown) => document.querySelector(String(target))?.outerHTML.slice(0, 160);
    const told = violations.map((rule) =>
      rule.id === 'color-contrast' ? { ...rule, nodes: rule.nodes.filter(({ target }) => !isBehind(target[0])) } : rule,
    );
    return [
      ...told
        .filter(({ impact, nodes }) => impact !== 'minor' && nodes.length > 0)
        .map(({ id, nodes }) => `${id}: ${htmlAt(nodes[0]?.target[0])} (${nodes.length})`),
      ...(headings > 1 && document.querySelector('h1.notice-title') ? ['a message is a second heading'] : []),
      ...(scrollWidth > clientWidth
        ? [`wider than the screen by ${scrollWidth - clientWidth} px: ${outermost()}`]
        : []),
    ];
  }, options);
}

const THUMB_PX = 44;

/** Buttons, links and fields that a thumb would miss; a link within running text is as high as its line. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const PRESSED = 'a[href], button, input, select, textarea, summary, [role=button], [role=tab], [role=switch]';
    const isShown = (one: Element) => {
      const { width, height } = one.getBoundingClientRect();
      return one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && width > 1 && height > 1;
    };
    const isWithinText = (one: Element) =>
      one.matches('a') &&
      [...(one.parentElement?.childNodes ?? [])].some(
        (each) => each.nodeType === Node.TEXT_NODE && each.textContent?.trim(),
      );
    // A radio or a tick is pressed by its label.
    const areaOf = (one: Element) => one.closest('label') ?? one;
    const dialogs = [...document.querySelectorAll('[aria-modal=true]')].filter((one) => one.checkVisibility());
    const within = dialogs.at(-1) ?? document;
    return [...within.querySelectorAll(PRESSED)]
      .map(areaOf)
      .filter((one) => isShown(one) && !isWithinText(one))
      .flatMap((one) => {
        const { width, height } = one.getBoundingClientRect();
        const isSmall = Math.min(width, height) < least - 0.5;
        return isSmall
          ? [`too small for a thumb, ${Math.round(width)} × ${Math.round(height)}: ${one.outerHTML.slice(0, 140)}`]
          : [];
      });
  }, THUMB_PX);
}

/** Words that do not fit into what holds them and are cut off; an excerpt, which ends after some lines, is meant to be. */
function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')].flatMap((one) => {
      const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(one);
      const isCut = (how: string) => how === 'hidden' || how === 'clip';
      const isAside =
        one.closest('.sr-only, svg') || webkitLineClamp !== 'none' || one.clientWidth <= 1 || !one.checkVisibility();
      if (isAside || !one.textContent?.trim()) return [];
      const wide = isCut(overflowX) ? one.scrollWidth - one.clientWidth : 0;
      const high = isCut(overflowY) ? one.scrollHeight - one.clientHeight : 0;
      return Math.max(wide, high) > 1 ? [`cut off by ${wide} × ${high} px: ${one.outerHTML.slice(0, 140)}`] : [];
    }),
  );
}
