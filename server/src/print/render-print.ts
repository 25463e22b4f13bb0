import type { PrintTask } from './print-task.ts'
import { renderBooklet } from './render-booklet.ts'
import { renderLabels, renderLetters } from './render-letters.ts'
import { renderNotice } from './render-notice.ts'

/** Whatever is printed, as a tagged PDF. */
export function renderPrint(task: PrintTask): Promise<Buffer> {
  switch (task.kind) {
    case 'booklet':
      return renderBooklet(task)
    case 'leaflet':
    case 'poster':
      return renderNotice(task)
    case 'letters':
      return renderLetters(task.facts)
    case 'labels':
      return renderLabels(task.facts)
  }
}
