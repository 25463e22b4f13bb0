import { useTranslation } from 'react-i18next'
import { Disclosure } from '../../ui/Disclosure.tsx'
import type { WeightGroup } from './change-groups.ts'
import { ChangedPlaceCard, type Revision } from './ChangedPlaceCard.tsx'
import type { Remedies } from './use-remedies.ts'

interface ChangeGroupProps extends Revision {
  readonly group: WeightGroup
  readonly remedies: Remedies
}

/** Harmless changes beyond this number are folded. */
const SHOWN = 4

/** The changes of one weight. */
export function ChangeGroup({ before, after, group, remedies }: ChangeGroupProps) {
  const { t } = useTranslation('revision')
  const { weight, count, places } = group
  const list = (
    <ul className="changed-places">
      {places.map((place) => (
        <ChangedPlaceCard key={place.id} {...{ before, after, place, remedies }} />
      ))}
    </ul>
  )
  return (
    <section
      className={`change-group change-group--${weight.toLowerCase()}`}
      aria-labelledby={groupId(weight)}
    >
      <div>
        <h2 id={groupId(weight)} tabIndex={-1}>
          {t(`group.${weight}`)} <span className="muted">({count})</span>
        </h2>
        <p className="muted measure">{t(`group.${weight}_text`)}</p>
      </div>
      {weight === 'HARMLESS' && count > SHOWN ? (
        <Disclosure summary={t('show', { count })}>{list}</Disclosure>
      ) : (
        list
      )}
    </section>
  )
}

/** The id of the heading of a group, for links to it. */
export const groupId = (weight: WeightGroup['weight']): string => `zmiany-${weight.toLowerCase()}`
