import type { Contact } from '@rozeznanie/core/fieldwork'
import type { Database } from '../database/database.ts'
import { midnightOf } from '../kernel/scalars.ts'

/** A contact with the person who had it. */
export interface ContactToSave extends Contact {
  readonly accountId: string
}

/**
 * Stores contacts, once each, and ends the waiting of those that they take up.
 *
 * @returns ids that were stored now; the others had been stored before
 */
export async function insertContacts(
  { prisma }: Database,
  contacts: readonly ContactToSave[],
): Promise<ReadonlySet<string>> {
  return prisma.$transaction(async (tx) => {
    const stored = await tx.contact.createManyAndReturn({
      data: contacts.map(({ day, comeBackOn, settles: _settles, ...facts }) => ({
        ...facts,
        contactedOn: midnightOf(day),
        comeBackOn: comeBackOn === null ? null : midnightOf(comeBackOn),
      })),
      skipDuplicates: true,
      select: { id: true },
    })
    for (const { surveyId, settles } of contacts) {
      if (settles === null) continue
      await tx.contact.updateMany({
        where: { surveyId, id: settles },
        data: { isSettled: true, listPosition: null },
      })
    }
    return new Set(stored.map(({ id }) => id))
  })
}
