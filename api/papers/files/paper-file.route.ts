import { dayOf } from '@lxq/schema/calendar.ts';
import type { Paper as Printed } from '@lxq/schema/texts/paper.ts';
import type { FastifyInstance } from 'fastify';
import type { Case } from '../../cases/case.entity.ts';
import { caseById } from '../../cases/case.loaders.ts';
import { caseNumber } from '../../cases/case.number.ts';
import { topicByCode } from '../../network/network.loaders.ts';
import { busy, notFound } from '../../platform/contract/errors.ts';
import { Turns } from '../../platform/gate/turns.ts';
import { type FileParts, type FoundFile, serveFiles } from '../../platform/http/files.ts';
import { hashContent } from '../../platform/papers/hash.ts';
import { typeset } from '../../platform/papers/typesetter.ts';
import { granted } from '../../platform/scope/granted.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid } from '../../platform/tables/ids.ts';
import { stepsOf } from '../../reports/lists/report.loaders.ts';
import { signaturesOf } from '../../results/result.read.ts';
import { caseFolder } from '../folder/case-folder.ts';
import { paperById, wholePapersOf } from '../paper.loaders.ts';
import { issuerNameOf, officeName } from '../paper.service.ts';
import { PAPER_FILE_WORDS } from '../paper.words.ts';

/** At most two at once a process, one a person; whoever else asks waits a little, and beyond that is told so. */
const ROOM = { inAll: 2, perLine: 1, waiting: 2, waitMs: 20_000 };
const RETRY_AFTER = 5;

/** GET /files/papers/:id.docx|.pdf and /files/cases/:id.pdf: made when they are asked for, of what whoever asks may see. */
export function registerPaperFiles(app: FastifyInstance, parts: FileParts, room = ROOM): void {
  const made = makingIn(new Turns(room));
  serveFiles(app, parts, { address: '/files/papers', find: (scope, file) => paperFile(scope, file, made) });
  serveFiles(app, parts, { address: '/files/cases', find: (scope, file) => folderFile(scope, file, made) });
}

type Format = Extract<FoundFile['format'], 'DOCX' | 'PDF'>;
type Making = (person: string, format: Format, paper: Printed) => Promise<Uint8Array>;
const makingIn =
  (turns: Turns): Making =>
  (person, format, paper) =>
    turns.take(
      person,
      () => typeset(format, paper),
      () => {
        throw busy(...PAPER_FILE_WORDS.busy, RETRY_AFTER);
      },
    );

const FILE = /^([0-9a-f-]{36})\.(docx|pdf)$/;
function asked(file: string): { id: string; format: Format } | null {
  const [, id = '', ending] = FILE.exec(file) ?? [];
  return isUuid(id) ? { id, format: ending === 'pdf' ? 'PDF' : 'DOCX' } : null;
}

async function paperFile(scope: Scope, file: string, made: Making): Promise<FoundFile> {
  const { personId } = scope.rights;
  const wanted = asked(file);
  const paper = wanted && (await granted(() => paperById(scope).load(wanted.id)));
  if (!wanted || !paper) throw notFound(...PAPER_FILE_WORDS.paper);
  const { title, no, issuerName, issuedAt, blocks, hash } = paper;
  const printed = { title: `${title} ${no}`, author: issuerName, date: dayOf(issuedAt), parts: [blocks] };
  return {
    ...{ format: wanted.format, hash, name: `${title}（${no}）`, plainName: 'paper' },
    bytes: () => made(personId, wanted.format, printed),
  };
}

async function folderFile(scope: Scope, file: string, made: Making): Promise<FoundFile> {
  const { personId } = scope.rights;
  const wanted = asked(file);
  const it = wanted?.format === 'PDF' ? await granted(() => caseById(scope).load(wanted.id)) : null;
  if (!it) throw notFound(...PAPER_FILE_WORDS.folder);
  const folder = await folderOf(scope, it);
  return {
    ...{ format: 'PDF', hash: hashContent(folder), name: folder.title, plainName: 'folder' },
    bytes: () => made(personId, 'PDF', folder),
  };
}

async function folderOf(scope: Scope, it: Case): Promise<Printed> {
  const [papers, signatures, steps, topic, office, mainUnit] = await Promise.all([
    wholePapersOf(scope).load(it.id),
    signaturesOf(scope).load(it.id),
    stepsOf(scope).load(it.id),
    topicByCode(scope).load(it.topicCode),
    officeName(scope),
    it.responsibleUnitCode ? issuerNameOf(scope, it.responsibleUnitCode) : null,
  ]);
  return caseFolder({
    ...{ it, no: caseNumber(it.openedAt, it.serial), office, mainUnit, topic: topic?.name ?? '' },
    ...{ papers: papers ?? [], signatures: signatures ?? [], steps: steps ?? [] },
  });
}
