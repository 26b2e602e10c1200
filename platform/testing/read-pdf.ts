import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** Whether this machine can read PDF: Debian's `poppler-utils`. */
export async function canReadPdf(): Promise<boolean> {
  return new Promise((resolve) => {
    const tool = spawn('pdftotext', ['-v'], { stdio: 'ignore' });
    tool.on('error', () => resolve(false));
    tool.on('exit', (code) => resolve(code === 0));
  });
}

/** What search and copying find on each page of a PDF, as it stands on the page and without marks of direction. */
export async function readPdf(pdf: Uint8Array): Promise<string[]> {
  const tool = spawn('pdftotext', ['-layout', '-', '-'], { stdio: ['pipe', 'pipe', 'inherit'] });
  tool.stdin.end(pdf);
  // As readers do when they search: letters in place of their forms.
  const whole = (await text(tool.stdout)).normalize('NFKC');
  const pages = whole.replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').split('\f');
  return pages.slice(0, -1);
}
