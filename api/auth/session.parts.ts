import type { Parts } from '../platform/contract/parts.ts';
import { Login, Session, SignInFailure } from './login.entity.ts';
import { OwnSessionResolver, PostFieldsResolver, SessionResolver } from './session.resolver.ts';

export const auth: Parts = {
  entities: [Login, Session, SignInFailure],
  resolvers: [SessionResolver, OwnSessionResolver, PostFieldsResolver],
  prices: {
    'Viewer.posts': { size: 5 },
    'Query.sessions': { size: 10 },
    'Mutation.endSession': { size: 10 },
    // A password is judged for it.
    'Mutation.signIn': { each: 2_000 },
  },
};
