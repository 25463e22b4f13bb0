import { inLanguage, paperNumbers, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { type PaperQuestionnaire, paperWords, withBlanks } from '@rozeznanie/core/questionnaire/paper'
import { useMemo } from 'react'
import { PaperSection } from './PaperSection.tsx'
import './paper.css'

interface PaperPreviewProps {
  readonly questionnaire: Questionnaire
  readonly language: string
  /** 18 points instead of 11. */
  readonly isLarge: boolean
}

/** The questionnaire as it is printed: boxes to cross, lines to write on, and in words who answers what. */
export function PaperPreview({ questionnaire, language, isLarge }: PaperPreviewProps) {
  const paper = useMemo((): PaperQuestionnaire => {
    const translated = inLanguage(questionnaire, language)
    return { questionnaire: translated, language, numbers: paperNumbers(translated) }
  }, [questionnaire, language])
  const { title, intro, thanks, sections, estimatedMinutes } = paper.questionnaire
  const words = paperWords(language)
  return (
    <article
      className={isLarge ? 'paper paper--large' : 'paper'}
      lang={language}
      aria-labelledby="paper-title"
    >
      <header className="paper__head">
        <dl className="paper__facts">
          <Blank label={words.organisation} />
          <Blank label={words.municipality} />
          <Blank label={words.phone} />
          <Blank label={words.sheetNumber} />
        </dl>
        <h2 id="paper-title">{title}</h2>
        {intro.map((text) => (
          <p key={text}>{withBlanks(text, estimatedMinutes)}</p>
        ))}
        <p className="paper__how-to">{words.howTo}</p>
      </header>
      {sections.map((section, index) => (
        <PaperSection key={section.key} paper={paper} section={section} number={index + 1} />
      ))}
      <footer className="paper__thanks">
        {thanks.map((text) => (
          <p key={text}>{withBlanks(text, estimatedMinutes)}</p>
        ))}
      </footer>
    </article>
  )
}

function Blank({ label }: { readonly label: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className="write-line" />
      </dd>
    </div>
  )
}
