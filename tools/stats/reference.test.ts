import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readCase } from './read-case.ts'
import { runCase } from './run-case.ts'

const here = fileURLToPath(new URL('reference', import.meta.url))
const elsewhere = process.env.STATS_REFERENCE ?? path.resolve(here, '../../../../shared/reference/stats')

interface Leaf {
  readonly place: string
  readonly value: unknown
}

/** Every number and flag of a tree with the path that leads to it. */
function leavesOf(tree: unknown, place = ''): Leaf[] {
  if (typeof tree !== 'object' || tree === null) return [{ place, value: tree }]
  return Object.entries(tree).flatMap(([name, branch]) => leavesOf(branch, `${place}/${name}`))
}

/** What stands under a path, or undefined. */
const at = (tree: unknown, place: string): unknown =>
  place
    .split('/')
    .slice(1)
    .reduce<unknown>((branch, name) => (branch as Record<string, unknown> | undefined)?.[name], tree)

const NAMES_OF_FILES = new Set(['/weightsFile'])

/** The leaves of `expected` that the results miss. */
function differencesOf(casePath: string): string[] {
  const { file, data } = readCase(casePath)
  const results = runCase(file, data)
  const { rel, abs } = file.tolerance!
  return leavesOf(file.expected).flatMap(({ place, value }) => {
    if (NAMES_OF_FILES.has(place)) return []
    const found = at(results, place)
    const isSame =
      typeof value === 'number'
        ? typeof found === 'number' && Math.abs(found - value) <= Math.max(abs, rel * Math.abs(value))
        : found === value
    return isSame ? [] : [`${place}: ${String(found)} instead of ${String(value)}`]
  })
}

const casesIn = (folder: string) =>
  existsSync(path.join(folder, 'cases'))
    ? readdirSync(path.join(folder, 'cases')).filter((name) => name.endsWith('.json'))
    : []

describe('results of R 4.2.2 and survey 4.1.1', () => {
  it.each(casesIn(here))('of the shipped case %s are met', (name) => {
    expect(differencesOf(path.join(here, 'cases', name))).toEqual([])
  })

  it('has raked weights equal to those of R, person by person', () => {
    const { file, data } = readCase(path.join(here, 'cases/D07.json'))
    const raked = runCase(file, data).weights as number[]
    const expected = readCase(path.join(here, 'cases/D08.json')).data!.fileWeights!

    expect(raked).toHaveLength(1230)
    expect(raked.every((weight, row) => Math.abs(weight / expected[row]! - 1) < 1e-12)).toBe(true)
  })
})

describe('the folder of more reference cases', () => {
  const more = casesIn(elsewhere)
  it.skipIf(more.length === 0)('is there (without it the cases below do not run)', () => {
    expect(more.length).toBeGreaterThan(0)
  })

  it.each(more)('case %s is met', (name) => {
    expect(differencesOf(path.join(elsewhere, 'cases', name))).toEqual([])
  })
})
