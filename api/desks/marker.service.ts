import { type MarkerColour, markerProblems } from '@lxq/schema/desks/marker-draft.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { unmet } from '@lxq/schema/transitions.ts';
import { conflict, notFound, refused } from '../platform/contract/errors.ts';
import { filled, refuseFirst } from '../platform/contract/words.ts';
import type { Conditions } from '../platform/lists/conditions.ts';
import { manyBy } from '../platform/lists/loaders.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid, newId } from '../platform/tables/ids.ts';
import type { Thing } from './assignment.service.ts';
import { deskLine } from './desk.sight.ts';
import { DESK_WORDS, MARKER_WORDS } from './desk.words.ts';
import type { Marker } from './marker.entity.ts';

/** The desk's own list. */
export const list = (scope: Scope) =>
  scope.rows<Marker>('select * from marker where county_code = $1 and unit_code = $2 order by word, id', [
    scope.county,
    scope.rights.unitCode,
  ]);

/** Two who add the last one at once take turns. */
export async function add(scope: Scope, told: string, colour: MarkerColour): Promise<Marker> {
  const word = told.trim();
  refuseFirst(markerProblems(word), MARKER_WORDS);
  const { unitCode } = scope.rights;
  await scope.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`marker ${unitCode}`]);
  const known = await list(scope);
  if (known.some((one) => one.word === word)) throw conflict(...DESK_WORDS.markerExists);
  if (known.length >= LIMITS.marker.perDesk) throw refused([unmet('many', ...DESK_WORDS.manyMarkers)]);
  const marker = { countyCode: scope.county, id: newId(), unitCode, line: deskLine(scope), word, colour };
  await scope.insert('marker', marker);
  return marker;
}

/** It goes from whatever bears it, too; gone already is as good. */
export async function remove(scope: Scope, id: string): Promise<void> {
  if (!isUuid(id)) return;
  await scope.rows('delete from marked where county_code = $1 and marker_id = $2', [scope.county, id]);
  await scope.rows('delete from marker where county_code = $1 and id = $2', [scope.county, id]);
}

export async function find(scope: Scope, id: string): Promise<Marker> {
  const marker = isUuid(id)
    ? await scope.row<Marker>('select * from marker where county_code = $1 and id = $2', [scope.county, id])
    : undefined;
  if (!marker) throw notFound(...DESK_WORDS.marker);
  return marker;
}

/** False where it bears the marker already. */
export async function mark(scope: Scope, { subject, subjectId }: Thing, marker: Marker): Promise<boolean> {
  const borne = (await markersOf(scope).load(subjectId)) ?? [];
  if (borne.some(({ id }) => id === marker.id)) return false;
  const { perThing: most } = LIMITS.marker;
  if (borne.length >= most) throw refused([unmet('many', ...filled(DESK_WORDS.manyOnOne, { most }))]);
  const done = await scope.row(
    `insert into marked (county_code, marker_id, subject_id, subject, unit_code, line, by_id, marked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning 1 as one`,
    [
      ...[scope.county, marker.id, subjectId, subject],
      ...[marker.unitCode, marker.line, scope.rights.personId, scope.now],
    ],
  );
  return done !== undefined;
}

/** False where it does not bear it. */
export async function unmark(scope: Scope, { subjectId }: Thing, marker: Marker): Promise<boolean> {
  const gone = await scope.row(
    'delete from marked where county_code = $1 and marker_id = $2 and subject_id = $3 returning 1 as one',
    [scope.county, marker.id, subjectId],
  );
  return gone !== undefined;
}

/** Of each thing what it bears, at the viewer's desk. */
export const markersOf = manyBy<Marker & { subjectId: string }>(
  'markers',
  `select k.*, m.subject_id from marked m join marker k on k.county_code = m.county_code and k.id = m.marker_id
   where m.county_code = $1 and m.subject_id = any($2::uuid[]) order by k.word, k.id`,
  'subjectId',
);

/** Narrows a list whose rows are `r`, by the side table's own equality and then by keys. */
export const addMarked = (wanted: Conditions, scope: Scope, markerId: string): void =>
  void wanted.add(
    'r.id = any(array(select m.subject_id from marked m where m.county_code = ? and m.marker_id = ?::uuid))',
    ...[scope.county, isUuid(markerId) ? markerId : null],
  );
