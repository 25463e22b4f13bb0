import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Form } from '../../ui/Form.tsx'
import { errorOf } from '../../ui/form-problems.ts'
import { TextAreaField } from '../../ui/TextAreaField.tsx'
import { publicAddress } from '../survey.paths.ts'
import { buttonCode, frameCode } from './embed-code.ts'
import { useSaveMaterials } from './use-materials.ts'

export const EmbedCard_survey = graphql(`
  fragment EmbedCard_survey on Survey {
    id
    title
    answerPath
    answerUrl
    invitationReason
    sheetReturn
    embedHosts
  }
`)

interface EmbedCardProps {
  readonly survey: FragmentType<typeof EmbedCard_survey>
}

/** Code for the website of the municipality: a link for any, a frame for those that the organiser names. */
export function EmbedCard({ survey }: EmbedCardProps) {
  const { t } = useTranslation('materials')
  const { id, title, answerPath, answerUrl, invitationReason, sheetReturn, embedHosts } = readFragment(
    EmbedCard_survey,
    survey,
  )
  const [hosts, setHosts] = useState(embedHosts.join('\n'))
  const { problems, isSaving, isSaved, save } = useSaveMaterials()
  const address = publicAddress(window.location.origin, { answerPath, answerUrl })
  const submit = () =>
    save({ surveyId: id, invitationReason, sheetReturn, embedHosts: hosts.split(/[\n,;]+/).filter(Boolean) })
  return (
    <Card title={t('embed.title')}>
      <section className="stack">
        <h3>{t('embed.button')}</h3>
        <p className="measure">{t('embed.buttonText')}</p>
        <Snippet label={t('embed.buttonCode')} code={buttonCode({ address, title })} />
      </section>
      <h3 className="materials__next">{t('embed.frame')}</h3>
      <p className="measure">{t('embed.frameText')}</p>
      <Form
        label={t('embed.form')}
        problems={problems}
        names={['embedHosts']}
        onSubmit={() => void submit()}
        actions={
          <>
            <Button type="submit" look="secondary" isBusy={isSaving}>
              {t('save')}
            </Button>
            <span role="status">{isSaved && t('saved')}</span>
          </>
        }
      >
        <TextAreaField
          name="embedHosts"
          label={t('embed.hosts')}
          hint={t('embed.hostsHint')}
          error={errorOf(problems, 'embedHosts')}
          rows={2}
          value={hosts}
          onChange={setHosts}
          isOptional
        />
      </Form>
      {embedHosts.length > 0 && <Snippet label={t('embed.frameCode')} code={frameCode({ address, title })} />}
    </Card>
  )
}

function Snippet({ label, code }: { readonly label: string; readonly code: string }) {
  const { t } = useTranslation('materials')
  return (
    <div className="stack-tight">
      <pre className="materials__code" role="region" tabIndex={0} aria-label={label}>
        <code>{code}</code>
      </pre>
      <div className="row">
        <CopyButton text={code}>{t('embed.copy')}</CopyButton>
      </div>
    </div>
  )
}
