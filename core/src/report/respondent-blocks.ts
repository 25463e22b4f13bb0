import type { ChoiceSummary } from '../analysis/index.ts'
import type { RespondentsBinding } from '../diagnosis/index.ts'
import { formatBase } from './format-number.ts'
import type { Cell, ReportBlock } from './model.ts'
import { signNotes } from './notes.ts'
import { sourceLine, summaryOf, type ReportInput } from './report-input.ts'
import type { OfVersions } from './version-blocks.ts'
import { countCell, percentCell, showChoices, showDistribution } from './shown-frequency.ts'
import { MINIMUM_BASE } from './withhold.ts'

interface Trait {
  readonly label: string
  readonly summary: ChoiceSummary
}

function traitRows({ label, summary }: Trait): readonly (readonly Cell[])[] {
  const base = summary.base.validCount
  const shown = summary.isMultiple
    ? showChoices(summary.frequencies, base)
    : showDistribution(summary.frequencies, base)
  return shown.map((frequency): readonly Cell[] => [
    { kind: 'text', text: label },
    { kind: 'text', text: frequency.label },
    countCell(frequency.count),
    percentCell(frequency.percent),
  ])
}

function basesNote(traits: readonly Trait[]): string {
  const bases = traits.map(
    ({ label, summary }) => `${label.toLowerCase()}: ${formatBase(summary.base.validCount)}`,
  )
  return `Liczba osób, które odpowiedziały – ${bases.join('; ')}.`
}

/** The versions behind the table of traits, and what is to be said of each trait. */
export function respondentVersions({ questions }: RespondentsBinding, input: ReportInput): OfVersions {
  const shown = questions.flatMap(({ key, label }) => {
    const summary = summaryOf(input, key)
    return summary ? [{ label, summary }] : []
  })
  const versions = new Set(shown.flatMap(({ summary }) => summary.versions))
  return {
    versions: [...versions].sort((one, other) => one - other),
    notes: shown.flatMap(({ label, summary }) => summary.notes.map((note) => `${label}: ${note}`)),
  }
}

/** Who answered: one table of all traits, each with its own base. */
export function respondentBlocks(binding: RespondentsBinding, input: ReportInput): readonly ReportBlock[] {
  const traits = binding.questions.flatMap(({ key, label }): readonly Trait[] => {
    const summary = summaryOf(input, key)
    return summary?.kind === 'CHOICE' && summary.base.validCount >= MINIMUM_BASE ? [{ label, summary }] : []
  })
  if (traits.length === 0) return []
  const rows = traits.flatMap(traitRows)
  const overlapping = traits
    .filter(({ summary }) => summary.isMultiple)
    .map(({ label }) => label.toLowerCase())
  return [
    {
      kind: 'table',
      caption: binding.tableCaption,
      columns: [
        { label: 'Cecha', kind: 'text' },
        { label: 'Kategoria', kind: 'text' },
        { label: 'Liczba osób', kind: 'count' },
        { label: '%', kind: 'percent' },
      ],
      rows,
      notes: [
        basesNote(traits),
        ...(overlapping.length === 0
          ? []
          : [
              `Można było wskazać kilka odpowiedzi, więc odsetki nie sumują się do 100%: ${overlapping.join(', ')}.`,
            ]),
        ...signNotes(rows.flat()),
      ],
      source: sourceLine(input),
    },
  ]
}
