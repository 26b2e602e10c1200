import { csrfHeaders } from '@altis/web';
import { KeptMessage } from '../../contract/index.ts';

/** What became of a file: the outcome of its message, or why it was refused. */
export type Sent = {
  readonly name: string;
  readonly outcome?: KeptMessage['outcome'];
  readonly error?: unknown;
};

/** Sends a file as one message. Never rejects: a refusal is part of the answer. */
export async function sendFile(file: File): Promise<Sent> {
  const { name } = file;
  try {
    const response = await fetch(`/api/results/messages?file=${encodeURIComponent(name)}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { ...csrfHeaders, 'content-type': 'application/xml' },
      body: file,
    });
    const answer: unknown = await response.json();
    return response.ok ? { name, outcome: KeptMessage.parse(answer).outcome } : { name, error: answer };
  } catch (error) {
    return { name, error };
  }
}
