import type { Words } from '../platform/contract/words.ts';

/** What signing in, and choosing a post, is refused with. */
export const SIGN_IN_WORDS = {
  account: ['请填写账号', 'Enter your account'],
  password: ['请填写密码', 'Enter your password'],
  wrong: ['账号或密码不正确', 'Wrong account or password'],
  noPost: ['该账号目前没有有效岗位，请联系管理员', 'This account has no post in force; ask your administrator'],
  tooMany: ['尝试次数过多，请在 {wait} 秒后再试', 'Too many tries; try again in {wait} seconds'],
  crowded: ['登录的人太多，请稍后重试', 'Too many are signing in; try again soon'],
  post: ['该岗位', 'post'],
  session: ['该登录', 'session'],
} satisfies Record<string, Words>;
