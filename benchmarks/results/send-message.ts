import type { TestUser } from '@altis/testing';

/** Sends a message and waits until it is acknowledged. Throws when it is refused. */
export async function sendMessage(operator: TestUser, body: string): Promise<void> {
  const headers = { 'content-type': 'application/xml' };
  const response = await operator.fetch('/api/results/messages', { method: 'POST', headers, body });
  const answer = await response.text();
  if (!response.ok) throw new Error(`A message was refused: ${answer}`);
}
