import { describe, expect, it } from 'vitest'
import { wordParts } from './word-parts.ts'

const own = (parts: readonly { text: string; isOwn: boolean }[]) =>
  parts.filter(({ isOwn }) => isOwn).map(({ text }) => text.trim())
const whole = (parts: readonly { text: string }[]) => parts.map(({ text }) => text).join('')

describe('the words in which two texts differ', () => {
  it('are whole words, with Polish letters', () => {
    const { before, after } = wordParts('Jak ocenia Pan drogę w gminie?', 'Jak ocenia Pani drogi w gminie?')

    expect(own(before)).toEqual(['Pan drogę'])
    expect(own(after)).toEqual(['Pani drogi'])
  })

  it('leave both texts whole', () => {
    const [old, now] = ['1. tak\n2. nie', '1. tak\n2. raczej tak\n3. nie']

    const { before, after } = wordParts(old, now)

    expect(whole(before)).toBe(old)
    expect(whole(after)).toBe(now)
  })

  it('are not marked where the texts have next to nothing in common', () => {
    const { before, after } = wordParts('Ile dzieci ma rodzina?', 'Kto sprząta ulice zimą?')

    expect(own(before)).toEqual([])
    expect(own(after)).toEqual([])
  })
})
