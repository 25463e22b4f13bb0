import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { questionnaireLibrary } from '../../questionnaire/library/index.ts'
import { aQuestionnaire, aSection, single } from '../../testing/index.ts'
import { findQuestion, type Question } from '../../questionnaire/index.ts'
import { aRandomQuestionnaire } from '../../testing/random-questionnaire.ts'
import { exportXlsForm, importXlsForm } from '../index.ts'

const amount = (limits: { readonly min?: number; readonly max?: number }): Question => ({
  key: 'n',
  type: 'NUMBER',
  text: 'Ile?',
  unit: 'zł',
  ...limits,
})
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('an XLSForm of ours', () => {
  it('gives an equal questionnaire when it is read back', () => {
    fc.assert(
      fc.property(aRandomQuestionnaire, (questionnaire) => {
        const { sheets } = exportXlsForm(questionnaire)

        expect(json(importXlsForm(sheets).questionnaire)).toEqual(json(questionnaire))
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it.each(questionnaireLibrary.map((questionnaire) => [questionnaire.key, questionnaire] as const))(
    'gives %s of the library back whole',
    (_key, questionnaire) => {
      const read = importXlsForm(exportXlsForm(questionnaire).sheets)

      expect(json(read.questionnaire)).toEqual(json(questionnaire))
      expect(read.report.filter(({ kind }) => kind !== 'kept')).toEqual([])
    },
  )

  it('keeps what was changed in another program over what we wrote beside it', () => {
    const questionnaire = aQuestionnaire([
      aSection('s', [single('q', ['1', '2']), amount({ min: 0, max: 9 })]),
    ])
    const { sheets } = exportXlsForm(questionnaire)
    const edited = sheets.survey.map((row) => row.map((cell) => cell.replace('. <= 9', '. <= 20')))

    const { questionnaire: read } = importXlsForm({ ...sheets, survey: edited })

    expect(findQuestion(read, 'n')).toMatchObject({ min: 0, max: 20, unit: 'zł' })
  })

  it('goes on in further columns where a record is longer than a cell of a workbook', () => {
    const text = 'Zdanie łatwe do czytania. '.repeat(75)
    const many = Array.from({ length: 30 }, (_, at) => ({ code: `a${at}`, label: '😀 – ż '.repeat(40) }))
    const list = { label: 'Lista', options: many }
    const lists = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`L${at}`, list]))
    const questionnaire = {
      ...aQuestionnaire([aSection('s', [{ ...single('q', ['1', '2']), easyText: text }])]),
      lists,
    }

    const { sheets } = exportXlsForm(questionnaire)

    const longest = Math.max(
      ...[sheets.survey, sheets.choices, sheets.settings].flat(2).map(({ length }) => length),
    )
    expect(sheets.settings[0]).toContain('rozeznanie::zapis_2')
    expect(longest).toBeLessThan(32_767)
    expect(json(importXlsForm(sheets).questionnaire)).toEqual(json(questionnaire))
  })

  it('names in the report what other programs will not see', () => {
    const questionnaire = aQuestionnaire([aSection('s', [amount({})])])

    const { report } = exportXlsForm(questionnaire)

    expect(report.find(({ kind }) => kind === 'approximated')?.message).toContain('jednostka')
  })
})
