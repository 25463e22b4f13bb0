// `npm test`: everything that must be true before a change is kept.
import { prepareChromium } from './chromium.mjs'
import { installWhatIsMissing } from './install.mjs'
import { run } from './say.mjs'
import * as check from './steps.mjs'

await run(async () => {
  await installWhatIsMissing()
  const steps = new check.Steps()
  await steps.step('formatowanie', check.checkFormat)
  await steps.step('spis pakietów', check.checkLock)
  await steps.step('pliki generowane', check.checkGenerated)
  await steps.step('typy', check.checkTypes)
  await steps.step('reguły kodu', check.checkLint)
  await steps.step('mapa zależności', check.checkMap)
  await steps.step('budowanie', check.build)
  await steps.step('testy jednostkowe i z bazą', () => check.runTests(['unit', 'web', 'db']))
  await steps.step('testy w przeglądarce', async () =>
    check.runTests(['e2e'], { CHROMIUM: await prepareChromium() }),
  )
  steps.finish()
})
