// `npm run stats -- case.json`: computes a statistical case and prints the results as JSON in the shape of `expected`.
import { DomainError } from '@rozeznanie/core/errors'
import { readCase } from './read-case.ts'
import { runCase } from './run-case.ts'

const [casePath] = process.argv.slice(2)

if (casePath === undefined) {
  console.error('Proszę podać plik przypadku: npm run stats -- sciezka/do/przypadku.json')
  process.exitCode = 1
} else {
  try {
    const { file, data } = readCase(casePath)
    console.log(JSON.stringify(runCase(file, data), null, 2))
  } catch (error) {
    const isFile = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!(error instanceof DomainError) && !isFile) throw error
    console.error(isFile ? `Nie ma pliku „${casePath}”.` : error.message)
    process.exitCode = 1
  }
}
