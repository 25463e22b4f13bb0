import { describe, expect, it } from 'vitest'
import { aQuestionnaire, yesNo } from '@rozeznanie/core/testing'
import type { Draft } from './draft.ts'
import { pagesOf } from './pages.ts'
import { effectivePlace, initialState, reduce, type State } from './state.ts'

const draft: Draft = { id: 'i', questionnaireVersionId: 'v', answers: { a: 'yes' }, isSending: false }
const page = (id: string) => ({ kind: 'page', id, fromCheck: false }) as const
const begun = initialState(draft, page('a'))
const sending = reduce(begun, { type: 'send' })
const pages = pagesOf({ questionnaire: aQuestionnaire([yesNo('a'), yesNo('b')]), localities: [] }, {})
const fault = { questionKey: 'a', code: 'REQUIRED', message: 'Prosimy zaznaczyć.' } as const

describe('the form', () => {
  it('takes no change once sending has begun: the server may have these answers already', () => {
    const changed = reduce(sending, { type: 'answer', answers: { a: 'no' } })

    expect(changed.draft?.answers).toEqual({ a: 'yes' })
  })

  it('keeps the draft while the server cannot be reached', () => {
    expect(reduce(sending, { type: 'outcome', outcome: { kind: 'unreachable' } })).toEqual(sending)
  })

  it('forgets the answers when they have a receipt', () => {
    const done = reduce(sending, { type: 'outcome', outcome: { kind: 'accepted', receipt: 'AB' } })

    expect(done.draft).toBeNull()
    expect(done.ending).toEqual({ kind: 'accepted', receipt: 'AB' })
  })

  it('keeps the answers when the survey is not open', () => {
    const refused = reduce(sending, { type: 'outcome', outcome: { kind: 'closed', message: 'Zamknięta.' } })

    expect(refused.draft?.answers).toEqual({ a: 'yes' })
  })

  it('opens the answers again when the server found faults', () => {
    const back = reduce(sending, { type: 'outcome', outcome: { kind: 'faulty', violations: [fault] } })

    expect(back.draft?.isSending).toBe(false)
    expect(back.place).toEqual({ kind: 'check' })
    expect(back.faults).toEqual([fault])
  })

  it('drops shown faults on the way to another screen, unless that screen is where they lead', () => {
    const refused = reduce(begun, { type: 'refuse', faults: [fault] })

    expect(reduce(refused, { type: 'go', place: page('b') }).faults).toEqual([])
    expect(reduce(refused, { type: 'go', place: page('b'), keepFaults: true }).faults).toEqual([fault])
  })

  it('lets the summary take the focus again at each refusal', () => {
    const once = reduce(begun, { type: 'refuse', faults: [fault] })

    expect(reduce(once, { type: 'refuse', faults: [fault] }).refusals).toBe(once.refusals + 1)
  })

  it('starts empty when the person starts anew', () => {
    expect(reduce(begun, { type: 'restart' })).toEqual(initialState(null, { kind: 'start' }))
  })
})

describe('the place', () => {
  const at = (state: State) => effectivePlace(state, pages)

  it('is the start without a draft, whatever the address says', () => {
    expect(at(initialState(null, page('b')))).toEqual({ kind: 'start' })
  })

  it('is the page of the address when it is asked', () => {
    expect(at(initialState(draft, page('b')))).toEqual(page('b'))
  })

  it('is the first page when the page of the address is not asked', () => {
    expect(at(initialState(draft, page('gone')))).toEqual(page('a'))
  })

  it('stays with sending after a reload or a step back', () => {
    expect(at({ ...sending, place: page('a') })).toEqual({ kind: 'send' })
  })

  it('stays at the end after a step back', () => {
    const done = reduce(sending, { type: 'outcome', outcome: { kind: 'accepted', receipt: 'AB' } })

    expect(at({ ...done, place: page('a') })).toEqual({ kind: 'done' })
  })
})
