import { displayBase, rulesOf, SMALLEST_SENSITIVE_BASE, SMALLEST_SHOWN } from '../disclosure/index.ts'
import type { CollectionMode } from '../response/index.ts'
import type { SampleType } from '../survey/index.ts'
import { cleaningNote } from './cleaning-note.ts'
import { formatDay, formatInstant } from './format-date.ts'
import { formatNumber } from './format-number.ts'
import type { Cell, ReportBlock } from './model.ts'
import { signNotes } from './notes.ts'
import { sourceLine, type ReportInput } from './report-input.ts'
import { shareCell, showDistribution } from './shown-frequency.ts'
import { versionBlocks } from './version-blocks.ts'
import { weightingNote } from './weight-blocks.ts'
import { CAUTION_BASE, MINIMUM_BASE } from './withhold.ts'

const MODES: Readonly<Record<CollectionMode, string>> = {
  CAWI: 'ankieta wypełniana samodzielnie przez internet',
  KIOSK: 'ankieta wypełniana samodzielnie na wspólnym tablecie',
  CAPI: 'wywiad z ankieterem z użyciem tabletu lub telefonu',
  PAPI: 'ankieta papierowa',
  CATI: 'wywiad telefoniczny',
  INSTITUTION: 'formularz wypełniany przez instytucję w jej imieniu',
  IMPORT: 'odpowiedzi przeniesione z pliku (na przykład z wcześniejszej ankiety)',
}

const SAMPLES: Readonly<Record<SampleType, string>> = {
  RANDOM:
    'Respondentów dobrano losowo. Wyniki są obarczone niepewnością losowania: w innej próbie odsetki byłyby nieco inne. Odmowy i nieobecności mogły dodatkowo wpłynąć na skład badanej grupy.',
  QUOTA:
    'Respondentów dobrano kwotowo, czyli nielosowo, tak aby ich skład był zbliżony do składu mieszkańców. Odsetki są orientacyjne: zakładają, że w ramach kwot osoby badane nie różnią się od pozostałych mieszkańców.',
  OPEN_LINK:
    'Ankieta była otwarta: odpowiadał każdy, kto chciał. Wyniki opisują osoby, które odpowiedziały; nie wolno ich uogólniać na wszystkich mieszkańców bez zastrzeżeń. Nie podajemy błędu maksymalnego, ponieważ przy takim doborze nie można go obliczyć.',
}

/** How the survey was made, who stands behind the numbers, what they mean and what they do not. */
export function methodNote(input: ReportInput): readonly ReportBlock[] {
  const { survey, template } = input
  return [
    ...[
      fieldwork(input),
      SAMPLES[survey.sampleType],
      ...cleaningNote(input),
      ...reading(input),
      protection(),
    ].map((text) => ({ kind: 'paragraph', text }) as const),
    ...modesTable(input),
    ...versionBlocks(input),
    {
      kind: 'paragraph',
      text: `Układ rozdziałów pochodzi ze wzoru ${template.key} (${template.standing}). Miejsca oznaczone „Do uzupełnienia” wypełnia zespół opracowujący.`,
    },
  ]
}

function fieldwork({ survey, questionnaire, responseCount, asOf }: ReportInput): string {
  const collected = displayBase(responseCount)
  const sheets =
    collected === null ? `mniej niż ${MINIMUM_BASE} ankiet` : `około ${formatNumber(collected)}\u00a0ankiet`
  const demo = survey.isDemo ? ' Dane są przykładowe: nie pochodzą od prawdziwych osób.' : ''
  const ongoing = survey.isFinished ? '' : ' Badanie jeszcze trwa, więc wyniki mogą się zmienić.'
  return (
    `Badanie „${survey.title}” prowadzi ${survey.organisationName} (gmina ${survey.municipalityName}), kwestionariusz „${questionnaire.title}”. ` +
    `Termin zbierania odpowiedzi: od ${formatDay(survey.opensOn)} do ${formatDay(survey.closesOn)} ` +
    `Stan danych: ${formatInstant(asOf)}. Zebrano ${sheets}.${ongoing}${demo}`
  )
}

function reading(input: ReportInput): readonly string[] {
  const weighting = weightingNote(input)
  const answers =
    'Odsetki obliczono wśród osób, które odpowiedziały na dane pytanie; ich liczbę (n) podajemy przy każdym wyniku, w zaokrągleniu do 5. ' +
    'Odpowiedź „nie wiem” wlicza się do podstawy, jeśli można ją było wybrać. Odmowy odpowiedzi i „nie dotyczy” się nie wliczają. ' +
    (input.weights?.footer ? '' : `${weighting} `) +
    'Różnice między odsetkami opisują badaną grupę i nie wskazują przyczyn.'
  return input.weights?.footer ? [answers, weighting] : [answers]
}

function protection(): string {
  return (
    `Aby nikogo nie można było rozpoznać, wyniki od 1 do ${SMALLEST_SHOWN - 1} osób zastąpiono znakiem •, a razem z nimi także te, z których można by je wyliczyć. Odsetki podajemy w pełnych procentach. ` +
    `Wyników pytań z mniej niż ${MINIMUM_BASE} odpowiedziami (a pytań o sprawy szczególnie chronione, jak zdrowie – z mniej niż ${SMALLEST_SENSITIVE_BASE}) nie pokazujemy, a z mniej niż ${CAUTION_BASE} oznaczamy jako orientacyjne.`
  )
}

function modesTable(input: ReportInput): readonly ReportBlock[] {
  const { modeCounts, responseCount } = input
  if (responseCount < MINIMUM_BASE) return []
  const used = modeCounts
    .filter(({ count }) => count > 0)
    .map(({ mode, count }) => ({
      code: mode,
      label: MODES[mode],
      count,
    }))
  const shown = showDistribution(used, { base: responseCount, rules: rulesOf() })
  const rows = shown.frequencies.map(({ label, share }): readonly Cell[] => [
    { kind: 'text', text: label },
    shareCell(share),
  ])
  return [
    {
      kind: 'table',
      caption: 'Sposób zbierania odpowiedzi',
      columns: [
        { label: 'Sposób', kind: 'text' },
        { label: '% ankiet', kind: 'percent' },
      ],
      rows,
      notes: signNotes(rows.flat()),
      source: sourceLine(input),
    },
  ]
}
