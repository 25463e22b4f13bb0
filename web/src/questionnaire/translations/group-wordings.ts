import { everyQuestion, type Questionnaire, type Wording } from '@rozeznanie/core/questionnaire'
import type { TFunction } from 'i18next'

/** Texts that belong together: of one question, of a section's head, of the frame, of a shared list. */
export interface WordingGroup {
  readonly id: string
  readonly title: string
  readonly wordings: readonly Wording[]
}

const idOf = ({ questionKey, sectionKey, list }: Wording): string =>
  questionKey ? `q:${questionKey}` : sectionKey ? `s:${sectionKey}` : list ? `l:${list}` : ''

/** The texts by place, in the order of the document. */
export function groupWordings(
  questionnaire: Questionnaire,
  wordings: readonly Wording[],
  t: TFunction<'translations'>,
): readonly WordingGroup[] {
  const texts = new Map(everyQuestion(questionnaire).map(({ key, text }) => [key, text]))
  const titles = new Map(questionnaire.sections.map(({ key, title }) => [key, title]))
  const titleOf = ({ questionKey, sectionKey, list }: Wording): string => {
    if (questionKey) return texts.get(questionKey)?.trim() || questionKey
    if (sectionKey) return t('place.section', { title: titles.get(sectionKey) })
    return list ? t('place.list', { label: questionnaire.lists[list]?.label ?? '' }) : t('place.frame')
  }
  const groups = new Map<string, WordingGroup & { readonly wordings: Wording[] }>()
  for (const wording of wordings) {
    const id = idOf(wording)
    const group = groups.get(id) ?? { id, title: titleOf(wording), wordings: [] }
    group.wordings.push(wording)
    groups.set(id, group)
  }
  return [...groups.values()]
}
