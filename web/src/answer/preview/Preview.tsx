import { Component, type ComponentChildren } from 'preact'
import type { Form } from '@rozeznanie/core/questionnaire'
import { AnswerApp } from '../AnswerApp.tsx'
import { POLISH } from '../language.ts'
import type { PageItem } from '../page-item.ts'
import { pageWith } from '../pages.ts'
import type { Answering } from '../use-answering.ts'
import { outerKey } from './moves.ts'
import { NotSent } from './NotSent.tsx'
import { previewTexts as texts } from './preview-texts.ts'
import { usePreview } from './use-preview.ts'
import { Hidden, Why } from './Why.tsx'

const beneath = (item: PageItem, form: Form) => <Why item={item} form={form} />
const instead = (answering: Answering) => <NotSent answering={answering} />

/** The respondent's own form, filled in by the author of the questionnaire; nothing of it is kept or sent. */
export function Preview() {
  const { survey, round, surroundings, view, hidden, closeHidden } = usePreview({ beneath, instead })
  if (!survey) return null
  const isHidden = hidden !== null && view !== null && !pageWith(view.pages, outerKey(view.survey, hidden))
  return (
    <Net key={round} survey={survey}>
      {isHidden && <Hidden form={view.form} questionKey={hidden} onClose={closeHidden} />}
      <AnswerApp survey={survey} surroundings={surroundings} language={POLISH} />
    </Net>
  )
}

interface NetProps {
  readonly survey: object
  readonly children: ComponentChildren
}

interface NetState {
  /** The survey that could not be drawn. */
  readonly broken: object | null
}

/** Says that a draft cannot be drawn, until it changes. */
class Net extends Component<NetProps, NetState> {
  override state: NetState = { broken: null }

  override componentDidCatch(): void {
    this.setState({ broken: this.props.survey })
  }

  override render({ survey, children }: NetProps, { broken }: NetState) {
    if (broken !== survey) return <>{children}</>
    return (
      <main>
        <h1>{texts.brokenTitle}</h1>
        <p class="lead">{texts.broken}</p>
      </main>
    )
  }
}
