import type { SearchRequest } from '@altis/search';

export type Question = Pick<SearchRequest, 'text' | 'filters' | 'order' | 'dateRange'>;

/** One kind of question, varied from round to round. `peer`: whether PostgreSQL's own search can answer it. */
export type QueryClass = { readonly name: string; readonly peer: boolean; ask(round: number): Question };

const teams = ['Canada', 'Sweden', 'Finland', 'Italy', 'Germany', 'China', 'Norway', 'Japan'];
const chineseTeams = ['加拿大', '瑞典', '芬兰', '意大利', '德国', '中国', '挪威', '日本'];
const families = ['McDavid', 'Nieminen', 'Lindqvist', 'Tanaka', 'Hansen', 'Rossi', 'Fournier', 'Keller'];
const day = 86_400_000;
const at = <Item>(items: readonly Item[], round: number): Item => items[round % items.length] as Item;

export const queryClasses: readonly QueryClass[] = [
  { name: 'name', peer: true, ask: (round) => ({ text: `${at(families, round)} ` }) },
  { name: 'name + common word', peer: true, ask: (round) => ({ text: `${at(families, round)} goal ` }) },
  { name: 'word in half of all', peer: true, ask: (round) => ({ text: at(['goal ', 'but ', 'gol ', 'Tor '], round) }) },
  { name: 'word in all', peer: true, ask: (round) => ({ text: at(['minute ', 'numéro ', 'رقم '], round) }) },
  { name: 'two common words', peer: true, ask: (round) => ({ text: `goal ${at(teams, round)} ` }) },
  { name: 'three common words', peer: true, ask: (round) => ({ text: `goal ${at(teams, round)} arena ` }) },
  {
    name: 'common word + athlete',
    peer: true,
    ask: (round) => ({ text: 'goal ', filters: { athlete: [`athlete-${round * 7}`] } }),
  },
  {
    name: 'common word + team',
    peer: true,
    ask: (round) => ({ text: 'goal ', filters: { organisation: [at(['CAN', 'SWE', 'ITA'], round)] } }),
  },
  { name: 'common word, newest', peer: true, ask: (round) => ({ text: `goal ${at(teams, round)} `, order: 'newest' }) },
  {
    name: 'common word + day',
    peer: false,
    ask: (round) => {
      const fromMs = Date.UTC(2026, 1, 6) + (round % 15) * day;
      return { text: 'goal ', dateRange: { fromMs, toMs: fromMs + day } };
    },
  },
  { name: 'beginning of a word', peer: false, ask: (round) => ({ text: at(families, round).slice(0, 4) }) },
  { name: 'common + two letters', peer: false, ask: (round) => ({ text: `goal ${at(teams, round).slice(0, 2)}` }) },
  { name: 'Chinese word', peer: false, ask: (round) => ({ text: at(chineseTeams, round) }) },
  {
    name: 'Chinese words',
    peer: false,
    ask: (round) => ({ text: `${at(chineseTeams, round)}进球 ${(round % 90) + 1}号` }),
  },
  { name: 'phrase', peer: true, ask: (round) => ({ text: `"number ${(round % 98) + 1}"` }) },
  { name: 'typo', peer: false, ask: (round) => ({ text: `${at(families, round).replace('n', 'm')}x` }) },
  { name: 'athlete, no text', peer: false, ask: (round) => ({ filters: { athlete: [`athlete-${round}`] } }) },
  { name: 'nothing: newest', peer: false, ask: () => ({}) },
];
