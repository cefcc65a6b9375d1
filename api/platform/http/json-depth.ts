import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';

/** What closes comes two after what opens. */
const [QUOTE, BRACKET, BACKSLASH, BRACE] = [34, 91, 92, 123];

/**
 * Whether JSON nests deeper than anything of ours does. Counted in the text: a value that is parsed already may be too deep for
 * whatever walks over it next, and what walks over it is not only ours.
 */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (code === QUOTE) i = endOfText(json, i);
    else if (code === BRACKET || code === BRACE) {
      if (++depth > SERVER_LIMITS.jsonDepth) return true;
    } else if (code === BRACKET + 2 || code === BRACE + 2) depth--;
  }
  return false;
}
function endOfText(json: string, start: number): number {
  for (let i = start + 1; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (code === QUOTE) return i;
    if (code === BACKSLASH) i++;
  }
  return json.length;
}
