import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { dayOf, formatDay } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'

export const CallList_callback = graphql(`
  fragment CallList_callback on Callback {
    id
    outcome
    comeBackOn
    comeBackPart
    listPosition
  }
`)

interface CallListProps {
  readonly callbacks: readonly FragmentType<typeof CallList_callback>[]
  /** The one that is being called. */
  readonly chosenId: string | null
  readonly onChoose: (id: string) => void
}

/** Whom to call back today; who it is, only the list of the centre knows. */
export function CallList({ callbacks, chosenId, onChoose }: CallListProps) {
  const { t } = useTranslation('entry')
  const today = dayOf(new Date())
  const all = callbacks.map((callback) => readFragment(CallList_callback, callback))
  const due = all.filter(({ comeBackOn }) => comeBackOn <= today)
  const later = all.length - due.length
  return (
    <div className="stack-tight">
      <h3>{t('calls.due')}</h3>
      {due.length === 0 && <p>{t('calls.noneDue')}</p>}
      <ul className="call-list">
        {due.map(({ id, outcome, comeBackOn, comeBackPart, listPosition }) => {
          const who =
            listPosition === null ? t('calls.unlisted') : t('calls.position', { number: listPosition })
          return (
            <li key={id} className={id === chosenId ? 'call-list__chosen' : undefined}>
              <span>
                <strong>{who}</strong>
                {comeBackPart && `, ${t(`calls.part.${comeBackPart}`)}`}
                {comeBackOn < today && `, ${t('calls.late', { day: formatDay(comeBackOn) })}`}
                <span className="muted"> ({t(`calls.outcome.${outcome}`)})</span>
              </span>
              <Button look="secondary" onClick={() => onChoose(id)} label={t('calls.takeLabel', { who })}>
                {t('calls.take')}
              </Button>
            </li>
          )
        })}
      </ul>
      {later > 0 && <p className="muted">{t('calls.later', { count: later })}</p>}
    </div>
  )
}
