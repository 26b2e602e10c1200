import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';

const Ports = z.object({ nats: z.array(z.string()) });

/** A NATS server with JetStream for one test file, on a free loopback port; `undefined` where Debian's nats-server is not installed. */
export async function lendNats(): Promise<{ url: string; stop: () => void } | undefined> {
  try {
    execFileSync('nats-server', ['--version'], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  const directory = mkdtempSync(join(tmpdir(), 'altis-nats-'));
  const options = ['--jetstream', '--store_dir', directory, '--addr', '127.0.0.1', '--port', '-1'];
  const server = spawn('nats-server', [...options, '--ports_file_dir', directory], { stdio: 'ignore' });
  const url = await readUrl(join(directory, `nats-server_${server.pid}.ports`));
  return {
    url,
    stop: () => {
      server.kill();
      server.once('exit', () => rmSync(directory, { recursive: true, force: true }));
    },
  };
}

async function readUrl(portsFile: string): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    try {
      const [url] = Ports.parse(JSON.parse(readFileSync(portsFile, 'utf8'))).nats;
      if (url !== undefined) return url;
    } catch {
      // Not written yet.
    }
  }
  throw new Error(`nats-server did not say its port in ${portsFile}`);
}
