import { LEVEL_OF } from '@lxq/schema/roles.ts';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { personById, portfolioById } from '../../network/network.loaders.ts';
import { Portfolio } from '../../network/portfolios/portfolio.entity.ts';
import { Person } from '../../network/posts/person.entity.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { Report } from '../../reports/report.entity.ts';
import { Digest } from '../digest.entity.ts';
import * as loaders from '../digest.loaders.ts';
import { DigestPhoto } from '../digest.type.ts';
import { photosOf } from '../pictures/digest-picture.read.ts';
import { DigestFile, DigestItem, DigestReceipt, DigestVersion } from './digest-item.entity.ts';

@Resolver(() => DigestItem)
export class DigestItemFieldsResolver {
  @FieldResolver(() => Digest)
  digest(@Root() item: DigestItem, @Ctx() scope: Scope) {
    return loaders.digestById(scope).load(item.digestId);
  }
  @FieldResolver(() => Int, { description: 'As it is printed: through all portfolios of the issue.' })
  async number(@Root() item: DigestItem, @Ctx() scope: Scope) {
    const digest = await loaders.digestById(scope).load(item.digestId);
    if (digest && loaders.isIssued(digest)) return item.position;
    const items = (await loaders.itemsOf(scope).load(item.digestId)) ?? [];
    return items.findIndex(({ id }) => id === item.id) + 1;
  }
  @FieldResolver(() => Portfolio, { nullable: true })
  portfolio(@Root() item: DigestItem, @Ctx() scope: Scope) {
    return item.portfolioId ? portfolioById(scope).load(item.portfolioId) : null;
  }
  @FieldResolver(() => DigestItem, { nullable: true, description: 'The issued item that this one corrects.' })
  corrects(@Root() item: DigestItem, @Ctx() scope: Scope) {
    return item.correctsId ? loaders.itemById(scope).load(item.correctsId) : null;
  }
  @FieldResolver(() => [Report])
  reports(@Root() item: DigestItem, @Ctx() scope: Scope) {
    return loaders.reportsOf(scope).load(item.id);
  }
  @FieldResolver(() => [DigestPhoto], { description: 'Of its sources; up to two of them it may carry.' })
  async photos(@Root() item: DigestItem, @Ctx() scope: Scope): Promise<DigestPhoto[]> {
    const photos = (await photosOf(scope).load(item.id)) ?? [];
    return photos.map((attachment) => ({ reportId: attachment.subjectId, attachment }));
  }
  @FieldResolver(() => Int, { description: 'Those merged into them included.' })
  reportCount(@Root() item: DigestItem, @Ctx() scope: Scope) {
    return loaders.reportCountOf(scope).load(item.id);
  }
}

@Resolver(() => DigestVersion)
export class DigestVersionFieldsResolver {
  @FieldResolver(() => Person, { nullable: true })
  by(@Root() version: DigestVersion, @Ctx() scope: Scope) {
    return personById(scope).load(version.byId);
  }
}

@Resolver(() => DigestReceipt)
export class DigestReceiptFieldsResolver {
  @FieldResolver(() => Person)
  person(@Root() receipt: DigestReceipt) {
    return { id: receipt.personId, name: receipt.personName };
  }
}

@Resolver(() => DigestFile)
export class DigestFileFieldsResolver {
  @FieldResolver(() => String, { nullable: true })
  url(@Root() file: DigestFile) {
    return file.state === 'READY' ? `/files/digests/${file.id}` : null;
  }
}

/** Where a report went. Below the county there are no digests; an officer reads it in the report's own history. */
@Resolver(() => Report)
export class ReportDigestsResolver {
  @FieldResolver(() => [DigestItem])
  digestItems(@Root() report: Report, @Ctx() scope: Scope) {
    return LEVEL_OF[scope.rights.role] === 'COUNTY' ? loaders.itemsOfReport(scope).load(report.id) : [];
  }
}
