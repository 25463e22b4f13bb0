// `npm run bench [name…]`: runs bench/*.bench.ts one after another.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { buildWhatChanged } from './build.mjs'
import { installWhatIsMissing } from './install.mjs'
import { Refusal, binary, root, run } from './say.mjs'

await run(async () => {
  const wished = process.argv.slice(2)
  await installWhatIsMissing()
  await buildWhatChanged()
  const all = readdirSync(path.join(root, 'bench')).filter((name) => name.endsWith('.bench.ts'))
  const chosen = all.filter((name) => wished.length === 0 || wished.some((part) => name.includes(part)))
  if (chosen.length === 0)
    throw new Refusal(
      `Nie ma takiego pomiaru; są: ${all.map((name) => name.replace('.bench.ts', '')).join(', ')}.`,
    )
  for (const name of chosen.sort()) {
    console.log(`\n── ${name.replace('.bench.ts', '')}`)
    const env = { ...process.env, NODE_ENV: 'production' }
    const { status } = spawnSync(binary('tsx'), [path.join('bench', name)], {
      cwd: root,
      stdio: 'inherit',
      env,
      shell: process.platform === 'win32',
    })
    if (status !== 0) process.exitCode = 1
  }
})
