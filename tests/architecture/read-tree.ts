import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFile, type SourceFile } from './source-file.ts';

const skippedFolders = ['node_modules', 'data', 'dist', 'templates'];
const binary = /\.(png|jpg|jpeg|webp|avif|gif|ico|svg|woff2|mp4|mkv|ts\.bin|zip|gz|pdf)$/;

/** Reads the files that the rules look at; dot folders, packages, data and the template room stay out. */
export function readTree(root: string, folder = ''): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.name.startsWith('.') || skippedFolders.includes(entry.name) || entry.name === 'package-lock.json')
      return [];
    if (entry.isDirectory() && /^benchmarks\/[^/]+\/results$/.test(path)) return [];
    if (entry.isDirectory()) return readTree(root, path);
    return [sourceFile(path, binary.test(entry.name) ? '' : readFileSync(join(root, path), 'utf8'))];
  });
}
