import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { changeFacts, changeQuestion, emptyQuestionnaire } from '@rozeznanie/core/questionnaire/editing'
import { addQuestion, newQuestion } from '@rozeznanie/core/questionnaire/editing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DraftGateway, SaveOutcome } from './draft-gateway.ts'
import { browserShelf } from './draft-shelf.ts'
import { DraftStore } from './draft-store.ts'

const FACTS = {
  questionnaireId: 'q1',
  draftId: 'q1',
  accountId: 'a1',
  organisationName: 'CUS w Próbie',
  municipalityCode: '260401',
  latestVersion: null,
}

function twoQuestions(): Questionnaire {
  const empty = emptyQuestionnaire({ key: 'probna', title: 'Próbna', audience: 'RESIDENT' })
  const place = { sectionKey: 'czesc_1', index: 0 }
  const second = addQuestion(empty, { ...newQuestion('TEXT_SHORT', 'drugie'), text: 'Drugie' }, place)
  return addQuestion(second, { ...newQuestion('SINGLE', 'pierwsze'), text: 'Pierwsze' }, place)
}

/** A server that keeps one draft in memory, as the real one does: the revision is the lock. */
class MemoryServer implements DraftGateway {
  isReachable = true
  revision = 1
  document = twoQuestions()
  savedByName = 'Anna Nowak'
  saves = 0

  load: DraftGateway['load'] = async () => ({ kind: 'loaded', facts: FACTS, draft: this.#stored() })

  save: DraftGateway['save'] = async ({ baseRevision, document }): Promise<SaveOutcome> => {
    if (!this.isReachable) return { kind: 'unreachable' }
    if (baseRevision !== this.revision) return { kind: 'conflict', theirs: this.#stored() }
    this.saves += 1
    this.store(document)
    return { kind: 'saved', revision: this.revision, savedAt: '2026-11-22T10:00:00Z' }
  }

  store(document: Questionnaire): void {
    this.document = JSON.parse(JSON.stringify(document)) as Questionnaire
    this.revision += 1
  }

  #stored() {
    const { revision, document, savedByName } = this
    return { revision, document, savedAt: '2026-11-22T10:00:00Z', savedByName }
  }
}

const reword = (key: string, text: string) => (draft: Questionnaire) =>
  changeQuestion(draft, key, (question) => ({ ...question, text }))

const textOf = (draft: Questionnaire | undefined, key: string) =>
  draft?.sections[0]?.questions.find((question) => question.key === key)?.text

let server: MemoryServer
const opened: DraftStore[] = []

async function openStore(): Promise<DraftStore> {
  const store = new DraftStore('probna', {
    gateway: server,
    shelf: browserShelf,
    createInspector: () => ({ inspect: () => undefined, close: () => undefined }),
    now: () => new Date(),
  })
  opened.push(store)
  await store.open()
  return store
}

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  server = new MemoryServer()
})
afterEach(() => {
  for (const store of opened.splice(0)) store.close()
  vi.useRealTimers()
})

describe('saving a draft', () => {
  it('waits until the person pauses, then sends all of it once', async () => {
    const store = await openStore()

    store.edit(reword('pierwsze', 'Pierwsze p'))
    await vi.advanceTimersByTimeAsync(1000)
    store.edit(reword('pierwsze', 'Pierwsze pytanie'))
    await vi.advanceTimersByTimeAsync(1000)
    const before = server.saves
    await vi.advanceTimersByTimeAsync(600)

    expect([before, server.saves]).toEqual([0, 1])
    expect(textOf(server.document, 'pierwsze')).toBe('Pierwsze pytanie')
    expect(store.getState().saving).toBe('saved')
  })

  it('sends nothing when everything was taken back', async () => {
    const store = await openStore()

    store.edit(reword('pierwsze', 'Inne'))
    store.undo()
    await vi.advanceTimersByTimeAsync(5000)

    expect(server.saves).toBe(0)
    expect(store.getState().saving).toBe('saved')
  })

  it('goes on with what was typed while it was being sent', async () => {
    const store = await openStore()

    store.edit(reword('pierwsze', 'Raz'))
    const sending = store.save()
    store.edit(reword('drugie', 'Dwa'))
    await sending

    expect(textOf(server.document, 'drugie')).toBe('Dwa')
    expect(server.saves).toBe(2)
  })

  it('tells that the connection is lost and sends again by itself', async () => {
    const store = await openStore()
    server.isReachable = false

    store.edit(reword('pierwsze', 'Bez sieci'))
    await vi.advanceTimersByTimeAsync(2000)
    const whileLost = store.getState().saving
    server.isReachable = true
    await vi.advanceTimersByTimeAsync(10_000)

    expect(whileLost).toBe('offline')
    expect(textOf(server.document, 'pierwsze')).toBe('Bez sieci')
    expect(store.getState().saving).toBe('saved')
  })

  it('says why the server refuses, and tries again after the next change', async () => {
    const store = await openStore()
    const [path, message] = ['title', 'Pole „title”: tekst jest za długi, może mieć najwyżej 300 znaków.']
    server.save = async () => ({ kind: 'refused', message, problems: [{ path, message }] })

    store.edit(reword('pierwsze', 'x'))
    await vi.advanceTimersByTimeAsync(2000)

    expect(store.getState()).toMatchObject({
      saving: 'refused',
      problem: 'tytuł, wstęp i podziękowanie – tekst jest za długi, może mieć najwyżej 300 znaków.',
    })
  })
})

