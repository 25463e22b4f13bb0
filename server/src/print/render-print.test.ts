import jsQR from 'jsqr'
import { describe, expect, it } from 'vitest'
import { languagesOf, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import { bookletOf, readSheetMark, type BookletQuestion } from '@rozeznanie/core/questionnaire/paper'
import { defaultInformationClause } from '@rozeznanie/core/survey'
import { aQuestionnaire, matrix, roster, yesNo } from '@rozeznanie/core/testing'
import { allElements, readPdf, type ReadPdf } from '../../testing/read-pdf.ts'
import type { BookletTask, LettersFacts } from './print-task.ts'
import { qrSquares } from './qr.ts'
import { renderPrint } from './render-print.ts'

const NAMES = {
  organisationName: 'Centrum Usług Społecznych w Klimontowie',
  municipalityName: 'Klimontów',
  contactPhone: '15 866 10 00',
}
/** One with long tables, one with rosters, a short one. */
const chosen = questionnaireLibrary.filter(({ key }) => ['RES', 'PRV', 'YOU'].includes(key))
const residents = questionnaireLibrary.find(({ key }) => key === 'RES')

function bookletTask(questionnaire: Questionnaire, rest: Partial<BookletTask> = {}): BookletTask {
  return {
    kind: 'booklet',
    questionnaire,
    language: 'pl',
    isLarge: false,
    sheets: { from: 17, copies: 1 },
    facts: {
      ...NAMES,
      surveyCode: 'k3mv7q2p',
      closesOn: '2026-12-31',
      informationClause: defaultInformationClause(NAMES),
      sheetReturn: '',
      onlineAddress: 'ankieta.example/a/k3mv7q2p',
    },
    ...rest,
  }
}

const read = async (task: Parameters<typeof renderPrint>[0]): Promise<ReadPdf> =>
  readPdf(await renderPrint(task))
const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
const textOf = (pdf: ReadPdf) => allElements(pdf.root).map(({ text }) => text)
const textsIn = (question: BookletQuestion): readonly string[] => [
  question.text,
  ...question.items.flatMap((item) => [item.title, ...item.questions.flatMap(textsIn)]),
]

/** The square that a scanner would see, read by a reader of its own. */
function scanned(text: string): string | undefined {
  const { size, isDark } = qrSquares(text)
  const side = (size + 8) * 4
  const dots = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < size * 4; y += 1) {
    for (let x = 0; x < size * 4; x += 1) {
      if (isDark(Math.floor(y / 4), Math.floor(x / 4)))
        dots.fill(0, ((y + 16) * side + x + 16) * 4, ((y + 16) * side + x + 16) * 4 + 3)
    }
  }
  return jsQR.default(dots, side, side)?.data
}

