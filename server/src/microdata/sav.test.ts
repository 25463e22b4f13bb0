import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  CaseBytes,
  dictionaryBytes,
  type CaseBatch,
  type Dictionary,
  type Variable,
} from '@rozeznanie/core/microdata'
import { afterAll, describe, expect, it } from 'vitest'

const PSPP = spawnSync('pspp', ['--version']).error === undefined
const folder = PSPP ? mkdtempSync(path.join(tmpdir(), 'sav-')) : ''
afterAll(() => PSPP && rmSync(folder, { recursive: true }))

function aVariable(name: string, more: Partial<Variable> = {}): Variable {
  return {
    name,
    kind: 'number',
    text: `${name}?`,
    part: '',
    values: [],
    measure: 'NOMINAL',
    decimals: 0,
    widthBytes: 0,
    questionKey: name,
    asked: 'wszyscy',
    versions: [1],
    weightNumber: null,
    ...more,
  }
}

const value = (number: number, label: string) => ({ number, code: String(number), label, isMissing: false })
const missing = [
  value(-96, 'brak odpowiedzi'),
  value(-97, 'nie dotyczy'),
  value(-99, 'odmowa odpowiedzi'),
].map((one) => ({ ...one, isMissing: true }))
const flags = [value(0, 'nie wybrano'), value(1, 'wybrano'), ...missing]

const LONG_TEXT = 'Zażółć gęślą jaźń, pchnąć w tę łódź jeża lub ośm skrzyń fig. '.repeat(20).trim()
const dictionary: Dictionary = {
  variables: [
    aVariable('plec', { values: [value(1, 'kobieta'), value(2, 'mężczyzna'), ...missing] }),
    aVariable('bardzo_dluga_nazwa_pytania_o_dowoz', {
      text: 'Jak często źdźbła trawy łączą się w gęstą łąkę? '.repeat(10).trim(),
      part: 'wiersz ostatni',
      values: [value(300, `${'ółćęśąż '.repeat(30)}koniec`)],
      measure: 'ORDINAL',
    }),
    aVariable('pomoc_1', { values: flags, part: 'sąsiad' }),
    aVariable('pomoc_2', { values: flags, part: 'rodzina' }),
    aVariable('krotki', { kind: 'text', widthBytes: 12 }),
    aVariable('pomysl', { kind: 'text', widthBytes: 2400 }),
    aVariable('krotki2', { kind: 'text', widthBytes: 255 }),
    aVariable('waga_1', { decimals: 6, measure: 'SCALE', weightNumber: 1 }),
  ],
  sets: [{ name: '$pomoc', label: 'Kto Panu/Pani pomaga?', kind: 'flags', places: [2, 3] }],
  weightPlace: 7,
}
const cases: CaseBatch = {
  count: 3,
  numbers: Float64Array.from([
    ...[1, 300, 1, 0, 0, 0, 0, 1.5],
    ...[2, NaN, -96, -96, 0, 0, 0, 2.25],
    ...[-99, -1.5, 0, 1, 0, 0, 0, 1e6],
  ]),
  texts: ['ąęć', LONG_TEXT, 'x', '', '', '', 'osiem żż', 'krótki', 'ź'.repeat(127)],
}

function fileOf(batches: readonly CaseBatch[]): Buffer {
  const bytes = new CaseBytes(dictionary)
  const caseCount = batches.reduce((sum, { count }) => sum + count, 0)
  const facts = { title: 'Ankieta mieszkańców gminy Żółkiewka', day: '2026-11-22', caseCount }
  const parts = batches.map((batch) => bytes.add(batch))
  return Buffer.concat([dictionaryBytes(dictionary, facts), ...parts, bytes.end()])
}

