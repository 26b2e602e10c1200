import type { ZipFault } from './read-zip.ts';

/** The name of a message in an archive: sorted by name, messages are in the order in which they came. */
export function archiveName(message: { receivedAt: string; id: string; documentType: string }): string {
  const at = message.receivedAt.replace(/[-:.]/g, '');
  const type = message.documentType.replace(/[^A-Za-z0-9_]/g, '') || 'message';
  return `${at}-${type}-${message.id}.xml`;
}

/** Why a file of an archive is no message; what systems add by themselves is left out without a word. */
export function rejectForeignFile(name: string): ZipFault | undefined {
  if (/\.xml$/i.test(name)) return undefined;
  return { reason: 'The file is no *.xml, so it is no message.', remedy: 'Leave it out, or name it so.' };
}

/** Files that operating systems add to archives. */
export function isBesideThePoint(name: string): boolean {
  return /(?:^|[\\/])(?:__MACOSX[\\/]|\.DS_Store$|Thumbs\.db$|\._)/i.test(name);
}
