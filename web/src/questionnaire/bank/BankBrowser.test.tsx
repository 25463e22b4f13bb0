import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { questionBank, searchBank } from '@rozeznanie/core/questionnaire/library'
import { aQuestionnaire, yesNo } from '@rozeznanie/core/testing'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { i18n } from '../../i18n/i18n.ts'
import { BankBrowser } from './BankBrowser.tsx'

/** The environment of the tests knows windows, but not how they open. */
beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false
  }
})
afterEach(cleanup)

function openBank(questionnaire: Questionnaire = aQuestionnaire([yesNo('a')])) {
  const added: (readonly [Questionnaire, readonly string[]])[] = []
  let closed = 0
  render(
    <I18nextProvider i18n={i18n}>
      <BankBrowser
        questionnaire={questionnaire}
        onAdd={(next, keys) => added.push([next, keys])}
        onClose={() => (closed += 1)}
      />
    </I18nextProvider>,
  )
  const search = (text: string) =>
    fireEvent.change(screen.getByLabelText('Czego mają dotyczyć pytania'), { target: { value: text } })
  const tick = (key: string) => fireEvent.click(document.getElementById(`field-bank-${key}`)!)
  const press = (name: string) => fireEvent.click(screen.getByText(name, { selector: 'button' }))
  return { added, search, tick, press, closedTimes: () => closed }
}

const keysOf = ({ sections }: Questionnaire) =>
  sections.flatMap(({ questions }) => questions.map(({ key }) => key))

describe('the bank of questions', () => {
  it('finds words in any inflection and adds what was ticked, with its lists, at the end of a section', () => {
    const { added, search, tick, press, closedTimes } = openBank()
    const [found] = searchBank({ text: 'samotność', audience: 'RESIDENT' })

    search('samotności')
    tick(found!.question.key)
    press('Dodaj 1 pytanie')

    const [next, keys] = added[0]!
    expect(keysOf(next)).toEqual(['a', ...keys])
    const question = next.sections[0]?.questions[1]
    const list = question && 'list' in question ? question.list : undefined
    expect(list === undefined || Object.hasOwn(next.lists, list)).toBe(true)
    expect(keys).toEqual([found!.question.key])
    expect(closedTimes()).toBe(1)
  })

  it('says so when nothing was ticked, and adds nothing', () => {
    const { added, press } = openBank()

    press('Dodaj wybrane')

    expect(screen.getByText('Proszę zaznaczyć przynajmniej jedno pytanie.')).toBeTruthy()
    expect(added).toEqual([])
  })

  it('offers no question twice', () => {
    const [{ question }] = questionBank.questions.filter((one) => one.audiences.includes('RESIDENT')) as [
      (typeof questionBank.questions)[number],
    ]
    const { search } = openBank({ ...aQuestionnaire([question]), lists: questionBank.lists })

    search(question.key)

    expect(screen.getByText(question.text, { selector: 'p' })).toBeTruthy()
    expect(document.getElementById(`field-bank-${question.key}`)).toBeNull()
    expect(screen.getByText('już w kwestionariuszu')).toBeTruthy()
  })

  it('attaches a whole module before the last section', () => {
    const { added } = openBank()

    fireEvent.click(screen.getByLabelText('Dołącz moduł „Opiekun bliskiej osoby”'))

    const [next, keys] = added[0]!
    expect(next.sections.map(({ key }) => key)).toContain('carer')
    expect(keys).toContain('dem_carer')
  })

  it('asks before it adds a question without a rule that has no place here', () => {
    const bound = questionBank.questions.find(
      ({ question: { type, visibleIf } }) => visibleIf !== undefined && type !== 'INFO',
    )
    const audience = bound!.audiences[0]!
    const { added, search, tick, press } = openBank({ ...aQuestionnaire([yesNo('a')]), audience })

    search(bound!.question.key)
    tick(bound!.question.key)
    press('Dodaj 1 pytanie')
    expect(added).toEqual([])
    press('Dodaj bez tych reguł')

    expect(added[0]?.[1]).toEqual([bound!.question.key])
    expect(added[0]?.[0].sections[0]?.questions[1]?.visibleIf).toBeUndefined()
  })
})
