import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import type { DetailedValue } from '../../contract/index.ts';
import { publicMessages } from '../public/public-messages.ts';
import { keyFigures } from './key-figures.ts';
import styles from './result-details.module.css';
import { useCodeWords } from './use-code-words.ts';

/**
 * What a sport adds to a result, whichever sport: single figures, rows of figures (marks of judges), and tables of what
 * is made of parts (elements of a programme with their base values and grades).
 */
export function DetailGroups({ details }: { details: readonly DetailedValue[] }): ReactNode {
  const words = useCodeWords();
  const single = keyFigures(details);
  const singleCodes = new Set(single.map(({ code }) => code));
  const several = Map.groupBy(
    details.filter(({ code }) => !singleCodes.has(code)),
    ({ code }) => code,
  );
  const composed = [...several.values()].flatMap((values) => (values.length === 1 ? values : []));
  const groups = [...several].filter(([, { length }]) => length > 1);
  return (
    <>
      {single.length > 0 && (
        <dl className={styles['figures']}>
          {single.map(({ code, value }) => (
            <div key={code}>
              <dt>{words.detail(code)}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {groups.map(([code, values]) =>
        values.some(({ extensions }) => extensions.length > 0) ? (
          <Parts key={code} title={words.detail(code)} parts={values} />
        ) : (
          <dl key={code} className={styles['figures']}>
            <div>
              <dt>{words.detail(code)}</dt>
              <dd className={styles['row']}>
                {values.map(({ position, value, invalidMark }, place) => (
                  <bdi key={position ?? place}>{invalidMark ?? value}</bdi>
                ))}
              </dd>
            </div>
          </dl>
        ),
      )}
      {composed.length > 0 && <Parts title={words.detail('MARK')} parts={composed} isByCode />}
    </>
  );
}

/** What only points are made of. */
const scored: readonly string[] = ['BASE', 'BASE_VALUE', 'GOE', 'FACTOR', 'JUDGE', 'DD'];

/** Values made of parts, a line each: the elements by number, or values of different kinds by their names. */
function Parts(props: { title: string; parts: readonly DetailedValue[]; isByCode?: boolean }): ReactNode {
  const { title, parts } = props;
  const words = useCodeWords();
  const t = useText(publicMessages);
  const columns = [...new Set(parts.flatMap(({ extensions }) => extensions.map((each) => each.code)))];
  const hasNames = parts.some(({ value2 }) => value2 !== null);
  // An attempt is measured in metres, a shooting in misses.
  const isScored = props.isByCode === true || columns.some((column) => scored.includes(column));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls on phones; the keyboard must be able to reach it
    <div className={styles['scroll']} role="region" tabIndex={0} aria-label={title}>
      <table className={styles['table']}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.detail(props.isByCode ? 'NAME' : 'POS')}</th>
            {hasNames && <th scope="col">{words.detail('NAME')}</th>}
            {columns.map((column) => (
              <th key={column} scope="col">
                {words.detail(column)}
              </th>
            ))}
            <th scope="col">{isScored ? words.detail('VALUE') : t('list.result')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ code, position, value, value2, extensions }, place) => (
            <tr key={`${code} ${position ?? place}`}>
              <th scope="row">{props.isByCode ? words.detail(code) : (position ?? place + 1)}</th>
              {hasNames && (
                <td>
                  <bdi>{value2}</bdi>
                </td>
              )}
              {columns.map((column) => (
                <td key={column}>
                  <bdi>{valuesOf(extensions, column)}</bdi>
                </td>
              ))}
              <td>
                <bdi>{value}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A part's own values of one code; those of several judges side by side. */
function valuesOf(extensions: DetailedValue['extensions'], code: string): string {
  return extensions.flatMap((each) => (each.code === code && each.value !== null ? [each.value] : [])).join('  ');
}
