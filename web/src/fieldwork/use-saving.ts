import { useState } from 'react'
import { type FormProblem, problemsOf } from '../ui/form-problems.ts'

interface Outcome {
  readonly __typename: string
  readonly message?: string
  readonly problems?: readonly { readonly path: string; readonly message: string }[]
}

interface Saving {
  readonly problems: readonly FormProblem[]
  readonly isSaved: boolean
  /** Takes back what was said of the last saving. */
  readonly touch: () => void
  readonly settle: (result: Outcome | null | undefined, failure: string) => boolean
}

/** What is said of the last saving of a form: refused with problems, or saved. */
export function useSaving(): Saving {
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [isSaved, setIsSaved] = useState(false)
  return {
    problems,
    isSaved,
    touch: () => setIsSaved(false),
    settle: (result, failure) => {
      const isDone = result?.__typename === 'Survey'
      setIsSaved(isDone)
      setProblems(isDone ? [] : problemsOf({ message: failure, ...result }))
      return isDone
    },
  }
}
