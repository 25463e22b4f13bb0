import type { ChoiceSummary } from '../analysis/index.ts'
import type { RespondentsBinding } from '../diagnosis/index.ts'
import type { DisclosureRules, ProtectedDistribution } from '../disclosure/index.ts'
import { formatBase } from './format-number.ts'
import type { Cell, ReportBlock } from './model.ts'
import { signNotes } from './notes.ts'
import { rulesFor, sourceLine, summaryOf, type ReportInput } from './report-input.ts'
import type { OfVersions } from './version-blocks.ts'
import { shareCell, showChoices, showDistribution } from './shown-frequency.ts'
import { respondentNotes } from './weight-blocks.ts'

interface Trait {
  readonly label: string
  readonly isMultiple: boolean
  readonly shown: ProtectedDistribution
}

/** Without weights: it tells who answered, which weights would hide. */
function traitOf(label: string, summary: ChoiceSummary, rules: DisclosureRules): Trait {
  const behind = { base: summary.base.validCount, rules }
  const { frequencies, isMultiple } = summary
  const shown = isMultiple ? showChoices(frequencies, behind) : showDistribution(frequencies, behind)
  return { label, isMultiple, shown }
}

function traitRows({ label, shown }: Trait): readonly (readonly Cell[])[] {
  return shown.frequencies.map((frequency): readonly Cell[] => [
    { kind: 'text', text: label },
    { kind: 'text', text: frequency.label },
    shareCell(frequency.share),
  ])
}

function basesNote(traits: readonly Trait[]): string {
  const bases = traits.map(({ label, shown }) => `${label.toLowerCase()}: ${formatBase(shown.base)}`)
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
    const trait = summary?.kind === 'CHOICE' ? traitOf(label, summary, rulesFor(input, key)) : null
    return trait === null || trait.shown.base === null ? [] : [trait]
  })
  if (traits.length === 0) return []
  const rows = traits.flatMap(traitRows)
  const overlapping = traits.filter(({ isMultiple }) => isMultiple).map(({ label }) => label.toLowerCase())
  return [
    {
      kind: 'table',
      caption: binding.tableCaption,
      columns: [
        { label: 'Cecha', kind: 'text' },
        { label: 'Kategoria', kind: 'text' },
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
        ...respondentNotes(input),
        ...signNotes(rows.flat()),
      ],
      source: sourceLine(input),
    },
  ]
}
