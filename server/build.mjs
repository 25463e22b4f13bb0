// One file for the server: our own sources bundled, packages left in node_modules.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = path.dirname(fileURLToPath(import.meta.url))
const outdir = path.join(here, 'dist')

const WORKER_OR_ADDRESS = /new URL\('\.\/([\w-]+-worker)\.ts', import\.meta\.url\)|import\.meta\.url/g

const packagesStayOutside = {
  name: 'packages-stay-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) => {
      if (kind === 'entry-point' || path.isAbsolute(name) || name.startsWith('@rozeznanie/')) return undefined
      return { path: name, external: true }
    })
  },
}

/** A source that reads a file beside itself goes on doing so from the bundle; a worker is a bundle beside its starter's. */
const sourcesKeepTheirAddress = {
  name: 'sources-keep-their-address',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\](core|server)[/\\]src[/\\].*\.ts$/ }, async ({ path: file }) => {
      const contents = await readFile(file, 'utf8')
      if (!contents.includes('import.meta.url')) return undefined
      const fromBundle = path.relative(outdir, file).split(path.sep).map(encodeURIComponent).join('/')
      return {
        contents: contents.replace(WORKER_OR_ADDRESS, (_found, worker) =>
          worker === undefined
            ? `new URL(${JSON.stringify(fromBundle)}, import.meta.url).href`
            : `new URL('./${worker}.js', import.meta.url)`,
        ),
        loader: 'ts',
      }
    })
  },
}

await build({
  entryPoints: {
    main: path.join(here, 'src/main.ts'),
    'render-worker': path.join(here, 'src/report/render-worker.ts'),
    'print-worker': path.join(here, 'src/print/print-worker.ts'),
    'read-form-worker': path.join(here, 'src/interchange/read-form-worker.ts'),
  },
  outdir,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  legalComments: 'none',
  plugins: [sourcesKeepTheirAddress, packagesStayOutside],
})
