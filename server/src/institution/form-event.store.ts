import type { Database } from '../database/database.ts'

/** Name of a person; „Rozeznanie” where the account is gone or is the installation itself. */
export async function nameOfAccount({ prisma }: Database, id: string): Promise<string> {
  const account = await prisma.account.findUnique({ where: { id }, select: { name: true } })
  return account?.name ?? 'Rozeznanie'
}
