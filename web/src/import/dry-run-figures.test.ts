import { describe, expect, it } from 'vitest'
import { doubtsOf } from './dry-run-figures.ts'

describe('what was not understood in a column', () => {
  it('puts cells with the same unknown text together, the most frequent first', () => {
    const why = 'Nie ma odpowiedzi „zupa” w tym pytaniu.'
    const refused = [
      { cell: 'Posiłki, Inne', count: 2, rows: [2, 9], message: 'Nie można łączyć.' },
      { cell: 'Posiłki, zupa', count: 1, rows: [7], message: why, undecided: 'zupa' },
      { cell: 'zupa', count: 2, rows: [3, 8], message: why, undecided: 'zupa' },
    ]

    const doubts = doubtsOf({
      column: 0,
      header: 'Usługi',
      understoodCount: 0,
      emptyCount: 0,
      approximated: [],
      refused,
    })

    expect(doubts).toEqual([
      { text: 'zupa', isDecidable: true, count: 3, rows: [3, 7, 8], message: why },
      {
        text: 'Posiłki, Inne',
        isDecidable: false,
        count: 2,
        rows: [2, 9],
        message: 'Nie można łączyć.',
      },
    ])
  })
})
