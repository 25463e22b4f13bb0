import { placeOf, questionOf } from '@rozeznanie/core/questionnaire/editing'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { shortText } from '../draft/changed-places.ts'
import { homeOf, homesFor, othersIn, placeIn } from './move-places.ts'
import { moveToPlace, present } from './question-actions.ts'
import { nameOf } from './question-names.ts'
import { useEditor } from './use-editor.ts'

/** Chooses a section (or a group) and a place in it. */
export function MoveWindow({ questionKey }: { readonly questionKey: string }) {
  const editor = useEditor()
  const { desk, t } = editor
  const questionnaire = present(editor)
  const question = questionOf(questionnaire, questionKey)
  const homes = homesFor(questionnaire, questionKey)
  const [homeId, setHomeId] = useState(homeOf(questionnaire, homes, questionKey)?.id ?? homes[0]?.id ?? '')
  const [index, setIndex] = useState(placeOf(questionnaire, questionKey)?.index ?? 0)
  const home = homes.find(({ id }) => id === homeId)
  if (!question || !home) return null
  const others = othersIn(questionnaire, home, questionKey)
  const places = [
    { value: '0', label: t('move.first') },
    ...others.map((one, at) => ({
      value: String(at + 1),
      label: t('move.after', { name: nameOf(one, t('untitled')) }),
    })),
  ]
  const confirm = () => {
    desk.show(null)
    moveToPlace(editor, questionKey, placeIn(home, Math.min(index, others.length)))
  }
  return (
    <Dialog
      title={t('move.title')}
      lead={nameOf(question, t('untitled'))}
      onClose={() => desk.show(null)}
      actions={
        <>
          <Button onClick={confirm}>{t('move.confirm')}</Button>
          <Button look="quiet" onClick={() => desk.show(null)}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <SelectField
        name="move.home"
        label={t('move.where')}
        value={homeId}
        choices={homes.map(({ id, titles }) => ({
          value: id,
          label: titles.map((title) => shortText(title) || t('untitledSection')).join(' › '),
        }))}
        onChange={(id) => {
          setHomeId(id)
          setIndex(0)
        }}
      />
      <SelectField
        name="move.place"
        label={t('move.place')}
        value={String(Math.min(index, others.length))}
        choices={places}
        onChange={(value) => setIndex(Number(value))}
      />
    </Dialog>
  )
}
