import type { PrintBlock } from '@altis/print';
import { functionWord } from '../../contract/function-words.ts';
import { weatherWord } from '../../contract/weather-words.ts';
import type { Communication, UnitDetail, Weather } from '../../contract/index.ts';
import { builtInName } from '../../domain/built-in-codes.ts';
import type { BookTexts } from '../../messages/book-texts.ts';
import { tableOf } from './competitor-cells.ts';
import { clockText, instantText } from './venue-time.ts';

/** What surrounds a unit: decisions and protests, the weather, and who officiates. */
export function surroundingBlocks(unit: UnitDetail, texts: BookTexts): PrintBlock[] {
  const { weather, officials, offset } = unit;
  return [
    ...communicationBlocks(unit.communications, texts),
    ...(weather.length === 0 ? [] : [heading('weather', texts), weatherTable(weather, offset, texts)]),
    ...(officials.length === 0 ? [] : [heading('officials', texts), officialTable(officials, texts)]),
  ];
}

/** Decisions of juries, protests and notices, each with its time. */
export function communicationBlocks(items: readonly Communication[], texts: BookTexts): PrintBlock[] {
  if (items.length === 0) return [];
  const table = tableOf<Communication>(
    [
      {
        title: texts.book('time'),
        align: 'start',
        cell: ({ publishedAt }) => (publishedAt === null ? null : `${instantText(publishedAt, texts)} UTC`),
      },
      { title: texts.book('type'), align: 'start', cell: ({ kind }) => texts.words(`communication.${kind}`) },
      {
        title: texts.words('communications'),
        align: 'start',
        isWide: true,
        isAlways: true,
        cell: ({ title, text }) => ({
          text: title ?? text ?? '',
          below: title === null ? undefined : (text ?? undefined),
        }),
      },
      { title: texts.book('status'), align: 'start', cell: ({ status }) => status },
    ],
    items,
  );
  return [heading('communications', texts), table];
}

function heading(key: 'weather' | 'officials' | 'communications', texts: BookTexts): PrintBlock {
  return { kind: 'heading', text: texts.words(key) };
}

function weatherTable(reports: readonly Weather[], offset: string | null, texts: BookTexts): PrintBlock {
  const codes = [...new Set(reports.flatMap(({ temperatures }) => temperatures.map(({ code }) => code)))];
  return tableOf<Weather>(
    [
      {
        title: texts.book('time'),
        align: 'start',
        cell: ({ at }) => (at === null ? null : clockText(at, offset, texts)),
      },
      { title: texts.book('venue'), align: 'start', cell: ({ place }) => place && texts.word('place', place) },
      {
        title: texts.words('weather'),
        align: 'start',
        isWide: true,
        isAlways: true,
        cell: ({ sky, snow }) =>
          [
            ...(sky === null ? [] : [texts.word('sky', weatherWord('sky', sky))]),
            ...(snow === null ? [] : [texts.word('snow', weatherWord('snow', snow))]),
          ].join(', '),
      },
      ...codes.map((code) => ({
        title: texts.word('temperature', code),
        align: 'end' as const,
        cell: ({ temperatures }: Weather) => {
          const found = temperatures.find((each) => each.code === code);
          return found === undefined ? null : `${found.value.replace('-', '−')} °${found.unit ?? 'C'}`;
        },
      })),
      {
        title: '',
        align: 'end',
        cell: ({ humidity }) => (humidity === null ? null : texts.words('weather.humidity', { value: humidity })),
      },
      { title: '', align: 'start', cell: (report) => windText(report, texts) },
    ],
    reports,
  );
}

function windText({ windSpeed, windUnit, windDirection }: Weather, texts: BookTexts): string | null {
  if (windSpeed === null) return null;
  const value = `${windSpeed} ${weatherWord('wind', windUnit ?? '')}`.trim();
  return texts.words('weather.wind', { value, direction: windDirection ?? '' }).trim();
}

function officialTable(officials: UnitDetail['officials'], texts: BookTexts): PrintBlock {
  return tableOf<UnitDetail['officials'][number]>(
    [
      { title: texts.book('official.function'), align: 'start', cell: (each) => functionText(each.function, texts) },
      { title: texts.words('list.name'), align: 'start', isWide: true, cell: ({ name }) => name.print },
      { title: texts.book('organisation'), align: 'start', cell: ({ organisation }) => organisation },
    ],
    officials,
  );
}

function functionText(code: string | null, texts: BookTexts): string | null {
  if (code === null) return null;
  const known = texts.word('function', functionWord(code));
  const name = builtInName('function', code);
  return name === undefined ? known : texts.name(name);
}
