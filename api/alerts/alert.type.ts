import { Field, Int } from 'type-graphql';
import { connectionType } from '../platform/contract/graphql.ts';
import { Alert } from './alert.entity.ts';

export const AlertConnection = connectionType('Alert', () => Alert);
Field(() => Int, { description: 'How many of the viewer’s alerts wait for them, on whatever page.' })(
  AlertConnection.prototype,
  'waitingCount',
);
Field(() => Int, { description: 'How many are known.' })(AlertConnection.prototype, 'knownCount');
