import type { Role } from '../gql/graphql.ts'
import { NOTES_PATH } from '../note/note.paths.ts'
import type { IconName } from '../ui/Icon.tsx'

export interface NavigationItem {
  readonly to: string
  /** Key of the label in the catalogue `app`. */
  readonly label:
    | 'start'
    | 'surveys'
    | 'notes'
    | 'questionnaires'
    | 'municipalities'
    | 'organisations'
    | 'myOrganisation'
    | 'accounts'
    | 'region'
  readonly icon: IconName
}

interface NavigationViewer {
  readonly isAdministrator: boolean
  readonly memberships: readonly { readonly role: Role; readonly organisation: { readonly id: string } }[]
}

const ITEMS = {
  start: { to: '/', label: 'start', icon: 'home' },
  surveys: { to: '/ankiety', label: 'surveys', icon: 'survey' },
  notes: { to: NOTES_PATH, label: 'notes', icon: 'note' },
  questionnaires: { to: '/kwestionariusze', label: 'questionnaires', icon: 'questionnaire' },
  municipalities: { to: '/gminy', label: 'municipalities', icon: 'map' },
  organisations: { to: '/organizacje', label: 'organisations', icon: 'organisation' },
  accounts: { to: '/konta', label: 'accounts', icon: 'people' },
  region: { to: '/region', label: 'region', icon: 'region' },
} as const satisfies Record<string, NavigationItem>

/** The pages a person may open, in the order of the work. A person with several roles sees each page once. */
export function navigationFor({ isAdministrator, memberships }: NavigationViewer): readonly NavigationItem[] {
  const has = (role: Role) => memberships.some((membership) => membership.role === role)
  const own = memberships.find(({ role }) => role === 'ORGANISER')?.organisation.id
  const items: (NavigationItem | false)[] = [
    ITEMS.start,
    (has('ORGANISER') || has('INTERVIEWER')) && ITEMS.surveys,
    (has('ORGANISER') || has('INTERVIEWER')) && ITEMS.notes,
    has('REGIONAL_ANALYST') && ITEMS.region,
    ITEMS.questionnaires,
    (isAdministrator || has('ORGANISER')) && ITEMS.municipalities,
    isAdministrator && ITEMS.organisations,
    !isAdministrator &&
      own !== undefined && { to: `/organizacje/${own}`, label: 'myOrganisation', icon: 'organisation' },
    isAdministrator && ITEMS.accounts,
  ]
  return items.filter((item) => item !== false)
}
