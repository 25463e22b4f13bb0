import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts'
import { Card } from '../../ui/Card.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { KioskPass } from './KioskPass.tsx'
import { publicAddress, surveyFilePath } from '../survey.paths.ts'

export const KioskCard_survey = graphql(`
  fragment KioskCard_survey on Survey {
    id
    answerPath
    answerUrl
    kioskPass
  }
`)

interface KioskCardProps {
  readonly survey: FragmentType<typeof KioskCard_survey>
  /** Interviewers see the pass and do not change it. */
  readonly mayRenew: boolean
}

const STEPS = ['open', 'pin', 'pinned', 'end'] as const

/** How one tablet serves many people: its own address, and what to set on the device itself. */
export function KioskCard({ survey, mayRenew }: KioskCardProps) {
  const { t } = useTranslation('kiosk')
  const { id, answerPath, answerUrl, kioskPass } = readFragment(KioskCard_survey, survey)
  const part = `/kiosk${kioskPass === null ? '' : `#przepustka=${kioskPass}`}`
  const address = `${publicAddress(window.location.origin, { answerPath, answerUrl })}${part}`
  const picture = surveyFilePath(id, 'qr.svg', 'tablet')
  return (
    <Card title={t('title')}>
      <div className="invitation">
        <div className="stack">
          <p>{t('text')}</p>
          <p className="invitation__address">
            <a href={`${answerPath}${part}`} target="_blank" rel="noreferrer">
              {address}
              <span className="visually-hidden"> {t('newTab')}</span>
            </a>
          </p>
          <div className="row">
            <CopyButton text={address}>{t('copy')}</CopyButton>
          </div>
          {kioskPass !== null && <KioskPass surveyId={id} mayRenew={mayRenew} />}
          <Disclosure summary={t('how')}>
            <ol className="stack">
              {STEPS.map((step) => (
                <li key={step}>{t(`steps.${step}`)}</li>
              ))}
            </ol>
            <h3>{t('android')}</h3>
            <p>{t('androidText')}</p>
            <h3>{t('ipad')}</h3>
            <p>{t('ipadText')}</p>
            <h3>{t('offline')}</h3>
            <p>{t('offlineText')}</p>
          </Disclosure>
        </div>
        <figure className="invitation__code">
          <img
            // Another address for another pass, or the browser would show the picture of the old one.
            src={kioskPass === null ? picture : `${picture}&znak=${kioskPass.slice(0, 4)}`}
            alt={t('qr', { address })}
            width="160"
            height="160"
          />
        </figure>
      </div>
    </Card>
  )
}
