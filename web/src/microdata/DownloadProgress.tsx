import { useTranslation } from 'react-i18next'
import { formatCount } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { sizeInWords } from './data-file.ts'
import type { DownloadStage } from './use-data-download.ts'

interface DownloadProgressProps {
  readonly stage: DownloadStage
  readonly onCancel: () => void
  readonly onResume: () => void
}

/** How far a file is, and at the end whether it is whole. */
export function DownloadProgress({ stage, onCancel, onResume }: DownloadProgressProps) {
  const { t } = useTranslation('microdata')
  switch (stage.kind) {
    case 'idle':
      return null
    case 'preparing':
    case 'downloading':
      return <Going stage={stage} onCancel={onCancel} />
    case 'checking':
      return <p role="status">{t('progress.checking')}</p>
    case 'broken':
      return (
        <Notice tone="warning" title={t('failed.broken')} isAnnounced>
          <p>{t('failed.brokenText')}</p>
          <Button onClick={onResume}>{t('failed.resume')}</Button>
        </Notice>
      )
    case 'failed':
      return (
        <Notice tone="danger" title={t('failed.title')} isAnnounced>
          <p>{stage.reason === 'refused' ? stage.message : t(`failed.${stage.reason}`)}</p>
        </Notice>
      )
    case 'done':
      return <Done stage={stage} />
  }
}

interface GoingProps {
  readonly stage: Extract<DownloadStage, { kind: 'preparing' | 'downloading' }>
  readonly onCancel: () => void
}

function Going({ stage, onCancel }: GoingProps) {
  const { t } = useTranslation('microdata')
  const { kind, done, all, secondsLeft: seconds } = stage
  const shown = kind === 'preparing' ? formatCount : sizeInWords
  const text =
    all === null ? t('progress.waiting') : t(`progress.${kind}`, { done: shown(done), all: shown(all) })
  const time =
    seconds === null
      ? null
      : seconds < 90
        ? t('progress.seconds', { count: seconds })
        : t('progress.minutes', { count: Math.round(seconds / 60) })
  return (
    <div className="download">
      <progress className="download__bar" value={done} max={all ?? 1} aria-label={t('progress.label')} />
      <p className="download__text">
        {text}
        {time && <span className="muted"> · {t('progress.left', { time })}</span>}
      </p>
      <Button look="secondary" onClick={onCancel}>
        {t('progress.cancel')}
      </Button>
    </div>
  )
}

function Done({ stage }: { readonly stage: Extract<DownloadStage, { kind: 'done' }> }) {
  const { t } = useTranslation('microdata')
  const { rowCount, name, size, isDigested, save } = stage
  const told = { name, size: sizeInWords(size) }
  return (
    <Notice
      tone="success"
      title={t('done.title', { count: rowCount, rows: formatCount(rowCount) })}
      isAnnounced
    >
      <p className="download__name">{isDigested ? t('done.digest', told) : t('done.text', told)}</p>
      <Button look="secondary" onClick={save}>
        {t('done.again')}
      </Button>
    </Notice>
  )
}
