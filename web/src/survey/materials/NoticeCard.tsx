import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts'
import { Card } from '../../ui/Card.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { printPath } from '../survey.paths.ts'
import { Miniature } from './Miniature.tsx'

export const NoticeCard_survey = graphql(`
  fragment NoticeCard_survey on Survey {
    id
  }
`)

const NOTICES = [
  { kind: 'poster', sizes: ['a4', 'a3'] },
  { kind: 'leaflet', sizes: ['a5', 'a4'] },
] as const

interface NoticeCardProps {
  readonly survey: FragmentType<typeof NoticeCard_survey>
}

/** The poster and the leaflet, ready to be printed in two sizes. */
export function NoticeCard({ survey }: NoticeCardProps) {
  const { t } = useTranslation('materials')
  const { id } = readFragment(NoticeCard_survey, survey)
  return (
    <Card title={t('notice.title')}>
      <p className="measure">{t('notice.text')}</p>
      <ul className="materials">
        {NOTICES.map(({ kind, sizes }) => (
          <li key={kind}>
            <Miniature kind={kind} />
            <div className="stack-tight">
              <h3>{t(`notice.${kind}`)}</h3>
              <p className="muted">{t(`notice.${kind}Text`)}</p>
              <div className="row">
                {sizes.map((size) => (
                  <LinkButton
                    key={size}
                    to={printPath(id, kind, { size })}
                    look="secondary"
                    isDownload
                    label={t(`notice.${kind}Label`, { size: size.toUpperCase() })}
                  >
                    {t('notice.download', { size: size.toUpperCase() })}
                  </LinkButton>
                ))}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
