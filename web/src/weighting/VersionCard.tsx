import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WeightVersionsFragment } from '../gql/graphql.ts'
import { graphql } from '../gql/index.ts'
import { formatCount, formatDay } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Facts } from '../ui/Facts.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { StatusTag } from '../ui/StatusTag.tsx'
import { newWeightsPath } from './weighting.paths.ts'

export const WeightVersions = graphql(`
  fragment WeightVersions on Survey {
    id
    weightVersions {
      number
      name
      method
      lowBound
      highBound
      createdOn
      createdByName
      responseCount
      retiredOn
      isUsual
      sentences
      sources {
        margin
        source
        table
        day
      }
      cost {
        designEffect
      }
    }
  }
`)

const RetireWeightVersion = graphql(`
  mutation RetireWeightVersion($input: RetireWeightVersionInput!) {
    retireWeightVersion(input: $input) {
      __typename
      ... on Survey {
        id
        ...WeightVersions
      }
      ... on Error {
        message
      }
    }
  }
`)

const SetUsualWeightVersion = graphql(`
  mutation SetUsualWeightVersion($input: SetUsualWeightVersionInput!) {
    setUsualWeightVersion(input: $input) {
      __typename
      ... on Survey {
        id
        ...WeightVersions
      }
      ... on Error {
        message
      }
    }
  }
`)

interface VersionCardProps {
  readonly surveyId: string
  readonly version: WeightVersionsFragment['weightVersions'][number]
}

const decimal = (value: number) => String(Math.round(value * 100) / 100).replace('.', ',')

/** One weight version: what it is made of, what it cost when it was made, and whether results use it. */
export function VersionCard({ surveyId, version }: VersionCardProps) {
  const { t } = useTranslation('weighting')
  const { name, number, isUsual, retiredOn, sentences } = version
  return (
    <Card title={name} aside={<VersionTag isUsual={isUsual} isRetired={retiredOn !== null} />}>
      {retiredOn === null && <p className="measure">{sentences.join(' ')}</p>}
      <Facts
        facts={[
          { label: t('version.number'), value: String(number) },
          {
            label: t('version.made'),
            value: t('version.madeBy', { day: formatDay(version.createdOn), name: version.createdByName }),
          },
          { label: t('version.method'), value: <Method version={version} /> },
          {
            label: t('version.then'),
            value: t('version.thenValue', {
              count: version.responseCount,
              shown: formatCount(version.responseCount),
              deff: decimal(version.cost.designEffect),
            }),
          },
          { label: t('version.sources'), value: <Sources version={version} /> },
          ...(retiredOn === null ? [] : [{ label: t('version.retired'), value: formatDay(retiredOn) }]),
        ]}
      />
      <VersionActions surveyId={surveyId} version={version} />
    </Card>
  )
}

function Method({ version }: Pick<VersionCardProps, 'version'>) {
  const { t } = useTranslation('weighting')
  const { method, lowBound, highBound } = version
  const words = t(`method.${method}`)
  if (lowBound === null || highBound === null) return words
  return t('version.bounds', { method: words, low: decimal(lowBound), high: decimal(highBound) })
}

function VersionTag({ isUsual, isRetired }: { readonly isUsual: boolean; readonly isRetired: boolean }) {
  const { t } = useTranslation('weighting')
  if (isRetired) return <StatusTag tone="neutral">{t('version.isRetired')}</StatusTag>
  return isUsual ? <StatusTag tone="positive">{t('version.isUsual')}</StatusTag> : null
}

function Sources({ version }: Pick<VersionCardProps, 'version'>) {
  const { t } = useTranslation('weighting')
  return (
    <ul>
      {version.sources.map(({ margin, source, table, day }) => (
        <li key={margin}>
          {t(table === null ? 'version.source' : 'version.sourceTable', {
            ...{ margin, source, table },
            day: formatDay(day),
          })}
        </li>
      ))}
    </ul>
  )
}

function VersionActions({ surveyId, version }: VersionCardProps) {
  const { t } = useTranslation('weighting')
  const { number, name, isUsual, retiredOn } = version
  const [isAsked, setIsAsked] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [retire, retiring] = useMutation(RetireWeightVersion)
  const [setUsual, changing] = useMutation(SetUsualWeightVersion)
  const told = (message: string | undefined) => setProblem(message ?? null)
  const use = async (chosen: number | null) => {
    const { data, error } = await setUsual({ variables: { input: { surveyId, number: chosen } } })
    const result = data?.setUsualWeightVersion
    told(result?.__typename === 'Survey' ? undefined : (error?.message ?? result?.message ?? t('failed')))
  }
  const confirm = async () => {
    const { data, error } = await retire({ variables: { input: { surveyId, number } } })
    const result = data?.retireWeightVersion
    setIsAsked(false)
    told(result?.__typename === 'Survey' ? undefined : (error?.message ?? result?.message ?? t('failed')))
  }
  return (
    <>
      {problem && (
        <Notice tone="danger" isAnnounced>
          <p>{problem}</p>
        </Notice>
      )}
      <div className="row no-print">
        {retiredOn === null && (
          <>
            <Button
              look="secondary"
              isBusy={changing.loading}
              label={t(isUsual ? 'version.stopLabel' : 'version.useLabel', { name })}
              onClick={() => void use(isUsual ? null : number)}
            >
              {t(isUsual ? 'version.stop' : 'version.use')}
            </Button>
            <Button look="quiet" label={t('version.retireLabel', { name })} onClick={() => setIsAsked(true)}>
              {t('version.retire')}
            </Button>
          </>
        )}
        <LinkButton
          look="quiet"
          to={newWeightsPath(surveyId, number)}
          label={t('version.likeLabel', { name })}
        >
          {t('version.like')}
        </LinkButton>
      </div>
      <ConfirmDialog
        isOpen={isAsked}
        title={t('version.retireTitle', { name })}
        confirmLabel={t('version.retire')}
        isDangerous
        isBusy={retiring.loading}
        onConfirm={() => void confirm()}
        onCancel={() => setIsAsked(false)}
      >
        <p>{t('version.retireText')}</p>
      </ConfirmDialog>
    </>
  )
}
