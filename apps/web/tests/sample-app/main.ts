import { mountShell } from '@altis/web/shell';
import { broken, timing } from './sample-systems.ts';

const root = document.getElementById('root');
if (root) await mountShell(root, [timing, broken]);
