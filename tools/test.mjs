// `npm test`: everything that must be true before a change is kept.
import { prepareChromium } from './chromium.mjs'
import { installWhatIsMissing } from './install.mjs'
import { run } from './say.mjs'
import * as check from './steps.mjs'

await run(async () => {
  await installWhatIsMissing()
  const steps = new check.Steps()
  await steps.step('spis pakietów', check.checkLock)
  await steps.step('pliki generowane', check.checkGenerated)
  // turbo uses one core or two, the others one each: no core waits
  await steps.sideBySide(
    ['reguły kodu', check.checkLint],
    ['typy i budowanie', check.checkTypesAndBuild],
    ['formatowanie', check.checkFormat],
    ['mapa zależności', check.checkMap],
  )
  await steps.step('testy jednostkowe i z bazą', () => check.runTests(['unit', 'web', 'db']))
  await steps.step('testy w przeglądarce', async () =>
    check.runTests(['e2e'], { CHROMIUM: await prepareChromium() }),
  )
  steps.finish()
})
