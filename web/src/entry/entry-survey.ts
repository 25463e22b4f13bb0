import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import type { FragmentType } from '../gql/index.ts'
import type { CallList_callback } from './CallList.tsx'

/** A survey as the entry desk knows it. */
export interface EntrySurvey {
  readonly id: string
  readonly code: string
  readonly isOpen: boolean
  readonly presentVersionId: string
  readonly versions: readonly {
    readonly id: string
    readonly number: number
    readonly questionnaire: Questionnaire
  }[]
  readonly localities: readonly { readonly id: string; readonly name: string }[]
  /** The next number of a sheet, when the page was opened. */
  readonly nextNumber: number
  readonly enteredToday: number
  /** Calls to make again, the earliest first. */
  readonly callbacks: readonly FragmentType<typeof CallList_callback>[]
  /** What stands for `{organizacja}`, `{gmina}` and `{telefon}` in texts. */
  readonly words: Readonly<Record<string, string>>
}

/** A text of a questionnaire with the facts of the survey in it. */
export function filled({ words }: EntrySurvey, { estimatedMinutes }: Questionnaire, text: string): string {
  const all: Readonly<Record<string, string>> = { ...words, minuty: String(estimatedMinutes) }
  return text.replace(/\{(organizacja|gmina|telefon|minuty)\}/g, (_whole, word: string) => all[word] ?? '')
}
