import { describe, expect, it } from 'vitest'
import { returnAddress } from './return-address.ts'

describe('where one goes after signing in', () => {
  it('goes back to the page that asked for signing in', () => {
    expect(returnAddress('/ankiety/abc?filtr=1')).toBe('/ankiety/abc?filtr=1')
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', ''])(
    'never leaves the workspace for %s',
    (address) => {
      expect(returnAddress(address)).toBe('/')
    },
  )

  it('does not go in a circle', () => {
    expect(returnAddress('/logowanie?powrot=%2Flogowanie')).toBe('/')
    expect(returnAddress(null)).toBe('/')
  })
})
