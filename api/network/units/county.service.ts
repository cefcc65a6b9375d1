import { countyProblems } from '@lxq/schema/network/county-draft.ts';
import { v5 as uuidV5 } from 'uuid';
import { RANGE, refuseFirst, type Words } from '../../platform/contract/words.ts';
import { record } from '../../platform/deeds/audit.service.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { County } from './county.entity.ts';

const NAMESPACE = 'a1f3a0b2-1c5e-5b77-8a4d-52c1de0a7b63';
const OFFICE_NAME: Words = ['编发单位请填写 {min} 到 {max} 字', 'Write {min} to {max} characters'];
const WORDS = { 'officeName.SHORT': OFFICE_NAME, 'officeName.LONG': OFFICE_NAME, 'contactDays.RANGE': RANGE };

/** How the county makes its digest, and how long it keeps contacts. Issues that are open keep what they were opened with. */
export async function save(
  scope: Scope,
  wanted: Pick<County, 'digestCycle' | 'officeName'> & { contactDays?: number | null },
): Promise<County> {
  const before = (await scope.row<County>('select * from county where county_code = $1 for update', [
    scope.county,
  ])) as County;
  const officeName = wanted.officeName.trim();
  const contactDays = wanted.contactDays ?? before.contactDays;
  refuseFirst(countyProblems({ officeName, contactDays }), WORDS);
  const after = (await scope.row<County>(
    'update county set digest_cycle = $2, office_name = $3, contact_days = $4 where county_code = $1 returning *',
    [scope.county, wanted.digestCycle, officeName, contactDays],
  )) as County;
  const subjectId = uuidV5(`county ${scope.county}`, NAMESPACE);
  const subject = { subject: 'COUNTY', subjectId, unitCode: scope.rights.unitCode } as const;
  await record(scope, subject, { deed: 'save', note: after.name, detail: { before, after } });
  scope.refresh();
  return after;
}
