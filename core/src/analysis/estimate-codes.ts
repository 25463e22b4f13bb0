import { VALID } from './column.ts'
import { eachBit } from './count-cells.ts'
import type { Axis, CodeSource, SetSource } from './table-axis.ts'
import type { Tallied } from './tally.ts'

/**
 * A side of a table as one number a response, and which options each number stands for: of one option itself, of a
 * set its word of bits; `null` is no valid answer.
 */
export interface Coded extends Tallied {
  readonly optionsOf: readonly (readonly number[] | null)[]
}

/** Beyond so many different answers sets are gone through one by one. */
const MOST_SETS = 4096

/** @returns `null` for sets of too many options */
export function codedOf({ source, options }: Axis): Coded | null {
  const { length } = options
  if (source.kind === 'code') {
    const { cells, origin } = source
    const optionsOf = Array.from({ length: origin + length }, (_, cell) =>
      cell < origin ? null : [cell - origin],
    )
    return { cells, size: origin + length, optionsOf }
  }
  const size = 2 ** length
  if (source.wordCount > 1 || size > MOST_SETS) return null
  const optionsOf = Array.from({ length: size }, (_, word) => {
    const chosen: number[] = []
    eachBit([word], 0, 1, (option) => chosen.push(option))
    return word === 0 ? null : chosen
  })
  return { cells: source.words, size, optionsOf }
}

/** Writes the options of one response; whether there is a valid answer. */
export function optionsAt(source: CodeSource | SetSource, at: number, into: number[]): boolean {
  into.length = 0
  if (source.kind === 'code') {
    const option = source.cells[at]! - source.origin
    if (option >= 0) into.push(option)
    return option >= 0
  }
  if (source.cells[at]! < VALID) return false
  eachBit(source.words, at * source.wordCount, source.wordCount, (option) => into.push(option))
  return into.length > 0
}
