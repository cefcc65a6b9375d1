import { LIMITS } from '@lxq/schema/limits.ts';
import type { Words } from '../../platform/contract/words.ts';

export const SECRETARY_WORDS = {
  secretary: ['该知悉秘书', 'secretary'] as Words,
  post: ['该岗位', 'post'] as Words,
  taken: (name: string): Words => [
    `已指定${name}代为知悉，请先结束`,
    `${name} acknowledges alerts for you already; end that first`,
  ],
  inPerson: [
    '只有领导本人可以指定和结束，代理人不能代为指定',
    'Only the leader in person names a secretary, and no stand-in',
  ] as Words,
  text: [`姓名最多 ${LIMITS.search.max} 字`, `At most ${LIMITS.search.max} characters`] as Words,
};
