import { useQuery } from '@apollo/client/react'
import { goTo, openEntry, pickOption, summaryOf, type Entry } from '@rozeznanie/core/entry'
import { compile, isAnswerable, paperNumbers, type Questionnaire } from '@rozeznanie/core/questionnaire'
import type { TFunction } from 'i18next'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { dayOf } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { EntryKeys } from './EntryKeys.tsx'
import type { EntrySurvey } from './entry-survey.ts'
import type { SheetDesk } from './sheet-desk.ts'
import { SheetList } from './SheetList.tsx'
import { Script } from './Script.tsx'
import type { BegunSheet } from './sheet.ts'

const SheetNumberQuery = graphql(`
  query SheetNumber($id: ID!, $sheetNumber: String!) {
    survey(id: $id) {
      id
      hasSheet(sheetNumber: $sheetNumber)
    }
  }
`)

interface EntrySheetProps {
  readonly survey: EntrySurvey
  readonly questionnaire: Questionnaire
  readonly sheet: BegunSheet
  /** Sheets of this survey entered today, or interviews of this tab. */
  readonly doneCount: number
  /** A sheet of this number is among them. */
  readonly isKnownNumber: boolean
  readonly onKeep: (entry: Entry) => void
  readonly onDone: (entry: Entry) => void
  readonly onAbandon: () => void
}

function useEntry({ survey, questionnaire, sheet, onKeep, onDone }: EntrySheetProps) {
  const [entry, setEntry] = useState(() =>
    openEntry(
      { compiled: compile(questionnaire), localities: survey.localities, today: dayOf(new Date()) },
      sheet.kept,
    ),
  )
  useEffect(() => {
    if (entry.isFinished) onDone(entry)
    else onKeep(entry)
    // What is kept follows the sheet alone; the callbacks are made anew by every keeping.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [entry.form, entry.at, entry.blanks, entry.strays, entry.typed, entry.isFinished])
  return [entry, setEntry] as const
}

/** One sheet: its questions as on paper, the present one large. */
export function EntrySheet(props: EntrySheetProps) {
  const { survey, questionnaire, sheet, isKnownNumber } = props
  const { t } = useTranslation('entry')
  const [entry, setEntry] = useEntry(props)
  const numbers = useMemo(() => paperNumbers(questionnaire), [questionnaire])
  const { data } = useQuery(SheetNumberQuery, {
    variables: { id: survey.id, sheetNumber: sheet.sheetNumber },
    skip: sheet.mode !== 'PAPI' || sheet.isAgain === true,
    fetchPolicy: 'network-only',
  })
  const desk: SheetDesk = {
    entry,
    numbers,
    mode: sheet.mode,
    change: setEntry,
    pick: (code) => setEntry((before) => pickOption(before, code)),
    go: (id) => setEntry((before) => goTo(before, id)),
  }
  return (
    <section className="entry" aria-label={titleOf(t, sheet)}>
      <SheetHead {...props} entry={entry} />
      {(isKnownNumber || data?.survey?.hasSheet === true) && (
        <Notice tone="warning">
          <p>{t('sheet.taken', { number: sheet.sheetNumber })}</p>
        </Notice>
      )}
      {sheet.mode === 'CATI' && <Script survey={survey} questionnaire={questionnaire} part="intro" />}
      <div className="entry__desk">
        <SheetList desk={desk} questionnaire={questionnaire} />
        <EntryKeys />
      </div>
      {sheet.mode === 'CATI' && <Script survey={survey} questionnaire={questionnaire} part="thanks" />}
    </section>
  )
}

const titleOf = (t: TFunction<'entry'>, { mode, sheetNumber, isAgain }: BegunSheet): string =>
  t(isAgain === true ? 'sheet.again' : `sheet.${mode}`, { number: sheetNumber })

function SheetHead({ entry, sheet, doneCount, onAbandon }: EntrySheetProps & { readonly entry: Entry }) {
  const { t } = useTranslation('entry')
  const [isAsking, setIsAsking] = useState(false)
  const questions = entry.form.compiled.level.nodes.filter(
    (node) => node.kind === 'question' && isAnswerable(node.question),
  )
  const open = new Set(summaryOf(entry).unseen.map(({ path }) => path[0]))
  const done = questions.length - open.size
  const hasBegun = entry.blanks.size > 0 || Object.keys(entry.form.state.given).length > 0
  return (
    <header className="entry__head">
      <h2>{titleOf(t, sheet)}</h2>
      <progress max={questions.length} value={done} aria-label={t('sheet.progressLabel')} />
      <span className="muted">{t('sheet.progress', { done, all: questions.length })}</span>
      <span className="muted">
        {t(sheet.mode === 'PAPI' ? 'sheet.today' : 'sheet.calls', { count: doneCount })}
      </span>
      <Button look="quiet" onClick={() => (hasBegun ? setIsAsking(true) : onAbandon())}>
        {t('sheet.abandon')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('sheet.abandonTitle')}
        confirmLabel={t('sheet.abandon')}
        isDangerous
        onConfirm={onAbandon}
        onCancel={() => setIsAsking(false)}
      >
        <p>{t('sheet.abandonText')}</p>
      </ConfirmDialog>
    </header>
  )
}
