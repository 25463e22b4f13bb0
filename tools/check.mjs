// `npm run check`: the quick part of `npm test`, and unused code.
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
  await steps.step('nieużywany kod', check.checkUnused)
  await steps.step('testy jednostkowe', () => check.runTests(['unit', 'web']))
  steps.finish()
})
