// `npm run stats -- case.json`: computes a statistical case and prints the results as JSON in the shape of `expected`.
// Of several cases the results stand under their file names, in the order given.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { DomainError } from '@rozeznanie/core/errors'
import type { Results } from './case.ts'
import { readCase } from './read-case.ts'
import { runCase } from './run-case.ts'

/** npm runs the command in the project's folder; a path is meant from where npm was called. */
const whereAsked = (name: string) => {
  const fromCaller = path.resolve(process.env.INIT_CWD ?? '.', name)
  return existsSync(name) || !existsSync(fromCaller) ? name : fromCaller
}

const casePaths = process.argv.slice(2).map(whereAsked)

/** The results of one case; what is wrong with it is said, with the file it is in. */
function resultsOf(casePath: string): Results | null {
  try {
    const { file, data } = readCase(casePath)
    return runCase(file, data)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    const isFile = code === 'ENOENT' || code === 'EISDIR'
    if (!(error instanceof DomainError) && !isFile) throw error
    console.error(isFile ? `Nie ma pliku „${casePath}”.` : `${casePath}: ${(error as Error).message}`)
    process.exitCode = 1
    return null
  }
}

if (casePaths.length === 0) {
  console.error('Proszę podać plik przypadku: npm run stats -- sciezka/do/przypadku.json')
  process.exitCode = 1
} else {
  const results = casePaths.map(
    (casePath) => [path.basename(casePath, '.json'), resultsOf(casePath)] as const,
  )
  const printed = casePaths.length === 1 ? results[0]![1] : Object.fromEntries(results)
  if (printed) console.log(JSON.stringify(printed, null, 2))
}
