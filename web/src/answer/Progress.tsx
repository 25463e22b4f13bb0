import { langOf } from './language.ts'
import type { Page } from './pages.ts'
import { texts } from './texts.ts'

interface ProgressProps {
  readonly page: Page
}

const STEP = 5

/** How far it is, in words and as a bar: of the whole questionnaire, so that it never goes back while going on. */
export function Progress({ page }: ProgressProps) {
  const percent = Math.floor((page.progress * 100) / STEP) * STEP
  return (
    <div class="progress">
      <p>
        {texts.page.part(page.sectionNumber, page.sectionCount)}
        <span aria-hidden="true"> · </span>
        <strong lang={langOf(page.section.title)}>{page.section.title}</strong>
        {percent > 0 && <span class="only-heard"> · {texts.page.done(percent)}</span>}
      </p>
      <progress max={100} value={Math.round(page.progress * 100)} aria-hidden="true" />
    </div>
  )
}

/** At the end, before sending. */
export function AllDone() {
  return (
    <div class="progress">
      <p>{texts.page.allDone}</p>
      <progress max={100} value={100} aria-hidden="true" />
    </div>
  )
}
