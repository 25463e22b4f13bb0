import { type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import type { PictureWords } from './picture/compose-picture.ts'
import { type PictureFormat, savePicture } from './picture/save-picture.ts'

interface ChartDownloadsProps {
  /** Around the chart and its legend. */
  readonly root: RefObject<HTMLElement | null>
  readonly words: PictureWords
}

const FORMATS: readonly PictureFormat[] = ['png', 'svg']

/** Takes the chart away as a picture, made in the browser from what is on the page. */
export function ChartDownloads({ root, words }: ChartDownloadsProps) {
  const { t } = useTranslation('charts')
  const [state, setState] = useState<'idle' | 'busy' | 'saved' | 'failed'>('idle')
  const save = (format: PictureFormat) => {
    if (!root.current) return
    setState('busy')
    savePicture(root.current, words, format).then(
      () => setState('saved'),
      () => setState('failed'),
    )
  }
  return (
    <div className="chart-downloads no-print">
      {FORMATS.map((format) => (
        <Button
          key={format}
          look="secondary"
          isBusy={state === 'busy'}
          label={t(`picture.${format}Of`, { title: words.title })}
          onClick={() => save(format)}
        >
          {t(`picture.${format}`)}
        </Button>
      ))}
      <span className="muted" role="status">
        {state === 'saved' && t('picture.saved')}
        {state === 'failed' && t('picture.failed')}
      </span>
    </div>
  )
}
