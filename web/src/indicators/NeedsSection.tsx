import { useTranslation } from 'react-i18next'
import { formatCount, formatDecimal } from '../i18n/format.ts'
import { DotsWithTable } from './DotsWithTable.tsx'
import { dotOf, inWords, type Needs } from './indicator-data.ts'

interface NeedsSectionProps {
  readonly needs: Needs
}

type Service = Needs['services'][number]

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
          {overall.alpha !== null && t('needs.alpha', { value: formatDecimal(overall.alpha, 2) })}
        </p>
      )}
      <DotsWithTable
        caption={t('needs.caption')}
        isPercent={false}
        dots={services.map(({ label, gap }) => dotOf(label, gap, 'INDEX', tooFew))}
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
        notes={notes}
      />
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
        <ol className="indicator-priorities">
          {listed.map(({ rowKey, label, gap, unmetPeople }) => (
            <li key={rowKey}>
              {unmetPeople === null
                ? t('needs.priorityItem', { label, gap: inWords(gap, 'INDEX', '') })
                : t('needs.priorityPeople', {
                    label,
                    gap: inWords(gap, 'INDEX', ''),
                    people: formatCount(unmetPeople),
                  })}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
