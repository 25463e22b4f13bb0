import type { Database } from '../database/database.ts'

/** Facts of this installation that decide how it starts. */
export interface InstallationFacts {
  readonly isDemo: boolean
  readonly hasAdministrator: boolean
  /** No register, no account: nothing has ever been done here. */
  readonly isEmpty: boolean
}

export async function loadInstallationFacts({ prisma }: Database): Promise<InstallationFacts> {
  const [demo, administrators, accounts, municipalities] = await Promise.all([
    prisma.installation.findUnique({ where: { key: 'demo' } }),
    prisma.account.count({ where: { isAdministrator: true } }),
    prisma.account.count(),
    prisma.municipality.count(),
  ])
  return {
    isDemo: demo !== null,
    hasAdministrator: administrators > 0,
    isEmpty: accounts === 0 && municipalities === 0,
  }
}
