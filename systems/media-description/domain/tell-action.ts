import type { Action } from '@altis/results/contract';
import { momentLanguages } from '../contract/moment.ts';
import type { ActionProfile } from './action-profile.ts';

type MomentLanguage = (typeof momentLanguages)[number];
export type Telling = {
  readonly title: Record<MomentLanguage, string>;
  readonly sentence: Record<MomentLanguage, string>;
};

/** Fills one of the telling texts: `translate('fr', 'ice-hockey.goal.title', { subject: 'Tero Valla', … })`. */
export type Translate = (
  language: MomentLanguage,
  key: string,
  values: Readonly<Record<string, string | number>>,
) => string;
/** Joins names as the language does: "A and B", "A、B". */
export type JoinNames = (language: MomentLanguage, names: readonly string[]) => string;

/** Title and sentence of an action in every language of moments. `none` stands for what the feed does not say. */
export function tellAction(
  action: Action,
  profile: ActionProfile,
  translate: Translate,
  joinNames: JoinNames,
): Telling {
  const tell = (part: 'title' | 'sentence', language: MomentLanguage): string =>
    translate(
      language,
      `${profile.telling}.${part}`,
      valuesOf(action, profile, (names) => joinNames(language, names)),
    );
  return tellInEveryLanguage(tell);
}

/** Title and sentence, each told once a language. */
export function tellInEveryLanguage(tell: (part: 'title' | 'sentence', language: MomentLanguage) => string): Telling {
  const inEveryLanguage = (part: 'title' | 'sentence') =>
    Object.fromEntries(momentLanguages.map((language) => [language, tell(part, language)])) as Telling['title'];
  return { title: inEveryLanguage('title'), sentence: inEveryLanguage('sentence') };
}

/** The athletes of an action whom the texts speak of, by what they did. */
function valuesOf(
  action: Action,
  { subject, helpers = [], opponent }: ActionProfile,
  join: (names: readonly string[]) => string,
): Record<string, string | number> {
  const [side] = action.competitors;
  const athletes = action.competitors.flatMap((competitor) => competitor.athletes);
  const withRole = (role: string): string[] =>
    athletes.filter((athlete) => athlete.role === role).map((athlete) => athlete.name.tv);
  const subjects = subject.flatMap(withRole);
  const helping = helpers.flatMap(withRole);
  const { minute, second } = clockParts(action.clock);
  return {
    subject: subjects[0] ?? (subject.length === 0 ? undefined : side?.athletes[0]?.name.tv) ?? 'none',
    helpers: helping.length === 0 ? 'none' : join(helping),
    opponent: (opponent === undefined ? undefined : withRole(opponent)[0]) ?? 'none',
    team: side?.name ?? 'none',
    home: action.home === null ? 'none' : organisationOfTeam(action.home),
    away: action.away === null ? 'none' : organisationOfTeam(action.away),
    homeScore: action.homeScore ?? 'none',
    awayScore: action.awayScore ?? 'none',
    period: action.period ?? 'none',
    clock: action.clock ?? 'none',
    minute,
    second,
    result: action.result ?? 'none',
    comment: action.comment ?? 'none',
    action: action.code,
  };
}

/** ODF team codes end in the organisation and two digits: IHOMTEAM6---AAA01. */
function organisationOfTeam(code: string): string {
  return /([A-Z]{3})\d{2}$/.exec(code)?.[1] ?? code;
}

function clockParts(clock: string | null): { minute: number; second: number } {
  const match = /^(\d{1,3}):(\d{2})$/.exec(clock ?? '');
  return { minute: Number(match?.[1] ?? 0), second: Number(match?.[2] ?? 0) };
}
