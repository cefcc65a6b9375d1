import type { Words } from '../platform/contract/words.ts';

/** What views are refused with. */
export const VIEW_WORDS = {
  view: ['该视图', 'view'],
  sameName: ['已有同名视图，请换个名称', 'You have a view of that name; choose another'],
  anotherScreen: ['视图不能换到别的页面', 'A view stays on its screen'],
  tooMany: ['最多保存 {max} 个视图，请先删除不用的', 'At most {max} views; remove one first'],
  tooManyShared: [
    '本单位最多共享 {max} 个视图，请先取消不用的',
    'Your desk shares at most {max} views; take one back first',
  ],
  taken: ['{by}已修改该视图，请核对后再保存', '{by} has changed this view; compare before you save'],
} satisfies Record<string, Words>;
