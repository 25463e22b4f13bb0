import { parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { formatCount } from '../i18n/format.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { KeyFigures } from '../ui/KeyFigures.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SectionPreview } from './SectionPreview.tsx'
import './questionnaire.css'

export const QuestionnairePreview_version = graphql(`
  fragment QuestionnairePreview_version on QuestionnaireVersion {
    id
    estimatedMinutes
    questionCount
    document
  }
`)

interface QuestionnairePreviewProps {
  readonly version: FragmentType<typeof QuestionnairePreview_version>
}

export function QuestionnairePreview({ version }: QuestionnairePreviewProps) {
  const { t } = useTranslation('questionnaire')
  const { estimatedMinutes, questionCount, document } = readFragment(QuestionnairePreview_version, version)
  const questionnaire = parseQuestionnaire(document)
  return (
    <>
      <KeyFigures
        figures={[
          {
            label: t('preview.figures.questions', { count: questionCount }),
            value: formatCount(questionCount),
          },
          {
            label: t('preview.figures.sections', { count: questionnaire.sections.length }),
            value: formatCount(questionnaire.sections.length),
          },
          {
            label: t('preview.figures.minutes', { count: estimatedMinutes }),
            value: formatCount(estimatedMinutes),
          },
        ]}
      />
      <Notice title={t('preview.marks')}>
        <p>{t('preview.marksText')}</p>
      </Notice>
      <div>
        <Disclosure summary={t('preview.intro')}>
          <Paragraphs texts={questionnaire.intro} note={t('preview.placeholders')} />
        </Disclosure>
        <Disclosure summary={t('preview.thanks')}>
          <Paragraphs texts={questionnaire.thanks} note={t('preview.placeholders')} />
        </Disclosure>
      </div>
      <nav className="contents" aria-labelledby="contents-title">
        <h2 id="contents-title">{t('preview.contents')}</h2>
        <ol>
          {questionnaire.sections.map((section) => (
            <li key={section.key}>
              <a href={`#czesc-${section.key}`}>{section.title}</a>{' '}
              <span className="muted">({t('questions', { count: section.questions.length })})</span>
            </li>
          ))}
        </ol>
      </nav>
      {questionnaire.sections.map((section, index) => (
        <SectionPreview
          key={section.key}
          questionnaire={questionnaire}
          section={section}
          number={index + 1}
        />
      ))}
    </>
  )
}

function Paragraphs({ texts, note }: { readonly texts: readonly string[]; readonly note: string }) {
  return (
    <div className="measure">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p className="muted">{note}</p>
    </div>
  )
}
