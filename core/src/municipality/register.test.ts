import { describe, expect, it } from 'vitest'
import { RegisterFileRefusedError } from './errors.ts'
import type { Municipality } from './model.ts'
import { planRegisterChanges } from './register-changes.ts'
import { registerOf } from './register.ts'
import { parseTercCsv } from './terc.ts'

const HEAD = 'WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA'
const LINES = [
  '26;;;;ŚWIĘTOKRZYSKIE;województwo;2026-01-01',
  '26;01;;;buski;powiat;2026-01-01',
  '26;01;01;3;Busko-Zdrój;gmina miejsko-wiejska;2026-01-01',
  '26;01;01;4;Busko-Zdrój;miasto;2026-01-01',
  '26;01;01;5;Busko-Zdrój;obszar wiejski;2026-01-01',
  '26;01;02;2;Gnojno;gmina wiejska;2026-01-01',
  '26;61;;;Kielce;miasto na prawach powiatu;2026-01-01',
  '26;61;01;1;Kielce;gmina miejska;2026-01-01',
]
const small = { from: 1, to: 10 }
const csv = (lines: readonly string[], end = '\n') => [HEAD, ...lines].join(end)
const read = (lines: readonly string[]) => registerOf(parseTercCsv(csv(lines)), small)
const without = (start: string) => LINES.filter((line) => !line.startsWith(start))

describe('parseTercCsv', () => {
  it('reads the file with BOM, CRLF and an empty last line as well as without them', () => {
    const official = `\uFEFF${csv(LINES, '\r\n')}\r\n\r\n`

    expect(parseTercCsv(official)).toEqual(parseTercCsv(csv(LINES)))
    expect(parseTercCsv(official)).toHaveLength(8)
  })

  it.each([
    ['', 'empty'],
    ['a;b;c', 'other'],
    [csv(LINES).replaceAll(';', ','), 'commas'],
  ])('refuses a file with another head (%#)', (text) => {
    expect(() => parseTercCsv(text)).toThrow(/To nie jest plik TERC: pierwszy wiersz/)
  })

  it('refuses a row with too few cells and says which', () => {
    expect(() => parseTercCsv(csv([...LINES, '26;01']))).toThrow(/Wiersz 10 pliku ma 2 pól/)
  })
})

describe('registerOf', () => {
  it('keeps only municipalities, under six digits, with their county and voivodeship', () => {
    const { stateOn, municipalities } = read(LINES)

    expect(stateOn).toBe('2026-01-01')
    expect(municipalities.map(({ code, kind }) => [code, kind])).toEqual([
      ['260101', 3],
      ['260102', 2],
      ['266101', 1],
    ])
    expect(municipalities[0]).toMatchObject({
      name: 'Busko-Zdrój',
      countyCode: '2601',
      countyName: 'buski',
      voivodeshipName: 'świętokrzyskie',
    })
  })

  const cases: readonly [string, readonly string[], RegExp][] = [
    ['the address edition', without('26;01;01;3'), /TERC adresowy/],
    ['an unknown kind', [...LINES, '26;01;03;7;X;x;2026-01-01'], /Wiersz 10 .* rodzaj jednostki „7”/],
    ['a code that lost its zero', [...LINES, '26;1;03;2;X;x;2026-01-01'], /kod/],
    ['a unit without a county', without('26;01;;'), /brakuje wiersza powiatu o kodzie 2601/],
    ['a county without a voivodeship', without('26;;'), /brakuje wiersza województwa o kodzie 26/],
    ['the same municipality twice', [...LINES, '26;01;02;2;Gnojno;gmina wiejska;2026-01-01'], /dwa razy/],
    ['two dates', [...LINES, '26;01;03;2;X;x;2025-01-01'], /różnych dni/],
    ['no date', [...LINES, '26;01;03;2;X;x;styczeń'], /STAN_NA/],
    ['no name', [...LINES, '26;01;03;2;;x;2026-01-01'], /nazwy/],
    ['nothing', [], /żadnego wiersza/],
  ]
  it.each(cases)('refuses %s', (_name, lines, sentence) => {
    expect(() => read(lines)).toThrow(RegisterFileRefusedError)
    expect(() => read(lines)).toThrow(sentence)
  })

  it('refuses a file with an implausible number of municipalities', () => {
    expect(() => registerOf(parseTercCsv(csv(LINES)))).toThrow(
      /Plik ma 3 gmin, a powinien mieć ich od 2400 do 2600/,
    )
  })
})

describe('planRegisterChanges', () => {
  const municipality = (code: string, name: string, kind: 1 | 2 | 3 = 2): Municipality => ({
    code,
    kind,
    name,
    countyCode: code.slice(0, 4),
    countyName: 'kielecki',
    voivodeshipCode: '26',
    voivodeshipName: 'świętokrzyskie',
  })

  // The real changes of 2018–2026 in the county of Kielce and Jędrzejów: a town right and a new name.
  it('tells added, renamed, re-kinded and vanished by the six digits', () => {
    const current = [
      municipality('260208', 'Sobków'),
      municipality('260417', 'Sitkówka-Nowiny'),
      municipality('260499', 'Dawna'),
    ]
    const incoming = [
      municipality('260208', 'Sobków', 3),
      municipality('260417', 'Nowiny'),
      municipality('120713', 'Szczawa'),
    ]

    const changes = planRegisterChanges(current, incoming)

    expect(changes.added.map(({ name }) => name)).toEqual(['Szczawa'])
    expect(changes.renamed.map(({ before, after }) => [before.name, after.name])).toEqual([
      ['Sitkówka-Nowiny', 'Nowiny'],
    ])
    expect(changes.rekinded.map(({ before, after }) => [before.kind, after.kind])).toEqual([[2, 3]])
    expect(changes.vanished.map(({ name }) => name)).toEqual(['Dawna'])
  })

  it('finds no change in the same register', () => {
    const { municipalities } = read(LINES)

    expect(planRegisterChanges(municipalities, municipalities)).toEqual({
      added: [],
      renamed: [],
      rekinded: [],
      vanished: [],
    })
  })
})
