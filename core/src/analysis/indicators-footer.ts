import type { SampleType } from '../survey/index.ts'
import type { People } from './indicators-count.ts'
import { weightsFooter } from './weights.ts'

/** What the choice of people allows to be said of intervals (design of statistics, §4.3). */
const SAMPLES: Readonly<Record<SampleType, string>> = {
  RANDOM:
    'Wyniki z próby losowej. Przedział ufności 95 %: z takim marginesem trafia 95 na 100 podobnych prób.',
  QUOTA:
    'Próba kwotowa (nielosowa). Przedziały są orientacyjne: zakładają, że w ramach płci, wieku i miejsca osoby odpowiadające nie różnią się od pozostałych.',
  OPEN_LINK:
    'Ankieta otwarta: odpowiadali chętni. Wyniki opisują osoby, które wypełniły ankietę; ważenie zmniejsza, ale nie usuwa zniekształceń. Nie podajemy błędu maksymalnego, a przedziały są orientacyjne.',
}

const UNWEIGHTED = 'Wyniki nieważone: każda osoba liczy się tak samo.'

/** What stands under indicators: how people were chosen, and which weights the numbers have. */
export function indicatorsFooter({ weights }: People, sampleType: SampleType): readonly string[] {
  const weighting = weights === null ? [UNWEIGHTED] : [...weightsFooter(weights), ...weights.notes]
  return [SAMPLES[sampleType], ...weighting]
}
