import { z } from 'zod'

/** The formats of data files, by the ending of the file's name, with their media types. */
export const DATA_FORMATS = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  sav: 'application/x-spss-sav',
} as const
export type DataFormat = keyof typeof DATA_FORMATS

/** What somebody wants in a file. */
export interface FileChoice {
  /** What stands in cells of CSV and Excel; an SPSS file holds both. */
  readonly values: 'codes' | 'labels'
  readonly includesWeights: boolean
  /** Masked texts of respondents, for whoever said that they answer for the file. */
  readonly includesOpenAnswers: boolean
}

const choice = z.strictObject({
  values: z.enum(['codes', 'labels']).default('codes'),
  weights: z.enum(['yes', 'no']).default('yes'),
  open: z.enum(['no', 'confirmed']).default('no'),
})

/** Reads the part of an address after `?`; `null` where it says something else. */
export function readChoice(query: unknown): FileChoice | null {
  const read = choice.safeParse(query)
  if (!read.success) return null
  const { values, weights, open } = read.data
  return { values, includesWeights: weights === 'yes', includesOpenAnswers: open === 'confirmed' }
}
