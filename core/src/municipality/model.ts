/** Kind of a municipality: 1 urban, 2 rural, 3 urban-rural (TERC RODZ). */
export type MunicipalityKind = 1 | 2 | 3

/** A municipality of the official TERC register. Join on `code` (6 digits), never on 7 digits or names. */
export interface Municipality {
  /** WOJ+POW+GMI, six digits as text. */
  readonly code: string
  readonly kind: MunicipalityKind
  readonly name: string
  /** Four digits. */
  readonly countyCode: string
  readonly countyName: string
  /** Two digits. */
  readonly voivodeshipCode: string
  readonly voivodeshipName: string
}

export const LOCALITY_KINDS = ['SOLECTWO', 'OSIEDLE', 'DZIELNICA', 'MIASTO', 'MIEJSCOWOSC'] as const
export type LocalityKind = (typeof LOCALITY_KINDS)[number]

/** A part of a municipality that residents know by name. */
export interface Locality {
  readonly id: string
  readonly name: string
  readonly kind: LocalityKind
}
