import { describe, expect, it } from 'vitest'
import { hasAnswers, keptDraft, loadDraft, parseDraft, saveDraft, type Draft, type Shelf } from './draft.ts'
import { newId } from './new-id.ts'

const draft: Draft = {
  id: '6f1f0a52-3d0c-4b7e-9a51-0e4d8f2b7c11',
  questionnaireVersionId: 'v1',
  answers: {
    a: '1',
    b: ['x', 'y'],
    c: { r1: '1' },
    d: { r1: ['1'] },
    e: 4,
    f: true,
    g: [{ e: 8, h: [{ b: ['x'] }] }, {}],
  },
  isSending: false,
}

function aShelf(): Shelf & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

const fullShelf: Shelf = {
  getItem: () => null,
  setItem: () => {
    throw new Error('QuotaExceededError')
  },
  removeItem: () => undefined,
}

describe('a draft', () => {
  it('comes back after a reload as it was', () => {
    const shelf = aShelf()

    saveDraft(shelf, 'abc', draft)

    expect(loadDraft(shelf, 'abc', 'v1')).toEqual(draft)
  })

  it('belongs to its survey alone', () => {
    const shelf = aShelf()
    saveDraft(shelf, 'abc', draft)

    expect(loadDraft(shelf, 'other', 'v1')).toBeNull()
  })

  it('is left aside when the survey asks another version', () => {
    const shelf = aShelf()
    saveDraft(shelf, 'abc', draft)

    expect(loadDraft(shelf, 'abc', 'v2')).toBeNull()
    expect(keptDraft(shelf, 'abc')).toEqual(draft)
  })

  it('leaves nothing behind once it is removed', () => {
    const shelf = aShelf()
    saveDraft(shelf, 'abc', draft)

    saveDraft(shelf, 'abc', null)

    expect(shelf.kept.size).toBe(0)
  })

  it('is not kept where the browser refuses, and the form knows it', () => {
    expect(saveDraft(fullShelf, 'abc', draft)).toBe(false)
    expect(saveDraft(null, 'abc', draft)).toBe(false)
  })

  it.each(['', '{', 'null', '[]', '{"id":"1"}'])('is none in what cannot be read: %s', (text) => {
    expect(parseDraft(text)).toBeNull()
  })

  it('drops what cannot be an answer', () => {
    const odd = { ...draft, answers: { a: '1', b: null, c: { r1: 5 }, d: [1] } }

    expect(parseDraft(JSON.stringify(odd))?.answers).toEqual({ a: '1' })
  })

  it('has answers only when something was answered', () => {
    expect(hasAnswers(draft)).toBe(true)
    expect(hasAnswers({ ...draft, answers: {} })).toBe(false)
    expect(hasAnswers(null)).toBe(false)
  })
})

describe('an id', () => {
  it('is a UUID of version 4, made of the random bytes', () => {
    const ones = newId((bytes) => bytes.fill(0xff))
    const zeros = newId((bytes) => bytes.fill(0))

    expect(ones).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
    expect(zeros).toBe('00000000-0000-4000-8000-000000000000')
  })
})
