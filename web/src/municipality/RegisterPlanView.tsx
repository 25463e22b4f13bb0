import { useTranslation } from 'react-i18next'
import { formatCount, formatDay } from '../i18n/format.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { changesNothing, type RegisterPlan } from './register-requests.ts'

interface RegisterPlanViewProps {
  readonly plan: RegisterPlan
}

/** What the file would change, list by list; an empty list is said in words. */
export function RegisterPlanView({ plan }: RegisterPlanViewProps) {
  const { t } = useTranslation('municipality')
  const lists = [
    {
      key: 'added',
      lines: plan.added.map(({ code, name, kind, countyName }) =>
        t('register.entry', { code, name, kind: t(`kind.${kind}`), county: countyName }),
      ),
    },
    { key: 'renamed', lines: plan.renamed.map((change) => t('register.rename', { ...change })) },
    {
      key: 'rekinded',
      lines: plan.rekinded.map(({ code, name, from, to }) =>
        t('register.rekind', { code, name, from: t(`kind.${from}`), to: t(`kind.${to}`) }),
      ),
    },
    {
      key: 'vanished',
      lines: plan.vanished.map(({ code, name, kind, countyName }) =>
        t('register.entry', { code, name, kind: t(`kind.${kind}`), county: countyName }),
      ),
    },
  ]
  return (
    <div className="stack-tight">
      <Notice
        tone={plan.vanished.length > 0 ? 'warning' : 'info'}
        title={t('register.planTitle')}
        isAnnounced
      >
        <p>
          {t('register.planText', {
            day: formatDay(plan.stateOn),
            municipalities: formatCount(plan.municipalityCount),
          })}
        </p>
        {changesNothing(plan) && <p>{t('register.nothing')}</p>}
        {plan.vanished.length > 0 && <p>{t('register.vanishedText')}</p>}
      </Notice>
      <div>
        {lists.map(({ key, lines }) => (
          <Disclosure key={key} summary={t(`register.${key}`, { count: lines.length })}>
            {lines.length === 0 ? (
              <p className="muted">{t('register.none')}</p>
            ) : (
              <ul className="register-lines">
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </Disclosure>
        ))}
      </div>
    </div>
  )
}
