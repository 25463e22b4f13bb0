import { existsSync, readFileSync } from 'node:fs'
import { registerOf } from '@rozeznanie/core/municipality'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { inRepository } from '../repository.ts'
import { readTercFile } from './read-terc-file.ts'

const CSV = [
  'WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA',
  '26;;;;ŚWIĘTOKRZYSKIE;województwo;2026-01-01',
  '26;04;;;kielecki;powiat;2026-01-01',
  '26;04;08;3;Łopuszno;gmina miejsko-wiejska;2026-01-01',
].join('\r\n')
const cells = {
  WOJ: '26',
  POW: '04',
  GMI: '08',
  RODZ: '3',
  NAZWA: 'Łopuszno',
  NAZWA_DOD: 'gmina miejsko-wiejska',
}
const row = (extra: object) =>
  `<row>${Object.entries({ ...cells, STAN_NA: '2026-01-01', ...extra })
    .map(([key, value]) => (value === '' ? `<${key} />` : `<${key}>${value}</${key}>`))
    .join('')}</row>`
const XML = `<?xml version="1.0" encoding="utf-8"?>\r\n<teryt><catalog name="TERC">${[
  row({ POW: '', GMI: '', RODZ: '', NAZWA: 'ŚWIĘTOKRZYSKIE', NAZWA_DOD: 'województwo' }),
  row({ GMI: '', RODZ: '', NAZWA: 'kielecki', NAZWA_DOD: 'powiat' }),
  row({}),
].join('')}</catalog></teryt>`
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
const soap = (
  name: string,
  bytes: Uint8Array,
) => `<s:Envelope xmlns:s="x"><s:Body><PobierzKatalogTERCResponse>
  <PobierzKatalogTERCResult xmlns:b="y"><b:nazwa_pliku>${name}</b:nazwa_pliku><b:plik_zawartosc>${Buffer.from(bytes).toString('base64')}</b:plik_zawartosc>
  </PobierzKatalogTERCResult></PobierzKatalogTERCResponse></s:Body></s:Envelope>`

const read = (content: string | Uint8Array, fileName = 'TERC_Urzedowy_2026-01-01') =>
  readTercFile({ fileName, bytes: typeof content === 'string' ? strToU8(content) : content })

describe('readTercFile', () => {
  it('reads the same rows from CSV, XML, ZIP and the answer of the web service', () => {
    const rows = read(`\uFEFF${CSV}\r\n\r\n`)

    expect(rows).toHaveLength(3)
    expect(rows[2]).toMatchObject({ NAZWA: 'Łopuszno', RODZ: '3' })
    expect(read(XML)).toEqual(rows)
    expect(read(zip({ 'TERC_Urzedowy.csv': CSV, 'TERC_Urzedowy.xml': XML, 'czytaj.txt': '' }))).toEqual(rows)
    expect(read(zip({ 'TERC_Urzedowy.xml': XML }))).toEqual(rows)
    expect(read(soap('TERC_Urzedowy', zip({ 'TERC_Urzedowy.csv': CSV })))).toEqual(rows)
  })

  it('refuses the address edition by its name, outside and inside of an archive', () => {
    expect(() => read(CSV, 'TERC_Adresowy_2026-01-01.csv')).toThrow(/TERC adresowy/)
    expect(() => read(zip({ 'TERC_Adresowy_2026-01-01.csv': CSV }), 'terc.zip')).toThrow(/TERC adresowy/)
    expect(() => read(soap('TERC_Adresowy', zip({ 'a.csv': CSV })))).toThrow(/TERC adresowy/)
  })

  it('refuses what is no TERC file', () => {
    expect(() => read('Ala ma kota')).toThrow(/To nie jest plik TERC/)
    expect(() => read('<html><body/></html>')).toThrow(/formacie XML/)
    expect(() => read(zip({ 'obraz.png': 'x' }))).toThrow(/nie ma pliku TERC/)
    expect(() => read(strToU8('PK\u0003\u0004 nonsense'))).toThrow(/ZIP/)
    expect(() => read(new Uint8Array([0x57, 0x4f, 0xb3, 0xff]))).toThrow(/UTF-8/)
  })

  it('refuses declared entities', () => {
    const bomb = `<!DOCTYPE t [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${XML.replace('Łopuszno', '&b;')}`

    expect(() => read(bomb)).toThrow(/formacie XML/)
  })

  it('refuses an archive that would unpack to far more than a register', () => {
    const bomb = zipSync({ 'TERC.csv': new Uint8Array(60 * 1024 * 1024) })

    expect(bomb.length).toBeLessThan(100_000)
    expect(() => read(bomb)).toThrow(/o wiele większy/)
  })

  it('refuses an archive that lies about what it unpacks to', () => {
    const bomb = zipSync({ 'TERC.csv': new Uint8Array(20 * 1024 * 1024) })
    const view = new DataView(bomb.buffer, bomb.byteOffset)
    const central = Buffer.from(bomb).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    view.setUint32(central + 24, 1000, true)

    expect(() => read(bomb)).toThrow(/TERC/)
  })
})

const shared = inRepository('..', 'shared', 'data', 'geo')
const official = (name: string) => ({
  fileName: name,
  bytes: new Uint8Array(readFileSync(`${shared}/${name}`)),
})

/** The official files lie beside a developer's clone; they are not ours to ship. */
describe.runIf(existsSync(`${shared}/terc-2026.csv`))('official files beside the clone', () => {
  // GUS, TERYT, TERC as of 2026-01-01: 16 voivodeships, 380 counties, 2,479 municipalities.
  it('reads the whole register', () => {
    const { stateOn, municipalities } = registerOf(readTercFile(official('terc-2026.csv')))

    expect(stateOn).toBe('2026-01-01')
    expect(municipalities).toHaveLength(2479)
    expect(new Set(municipalities.map(({ countyCode }) => countyCode)).size).toBe(380)
    expect(new Set(municipalities.map(({ voivodeshipCode }) => voivodeshipCode)).size).toBe(16)
    expect(municipalities.filter(({ voivodeshipCode }) => voivodeshipCode === '26')).toHaveLength(102)
  })

  it('refuses the parts of it that the fixtures are', () => {
    expect(() => registerOf(readTercFile(official('fixtures/terc-fixture.csv')))).toThrow(/Plik ma 106 gmin/)
  })

  it('reads the fixtures in all official layouts', () => {
    const any = { from: 1, to: 9999 }
    const count = (name: string) => registerOf(readTercFile(official(name)), any).municipalities.length

    expect(count('fixtures/terc-fixture.csv')).toBe(106)
    expect(count('fixtures/TERC_Urzedowy_fixture.zip')).toBe(106)
    expect(count('fixtures/terc-fixture.xml')).toBeGreaterThan(0)
    expect(count('fixtures/terytws1-PobierzKatalogTERC-response.xml')).toBeGreaterThan(0)
  })
})
