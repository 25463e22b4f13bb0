import fc from 'fast-check'
import { expect, it } from 'vitest'
import { base64Url, fromBase64Url, readTicket, writeTicket } from './ticket.ts'

it.each([
  // RFC 4648, section 10
  ['', ''],
  ['f', 'Zg'],
  ['fo', 'Zm8'],
  ['foo', 'Zm9v'],
  ['foobar', 'Zm9vYmFy'],
])('writes %j as %j', (text, written) => {
  expect(base64Url(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))).toBe(written)
})

it('reads back whatever bytes it wrote', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(fromBase64Url(base64Url(bytes))).toEqual(bytes)
    }),
  )
})

it('reads its own tickets and nothing else', () => {
  const message = Uint8Array.from({ length: 32 }, (_, index) => index * 7)
  const signature = Uint8Array.from({ length: 256 }, (_, index) => 255 - index)
  const text = writeTicket({ message, signature })

  expect(readTicket(text)).toEqual({ message, signature })
  const others = [undefined, '', '.', 'abc', `${text}.AA`, text.slice(3), `${text}=`, `ą${text}`]
  for (const other of others) expect(readTicket(other)).toBeNull()
  expect(fromBase64Url('AB')).toBeNull()
  expect(fromBase64Url('A'.repeat(100_000))).toBeNull()
})
