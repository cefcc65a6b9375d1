import { v7 as uuidv7 } from 'uuid';
import { type Attached, type Draft, isOutside } from '../../device/draft.ts';
import type { ReportInFullFragment } from '../../nouns/reports/phone/mine.generated.ts';
import type { ViewerFragment } from '../../session/viewer.generated.ts';
import { countyNow } from '../../ui/county-clock.ts';

/** A withdrawn report as the beginning of another one; its attachments stay with it. */
export function copiedDraft(report: ReportInFullFragment, viewer: Pick<ViewerFragment, 'person' | 'post'>): Draft {
  const { mends: _, attachments: __, ...copy } = mendingDraft(report, viewer);
  return { ...copy, clientId: uuidv7() };
}

/**
 * A returned report opened again: everything as it was sent, bound to the version that was returned. Of its attachments
 * those that the server has, and those whose bytes stand `here`; what was refused, or is on a lost phone, is not named again.
 */
export function mendingDraft(
  report: ReportInFullFragment,
  viewer: Pick<ViewerFragment, 'person' | 'post'>,
  here: ReadonlySet<string> = new Set(),
  now = countyNow(),
): Draft {
  const text = (count: number | null) => (count === null ? '' : String(count));
  const attachments = report.attachments.flatMap((one) => attachedAgain(one, here.has(one.clientId)));
  return {
    ...(attachments.length > 0 && { attachments }),
    clientId: report.clientId,
    personId: viewer.person.id,
    postId: viewer.post.id,
    savedAt: now,
    mends: { reportId: report.id, no: report.no, version: report.version, reason: report.returnReason ?? '' },
    fields: {
      topic: { code: report.topic.code, name: report.topic.name, nameEn: report.topic.nameEn },
      source: report.source?.code ?? null,
      urgency: report.urgency,
      content: report.content,
      place: {
        code: report.place.code,
        fullName: report.place.fullName,
        isOutside: isOutside(report.place, viewer.post.area),
      },
      outsideAreaReason: report.outsideAreaReason ?? '',
      occurredAt: report.occurredAt,
      households: text(report.households),
      people: text(report.people),
      line: report.line,
    },
  };
}

function attachedAgain(at: ReportInFullFragment['attachments'][number], isHere: boolean): Attached[] {
  const { clientId, kind, state, sha256, size, name, seconds } = at;
  const attached = { clientId, kind, sha256, size, name, seconds };
  if (state === 'ARRIVED') return [{ ...attached, isStored: true }];
  return state === 'AWAITED' && isHere ? [attached] : [];
}
