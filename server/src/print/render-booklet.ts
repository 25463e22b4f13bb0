import { bookletOf, sheetMark, type Booklet } from '@rozeznanie/core/questionnaire/paper'
import { endItems, headItems, paintSheetMark } from './booklet-head.ts'
import { sectionItems } from './booklet-questions.ts'
import { BOOKLET_PAGE, bookletSetting, type BookletSetting } from './booklet-sizes.ts'
import { bookletWords } from './booklet-words.ts'
import { paginate, paintPage, type PageItem } from './flow.ts'
import { SOFT_INK, Pen } from './pen.ts'
import type { BookletTask } from './print-task.ts'

/** A laid-out booklet: the same pages for every copy. */
interface Layout {
  readonly task: BookletTask
  readonly booklet: Booklet
  readonly setting: BookletSetting
  readonly pages: readonly (readonly PageItem[])[]
}

function layOut(pen: Pen, task: BookletTask, booklet: Booklet): Layout {
  const setting = bookletSetting(pen, task.isLarge)
  const items = [
    ...headItems(setting, task.facts, booklet),
    ...booklet.sections.flatMap((section) => sectionItems(setting, section)),
    ...endItems(setting, task.facts, booklet),
  ]
  return { task, booklet, setting, pages: paginate(items, BOOKLET_PAGE.height) }
}

/** The number of the sheet and of the page, on the outer side. */
function paintFoot({ setting, booklet, pages }: Layout, index: number, sheet: number | null): void {
  const { pen, sizes, text, isLarge } = setting
  const words = bookletWords(booklet.language)
  const name = sheet === null ? words.sheetBlank : words.sheet(sheet)
  const foot =
    index < pages.length ? words.foot(name, index + 1, pages.length) : `${name}. ${words.emptyPage}`
  const style = text(isLarge ? sizes.small : 9, {
    align: index % 2 === 0 ? 'right' : 'left',
    colour: SOFT_INK,
  })
  const place = { x: BOOKLET_PAGE.left(index), y: BOOKLET_PAGE.foot, width: BOOKLET_PAGE.width }
  pen.artifact(() => pen.text(foot, style, place), 'Pagination')
}

function paintMark({ setting, booklet, task }: Layout, sheet: number | null): void {
  const { surveyCode } = task.facts
  const known =
    sheet === null
      ? null
      : {
          number: sheet,
          mark: sheetMark({ surveyCode: surveyCode.toUpperCase(), sheetNumber: String(sheet) }),
        }
  paintSheetMark(setting, booklet, known, BOOKLET_PAGE.left(0))
}

/** A copy with every element of its structure. */
function paintCopy(layout: Layout, sheet: number | null): void {
  const { pen } = layout.setting
  layout.pages.forEach((items, index) => {
    pen.doc.addPage()
    if (index === 0) paintMark(layout, sheet)
    paintPage(pen, items, BOOKLET_PAGE.left(index), BOOKLET_PAGE.top)
    paintFoot(layout, index, sheet)
  })
}

/** Both sides of each leaf belong to one copy: after an odd number of pages the back of the last leaf stays empty. */
function paintBack(layout: Layout, sheet: number | null): void {
  if (layout.pages.length % 2 === 0) return
  layout.setting.pen.doc.addPage()
  paintFoot(layout, layout.pages.length, sheet)
}

/** Pages painted once and shown in every further copy, so that two hundred copies are hardly larger than one. */
function recordPages({ setting: { pen }, pages }: Layout): readonly PDFKit.PDFKitReference[] {
  return pages.map((items, index) =>
    pen.record(() => paintPage(pen, items, BOOKLET_PAGE.left(index), BOOKLET_PAGE.top)),
  )
}

/** A further copy: the recorded pages, each read as one paragraph, with a number of its own. */
function paintFurtherCopy(layout: Layout, recorded: readonly PDFKit.PDFKitReference[], sheet: number): void {
  const { pen } = layout.setting
  pen.within('Sect', () => {
    recorded.forEach((page, index) => {
      pen.doc.addPage()
      if (index === 0) paintMark(layout, sheet)
      pen.leaf('P', () => pen.show(page))
      paintFoot(layout, index, sheet)
    })
    paintBack(layout, sheet)
  })
}

/**
 * Questionnaires as sheets to be filled in by hand. The first copy is tagged in full; the further ones, which differ
 * in their numbers only, share its pages.
 */
export async function renderBooklet(task: BookletTask): Promise<Buffer> {
  const { questionnaire, language, facts, sheets } = task
  const booklet = bookletOf(questionnaire, language, facts)
  const pen = new Pen({ title: booklet.title, language, author: facts.organisationName, size: 'a4' })
  const layout = layOut(pen, task, booklet)
  paintCopy(layout, sheets?.from ?? null)
  if (sheets !== null && sheets.copies > 1) {
    paintBack(layout, sheets.from)
    const recorded = recordPages(layout)
    for (let copy = 1; copy < sheets.copies; copy += 1) {
      paintFurtherCopy(layout, recorded, sheets.from + copy)
    }
  }
  return pen.finish()
}
