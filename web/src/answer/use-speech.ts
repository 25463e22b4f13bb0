import { useEffect, useMemo, useState } from 'preact/hooks'
import { languagesOf } from '@rozeznanie/core/questionnaire'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { loadLanguage, POLISH, saySo, type Language } from './language.ts'
import type { Surroundings } from './surroundings.ts'

/** The language that the person reads in, and the others. */
export interface Speech {
  readonly offered: readonly string[]
  readonly chosen: string
  /** The texts of the chosen language did not come. */
  readonly hasFailed: boolean
  choose(code: string): void
}

const KEY = 'rozeznanie:jezyk'

/** The language chosen in this tab before, if the survey still has it; Polish otherwise, and when it does not load. */
export async function rememberedLanguage(
  survey: PublicSurvey,
  { shelf }: Pick<Surroundings, 'shelf'>,
): Promise<Language> {
  try {
    const code = shelf?.getItem(KEY) ?? POLISH.code
    return languagesOf(survey.questionnaire).includes(code) ? await loadLanguage(code) : POLISH
  } catch {
    return POLISH
  }
}

/** Keeps the choice for as long as the tab is open. */
export function rememberLanguage(shelf: Surroundings['shelf'], code: string): void {
  try {
    if (code === POLISH.code) shelf?.removeItem(KEY)
    else shelf?.setItem(KEY, code)
  } catch {
    // Where nothing may be kept, the choice holds until the page is left.
  }
}

interface Spoken {
  /** The survey as it reads in the chosen language. */
  readonly survey: PublicSurvey
  readonly speech: Speech
  /** Texts of the survey that stayed Polish. */
  readonly polish: ReadonlySet<string>
}

/** Lets the person choose the language of a survey; what is drawn after it is in that language. */
export function useSpeech(survey: PublicSurvey, surroundings: Surroundings, first: Language): Spoken {
  const [language, setLanguage] = useState(first)
  const [hasFailed, setFailed] = useState(false)
  const offered = useMemo(() => languagesOf(survey.questionnaire), [survey])
  const current = offered.includes(language.code) ? language : POLISH
  const translated = useMemo(() => current.translate(survey), [survey, current])
  saySo(current, translated.polish)
  useEffect(() => {
    document.documentElement.lang = current.texts.code
  }, [current])
  const choose = (code: string) => {
    loadLanguage(code).then(
      (loaded) => {
        rememberLanguage(surroundings.shelf, code)
        setFailed(false)
        setLanguage(loaded)
      },
      () => setFailed(true),
    )
  }
  const { polish } = translated
  return { survey: translated.survey, polish, speech: { offered, chosen: current.code, hasFailed, choose } }
}
