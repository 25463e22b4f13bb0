import type { QuestionSummary } from '../analysis/index.ts'
import { rulesOf } from '../disclosure/index.ts'
import { listNumbers } from '../text.ts'
import type { Cell, ReportBlock } from './model.ts'
import { signNotes } from './notes.ts'
import { answeredVersions, sourceLine, type ReportInput } from './report-input.ts'
import { shareCell, showDistribution } from './shown-frequency.ts'
import { MINIMUM_BASE } from './withhold.ts'

/** Which versions stand behind something, and what has to be said of it. */
export type OfVersions = Pick<QuestionSummary, 'versions' | 'notes'>

/** Blocks that say which versions of the questionnaire are behind them; nothing to say where there is only one. */
export function ofVersions(
  blocks: readonly ReportBlock[],
  { versions, notes: own }: OfVersions,
  input: ReportInput,
): readonly ReportBlock[] {
  if (input.versionCounts.length < 2 || blocks.length === 0) return blocks
  const isOfAll = answeredVersions(input).every((number) => versions.includes(number))
  const from = `Wyniki z wersji ${listNumbers(versions)} kwestionariusza.`
  const notes = versions.length === 0 || (isOfAll && own.length === 0) ? own : [from, ...own]
  const told = blocks.map((block) => {
    if (block.kind === 'chart') return { ...block, versions }
    return block.kind === 'table' ? { ...block, versions, notes: [...block.notes, ...notes] } : block
  })
  const isTold = blocks.some(({ kind }) => kind === 'table')
  return isTold ? told : [...told, ...notes.map((text) => ({ kind: 'paragraph', text }) as const)]
}

/** How answers to several versions were counted: rules, responses of each, and what is shown apart. */
export function versionBlocks(input: ReportInput): readonly ReportBlock[] {
  if (input.versionCounts.length < 2) return []
  return [{ kind: 'paragraph', text: rules(input) }, ...countsTable(input), ...apartTable(input)]
}

function rules(input: ReportInput): string {
  const numbers = listNumbers(input.versionCounts.map(({ number }) => number))
  return (
    `W czasie badania kwestionariusz zmieniono; kto zaczął wcześniejszą wersję, mógł ją dokończyć. Badanie objęło wersje ${numbers}. ` +
    'Odpowiedzi z różnych wersji policzono razem tylko tam, gdzie zmiana nie wpływa na ich znaczenie albo gdzie autor kwestionariusza podał, jak je przeliczyć. ' +
    'Pozostałe pokazano osobno: wcześniejsze brzmienie ma dopisek „(wersja …)” przy treści pytania, a jego wyniki są w rozdziale z pozostałymi pytaniami. ' +
    `Jeśli pod tabelą nie ma uwagi o wersjach, jej dane obejmują wszystkie wersje, na które odpowiadano (${listNumbers(answeredVersions(input)) || 'brak'}).`
  )
}

function countsTable(input: ReportInput): readonly ReportBlock[] {
  const { versionCounts, responseCount } = input
  if (responseCount < MINIMUM_BASE) return []
  const counted = versionCounts.map(({ number, count }) => ({
    code: String(number),
    label: `wersja ${number}`,
    count,
    ofRespondents: null,
    ofAnswers: null,
  }))
  const shown = showDistribution(counted, { base: responseCount, rules: rulesOf() })
  const rows = shown.frequencies.map(({ label, share }): readonly Cell[] => [
    { kind: 'text', text: label },
    shareCell(share),
  ])
  return [
    {
      kind: 'table',
      caption: 'Ankiety według wersji kwestionariusza',
      columns: [
        { label: 'Wersja', kind: 'text' },
        { label: '% ankiet', kind: 'percent' },
      ],
      rows,
      notes: signNotes(rows.flat()),
      source: sourceLine(input),
    },
  ]
}

function apartTable(input: ReportInput): readonly ReportBlock[] {
  const apart = input.summaries.filter(({ isEarlierWording }) => isEarlierWording)
  if (apart.length === 0) return []
  return [
    {
      kind: 'table',
      caption: 'Pytania, których wcześniejsze odpowiedzi pokazano osobno',
      columns: [
        { label: 'Pytanie', kind: 'text' },
        { label: 'Dlaczego', kind: 'text' },
      ],
      rows: apart.map(({ text, notes }) => [
        { kind: 'text', text },
        { kind: 'text', text: notes.join(' ') },
      ]),
      notes: [],
      source: sourceLine(input),
    },
  ]
}
