import { RegisterFileRefusedError } from './errors.ts'
import type { Register } from './register.ts'
import type { MunicipalityKind } from './model.ts'

const FORMAT = 'rozeznanie-register/1'

type Json = Readonly<Record<string, unknown>>

function refuse(where: string): never {
  throw new RegisterFileRefusedError(
    `Plik rejestru jest uszkodzony: ${where}. Prosimy pobrać program jeszcze raz.`,
  )
}

function record(value: unknown, where: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(where)
  return value as Json
}

function text(value: unknown, pattern: RegExp, where: string): string {
  return typeof value === 'string' && pattern.test(value) ? value : refuse(where)
}

function list(value: unknown, where: string): readonly unknown[] {
  return Array.isArray(value) ? value : refuse(where)
}

const NAME = /^\S.{0,99}$/u

/**
 * The register in our own format, as shipped: one voivodeship, its counties, their municipalities.
 * @throws RegisterFileRefusedError
 */
export function parseRegisterDocument(json: unknown): Register {
  const document = record(json, 'to nie jest dokument')
  if (document['format'] !== FORMAT) refuse('nieznany format')
  const voivodeship = record(document['voivodeship'], 'województwo')
  const voivodeshipCode = text(voivodeship['code'], /^\d{2}$/, 'kod województwa')
  const voivodeshipName = text(voivodeship['name'], NAME, 'nazwa województwa')
  const municipalities = list(document['counties'], 'powiaty').flatMap((entry) => {
    const county = record(entry, 'powiat')
    const countyCode = text(county['code'], new RegExp(`^${voivodeshipCode}\\d{2}$`), 'kod powiatu')
    const countyName = text(county['name'], NAME, `nazwa powiatu ${countyCode}`)
    return list(county['municipalities'], `gminy powiatu ${countyCode}`).map((member) => {
      const municipality = record(member, `gmina w powiecie ${countyCode}`)
      const code = text(
        municipality['code'],
        new RegExp(`^${countyCode}\\d{2}$`),
        `kod gminy w powiecie ${countyCode}`,
      )
      const name = text(municipality['name'], NAME, `nazwa gminy ${code}`)
      const kind = municipality['kind']
      if (kind !== 1 && kind !== 2 && kind !== 3) return refuse(`rodzaj gminy ${code}`)
      return {
        code,
        kind: kind as MunicipalityKind,
        name,
        countyCode,
        countyName,
        voivodeshipCode,
        voivodeshipName,
      }
    })
  })
  return { stateOn: text(document['stateOn'], /^\d{4}-\d{2}-\d{2}$/, 'data stanu'), municipalities }
}
