import { TextFilter, useText } from '@altis/web';
import type { FilterField } from '@altis/web';
import { facetNames } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';
import type { FoundPage } from '../views.ts';
import { FacetValueEditor } from './facet-value-editor.tsx';

/** The conditions that a search can have, each with its editor: values of facets are suggested, days are picked. */
export function useFilterFields(facets: FoundPage['facets'], language: string): readonly FilterField[] {
  const t = useText(pageMessages);
  const ofFacets = facetNames.map((facet): FilterField => ({
    field: facet,
    title: t(`field.${facet}`),
    edit: (value, done) => (
      <FacetValueEditor facet={facet} value={value} counted={facets[facet] ?? []} language={language} done={done} />
    ),
  }));
  const ofDays = (['from', 'to'] as const).map((field): FilterField => ({
    field,
    title: t(`field.${field}`),
    edit: (value, done) => <TextFilter label={t(`field.${field}`)} type="date" value={value} done={done} />,
  }));
  return [...ofFacets, ...ofDays];
}
