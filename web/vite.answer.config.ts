import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const PLAIN = {
  ssr: at('./src/answer/plain/main.ts'),
  outDir: at('./dist/answer-plain'),
  emptyOutDir: true,
  target: 'node20',
  rolldownOptions: { output: { entryFileNames: 'answer-plain.js', codeSplitting: false } },
}

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
  build:
    mode === 'plain'
      ? PLAIN
      : {
          outDir: at('./dist/answer'),
          assetsDir: isBeside(mode) ? `${mode}/assets` : 'assets',
          emptyOutDir: !isBeside(mode),
          rolldownOptions: { input: at(`./src/answer/${isBeside(mode) ? mode : 'index'}.html`) },
          target: ['es2018', 'chrome70', 'firefox68', 'safari12'],
          cssTarget: ['chrome70', 'firefox68', 'safari12'],
          modulePreload: false,
          assetsInlineLimit: 0,
        },
}))
