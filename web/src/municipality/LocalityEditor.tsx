import { useMutation } from '@apollo/client/react'
import { LOCALITY_KINDS, parsePastedLocalities } from '@rozeznanie/core/municipality'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Form } from '../ui/Form.tsx'
import { type FormProblem, problemsOf } from '../ui/form-problems.ts'
import { Notice } from '../ui/Notice.tsx'
import { LocalityRows } from './LocalityRows.tsx'
import { type LocalityRow, localityRows, unseen } from './locality-rows.ts'
import { PasteLocalities } from './PasteLocalities.tsx'

export const LocalityEditor_municipality = graphql(`
  fragment LocalityEditor_municipality on Municipality {
    code
    localities {
      id
      name
      kind
    }
  }
`)

const SetLocalities = graphql(`
  mutation SetLocalities($input: SetLocalitiesInput!) {
    setLocalities(input: $input) {
      __typename
      ... on Municipality {
        code
        localities {
          id
          name
          kind
        }
      }
      ... on InvalidInputError {
        message
        problems {
          path
          message
        }
      }
      ... on Error {
        message
      }
    }
  }
`)

interface LocalityEditorProps {
  readonly municipality: FragmentType<typeof LocalityEditor_municipality>
}

/** The list of localities: typed one by one or pasted, saved as a whole. */
export function LocalityEditor({ municipality }: LocalityEditorProps) {
  const { t } = useTranslation('municipality')
  const { code, localities } = readFragment(LocalityEditor_municipality, municipality)
  const [rows, setRows] = useState<readonly LocalityRow[]>(() => localityRows(localities))
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [isSaved, setIsSaved] = useState(false)
  const [save, { loading }] = useMutation(SetLocalities)

  const change = (next: readonly LocalityRow[]) => {
    setRows(next)
    setIsSaved(false)
  }
  const submit = async () => {
    const wanted = rows.map(({ name, kind }) => ({ name, kind }))
    const { data, error } = await save({
      variables: { input: { municipalityCode: code, localities: wanted } },
    })
    const result = data?.setLocalities
    const isDone = result?.__typename === 'Municipality'
    setIsSaved(isDone)
    if (isDone) setRows(localityRows(result.localities))
    setProblems(isDone ? [] : problemsOf(result ?? { message: error?.message ?? t('failed') }))
  }

  return (
    <Card title={t('localities.title')}>
      <p className="measure">{t('localities.text')}</p>
      <Form
        label={t('localities.title')}
        problems={problems}
        names={rows.map((_row, index) => `localities.${index}.name`)}
        onSubmit={() => void submit()}
        actions={
          <Button type="submit" isBusy={loading}>
            {t('localities.save')}
          </Button>
        }
      >
        {isSaved && (
          <Notice tone="success" isAnnounced>
            <p>{t('localities.saved', { count: rows.length })}</p>
          </Notice>
        )}
        <LocalityRows rows={rows} problems={problems} onChange={change} />
        <PasteLocalities
          kinds={LOCALITY_KINDS}
          onPaste={(text, kind) => {
            const added = unseen(rows, parsePastedLocalities(text, kind))
            change([...rows, ...localityRows(added)])
            return added.length
          }}
        />
      </Form>
    </Card>
  )
}
