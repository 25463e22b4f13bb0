import { useLayoutEffect, useMemo, useState } from 'preact/hooks'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import type { Surroundings } from '../surroundings.ts'
import { printLook, rememberLook, type Look } from './look.ts'

/** The look of the page, and how the person changes it. */
export interface Looks {
  readonly look: Look
  choose(change: Partial<Look>): void
}

/** Lets the person choose how the page looks; the choice stays on the device. */
export function useLook(survey: PublicSurvey, { shelf }: Pick<Surroundings, 'shelf'>, first: Look): Looks {
  const [look, setLook] = useState(first)
  useLayoutEffect(() => {
    document.documentElement.className = printLook(look)
  }, [look])
  return useMemo(() => {
    const choose = (change: Partial<Look>) => {
      const chosen = { ...look, ...change }
      rememberLook(survey, shelf, chosen)
      setLook(chosen)
    }
    return { look, choose }
  }, [look, survey, shelf])
}
