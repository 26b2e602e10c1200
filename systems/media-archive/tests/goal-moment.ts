import { momentLanguages, type Moment } from '@altis/media-description/contract';

export const mcDavid = { code: '101', name: 'Connor McDAVID', localName: null, organisation: 'CAN', role: 'SCR' };

/** A named goal, with other facts where they are given. */
export function goalMoment(facts: Partial<Moment> = {}): Moment {
  return {
    id: 'moment_goal',
    session: 'session_1',
    unit: 'IHOMTEAM6-------------GPA-000100--',
    discipline: 'IHO',
    action: 'GOAL',
    actionId: 'action 1',
    importance: 5,
    state: 'named',
    revision: 1,
    at: '2026-02-10T20:15:00.000Z',
    actionFrame: 120,
    inFrame: 100,
    outFrame: 149,
    title: toldIn('Goal by Connor McDAVID (CAN)', '麦克戴维进球'),
    sentence: toldIn('Connor McDAVID scores in the second period.', '麦克戴维在第二节进球。'),
    unitName: { en: 'Men’s Group A, Game 1' },
    athletes: [mcDavid],
    organisations: ['CAN'],
    source: fromMessage('message_1', 1),
    ...facts,
  };
}

/** A text in every language of moments: Chinese in its own, all others in English. */
export function toldIn(english: string, chinese = english): Moment['title'] {
  const texts = momentLanguages.map((language) => [language, language === 'zh-Hans' ? chinese : english]);
  return Object.fromEntries(texts) as Moment['title'];
}

export function fromMessage(message: string, version: number): Moment['source'] {
  return { kind: 'message', message, documentType: 'DT_PLAY_BY_PLAY', version, issuedAt: '2026-02-10T20:16:00.000Z' };
}
