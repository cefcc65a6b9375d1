import type { Parts } from '../platform/contract/parts.ts';
import { Login, Session, SignInFailure } from './login.entity.ts';
import { PostFieldsResolver, SessionResolver } from './session.resolver.ts';

export const auth: Parts = {
  entities: [Login, Session, SignInFailure],
  resolvers: [SessionResolver, PostFieldsResolver],
  prices: {
    'Viewer.posts': { size: 5 },
    // A password is judged for it.
    'Mutation.signIn': { each: 2_000 },
  },
};
