import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../errors.ts'
import { checkNote, type NoteFrame } from './check-note.ts'
import type { NoteDraft, NoteQuote } from './model.ts'
import { checkRelease, noteWarnings, settleQuotes } from './quotes.ts'

const frame: NoteFrame = { today: '2026-11-22', municipalityCodes: ['260401'], localityIds: ['bilcza'] }
const note: NoteDraft = {
  municipalityCode: '260401',
  localityId: 'bilcza',
  place: ' świetlica  wiejska ',
  method: 'GROUP',
  notedOn: '2026-11-20',
  title: 'Spotkanie koła\ngospodyń',
  text: '  Mówiono o dowozie.\n\nI o lekarzu. ',
  diAreas: ['DAILY_SUPPORT', 'HORIZONTAL', 'DAILY_SUPPORT'],
  participantCount: 12,
  quotes: [{ number: null, text: ' Autobus jedzie raz dziennie. ', speaker: ' mieszkanka,  ok. 70 lat' }],
}

function pathsOf(change: Partial<NoteDraft>): readonly string[] {
  try {
    checkNote({ ...note, ...change }, frame)
    return []
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return error.problems.map(({ path }) => path)
  }
}

describe('a note from the field', () => {
  it('is stored with its spaces in order, its paragraphs as they are and each area once', () => {
    expect(checkNote(note, frame)).toEqual({
      ...note,
      place: 'świetlica wiejska',
      title: 'Spotkanie koła gospodyń',
      text: 'Mówiono o dowozie.\n\nI o lekarzu.',
      diAreas: ['HORIZONTAL', 'DAILY_SUPPORT'],
      quotes: [{ number: null, text: 'Autobus jedzie raz dziennie.', speaker: 'mieszkanka, ok. 70 lat' }],
    })
  })

  it.each<[string, Partial<NoteDraft>, string]>([
    ['no title', { title: ' \n' }, 'title'],
    ['a title that is a story', { title: 'a'.repeat(151) }, 'title'],
    ['no text', { text: ' ' }, 'text'],
    ['a text that cannot be stored', { text: 'a\u0000' }, 'text'],
    ['a municipality of others', { municipalityCode: '260402', localityId: null }, 'municipalityCode'],
    ['a locality of elsewhere', { localityId: 'kielce' }, 'localityId'],
    ['a day that does not exist', { notedOn: '2026-02-30' }, 'notedOn'],
    ['a day to come', { notedOn: '2026-11-23' }, 'notedOn'],
    ['no area', { diAreas: [] }, 'diAreas'],
    ['nobody as participants', { participantCount: 0 }, 'participantCount'],
    ['half a participant', { participantCount: 1.5 }, 'participantCount'],
    ['a quote of nothing', { quotes: [{ number: null, text: ' ', speaker: '' }] }, 'quotes.0.text'],
    [
      'too many quotes',
      { quotes: Array.from({ length: 21 }, () => ({ number: null, text: 'a', speaker: '' })) },
      'quotes',
    ],
  ])('with %s is refused at that field', (_name, change, path) => {
    expect(pathsOf(change)).toEqual([path])
  })

  it('is of today as well, of the whole municipality and without a count', () => {
    expect(pathsOf({ notedOn: '2026-11-22', localityId: null, participantCount: null, quotes: [] })).toEqual(
      [],
    )
  })
})

describe('the quotes of a changed note', () => {
  const release = { text: 'Autobus jedzie raz.', area: 'DAILY_SUPPORT' } as const
  const stored: readonly NoteQuote[] = [
    { number: 1, text: 'Autobus jedzie raz dziennie.', speaker: '', release },
    { number: 2, text: 'Do lekarza daleko.', speaker: '', release: null },
  ]

  it('keep what was released while they say the same', () => {
    const typed = [{ number: 1, text: 'Autobus jedzie raz dziennie.', speaker: 'mieszkaniec' }]

    expect(settleQuotes(stored, typed, ['DAILY_SUPPORT'])).toEqual([
      { number: 1, text: 'Autobus jedzie raz dziennie.', speaker: 'mieszkaniec', release },
    ])
  })

  it('lose their release with other words or with their area', () => {
    const [first] = settleQuotes(
      stored,
      [{ number: 1, text: 'Nic nie jedzie.', speaker: '' }],
      ['DAILY_SUPPORT'],
    )
    const [second] = settleQuotes(stored, [{ ...stored[0]!, number: 1 }], ['HORIZONTAL'])

    expect([first?.release, second?.release]).toEqual([null, null])
  })

  it('get numbers that no quote of the note has', () => {
    const typed = [7, null, 2, 2].map((number) => ({ number, text: 'a', speaker: '' }))

    expect(settleQuotes(stored, typed, []).map(({ number }) => number)).toEqual([3, 4, 2, 5])
  })
})

describe('the release of a quote', () => {
  it('takes the words as they were masked', () => {
    const release = { text: ' Sąsiadka [imię] pomaga. ', area: 'POVERTY' } as const

    expect(checkRelease(release, ['POVERTY'])).toEqual({ text: 'Sąsiadka [imię] pomaga.', area: 'POVERTY' })
  })

  it.each([
    ['nothing to read', { text: ' ', area: 'POVERTY' } as const],
    ['an area that the note is not about', { text: 'a', area: 'MIGRANTS' } as const],
  ])('is refused with %s', (_name, release) => {
    expect(() => checkRelease(release, ['POVERTY'])).toThrow(InvalidInputError)
  })
})

describe('the warnings of a note', () => {
  it('say once what points at a person, wherever it stands', () => {
    const text = 'Proszę dzwonić: 600 700 800.'
    const warned = { title: 'a', place: '', text, quotes: [{ text, speaker: 'Pani Kowalska' }] }

    expect(noteWarnings(warned)).toEqual([
      'Tekst zawiera długi numer, na przykład numer telefonu.',
      'Tekst może zawierać imię lub nazwisko.',
    ])
  })

  it('are none for a note about nobody', () => {
    expect(noteWarnings(note)).toEqual([])
  })
})
