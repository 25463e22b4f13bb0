import { questionCount, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../i18n/format.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { KeyFigures } from '../ui/KeyFigures.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SectionPreview } from './SectionPreview.tsx'
import './questionnaire.css'

interface QuestionnairePreviewProps {
  readonly questionnaire: Questionnaire
  /** What the reader should know of this text: that it is a draft, an earlier state. */
  readonly note?: string
}

/** All texts, questions and rules, in the order of asking. */
export function QuestionnairePreview({ questionnaire, note }: QuestionnairePreviewProps) {
  const { t } = useTranslation('questionnaire')
  const { estimatedMinutes } = questionnaire
  const count = questionCount(questionnaire)
  return (
    <>
      <KeyFigures
        figures={[
          {
            label: t('preview.figures.questions', { count }),
            value: formatCount(count),
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
        {note && <p>{note}</p>}
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
