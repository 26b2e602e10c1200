import { cycleRules } from './cycle-rules.ts';
import { factRules } from './fact-rules.ts';
import { fileRules } from './file-rules.ts';
import { languageRules } from './language-rules.ts';
import { layerRules } from './layer-rules.ts';
import { messageRules } from './message-rules.ts';
import { roomRules } from './room-rules.ts';
import type { Rule } from './rule.ts';
import { storeRules } from './store-rules.ts';
import { workspaceRules } from './workspace-rules.ts';

/** Every rule of the house that can be told from the files. */
export const rules: readonly Rule[] = [
  ...layerRules,
  ...cycleRules,
  ...roomRules,
  ...storeRules,
  ...factRules,
  ...messageRules,
  ...languageRules,
  ...fileRules,
  ...workspaceRules,
];
