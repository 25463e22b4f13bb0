import {
  isFound,
  type Locality,
  type LocalityChanges,
  type Municipality,
  type MunicipalityKind,
  type Register,
  type RegisterChanges,
  type StoredLocality,
} from '@rozeznanie/core/municipality'
import type { Database } from '../database/database.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { midnightOf } from '../kernel/scalars.ts'

export type Tx = Prisma.TransactionClient

const REGISTER_LOCK = 7203
const polish = new Intl.Collator('pl')

/** One change of the register at a time, over all processes. */
export function inRegister<T>({ prisma }: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${REGISTER_LOCK})`
      return work(tx)
    },
    { timeout: 60_000, maxWait: 10_000 },
  )
}

/** The municipalities that the register has now, by code. */
export async function loadMunicipalities(tx: Pick<Tx, 'municipality'>): Promise<readonly Municipality[]> {
  const rows = await tx.municipality.findMany({
    where: { vanishedOn: null },
    include: { county: { include: { voivodeship: true } } },
    orderBy: { code: 'asc' },
  })
  return rows.map(({ code, kind, name, county }) => ({
    code,
    kind: kind as MunicipalityKind,
    name,
    countyCode: county.code,
    countyName: county.name,
    voivodeshipCode: county.voivodeship.code,
    voivodeshipName: county.voivodeship.name,
  }))
}

export async function isRegisterEmpty({ prisma }: Database): Promise<boolean> {
  return (await prisma.municipality.count()) === 0
}

async function saveUpperUnits(tx: Tx, municipalities: readonly Municipality[]): Promise<void> {
  const voivodeships = new Map(municipalities.map((one) => [one.voivodeshipCode, one.voivodeshipName]))
  const counties = new Map(municipalities.map((one) => [one.countyCode, one]))
  await tx.voivodeship.createMany({
    data: [...voivodeships].map(([code, name]) => ({ code, name })),
    skipDuplicates: true,
  })
  await tx.county.createMany({
    data: [...counties].map(([code, one]) => ({
      code,
      name: one.countyName,
      voivodeshipCode: one.voivodeshipCode,
    })),
    skipDuplicates: true,
  })
  const stored = await tx.county.findMany({ where: { code: { in: [...counties.keys()] } } })
  for (const county of stored) {
    const name = counties.get(county.code)?.countyName ?? county.name
    if (name !== county.name) await tx.county.update({ where: { code: county.code }, data: { name } })
  }
}

async function saveAdded(tx: Tx, added: readonly Municipality[]): Promise<void> {
  const codes = added.map(({ code }) => code)
  const returning = await tx.municipality.findMany({ where: { code: { in: codes } }, select: { code: true } })
  const returningCodes = new Set(returning.map(({ code }) => code))
  for (const { code, kind, name } of added.filter((one) => returningCodes.has(one.code))) {
    await tx.municipality.update({ where: { code }, data: { kind, name, vanishedOn: null } })
  }
  await tx.municipality.createMany({
    data: added
      .filter(({ code }) => !returningCodes.has(code))
      .map(({ code, kind, name, countyCode }) => ({ code, kind, name, countyCode })),
  })
}

/** Brings the stored register to the incoming one; vanished municipalities stay, marked with the day. */
export async function saveRegister(
  tx: Tx,
  { stateOn, municipalities }: Register,
  changes: RegisterChanges,
): Promise<void> {
  await saveUpperUnits(tx, municipalities)
  await saveAdded(tx, changes.added)
  const changed = new Map([...changes.renamed, ...changes.rekinded].map(({ after }) => [after.code, after]))
  for (const { code, kind, name } of changed.values()) {
    await tx.municipality.update({ where: { code }, data: { kind, name } })
  }
  await tx.municipality.updateMany({
    where: { code: { in: changes.vanished.map(({ code }) => code) } },
    data: { vanishedOn: midnightOf(stateOn) },
  })
}

/** Codes of the municipalities that the register has, in Polish alphabetical order. */
export async function findMunicipalityCodes(
  { prisma }: Database,
  {
    search,
    voivodeshipCode,
  }: { readonly search?: string | null | undefined; readonly voivodeshipCode?: string | null | undefined },
): Promise<readonly string[]> {
  const rows = await prisma.municipality.findMany({
    where: { vanishedOn: null, ...(voivodeshipCode ? { county: { voivodeshipCode } } : {}) },
    select: { code: true, name: true },
  })
  return rows
    .filter((row) => isFound(row, search ?? ''))
    .toSorted((one, other) => polish.compare(one.name, other.name) || one.code.localeCompare(other.code))
    .map(({ code }) => code)
}

/** These municipalities, in the order of the codes. */
export async function findMunicipalitiesByCode(
  { prisma }: Database,
  codes: readonly string[],
  query: Prisma.MunicipalityDefaultArgs,
) {
  const rows = await prisma.municipality.findMany({ ...query, where: { code: { in: [...codes] } } })
  return new Map(rows.map((row) => [row.code, row]))
}

export function findMunicipality({ prisma }: Database, code: string, query: Prisma.MunicipalityDefaultArgs) {
  return prisma.municipality.findUnique({ ...query, where: { code } })
}

/** Organisations that serve the municipality; null when there is no such municipality. */
export async function servingOrganisationIds(
  { prisma }: Database,
  code: string,
): Promise<readonly string[] | null> {
  const row = await prisma.municipality.findUnique({ where: { code }, select: { organisations: true } })
  return row && row.organisations.map(({ organisationId }) => organisationId)
}

/** One change of a municipality's localities at a time. */
export function inLocalities<T>(
  { prisma }: Database,
  code: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${REGISTER_LOCK}, ${Number(code)}::int)`
    return work(tx)
  })
}

export async function loadLocalities(tx: Tx, municipalityCode: string): Promise<readonly StoredLocality[]> {
  const rows = await tx.locality.findMany({ where: { municipalityCode } })
  return rows.map(({ id, name, kind, retiredAt }) => ({ id, name, kind, isRetired: retiredAt !== null }))
}

export async function saveLocalities(
  tx: Tx,
  municipalityCode: string,
  { added, kept, retired }: LocalityChanges,
  at: Date,
): Promise<void> {
  await tx.locality.updateMany({
    where: { id: { in: retired.map(({ id }) => id) } },
    data: { retiredAt: at },
  })
  for (const { id, name, kind } of kept) {
    await tx.locality.update({ where: { id }, data: { name, kind, retiredAt: null } })
  }
  await tx.locality.createMany({ data: added.map((draft) => ({ ...draft, municipalityCode })) })
}

/** In Polish alphabetical order. */
export function sortedByName<T extends Pick<Locality, 'name'>>(localities: readonly T[]): T[] {
  return localities.toSorted((one, other) => polish.compare(one.name, other.name))
}
