import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const at = (place: string) => fileURLToPath(new URL(place, import.meta.url))
const OUT = at('./dist/teren')
const BASE = '/teren/'
const WORKER = 'sw.js'

/** The service worker gets the list of every file of the build, the page itself first. */
function precacheEverything(): Plugin {
  return {
    name: 'precache-everything',
    closeBundle: () => {
      const worker = path.join(OUT, WORKER)
      const names = readdirSync(OUT, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(OUT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
        .filter((name) => name !== WORKER)
        .sort((a, b) => Number(b === 'index.html') - Number(a === 'index.html') || (a < b ? -1 : 1))
      const files = names.map((name) => ({
        url: BASE + (name === 'index.html' ? '' : name),
        sha256: createHash('sha256')
          .update(readFileSync(path.join(OUT, name)))
          .digest('hex'),
      }))
      const list = JSON.stringify(files)
      const version = createHash('sha256').update(list).digest('hex').slice(0, 12)
      const script = readFileSync(worker, 'utf8')
      writeFileSync(worker, `const VERSION="${version}",FILES=${list};\n${script}`)
    },
  }
}

/**
 * The interviewer's app: the answering face's screens in an app of their own that works without a connection.
 * The server serves it under `/teren/`; it runs on tablets, so the browsers are younger than those of respondents.
 */
export default defineConfig({
  root: at('./src/terrain'),
  base: BASE,
  publicDir: at('./src/terrain/public'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [precacheEverything()],
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: ['es2020', 'chrome87', 'firefox78', 'safari14'],
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { app: at('./src/terrain/index.html'), sw: at('./src/terrain/sw.ts') },
      output: { entryFileNames: (chunk) => (chunk.name === 'sw' ? WORKER : 'assets/[name]-[hash].js') },
    },
  },
})