describe('a copy in the browser', () => {
  it('brings back what a crash took away', async () => {
    const crashed = await openStore()
    crashed.edit(reword('pierwsze', 'Napisane przed awarią'))
    await vi.advanceTimersByTimeAsync(400)
    crashed.close()

    const store = await openStore()
    const { history, notices } = store.getState()
    await vi.advanceTimersByTimeAsync(2000)

    expect(textOf(history?.present, 'pierwsze')).toBe('Napisane przed awarią')
    expect(notices.map(({ kind }) => kind)).toEqual(['restored'])
    expect(textOf(server.document, 'pierwsze')).toBe('Napisane przed awarią')
  })

  it('is joined with what others saved after the crash', async () => {
    const crashed = await openStore()
    crashed.edit(reword('pierwsze', 'Moje'))
    crashed.keep()
    crashed.close()
    server.store(reword('drugie', 'Cudze')(server.document))

    const store = await openStore()
    await vi.advanceTimersByTimeAsync(2000)

    expect(textOf(server.document, 'pierwsze')).toBe('Moje')
    expect(textOf(server.document, 'drugie')).toBe('Cudze')
    expect(store.getState().notices.map(({ kind }) => kind)).toEqual(['restored', 'merged'])
  })

  it('goes away once the server has everything', async () => {
    const store = await openStore()

    store.edit(reword('pierwsze', 'Zapisane'))
    await vi.advanceTimersByTimeAsync(5000)

    expect(localStorage.length).toBe(0)
  })
})

describe('two people in one draft', () => {
  it('have their changes of different questions joined, and are told who changed what', async () => {
    const store = await openStore()
    server.store(reword('drugie', 'Zmienione przez Annę')(server.document))

    store.edit(reword('pierwsze', 'Zmienione przeze mnie'))
    await vi.advanceTimersByTimeAsync(3000)

    expect(textOf(server.document, 'pierwsze')).toBe('Zmienione przeze mnie')
    expect(textOf(server.document, 'drugie')).toBe('Zmienione przez Annę')
    expect(store.getState().notices).toMatchObject([
      { kind: 'merged', name: 'Anna Nowak', places: ['„Zmienione przez Annę”'], hadOwn: true },
    ])
  })

  it('never lose the other one’s change by undoing', async () => {
    const store = await openStore()
    store.edit(reword('pierwsze', 'Moje'))
    server.store(reword('drugie', 'Cudze')(server.document))
    await vi.advanceTimersByTimeAsync(3000)

    store.undo()
    await vi.advanceTimersByTimeAsync(3000)

    expect(textOf(server.document, 'pierwsze')).toBe('Pierwsze')
    expect(textOf(server.document, 'drugie')).toBe('Cudze')
  })

  it('are asked when both changed the same words, and nothing is sent until then', async () => {
    const store = await openStore()
    server.store(reword('pierwsze', 'Cudze')(server.document))

    store.edit(reword('pierwsze', 'Moje'))
    await vi.advanceTimersByTimeAsync(30_000)

    expect(store.getState().saving).toBe('conflict')
    expect(store.getState().conflict?.conflicts).toHaveLength(1)
    expect(textOf(server.document, 'pierwsze')).toBe('Cudze')
  })

  it('can take the other one’s words and still go back to their own', async () => {
    const store = await openStore()
    server.store(reword('pierwsze', 'Cudze')(server.document))
    store.edit(reword('pierwsze', 'Moje'))
    await vi.advanceTimersByTimeAsync(3000)

    store.settle(store.getState().conflict?.merged ?? twoQuestions())
    await vi.advanceTimersByTimeAsync(3000)
    const settled = textOf(store.getState().history?.present, 'pierwsze')
    store.undo()

    expect(settled).toBe('Cudze')
    expect(textOf(store.getState().history?.present, 'pierwsze')).toBe('Moje')
  })

  it('see the other one’s changes when they come back to the page', async () => {
    const store = await openStore()
    server.store(changeFacts(server.document, { title: 'Nowy tytuł' }))

    await store.refresh()

    expect(store.getState().history?.present.title).toBe('Nowy tytuł')
    expect(store.getState().saving).toBe('saved')
    await vi.advanceTimersByTimeAsync(5000)
    expect(server.saves).toBe(0)
  })
})

describe('a state that says the same', () => {
  it('is taken over without a word: publishing adds one', async () => {
    const store = await openStore()
    server.store(server.document)

    await store.refresh()
    store.edit(reword('pierwsze', 'Moje'))
    await vi.advanceTimersByTimeAsync(3000)

    expect(store.getState().notices).toEqual([])
    expect(textOf(server.document, 'pierwsze')).toBe('Moje')
    expect(store.getState().saving).toBe('saved')
  })
})

describe('undoing', () => {
  it('takes typing in one field back at once, and apart after a pause', async () => {
    const store = await openStore()

    store.edit(reword('pierwsze', 'A'), 'text')
    store.edit(reword('pierwsze', 'Ab'), 'text')
    await vi.advanceTimersByTimeAsync(4000)
    store.edit(reword('pierwsze', 'Abc'), 'text')
    store.undo()
    const once = textOf(store.getState().history?.present, 'pierwsze')
    store.undo()

    expect(once).toBe('Ab')
    expect(textOf(store.getState().history?.present, 'pierwsze')).toBe('Pierwsze')
  })
})
