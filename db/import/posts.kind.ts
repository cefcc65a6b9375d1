import type { Kind } from './kind.ts';
import { checkPosts } from './posts.check.ts';
import { type PostField, postsSheet } from './posts.sheet.ts';
import { writePosts } from './posts.write.ts';

export const postsKind: Kind<PostField> = {
  sheet: postsSheet,
  bringsCounty: false,
  prepare(entries, findings) {
    const lines = checkPosts(entries, findings);
    return (query, context) => writePosts(query, lines, context);
  },
};
