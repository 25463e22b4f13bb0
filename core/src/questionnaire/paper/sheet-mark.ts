/** What the QR code of a paper sheet holds, as a scanner types it: the code of the survey and the number of the sheet. */
export interface SheetMark {
  readonly surveyCode: string
  readonly sheetNumber: string
}

const MARK = /^([0-9a-z]{8})\/(\d{1,8})$/i

/** „k3mv7q2p/17” */
export function sheetMark({ surveyCode, sheetNumber }: SheetMark): string {
  return `${surveyCode}/${sheetNumber}`
}

/** The mark in what was typed or scanned; `null` when it is something else, such as a bare number. */
export function readSheetMark(typed: string): SheetMark | null {
  const [, surveyCode, sheetNumber] = MARK.exec(typed.trim()) ?? []
  if (surveyCode === undefined || sheetNumber === undefined) return null
  return { surveyCode: surveyCode.toLowerCase(), sheetNumber }
}
