import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { Card } from '../ui/Card.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { publicAddress, surveyFilePath, surveyPath } from './survey.paths.ts'

export const InvitationCard_survey = graphql(`
  fragment InvitationCard_survey on Survey {
    id
    status
    takesCodes
    answerPath
    answerUrl
  }
`)

interface InvitationCardProps {
  readonly survey: FragmentType<typeof InvitationCard_survey>
  /** Stands on the page that it otherwise leads to. */
  readonly isAmongMaterials?: boolean
}

/** Everything needed to invite people: the address and the QR code, and the way to all that is printed. */
export function InvitationCard({ survey, isAmongMaterials = false }: InvitationCardProps) {
  const { t } = useTranslation('survey')
  const { id, status, takesCodes, answerPath, answerUrl } = readFragment(InvitationCard_survey, survey)
  const address = publicAddress(window.location.origin, { answerPath, answerUrl })
  const isOver = status === 'CLOSED' || status === 'ENDED'
  return (
    <Card title={t('invitation.title')}>
      {isOver && (
        <Notice tone="warning">
          <p>{t(`invitation.${status}`)}</p>
        </Notice>
      )}
      <div className="invitation">
        <div className="stack">
          {!isOver && <p>{t(takesCodes ? 'invitation.withCode' : 'invitation.text')}</p>}
          <p className="invitation__address">
            <a href={answerPath} target="_blank" rel="noreferrer">
              {address}
              <span className="visually-hidden"> {t('invitation.newTab')}</span>
            </a>
          </p>
          <div className="row">
            <CopyButton text={address}>{t('invitation.copy')}</CopyButton>
            {!isAmongMaterials && (
              <LinkButton to={surveyPath(id, 'materialy')} look="secondary">
                {t('invitation.materials')}
              </LinkButton>
            )}
          </div>
        </div>
        <figure className="invitation__code">
          <img
            src={surveyFilePath(id, 'qr.svg')}
            alt={t('invitation.qr', { address })}
            width="220"
            height="220"
          />
          <figcaption className="row">
            <LinkButton to={surveyFilePath(id, 'qr.png')} look="quiet" isDownload>
              {t('invitation.png')}
            </LinkButton>
            <LinkButton to={surveyFilePath(id, 'qr.svg')} look="quiet" isDownload>
              {t('invitation.svg')}
            </LinkButton>
          </figcaption>
        </figure>
      </div>
    </Card>
  )
}
