import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const PLAIN = {
  ssr: at('./src/answer/plain/main.ts'),
  outDir: at('./dist/answer-plain'),
  emptyOutDir: true,
  target: 'node20',
  rolldownOptions: { output: { entryFileNames: 'answer-plain.js', codeSplitting: false } },
}

/** Where the script runs nothing is a plain page: the branches for such pages are not built. */
const WITHOUT_PLAIN_PAGES: Plugin = {
  name: 'without-plain-pages',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('/src/answer/') && !id.includes('/plain/')
      ? { code: code.replaceAll('plainForm()', 'null'), map: null }
      : null,
}

/** Chunks bring no styles of their own, so that nothing needs loading before them. */
const BARE_IMPORTS: Plugin = {
  name: 'bare-imports',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('vite/preload-helper.js') ? '\0bare-imports' : null),
  load: (id) =>
    id === '\0bare-imports' ? 'export const __vitePreload = (fetchChunk) => fetchChunk()' : null,
}

/** Beside each script and style, the same packed as tightly as can be: no request waits for packing. */
const PACKED: Plugin = {
  name: 'packed',
  writeBundle: ({ dir = '' }, bundle) => {
    for (const name of Object.keys(bundle).filter((each) => /\.(js|css)$/.test(each))) {
      const source = readFileSync(path.join(dir, name))
      writeFileSync(path.join(dir, `${name}.gz`), gzipSync(source, { level: 9 }))
      writeFileSync(path.join(dir, `${name}.br`), brotliCompressSync(source))
    }
  },
}

/** Everything that a page begins with is one file, whatever of it is used by what is fetched later. */
const FIRST_IN_ONE = { groups: [{ name: 'index', tags: ['$initial' as const] }] }

const isBeside = (mode: string) => ['preview', 'kiosk', 'institution'].includes(mode)

/**
 * The answering face: a bundle of its own for old phones, with Preact instead of React.
 * The server fills `dist/answer/index.html` and serves the rest of the folder under `/answer/`.
 * `--mode plain` builds what draws its pages on the server, for browsers that run no script.
 * `--mode preview`, `kiosk` and `institution` build the preview, the shared tablet and the forms of institutions beside
 * it, apart, so that nothing of them stands in the way of a respondent.
 */
export default defineConfig(({ mode }) => ({
  root: at('./src/answer'),
  base: '/answer/',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  ...(mode === 'plain' && { ssr: { noExternal: true as const } }),
  plugins: mode === 'plain' ? [] : [WITHOUT_PLAIN_PAGES, BARE_IMPORTS, PACKED],
  build:
    mode === 'plain'
      ? PLAIN
      : {
          outDir: at('./dist/answer'),
          assetsDir: isBeside(mode) ? `${mode}/assets` : 'assets',
          emptyOutDir: !isBeside(mode),
          rolldownOptions: {
            input: at(`./src/answer/${isBeside(mode) ? mode : 'index'}.html`),
            output: { codeSplitting: FIRST_IN_ONE },
          },
          target: ['es2018', 'chrome70', 'firefox68', 'safari12'],
          cssTarget: ['chrome70', 'firefox68', 'safari12'],
          modulePreload: false,
          assetsInlineLimit: 0,
        },
}))
