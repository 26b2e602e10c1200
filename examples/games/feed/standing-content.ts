import { odfElement, type OdfElement } from '@altis/odf';
import type { Line } from '../story/sheet.ts';
import type { EventPlan } from '../story/unit-plan.ts';
import { disciplineNames } from '../words.ts';
import { resultElement } from './result-content.ts';

/** Content of DT_PHASE_RESULT, DT_CUMULATIVE_RESULT, DT_POOL_STANDING and DT_RANKING: a list of results. */
export function standingContent({ discipline, names, gender }: EventPlan, lines: readonly Line[]): OdfElement[] {
  return [
    odfElement('ExtendedInfos', {}, [
      odfElement('SportDescription', {
        DisciplineName: disciplineNames[discipline]?.ENG,
        EventName: names.ENG,
        Gender: gender,
      }),
    ]),
    ...lines.map((line, index) => resultElement(line, index + 1)),
  ];
}
