import { between, pick, type Random } from './random.ts';

/** What the words of a frame may refer to: {v} village, {g} group, {t} township, {h} households, {p} people, … */
export type Facts = Readonly<Record<string, string | number>>;

const SLOT = /\{([^{}]*)\}/;

/**
 * Fills a sentence frame: `{a|b}` is one of several wordings, `{3-20}` a number, `{name}` a fact. Wordings may hold
 * slots of their own, so the innermost is filled first.
 */
export function fill(frame: string, facts: Facts, random: Random): string {
  let text = frame;
  for (let slot = SLOT.exec(text); slot; slot = SLOT.exec(text)) {
    text = text.slice(0, slot.index) + value(slot[1] ?? '', facts, random) + text.slice(slot.index + slot[0].length);
  }
  return text;
}

function value(slot: string, facts: Facts, random: Random): string {
  if (slot.includes('|')) return pick(random, slot.split('|'));
  const range = /^(\d+)-(\d+)$/.exec(slot);
  if (range) return String(between(random, Number(range[1]), Number(range[2])));
  const fact = facts[slot];
  if (fact === undefined) throw new Error(`a frame asks for “${slot}”, which nobody knows`);
  return String(fact);
}