describe('a booklet', () => {
  it.each(chosen.map((questionnaire) => [questionnaire.key, questionnaire] as const))(
    'of %s is tagged, in Polish, and reads in the order of the questions',
    async (_key, questionnaire) => {
      const pdf = await read(bookletTask(questionnaire))
      const booklet = bookletOf(questionnaire, 'pl', NAMES)

      expect(pdf).toMatchObject({
        isTagged: true,
        language: 'pl-PL',
        title: booklet.title,
        areFontsEmbedded: true,
      })
      const elements = allElements(pdf.root)
      const headings = elements
        .filter(({ type }) => /^H[12]$/.test(type))
        .map(({ type, text }) => `${type} ${text}`)
      expect(headings).toEqual([
        `H1 ${plain(booklet.title)}`,
        'H2 Jak wypełnić ankietę',
        'H2 Informacja o ankiecie i danych',
        ...booklet.sections.map(({ title }) => `H2 ${plain(title)}`),
        'H2 To już koniec',
      ])
      const all = textOf(pdf).join(' | ')
      const wanted = booklet.sections.flatMap(({ questions }) => questions.flatMap(textsIn)).map(plain)
      let from = 0
      for (const text of wanted) {
        const at = all.indexOf(text, from)
        expect(at, text).toBeGreaterThanOrEqual(from)
        from = at + text.length
      }
    },
    20_000,
  )

  it('has tables with heads of columns and of rows, and lists of answers', async () => {
    const pdf = await read(
      bookletTask(aQuestionnaire([matrix('need', ['rano', 'wieczorem'], ['1', '2', '3']), yesNo('car')])),
    )
    const [table] = allElements(pdf.root).filter(({ type }) => type === 'Table')

    expect(table?.children.map(({ children }) => children.map(({ type, scope }) => scope ?? type))).toEqual([
      ['TD', 'Column', 'Column', 'Column'],
      ['Row', 'TD', 'TD', 'TD'],
      ['Row', 'TD', 'TD', 'TD'],
    ])
    expect(table?.children[1]?.children.map(({ text, actual }) => actual ?? text)).toEqual([
      'rano',
      '☐',
      '☐',
      '☐',
    ])
    const list = allElements(pdf.root).findLast(({ type }) => type === 'L')
    expect(list?.children.map(({ children }) => children.map(({ type, text }) => `${type} ${text}`))).toEqual(
      [
        ['Lbl 1', 'LBody Tak'],
        ['Lbl 2', 'LBody Nie'],
      ],
    )
  })

  it('says in words where to go on', async () => {
    const pdf = await read(
      bookletTask(aQuestionnaire([yesNo('car'), yesNo('electric', "car = 'yes'"), yesNo('bus')])),
    )

    expect(textOf(pdf)).toContain('Jeśli „Nie”, proszę przejść do pytania 3.')
  })

  it('has the number of its sheet and of the page on every page, and a code that is read as that sheet', async () => {
    const copies = 3
    const pdf = await read(bookletTask(aQuestionnaire([yesNo('car')]), { sheets: { from: 17, copies } }))
    const perCopy = pdf.pages.length / copies

    expect(perCopy % 2).toBe(0)
    pdf.pages.forEach((page, index) => {
      expect(page).toContain(`arkusz ${17 + Math.floor(index / perCopy)}`)
    })
    expect(pdf.pages[0]).toMatch(/arkusz 17, strona 1 z \d+$/)
    const figures = allElements(pdf.root).filter(({ type }) => type === 'Figure')
    expect(figures.map(({ alt }) => alt)).toEqual(
      [17, 18, 19].map((sheet) => `Kod arkusza ${sheet} dla osoby, która wpisuje odpowiedzi`),
    )
    expect(readSheetMark(scanned('K3MV7Q2P/18') ?? '')).toEqual({ surveyCode: 'k3mv7q2p', sheetNumber: '18' })
  })

  it('asks the same in every copy, which hardly makes the file larger', async () => {
    const questionnaire = residents ?? aQuestionnaire([yesNo('car')])
    const one = await renderPrint(bookletTask(questionnaire))
    const many = await renderPrint(bookletTask(questionnaire, { sheets: { from: 17, copies: 8 } }))
    const { pages } = readPdf(many)
    const withoutNumber = (page = '') =>
      page
        .replace(/arkusz \d+/g, '')
        .replace(/wpisano/, '')
        .replace(/\s+/g, '')
    const perCopy = pages.length / 8

    expect(withoutNumber(pages[perCopy * 7 + 1])).toBe(withoutNumber(pages[1]))
    expect(many.length).toBeLessThan(one.length * 2)
  })

  it('in large print has no letter smaller than 18 points', async () => {
    const pdf = await read(
      bookletTask(aQuestionnaire([matrix('need', ['rano'], ['1', '2']), roster('people', [yesNo('car')])]), {
        isLarge: true,
      }),
    )

    expect(Math.min(...pdf.sizes)).toBeGreaterThanOrEqual(18)
  })

  it('to look at has no number, and room to write one', async () => {
    const pdf = await read(bookletTask(aQuestionnaire([yesNo('car')]), { sheets: null }))

    expect(pdf.pages[0]).toContain('arkusz nr ………')
    expect(allElements(pdf.root).some(({ type }) => type === 'Figure')).toBe(false)
  })

  it('in Ukrainian is tagged so, with letters that are in the font', async () => {
    const car = { ...yesNo('car'), translations: { uk: { text: 'Чи є у вас їжа та ґанок?' } } }
    const questionnaire = aQuestionnaire([car], { translations: { uk: { title: 'Анкета мешканця' } } })
    expect(languagesOf(questionnaire)).toContain('uk')

    const pdf = await read(bookletTask(questionnaire, { language: 'uk' }))

    expect(pdf.language).toBe('uk-UA')
    expect(textOf(pdf).join(' ')).toContain('Чи є у вас їжа та ґанок?')
    expect(allElements(pdf.root).find(({ language }) => language === 'pl-PL')?.text).toContain(
      'Ankietę prowadzi',
    )
  })
})