describe('an SPSS file', () => {
  const file = fileOf([cases])

  it('begins with the header of the format, the count of cases, the weight and the day', () => {
    expect(file.toString('latin1', 0, 4)).toBe('$FL2')
    expect(file.readInt32LE(64)).toBe(2)
    expect(file.readInt32LE(72)).toBe(1)
    expect(file.readInt32LE(80)).toBe(3)
    expect(file.readDoubleLE(84)).toBe(100)
    expect(file.toString('latin1', 92, 109)).toBe('22 Nov 2600:00:00')
    expect(file.toString('utf8', 109, 173).trim()).toBe('Ankieta mieszkańców gminy Żółkiewka')
  })

  it('gives each variable as many eights of bytes as its values take', () => {
    const eightsOfLongText = 9 * 32 + Math.ceil((2400 - 9 * 252) / 8)

    expect(file.readInt32LE(68)).toBe(5 + 2 + eightsOfLongText + 32)
    expect(file.readInt32LE(76)).toBe(5 + 2 + eightsOfLongText + 32)
  })

  it('holds small whole numbers in a byte, absent ones and spaces too', () => {
    const few: Dictionary = {
      variables: [aVariable('a'), aVariable('b'), aVariable('c', { kind: 'text', widthBytes: 8 })],
      sets: [],
      weightPlace: null,
    }
    const bytes = new CaseBytes(few)
    const one = bytes.add({ count: 1, numbers: Float64Array.from([-99, NaN, 0]), texts: [''] })

    expect([...one, ...bytes.end()]).toEqual([1, 255, 254, 0, 0, 0, 0, 0])
  })

  it('is the same whatever pieces its cases come in', () => {
    const rows = [0, 1, 2].map((row): CaseBatch => {
      const { numbers, texts } = cases
      return {
        count: 1,
        numbers: numbers.slice(row * 8, row * 8 + 8),
        texts: texts.slice(row * 3, row * 3 + 3),
      }
    })

    expect(fileOf(rows).equals(file)).toBe(true)
  })

  it('cuts a label of a value at 120 bytes between letters', () => {
    const at = file.indexOf('ółćęśąż')
    const length = file[at - 1]!
    const label = file.toString('utf8', at, at + length)

    expect(length).toBeLessThanOrEqual(120)
    expect(label).toMatch(/^[ółćęśąż ]+…$/)
  })
})

function psppOf(syntax: string): string {
  const sav = path.join(folder, 'plik.sav')
  writeFileSync(sav, fileOf([cases]))
  writeFileSync(path.join(folder, 'plik.sps'), `GET FILE='${sav}'.\n${syntax}\n`)
  const out = path.join(folder, 'wynik.csv')
  execFileSync('pspp', [path.join(folder, 'plik.sps'), '-o', out, '-O', 'format=csv'], {
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  return readFileSync(out, 'utf8')
}

describe.runIf(PSPP)('an SPSS file read by PSPP', () => {
  it('has its names, labels, values, missing values and weight', () => {
    const told = psppOf('DISPLAY DICTIONARY.\nFREQUENCIES VARIABLES=plec.')

    expect(told).not.toMatch(/warning|error/i)
    expect(told).toContain('bardzo_dluga_nazwa_pytania_o_dowoz')
    expect(told).toContain('mężczyzna')
    expect(told).toContain('… wiersz ostatni')
    expect(told).toContain('-99 THRU -96')
    expect(told).toMatch(/Valid,kobieta,1\.5/)
    expect(told).toMatch(/Missing,odmowa odpowiedzi,1000000/)
  })

  it('has its set of several answers', () => {
    expect(psppOf('MRSETS /DISPLAY NAME=ALL.')).toMatch(/\$pomoc,Kto Panu\/Pani pomaga\?,Dichotomies,1/)
  })

  it('gives back every value and every text', () => {
    const csv = path.join(folder, 'plik.csv')
    psppOf('')
    execFileSync('pspp-convert', [path.join(folder, 'plik.sav'), csv])

    expect(readFileSync(csv, 'utf8').trim().split('\n').slice(1)).toEqual([
      `1,300,1,0,ąęć,"${LONG_TEXT}",x,1.5`,
      '2, ,-96,-96,,,,2.25',
      `-99,-1.5,0,1,osiem żż,krótki,${'ź'.repeat(127)},1000000`,
    ])
  })
})

it.skipIf(PSPP)(
  'PSPP is not here: that it reads the file was not checked (apt-get install pspp)',
  () => undefined,
)
