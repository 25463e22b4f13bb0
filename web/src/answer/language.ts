import type { PublicSurvey } from '@rozeznanie/core/survey'
import { speak, type Texts } from './texts.ts'
import { polishTexts } from './wordings/polish.ts'
import type { Wording } from './wordings/wording.ts'

/** A survey as it reads in a language, and the texts of it that stayed Polish. */
export interface Translated {
  readonly survey: PublicSurvey
  readonly polish: ReadonlySet<string>
}

/** A language ready to be spoken: the page's own texts, and how a survey reads in it. */
export interface Language {
  readonly code: string
  /** Polish where the page has no texts of its own in the language. */
  readonly texts: Texts
  translate(survey: PublicSurvey): Translated
}

const NOTHING: ReadonlySet<string> = new Set()

export const POLISH: Language = {
  code: 'pl',
  texts: polishTexts,
  translate: (survey) => ({ survey, polish: NOTHING }),
}

/** Names of languages in themselves, for those most likely to be met; others are called by their code. */
const NAMES: Readonly<Record<string, string>> = {
  pl: 'Polski',
  uk: 'Українська',
  en: 'English',
  be: 'Беларуская',
  ru: 'Русский',
  de: 'Deutsch',
}

export const languageName = (code: string): string => NAMES[code] ?? code

async function ownWording(code: string): Promise<Wording | null> {
  if (code === 'uk') return (await import('./wordings/ukrainian.ts')).ukrainian
  if (code === 'en') return (await import('./wordings/english.ts')).english
  return null
}

/** Fetches what a language needs; nothing for Polish. @throws when it does not come */
export async function loadLanguage(code: string): Promise<Language> {
  if (code === POLISH.code) return POLISH
  const [own, { textsOf, translatorInto }] = await Promise.all([
    ownWording(code),
    import('./wordings/translate.ts'),
  ])
  return { code, texts: own ? textsOf(own) : polishTexts, translate: translatorInto(code) }
}

interface Speaking {
  /** Of the page's own texts, and of the document. */
  readonly page: string
  /** Of what the survey says. */
  readonly survey: string
  readonly polish: ReadonlySet<string>
  /** Texts made of Polish ones. */
  readonly made: Set<string>
}

let speaking: Speaking = { page: 'pl', survey: 'pl', polish: NOTHING, made: new Set() }

/** From here on the page speaks this language. @param polish - texts of the survey that it lacks */
export function saySo({ code, texts }: Language, polish: ReadonlySet<string>): void {
  if (speaking.survey === code && speaking.polish === polish) return
  speaking = { page: texts.code, survey: code, polish, made: new Set() }
  speak(texts)
}

/** The language being spoken. */
export const spokenLanguage = (): string => speaking.survey

/** Value of `lang` for a text of the survey; nothing where it is in the language of the page. */
export function langOf(text: string | undefined): string | undefined {
  const { page, survey, polish, made } = speaking
  if (survey === 'pl' || text === undefined) return undefined
  const own = polish.has(text) || made.has(text) ? 'pl' : survey
  return own === page ? undefined : own
}

/** Value of `lang` for a text that is always Polish. */
export const langOfPolish = (): string | undefined => (speaking.page === 'pl' ? undefined : 'pl')

/** Remembers that a text was made of another, so that both are marked alike. @returns the text */
export function madeOf(origin: string, text: string): string {
  if (text !== origin && speaking.polish.has(origin)) speaking.made.add(text)
  return text
}
