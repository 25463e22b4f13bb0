import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { OutboxState } from './outbox.ts'
import type { ReceivedSheet, WaitingSheet } from './sheet.ts'

interface EntryBoxProps {
  readonly state: OutboxState
  readonly onRetry: () => void
  readonly onCorrect: (sheet: WaitingSheet) => void
  readonly onDrop: (id: string) => void
}

/** What became of the sheets: the last receipt, those that wait, those that were not taken. */
export function EntryBox({ state, onRetry, onCorrect, onDrop }: EntryBoxProps) {
  const { t } = useTranslation('entry')
  const { waiting, received, isAway, begun } = state
  const [last, ...earlier] = received
  const refused = waiting.filter(({ problem }) => problem !== null)
  const onTheWay = waiting.length - refused.length
  return (
    <div className="entry-box" aria-live="polite">
      {last && <Receipt sheet={last} />}
      {onTheWay > 0 && (
        <Notice tone={isAway ? 'warning' : 'info'} title={t('box.waiting', { count: onTheWay })}>
          {isAway && <p>{t('box.away')}</p>}
        </Notice>
      )}
      {refused.map((sheet) => (
        <Refused
          key={sheet.id}
          sheet={sheet}
          onRetry={onRetry}
          onDrop={onDrop}
          onCorrect={begun === null || begun.kept === undefined ? onCorrect : undefined}
        />
      ))}
      {earlier.length > 0 && (
        <Disclosure summary={t('box.earlier')}>
          <ul className="entry-box__earlier">
            {earlier.map((sheet) => (
              <li key={sheet.id}>
                {sheet.mode === 'PAPI'
                  ? t('box.earlierItem', { number: sheet.sheetNumber })
                  : t('box.earlierCati')}
                : <strong className="entry-code">{sheet.receipt}</strong>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}

function Receipt({ sheet: { mode, sheetNumber, receipt } }: { readonly sheet: ReceivedSheet }) {
  const { t } = useTranslation('entry')
  return (
    <p className="entry-receipt">
      <span>{mode === 'PAPI' ? t('box.received', { number: sheetNumber }) : t('box.receivedCati')}</span>{' '}
      <strong className="entry-code">{receipt}</strong>
    </p>
  )
}

interface RefusedProps {
  readonly sheet: WaitingSheet
  readonly onRetry: () => void
  /** Absent while another sheet is being entered. */
  readonly onCorrect: ((sheet: WaitingSheet) => void) | undefined
  readonly onDrop: (id: string) => void
}

function Refused({ sheet, onRetry, onCorrect, onDrop }: RefusedProps) {
  const { t } = useTranslation('entry')
  const [isAsking, setIsAsking] = useState(false)
  const { mode, sheetNumber, problem } = sheet
  const title = mode === 'PAPI' ? t('box.refused', { number: sheetNumber }) : t('box.refusedCati')
  return (
    <Notice tone="danger" title={title}>
      <p>{problem}</p>
      <div className="row">
        <Button look="secondary" onClick={onRetry}>
          {t('box.again')}
        </Button>
        {onCorrect && (
          <Button look="secondary" onClick={() => onCorrect(sheet)}>
            {t('box.correct')}
          </Button>
        )}
        <Button look="quiet" onClick={() => setIsAsking(true)}>
          {t('box.drop')}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('box.dropTitle')}
        confirmLabel={t('box.drop')}
        isDangerous
        onConfirm={() => onDrop(sheet.id)}
        onCancel={() => setIsAsking(false)}
      >
        <p>{t('box.dropText')}</p>
      </ConfirmDialog>
    </Notice>
  )
}
