import { v7 as uuidv7 } from 'uuid';
import { type Draft, isOutside } from '../../device/draft.ts';
import type { ReportInFullFragment } from '../../nouns/reports/phone/mine.generated.ts';
import type { ViewerFragment } from '../../session/viewer.generated.ts';

/** A withdrawn report as the beginning of another one. */
export function copiedDraft(report: ReportInFullFragment, viewer: Pick<ViewerFragment, 'person' | 'post'>): Draft {
  const { mends: _, ...copy } = mendingDraft(report, viewer);
  return { ...copy, clientId: uuidv7() };
}

/** A returned report opened again: everything as it was sent, bound to the version that was returned. */
export function mendingDraft(
  report: ReportInFullFragment,
  viewer: Pick<ViewerFragment, 'person' | 'post'>,
  now = Date.now(),
): Draft {
  const text = (count: number | null) => (count === null ? '' : String(count));
  return {
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
