import type { Role } from '@rozeznanie/core/account'

/** One password for the four sign-ins of the example; they exist only in a database that holds it. */
export const DEMO_PASSWORD = 'Rozeznanie-demo-2026'

export const ORGANISER_EMAIL = 'organizator@rozeznanie.example'
export const INTERVIEWER_EMAIL = 'ankieter@rozeznanie.example'

export interface DemoAccount {
  readonly email: string
  readonly name: string
  /** As the terminal and the sign-in page name it. */
  readonly label: string
  readonly place: 'platform' | 'centre' | 'region'
  readonly role: Role | null
}

export const demoAccounts: readonly DemoAccount[] = [
  {
    email: 'admin@rozeznanie.example',
    name: 'Adam Zarządca',
    label: 'administrator',
    place: 'platform',
    role: null,
  },
  {
    email: ORGANISER_EMAIL,
    name: 'Olga Sienkiewicz',
    label: 'organizator',
    place: 'centre',
    role: 'ORGANISER',
  },
  {
    email: INTERVIEWER_EMAIL,
    name: 'Antoni Zawada',
    label: 'ankieter',
    place: 'centre',
    role: 'INTERVIEWER',
  },
  {
    email: 'analityk@rozeznanie.example',
    name: 'Renata Koper',
    label: 'analityk',
    place: 'region',
    role: 'REGIONAL_ANALYST',
  },
]
