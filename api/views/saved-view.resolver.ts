import { ARRANGERS, type ListScreen, viewUnmet } from '@lxq/schema/views/list-screens.ts';
import {
  Arg,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { PLAIN } from '../platform/contract/graphql.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { ListScreenEnum, SavedView } from './saved-view.entity.ts';
import { SavedViewInput } from './saved-view.input.ts';
import * as read from './saved-view.read.ts';
import * as views from './saved-view.service.ts';

@ObjectType({ ...PLAIN, description: 'What of a view does not hold any more.' })
class ViewFault implements read.ViewFault {
  @Field(() => String, { description: 'As the filter calls it: topics, sources, under, marker.' }) field!: string;
  @Field(() => ID) code!: string;
  @Field(() => String, { nullable: true, description: 'Null where the county never had it, and of a marker.' }) name!:
    | string
    | null;
}

@Resolver(() => SavedView)
export class SavedViewResolver {
  @Authorized(...ARRANGERS)
  @Query(() => [SavedView], { description: "The viewer's own, then what their desk shares." })
  savedViews(@Ctx() scope: Scope, @Arg('screen', () => ListScreenEnum) screen: ListScreen) {
    return read.list(scope, screen);
  }

  @Authorized(...ARRANGERS)
  @Mutation(() => SavedView)
  saveView(@Ctx() scope: Scope, @Arg('view', () => SavedViewInput) view: SavedViewInput) {
    return views.save(scope, view);
  }

  @Authorized(...ARRANGERS)
  @Mutation(() => SavedView, {
    description: 'Colleagues of the desk see it, and only its maker and the head of the desk change it.',
  })
  shareView(@Ctx() scope: Scope, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number) {
    return views.share(scope, id, true, version);
  }

  @Authorized(...ARRANGERS)
  @Mutation(() => SavedView)
  unshareView(@Ctx() scope: Scope, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number) {
    return views.share(scope, id, false, version);
  }

  @Authorized(...ARRANGERS)
  @Mutation(() => SavedView)
  removeView(@Ctx() scope: Scope, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number) {
    return views.remove(scope, id, version);
  }

  @Authorized(...ARRANGERS)
  @Mutation(() => SavedView, { description: 'Takes a removal back, for a day.' })
  restoreView(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return views.restore(scope, id);
  }

  @FieldResolver(() => Boolean)
  isOwn(@Root() view: SavedView, @Ctx() scope: Scope) {
    return view.personId === scope.rights.personId;
  }
  @FieldResolver(() => Boolean)
  viewerCanChange(@Root() view: SavedView, @Ctx() scope: Scope) {
    return viewUnmet(view, scope.rights).length === 0;
  }
  @FieldResolver(() => [ViewFault])
  faults(@Root() view: SavedView, @Ctx() scope: Scope) {
    return read.faultsOf(scope).load(view);
  }
}
