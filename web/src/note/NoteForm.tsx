import { noteWarnings } from '@rozeznanie/core/note'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Form } from '../ui/Form.tsx'
import { problemsOf, type FormProblem } from '../ui/form-problems.ts'
import { Notice } from '../ui/Notice.tsx'
import { inputOf, type NoteFields } from './note-draft.ts'
import { PlaceFields, StoryFields, type NotePlaces } from './NoteFieldsView.tsx'
import { PersonalDataNotice } from './PersonalDataNotice.tsx'
import { QuotesFields } from './QuotesFields.tsx'
import { useLeaveGuard } from './use-leave-guard.ts'
import { useSavingNote } from './use-saving-note.ts'

const NAMES = [
  'title',
  'text',
  'diAreas',
  'notedOn',
  'municipalityCode',
  'localityId',
  'place',
  'participantCount',
]

interface NoteFormProps {
  readonly organisationId: string
  readonly places: NotePlaces
  readonly start: NoteFields
  /** Absent: a new note. */
  readonly stored?: { readonly noteId: string; readonly revision: number }
  readonly onSaved: (noteId: string) => void
  /** Gives up what was typed and begins anew from the note as it is kept. */
  readonly onReload?: () => void
  readonly onCancel: () => void
}

/** A note being written; nothing of it is lost without a question. */
export function NoteForm({ organisationId, places, start, stored, ...on }: NoteFormProps) {
  const { t } = useTranslation('note')
  const [fields, setFields] = useState(start)
  const [isDirty, setDirty] = useState(false)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [conflict, setConflict] = useState<{ message: string; revision: number } | null>(null)
  const [isGivingUp, setGivingUp] = useState(false)
  const [send, { loading }] = useSavingNote()
  const guard = useLeaveGuard(isDirty)
  const settled = useDeferredValue(fields)
  const warnings = useMemo(() => noteWarnings(settled), [settled])
  const leave = () => {
    guard.open()
    on.onCancel()
  }
  const change = (part: Partial<NoteFields>) => {
    setFields((before) => ({ ...before, ...part }))
    setDirty(true)
  }

  const save = async (baseRevision = stored?.revision) => {
    const checked = inputOf(fields, frameOf(places, fields))
    setProblems('problems' in checked ? checked.problems : [])
    if ('problems' in checked) return
    const of = stored ? { noteId: stored.noteId, baseRevision: baseRevision ?? 0 } : {}
    const { data, error } = await send({ variables: { input: { ...checked.input, ...of, organisationId } } })
    const result = data?.saveFieldNote
    if (result?.__typename === 'FieldNoteConflictError') return setConflict(result)
    if (result?.__typename !== 'FieldNote')
      return setProblems(problemsOf(result ?? { message: error?.message ?? t('failed') }))
    guard.open()
    on.onSaved(result.id)
  }
  const names = [...NAMES, ...fields.quotes.flatMap((_, index) => quoteNames(index)), 'quotes']
  return (
    <>
      <Form
        label={t('form.name')}
        problems={problems}
        names={names}
        onSubmit={() => void save()}
        actions={
          <>
            <Button type="submit" isBusy={loading}>
              {t('form.save')}
            </Button>
            <Button look="secondary" onClick={() => (isDirty ? setGivingUp(true) : leave())}>
              {t('form.cancel')}
            </Button>
          </>
        }
      >
        <StoryFields fields={fields} problems={problems} change={change} />
        <PlaceFields fields={fields} problems={problems} change={change} places={places} />
        <QuotesFields quotes={fields.quotes} problems={problems} onChange={(quotes) => change({ quotes })} />
        <PersonalDataNotice warnings={warnings} advice={t('warnings.inNote')} />
        {conflict && (
          <Notice tone="warning" isAnnounced>
            <p>{conflict.message}</p>
            <div className="row">
              <Button look="secondary" isBusy={loading} onClick={() => void save(conflict.revision)}>
                {t('conflict.keepMine')}
              </Button>
              <Button look="quiet" onClick={() => on.onReload?.()}>
                {t('conflict.takeTheirs')}
              </Button>
            </div>
          </Notice>
        )}
      </Form>
      <ConfirmDialog
        isOpen={guard.isAsking || isGivingUp}
        title={t('leave.title')}
        confirmLabel={t('leave.confirm')}
        isDangerous
        onConfirm={isGivingUp ? leave : guard.leave}
        onCancel={isGivingUp ? () => setGivingUp(false) : guard.stay}
      >
        <p>{t('leave.text')}</p>
      </ConfirmDialog>
    </>
  )
}

const quoteNames = (index: number) => [`quotes.${index}.text`, `quotes.${index}.speaker`]

function frameOf({ municipalities }: NotePlaces, { municipalityCode }: NoteFields) {
  const municipality = municipalities.find(({ code }) => code === municipalityCode)
  return {
    today: dayOf(new Date()),
    municipalityCodes: municipalities.map(({ code }) => code),
    localityIds: (municipality?.localities ?? []).map(({ id }) => id),
  }
}
