import { expect, it } from 'vitest'
import { bytesOf } from './numbers.ts'
import { sha384 } from './sha384.ts'

const TWO_BLOCKS =
  'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu'

// FIPS 180-4, examples of the standard
it.each([
  ['', '38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b'],
  ['abc', 'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7'],
  [
    TWO_BLOCKS,
    '09330c33f71147e83d192fc782cd1b4753111b173b3b05d22fa08086e3b0f712fcc7c71a557e2db966c3e9fa91746039',
  ],
])('the hash of %j is that of the standard', (text, hash) => {
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0))

  expect(sha384(bytes)).toEqual(bytesOf(BigInt(`0x${hash}`), 48))
})
