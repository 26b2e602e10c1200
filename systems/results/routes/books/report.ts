import type { UnitDetail } from '../../contract/index.ts';
import type { BookTexts } from '../../messages/book-texts.ts';

type Report = { readonly report: string; readonly note: string; readonly isProvisional: boolean };

/** Which report of a unit can be printed by the status of its results (ODF ResultStatus), and what its reader must know. */
export function reportOf(unit: Pick<UnitDetail, 'resultStatus' | 'competitors'>, { book }: BookTexts): Report {
  const isProvisional = true;
  switch (unit.resultStatus) {
    case 'OFFICIAL':
      return { report: book('official'), note: '', isProvisional: false };
    case 'LIVE':
    case 'INTERMEDIATE':
    case 'PARTIAL':
      return { report: book('live'), note: book('note.live'), isProvisional };
    case 'PROTESTED':
      return { report: book('protested'), note: book('note.protested'), isProvisional };
    case 'UNOFFICIAL':
    case 'UNCONFIRMED':
    case 'PROVISIONAL':
      return { report: book('unofficial'), note: book('note.unofficial'), isProvisional };
    case null:
    default: {
      const hasResults = unit.competitors.some(({ rank, result, invalidMark }) => rank ?? result ?? invalidMark);
      if (hasResults) return { report: book('unofficial'), note: book('note.unofficial'), isProvisional };
      const report = book(unit.competitors.length === 0 ? 'noList' : 'startList');
      return { report, note: '', isProvisional: false };
    }
  }
}
