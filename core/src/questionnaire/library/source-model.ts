import type {
  Audience,
  ExpressionText,
  OptionList,
  Question,
  Questionnaire,
  QuestionnaireTexts,
  Section,
} from '../model.ts'

/** A question of the bank in its place; nothing but this may differ from the bank. */
export interface QuestionUse {
  /** Key of the question in the bank. */
  readonly use: string
  /** Only these options, out of those the bank offers. */
  readonly only?: readonly string[]
  /** Only these rows, out of those the bank asks. */
  readonly onlyRows?: readonly string[]
  readonly required?: boolean
  readonly visibleIf?: ExpressionText
}

export interface SourceSection extends Omit<Section, 'questions'> {
  readonly questions: readonly (QuestionUse | Question)[]
}

/** How a questionnaire may be given out and its results shown. */
export interface Handling {
  readonly anonymous: boolean
  /** May a link be published for everybody? */
  readonly publicLink: boolean
  /** Results are shown from this many answers on. */
  readonly minimumAnswers?: number
  /** Sets of questions that are never shown against each other. */
  readonly neverCross?: readonly (readonly string[])[]
  /** No question about the place, and no results by place. */
  readonly withoutLocality?: boolean
  /** Why, and what to mind, for the organiser. */
  readonly note?: string
}

/** A questionnaire of the library as it is written: questions of the bank by key, and own ones in full. */
export interface QuestionnaireSource {
  readonly key: string
  readonly title: string
  readonly description: string
  readonly audience: Audience
  readonly estimatedMinutes: number
  /** Languages besides Polish in which it is complete; other translations of the bank are left out. */
  readonly languages: readonly string[]
  readonly intro: readonly string[]
  readonly thanks: readonly string[]
  readonly translations?: Readonly<Record<string, QuestionnaireTexts>>
  /** Modules that belong to it from the start. */
  readonly modules: readonly string[]
  readonly handling: Handling
  readonly sections: readonly SourceSection[]
}

/** A part that can be attached to a questionnaire, as it is written. */
export interface ModuleSource {
  readonly key: string
  readonly title: string
  readonly description: string
  readonly estimatedMinutes: number
  /** Questions its conditions look at; they join the questionnaire when it does not ask them yet. */
  readonly needs: readonly QuestionUse[]
  readonly sections: readonly SourceSection[]
  /** Sentences added to the end of the questionnaire. */
  readonly thanks: readonly string[]
}

/** A module with its questions in full, ready to attach. */
export interface QuestionModule {
  readonly key: string
  readonly title: string
  readonly description: string
  readonly estimatedMinutes: number
  readonly needs: readonly Question[]
  readonly sections: readonly Section[]
  readonly thanks: readonly string[]
  readonly lists: Questionnaire['lists']
}

/** A topic of the library that has no questionnaire on purpose; `handling.note` says why. */
export interface LibraryNote {
  readonly key: string
  readonly title: string
  readonly handling: Handling
}

export type Lists = Readonly<Record<string, OptionList>>

/** Is this a question of the bank, named by key? */
export const isUse = (question: QuestionUse | Question): question is QuestionUse => 'use' in question
