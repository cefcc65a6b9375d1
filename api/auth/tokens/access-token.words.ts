import type { Words } from '../../platform/contract/words.ts';

/** What making and taking back a token is refused with. */
export const TOKEN_WORDS = {
  token: ['该令牌', 'token'],
  scopes: ['请至少选择一项可读取的内容', 'Choose at least one thing that it may read'],
  days: ['到期日应在今天至 {last} 之间', 'It ends between today and {last}'],
  tooMany: ['最多同时使用 {max} 个令牌，请先停用不用的', 'At most {max} tokens at a time; end one first'],
  standIn: [
    '代理他人岗位时不能创建令牌，请切换到自己的岗位',
    'A token is made under a post of one’s own; choose yours first',
  ],
} satisfies Record<string, Words>;
