import { takeMine, takeTheirs, type MergeConflict } from '@rozeznanie/core/questionnaire/editing'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { RadioGroupField } from '../../ui/RadioGroupField.tsx'
import { conflictInWords } from './conflict-in-words.ts'
import type { DraftConflict } from './draft-state.ts'
import type { DraftStore } from './draft-store.ts'
import { useDraftState } from './use-draft.ts'

type Side = 'mine' | 'theirs'

/** Asks, place by place, whose change stays; there only while two people have changed the same thing. */
export function ConflictDialog({ store }: { readonly store: DraftStore }) {
  const conflict = useDraftState(store, (state) => state.conflict)
  return conflict && <Choosing key={conflict.theirs.revision} store={store} conflict={conflict} />
}

interface ChoosingProps {
  readonly store: DraftStore
  readonly conflict: DraftConflict
}

function Choosing({ store, conflict }: ChoosingProps) {
  const { t } = useTranslation('draft')
  const { theirs, merged, conflicts } = conflict
  const [sides, setSides] = useState<readonly Side[]>(() => conflicts.map(() => 'mine'))
  const at = formatInstant(theirs.savedAt)
  const confirm = () => {
    const settled = conflicts.reduce(
      (result, one, index) => (sides[index] === 'mine' ? takeMine(result, one) : takeTheirs(result, one)),
      merged,
    )
    store.settle(settled)
  }
  return (
    <Dialog
      title={t('conflict.title')}
      lead={
        theirs.savedByName
          ? t('conflict.leadNamed', { name: theirs.savedByName, at })
          : t('conflict.leadUnknown', { at })
      }
      onClose={confirm}
      actions={
        <>
          <Button onClick={confirm}>{t('conflict.confirm')}</Button>
          <Button look="secondary" onClick={() => setSides(conflicts.map(() => 'mine'))}>
            {t('conflict.allMine')}
          </Button>
          <Button look="secondary" onClick={() => setSides(conflicts.map(() => 'theirs'))}>
            {t('conflict.allTheirs')}
          </Button>
        </>
      }
    >
      <p>{t('conflict.history')}</p>
      {conflicts.map((one, index) => (
        <Place
          key={index}
          name={`conflict.${index}`}
          conflict={one}
          side={sides[index] ?? 'mine'}
          onChoose={(side) => setSides(sides.with(index, side))}
        />
      ))}
    </Dialog>
  )
}

interface PlaceProps {
  readonly name: string
  readonly conflict: MergeConflict
  readonly side: Side
  readonly onChoose: (side: Side) => void
}

function Place({ name, conflict, side, onChoose }: PlaceProps) {
  const { t } = useTranslation('draft')
  const { subject, mine, theirs } = conflictInWords(conflict, t)
  return (
    <RadioGroupField
      name={name}
      label={subject}
      value={side}
      choices={[
        { value: 'mine', label: t('conflict.mine'), hint: mine },
        { value: 'theirs', label: t('conflict.theirs'), hint: theirs },
      ]}
      onChange={(value) => onChoose(value === 'theirs' ? 'theirs' : 'mine')}
    />
  )
}
