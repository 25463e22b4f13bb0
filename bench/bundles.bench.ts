import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** What a browser downloads, gzipped at level 9. Budget of the answering page: 90 KB of JavaScript in all. */
const dist = fileURLToPath(new URL('../web/dist/', import.meta.url))
const KILOBYTE = 1000

interface Asset {
  readonly name: string
  readonly gzipped: number
}

function assetsOf(folder: string): readonly Asset[] {
  return readdirSync(path.join(dist, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|css|html|woff2)$/.test(entry.name))
    .map(({ name }) => ({
      name,
      gzipped: gzipSync(readFileSync(path.join(dist, folder, name)), { level: 9 }).length,
    }))
    .toSorted((a, b) => b.gzipped - a.gzipped)
}

const total = (assets: readonly Asset[], ending: string) =>
  assets.filter(({ name }) => name.endsWith(ending)).reduce((sum, { gzipped }) => sum + gzipped, 0)
const kilobytes = (bytes: number) => `${(bytes / KILOBYTE).toFixed(1)} KB`

const answer = [...assetsOf('answer'), ...assetsOf('answer/assets')]
console.log(
  `answering page: JavaScript ${kilobytes(total(answer, '.js'))} of 90 KB, CSS ${kilobytes(total(answer, '.css'))}`,
)
for (const { name, gzipped } of answer) console.log(`  ${kilobytes(gzipped).padStart(10)}  ${name}`)

const shell = readFileSync(path.join(dist, 'index.html'), 'utf8')
const workspace = assetsOf('assets')
const first = workspace.filter(({ name }) => shell.includes(name))
console.log(
  `workspace: JavaScript of the first page ${kilobytes(total(first, '.js'))}, of all pages ${kilobytes(total(workspace, '.js'))}`,
)
for (const { name, gzipped } of workspace.filter(({ name: asset }) => asset.endsWith('.js')).slice(0, 12)) {
  console.log(`  ${kilobytes(gzipped).padStart(10)}  ${name}`)
}
