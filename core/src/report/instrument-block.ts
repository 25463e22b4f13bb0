import { everyQuestion, type QuestionType } from '../questionnaire/index.ts'
import type { Cell, ReportBlock } from './model.ts'
import { sourceLine, type ReportInput } from './report-input.ts'

const WAYS: Readonly<Record<Exclude<QuestionType, 'INFO' | 'CALCULATED'>, string>> = {
  SINGLE: 'jedna odpowiedź',
  MULTI: 'kilka odpowiedzi',
  MATRIX_SINGLE: 'jedna odpowiedź w każdym wierszu',
  MATRIX_MULTI: 'kilka odpowiedzi w każdym wierszu',
  RANK: 'wybór i kolejność',
  SCALE_1_5: 'skala od 1 do 5',
  SCALE_0_10: 'skala od 0 do 10',
  NUMBER: 'liczba',
  TEXT_SHORT: 'krótki tekst',
  TEXT_LONG: 'tekst',
  DATE_YEAR: 'rok',
  LOCALITY: 'miejscowość z listy',
  CONSENT: 'zgoda',
  ROSTER: 'pytania powtarzane dla każdej pozycji',
}

const EARLIER_NOTE =
  'Dopisek „(wersja …)” ma pytanie w brzmieniu z wcześniejszej wersji kwestionariusza, którego wyniki pokazano osobno.'

/** The wording of all questions, in the order of asking. */
export function instrumentBlocks(input: ReportInput): readonly ReportBlock[] {
  const asked = everyQuestion(input.questionnaire)
  const rows = asked.flatMap((question): readonly (readonly Cell[])[] =>
    question.type === 'INFO' || question.type === 'CALCULATED'
      ? []
      : [
          [
            { kind: 'text', text: question.text },
            { kind: 'text', text: WAYS[question.type] },
          ],
        ],
  )
  return [
    {
      kind: 'table',
      caption: `Pytania kwestionariusza „${input.questionnaire.title}”`,
      columns: [
        { label: 'Treść pytania', kind: 'text' },
        { label: 'Sposób odpowiedzi', kind: 'text' },
      ],
      rows,
      notes: input.versionCounts.length < 2 ? [] : [EARLIER_NOTE],
      source: sourceLine(input),
    },
  ]
}
