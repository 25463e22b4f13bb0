import type { Section } from '@rozeznanie/core/questionnaire'
import {
  type PaperQuestionnaire,
  paperWords,
  routing,
  withBlanks,
} from '@rozeznanie/core/questionnaire/paper'
import { PaperQuestion } from './PaperQuestion.tsx'
import { Routing } from './Routing.tsx'

interface PaperSectionProps {
  readonly paper: PaperQuestionnaire
  readonly section: Section
  readonly number: number
}

export function PaperSection({ paper, section, number }: PaperSectionProps) {
  const words = paperWords(paper.language)
  const minutes = paper.questionnaire.estimatedMinutes
  return (
    <section className="paper__section">
      <header>
        <h3>
          {words.part(number)}. {withBlanks(section.title, minutes)}
        </h3>
        {section.description && <p>{withBlanks(section.description, minutes)}</p>}
        <Routing paper={paper} condition={routing(paper, section.visibleIf)} say="sectionOnlyIf" />
      </header>
      {section.questions.map((question) => (
        <PaperQuestion key={question.key} paper={paper} question={question} path={question.key} />
      ))}
    </section>
  )
}
