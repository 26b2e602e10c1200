import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

export type Nginx = {
  /** Of the cache in front of the server, and of the same bytes as a file. */
  readonly cacheUrl: string;
  readonly fileUrl: string;
  readonly pid: number;
  readonly version: string;
  stop(): Promise<void>;
};

const program = '/usr/sbin/nginx';

/** Debian's nginx with one worker: as a cache before the server, and beside it with the same bytes as a file; undefined where there is none. */
export async function startNginx(
  folder: string,
  upstream: string,
  path: string,
  bytes: Buffer,
): Promise<Nginx | undefined> {
  const version = await promisify(execFile)(program, ['-v']).then(
    ({ stderr }) => stderr.trim().replace('nginx version: ', ''),
    () => undefined,
  );
  if (version === undefined) return undefined;
  const [cachePort, filePort] = [await freePort(), await freePort()];
  await mkdir(join(folder, 'files'), { recursive: true });
  await writeFile(join(folder, 'files', 'snapshot.json'), bytes);
  await writeFile(join(folder, 'files', 'snapshot.json.gz'), gzipSync(bytes));
  // Its worker is another user where root starts it.
  await chmod(folder, 0o755);
  const configuration = join(folder, 'nginx.conf');
  await writeFile(configuration, configure(folder, new URL(upstream).host, cachePort, filePort));
  const child = spawn(program, ['-c', configuration, '-p', folder, '-e', join(folder, 'error.log')], {
    stdio: 'inherit',
  });
  const nginx = {
    cacheUrl: `http://127.0.0.1:${cachePort}${path}`,
    fileUrl: `http://127.0.0.1:${filePort}/snapshot.json`,
  };
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  for (let tries = 0; tries < 100; tries += 1) {
    const answers = await Promise.all(Object.values(nginx).map((url) => fetch(url).catch(() => undefined)));
    if (answers.every((answer) => answer?.ok)) return { ...nginx, pid: child.pid ?? 0, version, stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`nginx does not answer; see ${join(folder, 'error.log')}.`);
}

function configure(folder: string, upstream: string, cachePort: number, filePort: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
daemon off; worker_processes 1; pid ${folder}/nginx.pid;
events { worker_connections 1024; }
http {
  access_log off; types { application/json json; }
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  proxy_cache_path ${folder}/cache keys_zone=live:10m;
  upstream altis { server ${upstream}; keepalive 16; }
  server {
    listen 127.0.0.1:${cachePort}; keepalive_requests 1000000;
    location /api/results/snapshots/ {
      proxy_pass http://altis; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_cache live; proxy_cache_lock on; proxy_cache_revalidate on;
      proxy_cache_background_update on; proxy_cache_use_stale updating error timeout;
    }
  }
  server {
    listen 127.0.0.1:${filePort}; keepalive_requests 1000000; root ${folder}/files;
    gzip_static on; open_file_cache max=10; add_header Cache-Control "public, max-age=1";
  }
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
