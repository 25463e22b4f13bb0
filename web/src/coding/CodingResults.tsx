import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatCount, formatDecimal, formatShare } from '../i18n/format.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { CodingContext } from './CodeChoice.tsx'
import { codingPath } from './coding.paths.ts'

interface CodingResultsProps extends CodingContext {
  readonly state: {
    readonly codedCount: number
    readonly openCount: number
    readonly answerCount: number
    readonly codes: readonly { readonly id: string; readonly label: string; readonly count: number }[]
    readonly agreement?: Agreement | null
  }
}

interface Agreement {
  readonly coders: readonly string[]
  readonly count: number
  readonly sameCount: number
  readonly alpha?: number | null
  readonly verdict: 'GOOD' | 'TENTATIVE' | 'POOR' | 'UNKNOWN'
  readonly codes: readonly {
    readonly code: string
    readonly firstCount: number
    readonly secondCount: number
    readonly bothCount: number
    readonly kappa?: number | null
  }[]
}

/** How many answers have each code, and how far two people agree. */
export function CodingResults({ surveyId, questionKey, codes, state }: CodingResultsProps) {
  const { t } = useTranslation('coding')
  const { codedCount, answerCount } = state
  if (codedCount === 0) {
    return (
      <EmptyState title={t('noResults.title')}>
        <p>{t('noResults.text')}</p>
      </EmptyState>
    )
  }
  const most = Math.max(...state.codes.map(({ count }) => count), 1)
  return (
    <section className="stack" aria-label={t('parts.wyniki')}>
      {codedCount < answerCount && (
        <p className="muted">{t('partly', { count: answerCount - codedCount })}</p>
      )}
      <DataTable
        caption={t('table.caption', { count: codedCount })}
        rows={state.codes}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'label',
            header: t('table.code'),
            isRowHeader: true,
            cell: ({ id, label, count }) =>
              count === 0 ? (
                label
              ) : (
                <Link to={codingPath(surveyId, { question: questionKey, part: 'odpowiedzi', code: id })}>
                  {label}
                </Link>
              ),
          },
          { key: 'count', header: t('table.count'), align: 'end', cell: ({ count }) => formatCount(count) },
          {
            key: 'share',
            header: t('table.share'),
            align: 'end',
            cell: ({ count }) => formatShare(count / codedCount, 0),
          },
          {
            key: 'bar',
            header: t('table.bar'),
            cell: ({ count }) => (
              <span className="coding-bar" aria-hidden style={{ width: `${(100 * count) / most}%` }} />
            ),
          },
        ]}
      />
      <p className="muted">{t('table.note')}</p>
      {state.agreement && <AgreementOf agreement={state.agreement} codes={codes} />}
    </section>
  )
}

const TONES = { GOOD: 'success', TENTATIVE: 'warning', POOR: 'danger', UNKNOWN: 'info' } as const

function AgreementOf({ agreement, codes }: { readonly agreement: Agreement } & Pick<CodingContext, 'codes'>) {
  const { t } = useTranslation('coding')
  const { coders, count, sameCount, alpha, verdict } = agreement
  const used = agreement.codes.filter(({ firstCount, secondCount }) => firstCount + secondCount > 0)
  return (
    <>
      <Notice tone={TONES[verdict]} title={t(`verdict.${verdict}`)}>
        <p>{t('agreement.same', { coders: coders.join(', '), same: sameCount, count })}</p>
        <p>
          {alpha == null ? t('agreement.noAlpha') : t('agreement.alpha', { alpha: formatDecimal(alpha, 2) })}{' '}
          {t(`advice.${verdict}`)}
        </p>
      </Notice>
      <Disclosure summary={t('agreement.byCode')}>
        <DataTable
          caption={t('agreement.caption')}
          isCaptionHidden
          narrow="scroll"
          rows={used}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'code',
              header: t('table.code'),
              isRowHeader: true,
              cell: ({ code }) => codes.find(({ id }) => id === code)?.label ?? '',
            },
            {
              key: 'first',
              header: t('firstPerson'),
              align: 'end',
              cell: (row) => formatCount(row.firstCount),
            },
            {
              key: 'second',
              header: t('secondPerson'),
              align: 'end',
              cell: (row) => formatCount(row.secondCount),
            },
            {
              key: 'both',
              header: t('agreement.both'),
              align: 'end',
              cell: (row) => formatCount(row.bothCount),
            },
            {
              key: 'kappa',
              header: t('agreement.kappa'),
              align: 'end',
              cell: ({ kappa }) => (kappa == null ? '–' : formatDecimal(kappa, 2)),
            },
          ]}
        />
      </Disclosure>
    </>
  )
}
