import type { KnownLocality } from '@rozeznanie/core/fieldwork'
import type { Database } from '../database/database.ts'

/** Localities with their kinds, by which a table may tell town from country. */
export async function findLocalityKinds(
  { prisma }: Database,
  localities: readonly { readonly id: string }[],
): Promise<readonly KnownLocality[]> {
  return prisma.locality.findMany({
    where: { id: { in: localities.map(({ id }) => id) } },
    select: { id: true, name: true, kind: true },
  })
}
