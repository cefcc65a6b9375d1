import type { Unmet } from '@lxq/schema/transitions.ts';
import { type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Scope } from '../platform/scope/scope.ts';
import { Attachment } from './attachment.entity.ts';
import { attachmentsOf, type ShownAttachment } from './attachment.loaders.ts';

interface Shown<Row> {
  /** What keeps the viewer from attaching, for the button. */
  unmet(row: Row, scope: Scope): readonly Unmet[];
  /** In which scope the row's own are read; the viewer's, unless it is said. */
  scopeOf?(row: Row, scope: Scope): Scope;
  /** Known to have none, so that nothing is asked. */
  isBare?(row: Row): boolean;
}

/** What a thing shows of its attachments; its noun puts it beside its own fields. */
export function attachmentsResolver<Row extends { id: string }>(
  thing: () => ClassType<Row>,
  { unmet, scopeOf = (_row, scope) => scope, isBare = () => false }: Shown<Row>,
): new () => object {
  @Resolver(thing)
  class AttachmentsResolver {
    @FieldResolver(() => [Attachment], { description: 'In the order in which they were attached.' })
    async attachments(@Root() row: Row, @Ctx() scope: Scope): Promise<ShownAttachment[]> {
      if (isBare(row)) return [];
      const rows = (await attachmentsOf(scopeOf(row, scope)).load(row.id)) ?? [];
      const isOpen = unmet(row, scope).length === 0;
      return rows.map((each) => ({ ...each, isOpen }));
    }
    @FieldResolver(() => Boolean)
    viewerCanAttach(@Root() row: Row, @Ctx() scope: Scope) {
      return unmet(row, scope).length === 0;
    }
  }
  return AttachmentsResolver;
}
