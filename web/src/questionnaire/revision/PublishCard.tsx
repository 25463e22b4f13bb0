import { questionCount, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { editorPath } from '../questionnaire.paths.ts'
import { BLOCKERS_ID } from './Blockers.tsx'
import { groupId } from './ChangeGroup.tsx'

interface PublishCardProps {
  readonly questionnaire: Questionnaire
  /** Of the version to come. */
  readonly number: number
  /** Null: being looked for. */
  readonly toFix: number | null
  readonly toDecide: number
  /** Remarks that stand in nobody's way. */
  readonly hintCount: number
  readonly refusal: readonly string[]
  readonly isBusy: boolean
  readonly onPublish: () => void
}

/** Whether the draft can be published, what stands in the way, and the button. */
export function PublishCard(props: PublishCardProps) {
  const { questionnaire, number, toFix, toDecide, hintCount, refusal, isBusy, onPublish } = props
  const { t } = useTranslation('revision')
  const { t: tq } = useTranslation('questionnaire')
  const [isAsking, setAsking] = useState(false)
  const isReady = toFix === 0 && toDecide === 0
  return (
    <Card title={t('publish.title', { number })}>
      <div role="status">
        {toFix === null ? (
          <p>{t('checking')}</p>
        ) : isReady ? (
          <p className="measure">{t('publish.ready')}</p>
        ) : (
          <>
            <p>{t('publish.notReady')}</p>
            <ul className="publish-reasons">
              {toFix > 0 && (
                <li>
                  <a href={`#${BLOCKERS_ID}`}>{t('publish.toFix', { count: toFix })}</a>
                </li>
              )}
              {toDecide > 0 && (
                <li>
                  <a href={`#${groupId('BREAKING')}`}>{t('publish.toDecide', { count: toDecide })}</a>
                </li>
              )}
            </ul>
          </>
        )}
      </div>
      {hintCount > 0 && (
        <p className="muted">
          {t('publish.hints', { count: hintCount })}{' '}
          <Link to={editorPath(questionnaire.key)}>{t('publish.hintsLink')}</Link>
        </p>
      )}
      {refusal.length > 0 && (
        <Notice tone="danger" title={t('publish.refused')} isAnnounced>
          <ul className="publish-reasons">
            {refusal.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      {isReady && (
        <div className="row">
          <Button isBusy={isBusy} onClick={() => setAsking(true)}>
            {t('publish.submit', { number })}
          </Button>
        </div>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('publish.confirmTitle', { number })}
        confirmLabel={t('publish.submit', { number })}
        isBusy={isBusy}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          onPublish()
        }}
      >
        <p>
          {t('publish.confirmText', {
            number,
            questions: tq('questions', { count: questionCount(questionnaire) }),
          })}
        </p>
        {number > 1 && <p>{t('publish.confirmRunning')}</p>}
      </ConfirmDialog>
    </Card>
  )
}
