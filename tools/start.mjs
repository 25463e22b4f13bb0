// `npm start`: installs what is missing, builds what changed, runs the server in this very process.
import { buildWhatChanged } from './build.mjs'
import { installWhatIsMissing } from './install.mjs'
import { run } from './say.mjs'

await run(async () => {
  await installWhatIsMissing()
  await buildWhatChanged()
  process.env.NODE_ENV ??= 'production'
  process.setSourceMapsEnabled(true)
  await import('../server/dist/main.js')
})
