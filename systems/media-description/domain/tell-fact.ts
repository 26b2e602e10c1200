import type { Fact } from '@altis/results/contract';
import type { FactProfile } from './fact-profile.ts';
import { tellInEveryLanguage, type Telling, type Translate } from './tell-action.ts';

/** Title and sentence of a fact in every language of moments. `none` stands for what the messages do not say. */
export function tellFact(fact: Fact, { telling }: FactProfile, translate: Translate): Telling {
  const values = {
    name: fact.name ?? fact.competitor ?? 'none',
    organisation: fact.organisation ?? 'none',
    rank: fact.rank ?? 'none',
    value: fact.value ?? 'none',
  };
  return tellInEveryLanguage((part, language) => translate(language, `${telling}.${part}`, values));
}
