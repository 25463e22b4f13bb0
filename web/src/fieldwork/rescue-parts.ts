import { readRescueFile, writeRescueFile } from '@rozeznanie/core/terrain'

const INTERVIEWS_AT_ONCE = 20

/** A file in parts that are sent one after another, so that it shows how far it is. */
export function rescueParts(text: string): readonly { readonly text: string; readonly count: number }[] {
  const { interviews } = readRescueFile(text)
  return Array.from({ length: Math.ceil(interviews.length / INTERVIEWS_AT_ONCE) }, (_, index) => {
    const part = interviews.slice(index * INTERVIEWS_AT_ONCE, (index + 1) * INTERVIEWS_AT_ONCE)
    return { text: writeRescueFile(part), count: part.length }
  })
}

export type RescueOutcome = 'stored' | 'replay' | 'conflict' | 'refused'

/** What became of one interview, as the server tells. */
export interface RescueResult {
  readonly id: string
  readonly outcome: RescueOutcome
  readonly isAfterEnd: boolean
  readonly message?: string
}
