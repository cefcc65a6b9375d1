import type { Parts } from '../platform/contract/parts.ts';
import { Login, Session, SignInFailure } from './login.entity.ts';
import { OwnSessionResolver, PostFieldsResolver, SessionResolver } from './session.resolver.ts';
import { AccessTokenRow } from './tokens/access-token.entity.ts';
import { AccessTokenResolver } from './tokens/access-token.resolver.ts';

export const auth: Parts = {
  entities: [Login, Session, SignInFailure, AccessTokenRow],
  resolvers: [SessionResolver, OwnSessionResolver, PostFieldsResolver, AccessTokenResolver],
  programs: {
    viewer: 'ANY',
  },
  prices: {
    'Viewer.posts': { size: 5 },
    'Query.sessions': { size: 10 },
    'Mutation.endSession': { size: 10 },
    'Query.tokens': { size: 20 },
    'AccessToken.scopes': { size: 3 },
    // A password is judged for it.
    'Mutation.signIn': { each: 2_000 },
  },
};
