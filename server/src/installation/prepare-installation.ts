import { DEMO_PASSWORD, demoAccounts } from '../../../prisma/demo/demo-accounts.ts'
import { demoStateOf, saveDemoState } from '../../../prisma/demo/demo-state.ts'
import { loadDemo } from '../../../prisma/demo/load-demo.ts'
import type { Context } from '../context.ts'
import { ensureRegister } from '../municipality/ensure-register.ts'
import { ensureLibrary } from '../questionnaire/ensure-library.ts'
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
  { demo, say }: PreparationWishes,
): Promise<PreparedInstallation> {
  const { isEmpty } = await loadInstallationFacts(context.db)
  if (demo && isEmpty) await saveDemoState(context.db, 'loading')
  await ensureRegister(context)
  await ensureLibrary(context)
  if ((await demoStateOf(context.db)) === 'loading') {
    say('Pierwsze uruchomienie: wczytuję dane przykładowe…')
    await loadDemo(context, say)
  }
  const { hasAdministrator, isDemo } = await loadInstallationFacts(context.db)
  return {
    demoSignIns: isDemo ? demoAccounts.map(({ label, email }) => ({ role: label, email })) : [],
    demoPassword: isDemo ? DEMO_PASSWORD : null,
    needsAdministrator: !hasAdministrator,
  }
}
