import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';

/** Resident kilobytes after full collections, asked for over the inspector: what garbage there is belongs to no socket. */
export async function residentKb(pid: number, inspectorPort: number): Promise<number> {
  process.kill(pid, 'SIGUSR1'); // opens the inspector, if it is not open yet
  const socket = new WebSocket(await inspectorUrl(inspectorPort), { perMessageDeflate: false });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  for (let id = 1; id <= 3; id++) {
    socket.send(JSON.stringify({ id, method: 'HeapProfiler.collectGarbage' }));
    await new Promise((resolve) => socket.once('message', resolve));
    await sleep(300);
  }
  socket.close();
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

async function inspectorUrl(port: number): Promise<string> {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(100)) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => null);
    const [target] = answer ? ((await answer.json()) as { webSocketDebuggerUrl: string }[]) : [];
    if (target) return target.webSocketDebuggerUrl;
  }
  throw new Error('the inspector did not open');
}
