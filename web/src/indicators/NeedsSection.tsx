import { useTranslation } from 'react-i18next'
import { formatCount, formatDecimal } from '../i18n/format.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { DotsWithTable } from './DotsWithTable.tsx'
import { dotOf, inWords, type Needs, shortOf } from './indicator-data.ts'

interface NeedsSectionProps {
  readonly needs: Needs
}

type Service = Needs['services'][number]

/** Services on the chart and on the list; the table has all of them. */
const MOST_DRAWN = 10
const MOST_LISTED = 5
/** Below this the services do not make one scale. */
const GOOD_ALPHA = 0.7

/** Services by the gap between need and what is there, and which to begin with. */
export function NeedsSection({ needs }: NeedsSectionProps) {
  const { t } = useTranslation('indicators')
  const { services, overall, notes } = needs
  if (services.every(({ gap }) => gap.estimate === null)) return null
  const tooFew = t('tooFew')
  const places = ({ firstPlace, lastPlace }: Service) => {
    if (firstPlace === null || lastPlace === null) return ''
    const places = { from: firstPlace, to: lastPlace }
    return firstPlace === lastPlace ? t('needs.place', places) : t('needs.places', places)
  }
  return (
    <section className="indicator-section">
      <h2>{t('needs.title')}</h2>
      {overall && (
        <p>
          {t('needs.overall', { value: inWords(overall.index, 'INDEX', tooFew) })}{' '}
          {overall.alpha !== null && t('needs.alpha', { value: formatDecimal(overall.alpha, 2) })}{' '}
          {overall.alpha !== null && overall.alpha < GOOD_ALPHA && t('needs.lowAlpha')}
        </p>
      )}
      <DotsWithTable
        caption={t('needs.caption')}
        isPercent={false}
        dots={services.slice(0, MOST_DRAWN).map(({ label, gap }) => dotOf(label, gap, 'INDEX', tooFew))}
        columns={(['service', 'need', 'availability', 'gap', 'unmetOfNeed', 'places'] as const).map((key) =>
          t(`columns.${key}`),
        )}
        rows={services.map((service) => ({
          key: service.rowKey,
          cells: [
            service.label,
            inWords(service.need, 'INDEX', tooFew),
            inWords(service.availability, 'INDEX', tooFew),
            inWords(service.gap, 'INDEX', tooFew),
            inWords(service.unmet, 'PERCENT', tooFew),
            places(service),
          ],
        }))}
      />
      <Disclosure summary={t('needs.how')}>
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Disclosure>
      <Priorities services={services} />
    </section>
  )
}

function Priorities({ services }: { readonly services: readonly Service[] }) {
  const { t } = useTranslation('indicators')
  const listed = services
    .filter(({ priority }) => priority !== null)
    .toSorted((one, other) => (one.priority ?? 0) - (other.priority ?? 0))
  return (
    <>
      <h3>{t('needs.priorityTitle')}</h3>
      {listed.length === 0 ? (
        <p>{t('needs.noPriority')}</p>
      ) : (
        <PriorityList services={listed.slice(0, MOST_LISTED)} start={1} />
      )}
      {listed.length > MOST_LISTED && (
        <Disclosure summary={t('needs.more', { count: listed.length - MOST_LISTED })}>
          <PriorityList services={listed.slice(MOST_LISTED)} start={MOST_LISTED + 1} />
        </Disclosure>
      )}
    </>
  )
}

interface PriorityListProps {
  readonly services: readonly Service[]
  readonly start: number
}

function PriorityList({ services, start }: PriorityListProps) {
  const { t } = useTranslation('indicators')
  return (
    <ol className="indicator-priorities" start={start}>
      {services.map(({ rowKey, label, gap, unmetPeople }) => {
        const told = { label: shortOf(label), gap: inWords(gap, 'INDEX', '') }
        return (
          <li key={rowKey}>
            {unmetPeople === null
              ? t('needs.priorityItem', told)
              : t('needs.priorityPeople', {
                  ...told,
                  from: formatCount(unmetPeople.from),
                  to: formatCount(unmetPeople.to),
                })}
          </li>
        )
      })}
    </ol>
  )
}
