import type { FormFormat, LossEntry, LossKind } from '@rozeznanie/core/interchange'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckboxGroupField } from '../../ui/CheckboxGroupField.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { KeyFigures, type KeyFigure } from '../../ui/KeyFigures.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { asSentence, LOSS_KINDS, lossCounts, lossLines } from './loss-lines.ts'
import { usePlaceWords } from './use-place-words.ts'

/** Words that differ between what comes in and what goes out. */
export interface LossWords {
  readonly figures: Readonly<Record<LossKind, string>>
  readonly kinds: Readonly<Record<LossKind, string>>
  readonly caption: string
  readonly whole: string
}

interface LossReportProps {
  readonly report: readonly LossEntry[]
  readonly format: FormFormat
  readonly words: LossWords
  /** Figures before those of the report. */
  readonly figures?: readonly KeyFigure[]
}

const TONES = { kept: 'positive', approximated: 'attention', dropped: 'neutral' } as const
const SHOWN_AT_FIRST = 20

/** What becomes of every piece of a form: figures, then the lines, of the kinds that are asked for. */
export function LossReport({ report, format, words, figures = [] }: LossReportProps) {
  const { t } = useTranslation('interchange')
  const counts = lossCounts(report)
  const isWhole = counts.dropped + counts.approximated === 0
  const [kinds, setKinds] = useState<readonly string[]>(isWhole ? ['kept'] : ['dropped', 'approximated'])
  return (
    <div className="stack">
      <KeyFigures
        figures={[
          ...figures,
          ...(['kept', 'approximated', 'dropped'] as const).map((kind) => ({
            label: words.figures[kind],
            value: formatCount(counts[kind]),
          })),
        ]}
      />
      {isWhole && <Notice tone="success">{words.whole}</Notice>}
      <CheckboxGroupField
        name="kinds"
        label={t('report.filter')}
        values={kinds}
        choices={LOSS_KINDS.map((kind) => ({
          value: kind,
          label: `${words.figures[kind]} (${formatCount(counts[kind])})`,
        }))}
        onChange={setKinds}
      />
      <LossTable key={kinds.join()} {...{ report, format, words, kinds }} />
    </div>
  )
}

type LossTableProps = LossReportProps & { readonly kinds: readonly string[] }

function LossTable({ report, format, words, kinds }: LossTableProps) {
  const { t } = useTranslation('interchange')
  const placeWords = usePlaceWords(format)
  const [isAll, setAll] = useState(false)
  const lines = lossLines(report, kinds)
  const shown = isAll ? lines : lines.slice(0, SHOWN_AT_FIRST)
  if (lines.length === 0) return <p className="muted">{t('report.nothing')}</p>
  return (
    <>
      <DataTable
        caption={words.caption}
        rows={shown}
        rowKey={({ key }) => key}
        columns={[
          { key: 'place', header: t('report.place'), cell: placeWords, isRowHeader: true },
          {
            key: 'kind',
            header: t('report.kind'),
            cell: ({ kind }) => <StatusTag tone={TONES[kind]}>{words.kinds[kind]}</StatusTag>,
          },
          { key: 'what', header: t('report.what'), cell: ({ message }) => asSentence(message) },
        ]}
      />
      {shown.length < lines.length && (
        <Button look="secondary" onClick={() => setAll(true)}>
          {t('report.more', { count: lines.length - shown.length })}
        </Button>
      )}
    </>
  )
}
