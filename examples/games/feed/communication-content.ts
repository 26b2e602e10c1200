import { odfElement, type OdfElement } from '@altis/odf';
import type { Person } from '../cast/person.ts';
import { personDescription } from './competitor-content.ts';

/** A protest as it is filed, or decided. Times as ODF writes them. */
export type ProtestNotice = {
  readonly unit: string;
  readonly publishTime: string;
  readonly status: 'FILED' | 'UPHELD';
  readonly rule: string;
  readonly initiator: string;
  readonly respondent: string;
  readonly text: string;
  readonly jury: Person;
};

/** DT_COMMUNICATION of a protest. */
export function protestContent({
  unit,
  publishTime,
  status,
  rule,
  initiator,
  respondent,
  text,
  jury,
}: ProtestNotice): OdfElement[] {
  return [
    odfElement('Communication', { PublishTime: publishTime }, [
      odfElement(
        'Protest',
        { Status: status, Rule: rule, Interpreter: 'N', Initiator: initiator, Respondent: respondent, Unit: unit },
        [odfElement('Details', {}, [text]), odfElement('Jury', { Code: jury.code }, [personDescription(jury)])],
      ),
    ]),
  ];
}

/** DT_COMMUNICATION of a decision of the jury: when a unit is held, or what came of it. */
export function decisionContent(
  unit: string,
  publishTime: string,
  affects: 'schedule' | 'results',
  title: string,
  text: string,
): OdfElement[] {
  const affected = {
    AffectsSCH: affects === 'schedule' ? 'Y' : 'N',
    AffectsRES: affects === 'results' ? 'Y' : 'N',
  };
  return [
    odfElement('Communication', { PublishTime: publishTime }, [
      odfElement('Decision', { ItemNum: 1, IssuedTime: publishTime, ...affected, Unit: unit }, [
        odfElement('Subtitle', {}, [title]),
        odfElement('Details', {}, [text]),
      ]),
    ]),
  ];
}
