import { localDayOf, polishDay, type SampleType } from '../survey/index.ts'
import type { AnalysisTable, TableRequest } from './table.ts'
import { percent, quoted, respondents, whole } from './table-words.ts'
import { weightsFooter, type AppliedWeights } from './weights.ts'

/** How the people were chosen and what intervals therefore mean; nothing that the sample cannot carry. */
export const SAMPLE_SENTENCES: Readonly<Record<SampleType, string>> = {
  RANDOM:
    'Wyniki z próby losowej. Przedział ufności 95%: z takim marginesem trafia 95 na 100 podobnych prób.',
  QUOTA:
    'Próba kwotowa (nielosowa). Przedziały są orientacyjne: zakładają, że w ramach płci, wieku i miejsca osoby odpowiadające nie różnią się od pozostałych.',
  OPEN_LINK:
    'Ankieta otwarta: odpowiadali chętni. Wyniki opisują osoby, które wypełniły ankietę; ważenie zmniejsza, ale nie usuwa zniekształceń. Nie podajemy błędu maksymalnego.',
}

type Footed = Pick<
  AnalysisTable,
  'base' | 'rowText' | 'columnText' | 'isOfInstitutions' | 'isProtected' | 'filterText'
>

function peopleLine({ base, isOfInstitutions, columnText, isProtected }: Footed): string | null {
  if (base.valid === null) return null
  const { counted } = respondents(isOfInstitutions)
  const answered = columnText === null ? 'Odpowiedzi' : 'Odpowiedzi na oba pytania'
  const sign = isProtected ? '≈' : '='
  const isAsked = columnText === null && base.asked !== null && base.asked !== base.valid
  const asked = isAsked ? ` Pytanie zadano: n ${sign} ${whole(base.asked)}.` : ''
  const effective =
    base.effective !== null && Math.round(base.effective) < base.valid
      ? ` Po zważeniu mówią tyle, co ${whole(base.effective)} jednakowo ważnych (n efektywne).`
      : ''
  return `${answered}: n ${sign} ${counted(base.valid)}.${effective}${asked}`
}

/** Others than the organisation are not told exactly how many answered. */
function weightLines({ isProtected }: Footed, weights: AppliedWeights | null): readonly string[] {
  if (weights === null) return ['Wyniki nieważone: każda odpowiedź liczy się tak samo.']
  const lines = weightsFooter(weights)
  return isProtected ? lines.slice(0, -1) : lines
}

/**
 * The lines under every table, as AAPOR asks for them: who asked, when and where, how people were chosen, how many
 * answered and how many that is worth, the weights with their version and sources, the response rate where it is
 * known, the wording of the questions.
 */
export function tableFooter(table: Footed, { survey, weights }: TableRequest): readonly string[] {
  const { title, organisationName, municipalityName, opensOn, closesOn, asOf, responseRate } = survey
  const demo = survey.isDemo ? ' Dane przykładowe: nie pochodzą od prawdziwych osób.' : ''
  const people = peopleLine(table)
  return [
    `Badanie ${quoted(title)}: ${organisationName}, gmina ${municipalityName}, od ${polishDay(opensOn)} do ${polishDay(closesOn)} Stan odpowiedzi na ${polishDay(localDayOf(new Date(asOf)))}${demo}`,
    SAMPLE_SENTENCES[survey.sampleType],
    ...(people === null ? [] : [people]),
    ...weightLines(table, weights),
    ...(responseRate === null
      ? []
      : [`Odsetek zrealizowanych wywiadów wśród zapisanych kontaktów: ${percent(100 * responseRate)}.`]),
    ...(table.filterText === null ? [] : [`Tylko odpowiedzi, w których: ${table.filterText}.`]),
    `Treść pytania: ${quoted(table.rowText)}`,
    ...(table.columnText === null ? [] : [`Grupy według: ${quoted(table.columnText)}`]),
  ]
}
