import { describe, expect, it } from 'vitest'
import { aQuestionnaire, aSection, single, yesNo } from '../testing/index.ts'
import { FormBrokenError, importOwnJson, isOwnJson } from './index.ts'

const whole = aQuestionnaire([aSection('s', [yesNo('a'), single('b', ['1', '2'])])])
const spoiled = (
  change: (json: { sections: { questions: Record<string, unknown>[] }[] }) => void,
): unknown => {
  const json = JSON.parse(JSON.stringify(whole)) as Parameters<typeof change>[0]
  change(json)
  return json
}

describe('a questionnaire of our own', () => {
  it('is known by its format and comes in whole', () => {
    const { questionnaire, report } = importOwnJson(JSON.parse(JSON.stringify(whole)))

    expect(isOwnJson(whole)).toBe(true)
    expect(isOwnJson({ elements: [] })).toBe(false)
    expect(questionnaire).toEqual(whole)
    expect(report.filter(({ kind, sheet }) => kind !== 'kept' && sheet === 'część 1')).toEqual([])
  })

  it('is refused with the part and the number of each question that is wrong', () => {
    const json = spoiled(({ sections }) => {
      const [, second] = sections[0]?.questions ?? []
      if (second) second['type'] = 'NIE_MA'
    })

    try {
      importOwnJson(json)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(FormBrokenError)
      expect((error as FormBrokenError).problems).toMatchObject([
        {
          sheet: 'część 1',
          row: 2,
          column: 'type',
          message: expect.stringMatching(/^dozwolone wartości/) as string,
        },
      ])
    }
  })

  it('tells what must be mended before it is published', () => {
    const { report } = importOwnJson(
      spoiled(({ sections }) => {
        const [first] = sections[0]?.questions ?? []
        if (first) first['visibleIf'] = "nieznane = '1'"
      }),
    )

    expect(report).toContainEqual(expect.objectContaining({ kind: 'approximated', sheet: 'część 1', row: 1 }))
  })
})
