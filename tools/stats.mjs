// `npm run stats -- case.json`: computes a statistical case; see tools/stats/main.ts.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { installWhatIsMissing } from './install.mjs'
import { binary, root, run } from './say.mjs'

await run(async () => {
  await installWhatIsMissing()
  const main = path.join(root, 'tools/stats/main.ts')
  const { status } = spawnSync(binary('tsx'), [main, ...process.argv.slice(2)], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  process.exitCode = status ?? 1
})
