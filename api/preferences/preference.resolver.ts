import { ARRANGERS, type ListScreen } from '@lxq/schema/views/list-screens.ts';
import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import { Viewer } from '../auth/session.type.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { ListScreenEnum } from '../views/saved-view.entity.ts';
import * as preferences from './preference.service.ts';
import { Preference, PreferenceInput } from './preference.type.ts';

@Resolver(() => Viewer)
export class PreferenceResolver {
  @FieldResolver(() => [Preference], {
    description: 'Of screens whose list the viewer has arranged; any other is as everybody has it.',
  })
  preferences(@Ctx() scope: Scope) {
    return preferences.ofViewer(scope);
  }

  @Authorized(...ARRANGERS)
  @Mutation(() => Preference)
  savePreference(
    @Ctx() scope: Scope,
    @Arg('screen', () => ListScreenEnum) screen: ListScreen,
    @Arg('preference', () => PreferenceInput) preference: PreferenceInput,
  ) {
    return preferences.save(scope, screen, preference);
  }
}
