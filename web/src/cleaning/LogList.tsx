import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import type { LogList_LineFragment } from '../gql/graphql.ts'
import { formatInstant } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { responsePath } from './cleaning.paths.ts'
import { useDecisions } from './use-decisions.ts'

export const LogList_line = graphql(`
  fragment LogList_line on CleaningLogLine {
    number
    responseId
    sheetNumber
    kind
    source
    place
    before
    after
    reason
    remark
    at
    byName
    undoes
    undoneBy
  }
`)

interface LogListProps {
  readonly surveyId: string
  readonly lines: readonly FragmentType<typeof LogList_line>[]
  /** All lines are about the response that is open. */
  readonly isOfOne?: boolean
  readonly onDone: () => Promise<void>
}

/** Decisions, the newest first; what is in force can be taken back. */
export function LogList({ surveyId, lines, isOfOne = false, onDone }: LogListProps) {
  const { t } = useTranslation('cleaning')
  const { undo, isBusy } = useDecisions()
  const [asked, setAsked] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const confirm = async (number: number) => {
    const [found] = await undo({ surveyId, number, remark: '' })
    setProblem(found?.message ?? null)
    setAsked(null)
    if (!found) await onDone()
  }
  return (
    <>
      {problem !== null && (
        <Notice tone="danger" isAnnounced>
          <p>{problem}</p>
        </Notice>
      )}
      <ol className="quality-log">
        {lines.map((masked) => {
          const line = readFragment(LogList_line, masked)
          const canUndo = line.kind !== 'UNDO' && line.undoneBy === null
          return (
            <li key={line.number} className="quality-item">
              <LogLine line={line} />
              <div className="row">
                {!isOfOne && (
                  <LinkButton
                    to={responsePath(surveyId, line.responseId)}
                    look="quiet"
                    label={t('log.openResponseLabel', { number: line.number })}
                  >
                    {t('log.openResponse')}
                  </LinkButton>
                )}
                {canUndo && (
                  <Button
                    look="secondary"
                    label={t('log.undoLabel', { number: line.number })}
                    onClick={() => setAsked(line.number)}
                  >
                    {t('log.undo')}
                  </Button>
                )}
              </div>
            </li>
          )
        })}
      </ol>
      <ConfirmDialog
        isOpen={asked !== null}
        title={t('log.undoTitle', { number: asked ?? 0 })}
        confirmLabel={t('log.undo')}
        isBusy={isBusy}
        onConfirm={() => asked !== null && void confirm(asked)}
        onCancel={() => setAsked(null)}
      >
        <p>{t('log.undoText')}</p>
      </ConfirmDialog>
    </>
  )
}

function LogLine({ line }: { readonly line: LogList_LineFragment }) {
  const { t } = useTranslation('cleaning')
  const {
    number,
    kind,
    source,
    place,
    before,
    after,
    reason,
    remark,
    at,
    byName,
    undoes,
    undoneBy,
    sheetNumber,
  } = line
  const facts = [
    t('log.line', { number }),
    ...(undoes === null ? [] : [t('log.undoes', { number: undoes })]),
    ...(undoneBy === null ? [] : [t('log.undone', { number: undoneBy })]),
    ...(sheetNumber === null ? [] : [t('sheet', { number: sheetNumber })]),
    t(`log.source.${source}`),
    t('log.who', { name: byName, at: formatInstant(at) }),
  ]
  return (
    <div className={undoneBy === null ? 'stack-tight' : 'stack-tight quality-log__undone'}>
      <p>
        <strong>{t(`log.kind.${kind}`)}</strong> – {place}
      </p>
      {before !== null && after !== null && <p>{t('log.change', { before, after })}</p>}
      <p>
        {reason}
        {remark !== '' && `: ${remark}`}
      </p>
      <p className="muted">{facts.join(' · ')}</p>
    </div>
  )
}
