import type { Finding } from '@lxq/schema/results/result-draft.ts';
import { clerkOf } from './case-cast.ts';
import type { CaseFile } from './case-file.ts';
import * as texts from './case-texts.ts';
import { type Facts, fill } from './frames.ts';
import type { Network } from './network.ts';
import type { Post } from './people.ts';
import { between, pick, type Random, uuidAt } from './random.ts';
import { fitting } from './telling.ts';
import type { Written } from './written.ts';

interface Writing {
  at: number;
  actor: Post;
  words: Facts;
  network: Network;
}

/** What a unit found and did, the answer that may be told, and the villager's own opinion in its form. */
export function writtenOf(file: CaseFile, { at, actor, words, network }: Writing): Written {
  const { random, subject, story, purpose, left } = file;
  const say = (frames: string | readonly string[], more: Facts = {}) =>
    fill(typeof frames === 'string' ? frames : pick(random, frames), { ...words, ...more }, random);
  const finding = pick(random, FINDINGS);
  const known = fitting(subject.matter.answers, subject.telling.number);
  const told = say(known.length > 0 ? known : subject.matter.answers);
  const texting = {
    TRUE_RESOLVED: () => [say(texts.BODIES, { told }), say(texts.ANSWERS, { told })],
    TRUE_DEFERRED: () => [say(texts.DEFERRED), say(texts.DEFERRED_TOLD)],
    NOT_TRUE: () => [say(texts.UNTRUE), say(texts.UNTRUE_TOLD)],
  } satisfies Record<Finding, () => string[]>;
  const [body, answer] = texting[finding]() as [string, string];
  const basis = texts.BASES.find(([topic]) => subject.matter.topic.startsWith(topic))?.[1] as string;
  return {
    ...{ id: uuidAt(random, at), round: left.round, finding, body, answer, by: actor, at, signed: null },
    ...opinionOf(file, { form: opinionForm(finding, story.opinion), finding, actor, network }),
    ...(purpose === 'APPEAL' && { request: subject.telling.wish, basis, remedy: texts.REMEDY }),
  };
}
const FINDINGS: readonly Finding[] = [...Array(14).fill('TRUE_RESOLVED'), 'TRUE_DEFERRED', 'NOT_TRUE'];

/** R50: what cannot be solved at once wants an acknowledgement. */
const opinionForm = (finding: Finding, form: Written['opinionForm'] = 'SIGNED') =>
  form === 'REFUSED' && finding === 'TRUE_DEFERRED' ? 'SIGNED' : form;

interface Heard {
  form: Written['opinionForm'];
  finding: Finding;
  actor: Post;
  network: Network;
}
function opinionOf({ random, subject }: CaseFile, { form: opinionForm, finding, actor, network }: Heard) {
  const other = texts.OTHERWISE[finding === 'NOT_TRUE' ? 0 : 1] as string;
  const own = finding === 'TRUE_RESOLVED' ? pick(random, texts.OPINIONS) : other;
  const witness = clerkOf(network, subject.village.code);
  const said = { SIGNED: own, DRAWN: own, REFUSED: texts.DECLINED, UNKNOWN: texts.UNREACHED };
  const kept = {
    ...{ SIGNED: `${actor.person.name}（本单位档案）`, DRAWN: '', UNKNOWN: '' },
    REFUSED: `${actor.person.name}、${witness.person.name}（在场见证）`,
  };
  const drawing = opinionForm === 'DRAWN' ? drawn(random) : '';
  return { opinionForm, opinion: said[opinionForm], kept: kept[opinionForm], drawing };
}

/** Three characters as a finger writes them: strokes of a few points each, on a field of 600 by 200. */
function drawn(random: Random): string {
  const strokes: string[] = [];
  for (let character = 0; character < 3; character++) {
    const left = 40 + character * 180;
    for (let stroke = 0; stroke < between(random, 4, 7); stroke++) {
      let [x, y] = [left + between(random, 0, 80), 30 + between(random, 0, 90)];
      const [right, down] = [between(random, 2, 14), between(random, -2, 12)];
      let path = `M${x} ${y}`;
      for (let point = 0; point < between(random, 4, 8); point++) {
        x += right + between(random, -2, 3);
        y += down + between(random, -2, 3);
        path += ` L${x} ${Math.max(0, y)}`;
      }
      strokes.push(path);
    }
  }
  return strokes.join('');
}
