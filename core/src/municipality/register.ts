import { RegisterFileRefusedError } from './errors.ts'
import type { Municipality, MunicipalityKind } from './model.ts'
import type { TercRow } from './terc.ts'

/** The municipalities of a country or a part of it, as of one day. */
export interface Register {
  /** Local day, `2026-01-01`. */
  readonly stateOn: string
  readonly municipalities: readonly Municipality[]
}

/** How many municipalities a whole register can have, both inclusive. */
export interface PlausibleCount {
  readonly from: number
  readonly to: number
}

/** Poland has had 2,477 to 2,479 municipalities for years. */
export const PLAUSIBLE_COUNT: PlausibleCount = { from: 2400, to: 2600 }

const KINDS = ['1', '2', '3', '4', '5', '8', '9']
const TWO_DIGITS = /^\d{2}$/
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const LONGEST_NAME = 100

function refuse(message: string): never {
  throw new RegisterFileRefusedError(message)
}

function checkRow(row: TercRow, place: number): void {
  const where = `Wiersz ${place} pliku`
  const isCode = (code: string) => code === '' || TWO_DIGITS.test(code)
  if (!TWO_DIGITS.test(row.WOJ) || !isCode(row.POW) || !isCode(row.GMI)) {
    refuse(
      `${where} ma niepoprawny kod jednostki. Prosimy pobrać plik TERC jeszcze raz i nie zmieniać go w arkuszu.`,
    )
  }
  if ((row.GMI === '') !== (row.RODZ === '') || (row.GMI !== '' && row.POW === '')) {
    refuse(`${where} ma niepełny kod jednostki. Prosimy pobrać plik TERC jeszcze raz.`)
  }
  if (row.RODZ !== '' && !KINDS.includes(row.RODZ)) {
    refuse(
      `${where} ma nieznany rodzaj jednostki „${row.RODZ.slice(0, 20)}”. Znane rodzaje to: ${KINDS.join(', ')}.`,
    )
  }
  if (row.NAZWA.trim() === '' || row.NAZWA.length > LONGEST_NAME)
    refuse(`${where} nie ma poprawnej nazwy jednostki.`)
  if (!DAY.test(row.STAN_NA))
    refuse(`${where} nie ma poprawnej daty w kolumnie STAN_NA (na przykład 2026-01-01).`)
}

/** The address edition of the file has the parts of urban-rural municipalities but not the municipalities. */
function refuseAddressEdition(rows: readonly TercRow[]): void {
  const has = (kind: string) => rows.some((row) => row.RODZ === kind)
  if ((has('4') || has('5')) && !has('3')) refuse(ADDRESS_EDITION)
}

/** What to do with the file `TERC_Adresowy`. */
export const ADDRESS_EDITION =
  'To jest plik TERC adresowy, w którym brakuje gmin miejsko-wiejskich. Prosimy pobrać z eTERYT plik TERC podstawowy (TERC_Urzedowy).'

function stateOf(rows: readonly TercRow[]): string {
  const days = [...new Set(rows.map((row) => row.STAN_NA))]
  const [day, other] = days
  if (day === undefined)
    return refuse('Plik nie ma żadnego wiersza z danymi. Prosimy wybrać plik TERC_Urzedowy z eTERYT.')
  if (other !== undefined)
    return refuse(`Plik miesza dane z różnych dni (${day} i ${other}). Prosimy pobrać plik TERC jeszcze raz.`)
  return day
}

function nameOf(names: ReadonlyMap<string, string>, code: string, noun: string): string {
  return (
    names.get(code) ??
    refuse(`W pliku brakuje wiersza ${noun} o kodzie ${code}. Prosimy pobrać plik TERC jeszcze raz.`)
  )
}

function toMunicipalities(rows: readonly TercRow[]): readonly Municipality[] {
  const voivodeships = new Map(
    rows.filter(({ POW }) => POW === '').map(({ WOJ, NAZWA }) => [WOJ, NAZWA.toLowerCase()]),
  )
  const counties = new Map(
    rows.filter(({ POW, GMI }) => POW !== '' && GMI === '').map(({ WOJ, POW, NAZWA }) => [WOJ + POW, NAZWA]),
  )
  return rows
    .filter(({ RODZ }) => RODZ === '1' || RODZ === '2' || RODZ === '3')
    .map(({ WOJ, POW, GMI, RODZ, NAZWA }) => ({
      code: WOJ + POW + GMI,
      kind: Number(RODZ) as MunicipalityKind,
      name: NAZWA.normalize('NFC'),
      countyCode: WOJ + POW,
      countyName: nameOf(counties, WOJ + POW, 'powiatu').normalize('NFC'),
      voivodeshipCode: WOJ,
      voivodeshipName: nameOf(voivodeships, WOJ, 'województwa').normalize('NFC'),
    }))
}

/**
 * The municipalities (kinds 1 to 3) of the rows of an official TERC file, by code.
 *
 * @param plausible - refuses a file with fewer or more municipalities: half a file would make the rest vanish
 * @throws RegisterFileRefusedError
 */
export function registerOf(rows: readonly TercRow[], plausible: PlausibleCount = PLAUSIBLE_COUNT): Register {
  rows.forEach((row, index) => checkRow(row, index + 2))
  refuseAddressEdition(rows)
  const stateOn = stateOf(rows)
  const municipalities = toMunicipalities(rows).toSorted((one, other) => (one.code < other.code ? -1 : 1))
  const twice = municipalities.find(({ code }, index) => municipalities[index + 1]?.code === code)
  if (twice)
    refuse(
      `Gmina ${twice.name} (kod ${twice.code}) występuje w pliku dwa razy. Prosimy pobrać plik TERC jeszcze raz.`,
    )
  const count = municipalities.length
  if (count < plausible.from || count > plausible.to) {
    refuse(
      `Plik ma ${count} gmin, a powinien mieć ich od ${plausible.from} do ${plausible.to}. Wygląda na niepełny albo zmieniony. Prosimy pobrać plik TERC_Urzedowy jeszcze raz.`,
    )
  }
  return { stateOn, municipalities }
}
