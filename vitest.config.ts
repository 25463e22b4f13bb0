import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** One copy of `graphql` for everyone: Vitest would otherwise load it twice (ESM and CommonJS). */
const alias = { graphql: at('./node_modules/graphql/index.js') }
const env = { TZ: 'Europe/Warsaw', LANG: 'pl_PL.UTF-8' }
const server = { deps: { inline: [/@pothos\//, /@apollo\//, /graphql/] } }

/**
 * The suffix of a test names its tier; each tier is a project. Files of a tier share their loaded modules
 * (`isolate: false`): nothing is kept in modules, and loading the server anew for each file cost more than its tests.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{core,server,tools,prisma}/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
          // of a busy machine: no test is meant to take this long
          testTimeout: 20_000,
          isolate: false,
          env,
          server,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'web',
          include: ['web/src/**/*.test.{ts,tsx}'],
          // one for all of them: a file that asks for an environment of its own gets a worker of its own as well
          environment: 'jsdom',
          testTimeout: 20_000,
          isolate: false,
          env,
          server,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'db',
          include: ['server/**/*.db.test.ts', 'prisma/**/*.db.test.ts'],
          env,
          server,
          globalSetup: ['server/testing/database-setup.ts'],
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          // a browser on a busy machine may stumble once; a test that fails twice fails
          retry: 1,
          include: ['e2e/**/*.e2e.ts'],
          env,
          server,
          globalSetup: ['server/testing/database-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'proof',
          include: ['server/**/*.proof.ts', 'e2e/**/*.proof.ts'],
          env,
          server,
          globalSetup: ['server/testing/database-setup.ts'],
          testTimeout: 1_800_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
