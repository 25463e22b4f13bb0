import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * The answering face: a bundle of its own for old phones, with Preact instead of React.
 * The server fills `dist/answer/index.html` and serves the rest of the folder under `/answer/`.
 * `--mode preview` builds the preview beside it, apart, so that nothing of it stands in the way of a respondent.
 */
export default defineConfig(({ mode }) => ({
  root: at('./src/answer'),
  base: '/answer/',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: at('./dist/answer'),
    assetsDir: mode === 'preview' ? 'preview/assets' : 'assets',
    emptyOutDir: mode !== 'preview',
    rolldownOptions: {
      input: at(mode === 'preview' ? './src/answer/preview.html' : './src/answer/index.html'),
    },
    target: ['es2018', 'chrome70', 'firefox68', 'safari12'],
    cssTarget: ['chrome70', 'firefox68', 'safari12'],
    modulePreload: false,
    assetsInlineLimit: 0,
  },
}))
