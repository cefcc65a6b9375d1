import path from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { Listr } from 'listr2';
import { ImportRefused } from './finding.ts';
import { type ImportJob, type ImportOutcome, type PreparedImport, prepareImport, runImport } from './import.ts';
import { KINDS, type KindName } from './kinds.ts';
import { tellFindings, tellOutcome } from './telling.ts';
import { writeTemplate } from './template.ts';

/** What the command needs of the process it runs in. */
export interface ImportHost {
  /** Opens the database that is to be filled, migrated; started when it is ours and does not run. */
  openDatabase(): Promise<{ adminUrl: string; close(): Promise<void> }>;
  /** The folder that file names are relative to. */
  folder: string;
  isInteractive: boolean;
  print(line: string): void;
}

interface ImportFlags {
  dryRun?: boolean;
  closeMissing?: boolean;
  county?: number;
  asOf?: string;
  passwords?: string;
}

/** Runs one command line, such as `divisions FILE.csv --dry-run`, and says how the process is to end. */
export async function importCommand(args: string[], host: ImportHost): Promise<number> {
  const program = new Command('npm run import --')
    .description(
      '导入行政区划、人员、单位、任职、领导分工、放假调休 / import divisions, people, units, posts and portfolios (in this order), and holidays',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.print(text.trimEnd()),
      writeErr: (text) => host.print(text.trimEnd()),
    });
  let code = 0;
  for (const kind of Object.keys(KINDS) as KindName[]) {
    withFlags(program.command(`${kind} <file>`), kind).action(async (file: string, flags: ImportFlags) => {
      code = await importOne(jobOf(kind, file, { flags, host }), host);
    });
  }
  program
    .command('template <kind> <file>')
    .description('生成模板 / write a template to fill in')
    .option('--xlsx', 'Excel 格式(文件名以 .xlsx 结尾时不必写)')
    .action(async (kind: string, file: string, { xlsx }: { xlsx?: boolean }) => {
      code = await template(kind, file, { host, isXlsx: xlsx ?? file.toLowerCase().endsWith('.xlsx') });
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    host.print(`✖ ${(error as Error).message}`);
    return 1;
  }
}

function withFlags(command: Command, kind: KindName): Command {
  command
    .description(`${KINDS[kind].sheet.zh}(CSV 或 XLSX)`)
    .option('--dry-run', '只检查和比较,不写入 / compare only, write nothing')
    .addOption(new Option('--as-of <day>', '自哪天起有效,默认今天 / valid from, YYYY-MM-DD').argParser(day));
  if (kind === 'calendar') return command;
  if (kind === 'divisions')
    return command.option('--close-missing', '关闭文件中没有的区划 / close what the file no longer holds');
  command.addOption(new Option('--county <code>', '县代码,六位 / the county, six digits').argParser(county));
  return kind === 'people'
    ? command.option('--passwords <file>', '初始密码写入此文件 / where initial passwords go')
    : command;
}

function county(text: string): number {
  if (!/^\d{6}$/.test(text)) throw new InvalidArgumentError('六位数字 / six digits');
  return Number(text);
}

function day(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isDay) throw new InvalidArgumentError('写成 2026-03-10 的形式 / write it as 2026-03-10');
  return text;
}

function jobOf(kind: KindName, file: string, { flags, host }: { flags: ImportFlags; host: ImportHost }): ImportJob {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  return {
    kind,
    file: path.resolve(host.folder, file),
    isDryRun: flags.dryRun,
    closeMissing: flags.closeMissing,
    county: flags.county,
    asOf: flags.asOf,
    passwordFile: path.resolve(host.folder, flags.passwords ?? `initial-passwords-${stamp}.csv`),
  };
}

async function importOne(job: ImportJob, host: ImportHost): Promise<number> {
  try {
    const outcome = await inSteps(job, host);
    for (const line of tellFindings(outcome.warnings)) host.print(line);
    for (const line of tellOutcome(outcome, job.isDryRun ?? false)) host.print(line);
    return 0;
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    const { errors, warnings } = error.findings;
    for (const line of tellFindings([...errors, ...warnings])) host.print(line);
    host.print(`✖ ${error.message}`);
    return 1;
  }
}

interface Step {
  title: string;
  run(tell: (detail: string) => void): Promise<void>;
}

async function inSteps(job: ImportJob, host: ImportHost): Promise<ImportOutcome> {
  let prepared: PreparedImport | undefined;
  let database: Awaited<ReturnType<ImportHost['openDatabase']>> | undefined;
  let outcome: ImportOutcome | undefined;
  const read = async () => {
    prepared = await prepareImport(job);
  };
  const open = async () => {
    database = await host.openDatabase();
  };
  const write = async (tell: (detail: string) => void) => {
    if (prepared && database) outcome = await runImport(prepared, database.adminUrl, tell);
  };
  try {
    await runSteps(
      [
        { title: '读取并检查文件 Reading and checking the file', run: read },
        { title: '打开数据库 Opening the database', run: open },
        { title: job.isDryRun ? '比较 Comparing' : '比较并写入 Comparing and writing', run: write },
      ],
      host,
    );
    if (!outcome) throw new Error('the import has no outcome');
    return outcome;
  } finally {
    await database?.close();
  }
}

/** Lines that move on a terminal, plain ones elsewhere. */
async function runSteps(steps: Step[], host: ImportHost): Promise<void> {
  if (host.isInteractive) {
    const tasks = steps.map(({ title, run }) => ({
      title,
      task: (_: unknown, task: { output: string }) =>
        run((detail) => {
          task.output = detail;
        }),
    }));
    await new Listr(tasks, { renderer: 'default', registerSignalListeners: false }).run();
    return;
  }
  for (const { title, run } of steps) {
    host.print(`… ${title}`);
    await run(() => {});
  }
}

async function template(
  kind: string,
  file: string,
  { host, isXlsx }: { host: ImportHost; isXlsx: boolean },
): Promise<number> {
  if (!(kind in KINDS)) {
    host.print(`✖ ${kind}: ${Object.keys(KINDS).join(' / ')}`);
    return 1;
  }
  const target = path.resolve(host.folder, file);
  await writeTemplate(kind as KindName, target, isXlsx).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new Error(`${target} 已存在 / is there already`) : error;
  });
  host.print(`已生成模板 / template written: ${target}`);
  return 0;
}
