import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Form } from '../../ui/Form.tsx'
import { errorOf } from '../../ui/form-problems.ts'
import { TextAreaField } from '../../ui/TextAreaField.tsx'
import { useSaveMaterials } from './use-materials.ts'

export const WordsCard_survey = graphql(`
  fragment WordsCard_survey on Survey {
    id
    invitationReason
    defaultInvitationReason
    sheetReturn
    embedHosts
    organisation {
      id
      name
    }
  }
`)

interface WordsCardProps {
  readonly survey: FragmentType<typeof WordsCard_survey>
}

/** The two sentences of the materials that an organiser may word. */
export function WordsCard({ survey }: WordsCardProps) {
  const { t } = useTranslation('materials')
  const { id, invitationReason, defaultInvitationReason, sheetReturn, embedHosts, organisation } =
    readFragment(WordsCard_survey, survey)
  const usualReturn = t('words.usualReturn', { organisation: organisation.name })
  const [reason, setReason] = useState(invitationReason || defaultInvitationReason)
  const [returned, setReturned] = useState(sheetReturn || usualReturn)
  const { problems, isSaving, isSaved, save } = useSaveMaterials()
  const submit = () =>
    save({
      surveyId: id,
      invitationReason: reason.trim() === defaultInvitationReason ? '' : reason,
      sheetReturn: returned.trim() === usualReturn ? '' : returned,
      embedHosts,
    })
  return (
    <Card title={t('words.title')}>
      <Form
        label={t('words.title')}
        problems={problems}
        names={['invitationReason', 'sheetReturn']}
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
          name="invitationReason"
          label={t('words.reason')}
          hint={t('words.reasonHint')}
          error={errorOf(problems, 'invitationReason')}
          rows={3}
          value={reason}
          onChange={setReason}
        />
        <TextAreaField
          name="sheetReturn"
          label={t('words.return')}
          hint={t('words.returnHint')}
          error={errorOf(problems, 'sheetReturn')}
          rows={3}
          value={returned}
          onChange={setReturned}
        />
      </Form>
    </Card>
  )
}