const LETTERS: LettersFacts = {
  ...NAMES,
  surveyTitle: 'Usługi w gminie',
  answerUrl: 'https://ankieta.example/a/k3mv7q2p',
  closesOn: '2026-12-31',
  why: 'Bo zależy nam na Państwa zdaniu.',
  codes: Array.from({ length: 25 }, (_, index) => ({ serial: index + 1, code: `ABCDEFGH23${10 + index}` })),
  isReminder: false,
}

describe('letters with one-time codes', () => {
  it('have a page each, with the code in groups, why it matters and whom to ask', async () => {
    const pdf = await read({ kind: 'letters', facts: LETTERS })

    expect(pdf.pages).toHaveLength(25)
    expect(pdf.pages[3]).toContain('ABCD EFGH 2313')
    expect(plain(pdf.pages[3] ?? '')).toContain(plain(`Na odpowiedzi czekamy do 31 grudnia 2026 r.`))
    expect(pdf.pages[3]).toContain('Bo zależy nam')
    expect(plain(pdf.pages[3] ?? '')).toContain('15 866 10 00')
    expect(allElements(pdf.root).filter(({ type }) => type === 'H1')).toHaveLength(25)
  })

  it('say that they remind', async () => {
    const { pages } = await read({ kind: 'letters', facts: { ...LETTERS, isReminder: true } })

    expect(pages[0]).toContain('Przypomnienie o ankiecie')
  })

  it('as labels stand 24 on a sheet', async () => {
    const { pages } = await read({ kind: 'labels', facts: LETTERS })

    expect(pages).toHaveLength(2)
    expect(pages[0]?.match(/ABCD/g)).toHaveLength(24)
  })
})

it.each([
  ['leaflet', 'a4'],
  ['leaflet', 'a5'],
  ['poster', 'a4'],
  ['poster', 'a3'],
] as const)(
  'a %s of %s is one tagged page with the address, a code, the phone and the last day',
  async (kind, size) => {
    const facts = { ...LETTERS, minutes: 13, languages: ['pl', 'uk'] }
    const pdf = await read({ kind, size, facts })

    expect(pdf).toMatchObject({ isTagged: true, language: 'pl-PL' })
    expect(pdf.pages).toHaveLength(1)
    const page = plain(pdf.pages[0] ?? '')
    for (const words of [
      'ankieta.example/a/k3mv7q2p',
      '15 866 10 00',
      '31 grudnia 2026',
      'Anonimowo',
      'Bo zależy',
      'українською',
    ]) {
      expect(page).toContain(words)
    }
    const elements = allElements(pdf.root)
    expect(elements.filter(({ type }) => type === 'H1')).toHaveLength(1)
    expect(elements.find(({ type }) => type === 'Figure')?.alt).toContain('ankieta.example/a/k3mv7q2p')
    expect(scanned(facts.answerUrl)).toBe(facts.answerUrl)
  },
)
