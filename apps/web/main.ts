import { mountShell } from '@altis/web/shell';
import { systems } from './systems.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
await mountShell(root, systems);
