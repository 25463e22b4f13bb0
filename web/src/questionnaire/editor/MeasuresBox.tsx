import { READING_MARK } from '@rozeznanie/core/questionnaire/inspection'
import { formatDecimal } from '../../i18n/format.ts'
import { useEditor, useOfDraft } from './use-editor.ts'

/** How long answering takes, and how hard the texts are to read. */
export function MeasuresBox() {
  const { t } = useEditor()
  const measures = useOfDraft(({ inspection }) => inspection?.measures)
  if (!measures) return null
  const { time, reading } = measures
  const isEasy = reading.fog <= READING_MARK
  return (
    <section className="measures" aria-labelledby="measures-title">
      <h3 id="measures-title">{t('measures.title')}</h3>
      <dl>
        <div>
          <dt>{t('measures.time')}</dt>
          <dd>
            {t('measures.minutes', { count: Math.ceil(time.medianMinutes) })}
            <span className="muted"> {t('measures.longest', { count: Math.ceil(time.longestMinutes) })}</span>
          </dd>
        </div>
        <div>
          <dt>{t('measures.reading')}</dt>
          <dd>
            {t('measures.fog', { fog: formatDecimal(reading.fog) })}{' '}
            <span className="muted">
              {t(isEasy ? 'measures.easy' : 'measures.hard', { mark: READING_MARK })}
            </span>
          </dd>
        </div>
      </dl>
    </section>
  )
}
