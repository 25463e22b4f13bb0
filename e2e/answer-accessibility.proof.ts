import { expect, it } from 'vitest'
import { seeEveryState } from './answer-states.ts'
import { faultsIn, VARIANTS } from './answer-variants.ts'
import { openHouse } from './harness.ts'

it('every state of the answering page has no fault of accessibility in any of the six variants', async () => {
  const house = await openHouse()
  const organisationId = await house.app.anOrganisation({ name: 'CUS w Busku-Zdroju' })
  await house.app.aLocality({ name: 'Wełecz' })
  const { page, close } = await house.visit('/healthz')
  const faults: string[] = []
  let looks = 0
  await seeEveryState(house, organisationId, page, async (state) => {
    for (const variant of VARIANTS) {
      for (const fault of await faultsIn(page, variant)) faults.push(`${state}, ${fault}`)
      looks += 1
    }
  })
  console.log(`${looks} looks at ${looks / VARIANTS.length} states, ${faults.length} faults`)

  expect(faults).toEqual([])
  await close()
  await house.close()
})
