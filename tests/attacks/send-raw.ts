import { connect } from 'node:net';

/**
 * Sends bytes over a socket of their own, as no well-behaved client would, and returns all that came until the other side
 * closed, or until an answer is whole enough for `isEnough`.
 */
export function sendRaw(url: string, bytes: string, isEnough: (said: string) => boolean = hasHead): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes, 'latin1'));
    let said = '';
    const end = (): void => {
      socket.destroy();
      resolve(said);
    };
    socket.setEncoding('latin1').on('data', (text: string) => {
      said += text;
      if (isEnough(said)) end();
    });
    socket.on('error', end).on('close', end);
  });
}

/** Asks for a path exactly as it is written: `fetch` would tidy it up before. */
export async function getRaw(url: string, path: string, headers = ''): Promise<{ status: number; text: string }> {
  const text = await sendRaw(
    url,
    `GET ${path} HTTP/1.1\r\nHost: altis\r\nConnection: close\r\n${headers}\r\n`,
    () => false,
  );
  return { status: statusOf(text), text };
}

export function statusOf(said: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 0);
}

function hasHead(said: string): boolean {
  return said.includes('\r\n\r\n');
}
